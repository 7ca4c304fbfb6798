//! How each expert looks at a step.

use super::model::Routing;
use super::state::Stage;
use crate::i18n;
use crate::numerics::routing::Scoring;

/// Weights of more experts than this would hide each other.
const MOST_LABELS: usize = 16;

/// What became of an expert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Still there.
    In,
    /// Its group is out.
    Out,
    /// Chosen.
    Chosen,
}

/// One expert as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The expert.
    pub expert: usize,
    /// What became of it.
    pub look: Look,
    /// Its affinity (or the size of its logit) in hundredths of the largest possible.
    pub fill: u8,
    /// The same with the bias, if the step has come to it.
    pub edge: Option<u8>,
    /// Whether the number is below zero: drawn hollow.
    pub hollow: bool,
    /// Whether its group's score counts it.
    pub counted: bool,
    /// Whether it would be chosen without the group limit.
    pub missed: bool,
    /// Whether its bias was set by hand: above or below the one from the seed.
    pub by_hand: Option<bool>,
    /// Its weight.
    pub weight: Option<String>,
}

/// Numbers of all experts in hundredths of a largest one.
struct Shades {
    values: Vec<f32>,
    largest: f32,
    signed: bool,
}

impl Shades {
    fn new(values: &[f32], signed: bool, largest: Option<f32>) -> Self {
        let most = || values.iter().map(|x| x.abs()).filter(|x| x.is_finite()).fold(0.0, f32::max);
        Self { values: values.to_vec(), largest: largest.unwrap_or_else(most), signed }
    }

    fn at(&self, expert: usize) -> (u8, bool) {
        let value = self.values.get(expert).copied().unwrap_or_default();
        let size = if self.signed { value.abs() } else { value.max(0.0) };
        let share = if self.largest > 0.0 { (size / self.largest).clamp(0.0, 1.0) } else { 0.0 };
        (libm::roundf(share * 100.0) as u8, self.signed && value < 0.0)
    }
}

fn shades(routing: &Routing, stage: Stage) -> (Shades, Option<Shades>) {
    let routed = &routing.routed;
    let scored = routing.gate.scoring.before_selection();
    if stage == Stage::Logits {
        return (Shades::new(&routing.raw, true, None), None);
    }
    if !scored {
        return (Shades::new(&routed.logits, true, None), None);
    }
    // Sigmoids have a scale of their own; shares of 1 are shaded by the largest.
    let whole = routing.gate.scoring == Scoring::Sigmoid;
    let fill = Shades::new(&routed.affinity, false, whole.then_some(1.0));
    // Once experts are chosen, only rings may stand out.
    let biased = (Stage::Bias..Stage::TopK).contains(&stage) && !routing.bias.is_empty();
    let edge = biased.then(|| Shades::new(&routed.biased, false, whole.then_some(1.0)));
    (fill, edge)
}

/// A weight in the width of a chip: `.31`, `1.2`, `12`.
#[must_use]
pub fn short(weight: f32) -> String {
    let weight = f64::from(weight);
    let places = if weight.abs() < 0.995 { 2 } else { usize::from(weight.abs() < 9.95) };
    let text = i18n::fixed(weight, places);
    text.strip_prefix("0.").map_or_else(|| text.clone(), |rest| [".", rest].concat())
}

/// Every expert at a step; `by_hand` tells whether a bias was set above or below its own.
#[must_use]
pub fn chips(routing: &Routing, stage: Stage, by_hand: impl Fn(usize) -> Option<bool>) -> Vec<Chip> {
    let routed = &routing.routed;
    let (fill, edge) = shades(routing, stage);
    let counted: Vec<usize> = match stage {
        Stage::Groups => (0..routing.gate.n_group).flat_map(|group| routing.counted(group)).collect(),
        _ => Vec::new(),
    };
    let labelled = stage >= Stage::Weights && routed.selected.len() <= MOST_LABELS;
    let missed = routing.free.as_ref().filter(|_| stage >= Stage::TopK);
    let chip = |expert: usize| {
        let place = routing.place(expert).filter(|_| stage >= Stage::TopK);
        let out = stage >= Stage::Keep && routed.candidates.get(expert) == Some(&false);
        let (shade, hollow) = fill.at(expert);
        Chip {
            expert,
            look: if place.is_some() {
                Look::Chosen
            } else if out {
                Look::Out
            } else {
                Look::In
            },
            fill: shade,
            edge: edge.as_ref().map(|edge| edge.at(expert).0),
            hollow,
            counted: counted.contains(&expert),
            missed: place.is_none() && missed.is_some_and(|free| free.selected.contains(&expert)),
            by_hand: by_hand(expert),
            weight: place.filter(|_| labelled).and_then(|at| routed.weights.get(at)).map(|weight| short(*weight)),
        }
    };
    (0..routing.raw.len()).map(chip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_short() {
        assert_eq!(
            [0.314_f32, 0.006, 0.996, 1.24, 9.96, 16.0, 0.0].map(short),
            [".31", ".01", "1.0", "1.2", "10", "16", ".00"]
        );
    }
}

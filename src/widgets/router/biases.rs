//! Biases set by hand: `17:0.3,40:-0.1`.

use crate::decimal;
use crate::state::{Field, Kind, Reason};

use super::state::MAX_EXPERTS;

/// Largest size of a bias.
const LIMIT: f64 = 4.0;
const EXAMPLE: &str = "17:0.3,40:-0.1";

/// Experts and their biases, ascending by expert.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Biases(Vec<(u32, f64)>);

impl Biases {
    /// Each expert with its bias.
    pub fn iter(&self) -> impl Iterator<Item = (usize, f64)> {
        self.0.iter().map(|(expert, bias)| (*expert as usize, *bias))
    }

    /// An expert's bias, if it was set.
    #[must_use]
    pub fn get(&self, expert: usize) -> Option<f64> {
        self.iter().find(|(known, _)| *known == expert).map(|(_, bias)| bias)
    }

    /// Sets an expert's bias, or takes it back; the bias is kept within its limits, an unknown expert is ignored.
    pub fn set(&mut self, expert: usize, bias: Option<f64>) {
        let Ok(expert) = u32::try_from(expert) else { return };
        self.0.retain(|(known, _)| *known != expert);
        if let Some(bias) = bias.filter(|bias| bias.is_finite() && expert < MAX_EXPERTS) {
            let at = self.0.partition_point(|(known, _)| *known < expert);
            self.0.insert(at, (expert, bias.clamp(-LIMIT, LIMIT)));
        }
    }

    /// Whether none is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Field for Biases {
    type Range = ();

    fn parse(text: &str, (): &()) -> Result<Self, Reason> {
        let mut biases = Self::default();
        for part in text.split(',').filter(|part| !part.is_empty()) {
            let (expert, bias) = part.split_once(':').ok_or(Reason::Form(EXAMPLE))?;
            let expert: u32 = expert.trim().parse().map_err(|_| Reason::Form(EXAMPLE))?;
            let bias = decimal::parse(bias.trim()).ok_or(Reason::Form(EXAMPLE))?;
            if expert >= MAX_EXPERTS {
                return Err(Reason::OutOfRange("0".into(), (MAX_EXPERTS - 1).to_string()));
            }
            if !(-LIMIT..=LIMIT).contains(&bias) {
                return Err(Reason::OutOfRange(decimal::shortest(-LIMIT), decimal::shortest(LIMIT)));
            }
            if biases.get(expert as usize).is_some() {
                return Err(Reason::Twice(expert.to_string()));
            }
            biases.set(expert as usize, Some(bias));
        }
        Ok(biases)
    }

    fn write(&self) -> String {
        let part = |(expert, bias): &(u32, f64)| [&expert.to_string(), ":", &decimal::shortest(*bias)].concat();
        self.0.iter().map(part).collect::<Vec<_>>().join(",")
    }

    fn kind((): &()) -> Kind {
        Kind::Form(EXAMPLE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        let biases = Biases::parse("40:-0.1,17:0.3,", &()).unwrap();
        assert_eq!(biases.write(), EXAMPLE);
        assert_eq!(biases.get(40), Some(-0.1));
        assert_eq!(Biases::parse("", &()), Ok(Biases::default()));
        for (text, reason) in [
            ("17", Reason::Form(EXAMPLE)),
            ("a:1", Reason::Form(EXAMPLE)),
            ("-1:1", Reason::Form(EXAMPLE)),
            ("1:x", Reason::Form(EXAMPLE)),
            ("384:1", Reason::OutOfRange("0".into(), "383".into())),
            ("1:NaN", Reason::OutOfRange("-4".into(), "4".into())),
            ("1:inf", Reason::OutOfRange("-4".into(), "4".into())),
            ("1:1,1:2", Reason::Twice("1".into())),
        ] {
            assert_eq!(Biases::parse(text, &()), Err(reason), "{text}");
        }
    }

    #[test]
    fn sets_and_takes_back() {
        let mut biases = Biases::default();
        biases.set(9, Some(99.0));
        biases.set(3, Some(-0.5));
        biases.set(600, Some(1.0));
        assert_eq!(biases.write(), "3:-0.5,9:4");
        biases.set(9, None);
        biases.set(3, Some(f64::NAN));
        assert!(biases.is_empty());
    }
}

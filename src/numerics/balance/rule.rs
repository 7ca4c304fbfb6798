//! How a bias follows the load.

/// The bias update after a step; `e` is the mean load less the expert's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// `b += γ sign(e)` (algorithm 1): blind to how much an expert is overloaded. DeepSeek-V3's.
    Sign,
    /// The same less the mean of all updates (torchtitan): only differences of bias matter, so the choice is the same.
    SignCentred,
    /// `b += γ e` (table 3 of the paper).
    Proportional,
}

impl Rule {
    /// Moves `bias` after a step with these loads; experts that are not `open` neither count nor move.
    pub fn update(self, gamma: f64, bias: &mut [f64], loads: &[u32], open: impl Fn(usize) -> bool) {
        let experts = (0..bias.len().min(loads.len())).filter(|at| open(*at));
        let count = experts.clone().count() as f64;
        let mean = experts.clone().map(|at| f64::from(loads[at])).sum::<f64>() / count;
        let error = |at: usize| mean - f64::from(loads[at]);
        let sign = |at: usize| gamma * if error(at) == 0.0 { 0.0 } else { f64::copysign(1.0, error(at)) };
        let drift = match self {
            Self::SignCentred => experts.clone().map(sign).sum::<f64>() / count,
            Self::Sign | Self::Proportional => 0.0,
        };
        for at in experts {
            bias[at] += match self {
                Self::Sign | Self::SignCentred => sign(at) - drift,
                Self::Proportional => gamma * error(at),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_against_the_load() {
        let moved = |rule: Rule| {
            let mut bias = [0.0; 4];
            rule.update(0.5, &mut bias, &[7, 1, 4, 4], |_| true);
            bias
        };
        assert_eq!(moved(Rule::Sign), [-0.5, 0.5, 0.0, 0.0]);
        assert_eq!(moved(Rule::SignCentred), [-0.5, 0.5, 0.0, 0.0]);
        assert_eq!(moved(Rule::Proportional), [-1.5, 1.5, 0.0, 0.0]);
    }

    #[test]
    fn a_closed_expert_is_left_alone() {
        let mut bias = [0.0; 3];
        Rule::Sign.update(1.0, &mut bias, &[0, 5, 3], |at| at != 0);
        assert_eq!(bias, [0.0, -1.0, 1.0]);
        Rule::SignCentred.update(1.0, &mut [], &[], |_| true);
    }
}

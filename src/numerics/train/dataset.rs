//! Points of two kinds in the plane.

use crate::numerics::rng::SplitMix64;

/// How many points a data set has: a multiple of four, half of each kind.
pub const POINTS: usize = 200;
/// The points lie between −`REACH` and `REACH`.
pub const REACH: f32 = 3.0;
/// Half-turns of each arm of the spiral.
const HALF_TURNS: f64 = 2.2;

/// How the kinds lie; each is made by hand, from a seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// Two arms of a spiral.
    Spiral,
    /// A disc inside a ring.
    Ring,
    /// Opposite quadrants.
    Xor,
}

/// Points and their kinds.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    /// Coordinates of each.
    pub at: Vec<[f32; 2]>,
    /// 0 or 1 of each.
    pub kind: Vec<f32>,
}

impl Dataset {
    /// [`POINTS`] points; the kinds alternate.
    #[must_use]
    pub fn points(self, seed: u64) -> Points {
        let mut rng = SplitMix64::new(seed ^ 0x706f_696e_7473);
        let at = (0..POINTS).map(|n| self.point(n / 2, n % 2 == 1, &mut rng)).collect();
        Points { at, kind: (0..POINTS).map(|n| (n % 2) as f32).collect() }
    }

    /// The `n`-th point of a kind.
    fn point(self, n: usize, second: bool, rng: &mut SplitMix64) -> [f32; 2] {
        let reach = f64::from(REACH);
        let [x, y] = match self {
            Self::Spiral => {
                let along = (n as f64 + 0.5) / (POINTS / 2) as f64;
                let (radius, turn) =
                    (0.12 + 0.85 * along, core::f64::consts::PI * (HALF_TURNS * along + second as u8 as f64));
                let shake = 0.015;
                [radius * libm::cos(turn) + shake * rng.normal(), radius * libm::sin(turn) + shake * rng.normal()]
            }
            Self::Ring => {
                let radius = if second { 0.65 + 0.3 * rng.uniform() } else { 0.45 * f64::sqrt(rng.uniform()) };
                let turn = core::f64::consts::TAU * rng.uniform();
                [radius * libm::cos(turn), radius * libm::sin(turn)]
            }
            Self::Xor => {
                let mut side = |positive: bool| (0.08 + 0.87 * rng.uniform()) * if positive { 1.0 } else { -1.0 };
                [side(n.is_multiple_of(2)), side(n.is_multiple_of(2) != second)]
            }
        };
        [x, y].map(|x| (x.clamp(-1.0, 1.0) * reach) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_apart_and_even() {
        for dataset in [Dataset::Spiral, Dataset::Ring, Dataset::Xor] {
            let points = dataset.points(1);
            assert_eq!(points, dataset.points(1));
            assert_ne!(points, dataset.points(2));
            assert_eq!(points.kind.iter().sum::<f32>() as usize, POINTS / 2);
            assert!(points.at.iter().flatten().all(|x| x.abs() <= REACH));
        }
        let xor = Dataset::Xor.points(3);
        assert!(xor.at.iter().zip(&xor.kind).all(|([x, y], kind)| (x * y < 0.0) == (*kind == 1.0)));
        let ring = Dataset::Ring.points(3);
        assert!(ring.at.iter().zip(&ring.kind).all(|([x, y], kind)| (x.hypot(*y) > 0.55 * REACH) == (*kind == 1.0)));
    }
}

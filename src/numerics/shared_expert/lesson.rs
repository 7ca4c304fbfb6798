//! What is to be learned.

use super::expert::{Expert, Vector, WIDTH};
use crate::numerics::rng::SplitMix64;

/// How many topics there are.
pub const TOPICS: usize = 16;
/// Hidden units of each teacher.
const TEACHER_UNITS: usize = 2;
/// Deviation of a teacher's weights out of its units.
const TEACHER_DOWN: f64 = 1.0;

/// A token with its topic, and what should come out.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The topic.
    pub topic: usize,
    /// The token.
    pub token: Vector,
    /// What should come out.
    pub target: Vector,
}

/// Teachers: fixed random networks. A target is `√c · common(x) + √(1 − c) · own_topic(x)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Teacher of all topics.
    common: Expert,
    /// A teacher for each topic.
    own: Vec<Expert>,
    /// The common share c of the target's power, 0 to 1.
    share: f64,
}

impl Lesson {
    /// Teachers from a seed; `share` is cut to 0..1.
    #[must_use]
    pub fn new(share: f64, seed: u64) -> Self {
        let mut rng = SplitMix64::new(seed);
        let mut teacher = || Expert::random(TEACHER_UNITS, TEACHER_DOWN, &mut rng);
        let common = teacher();
        Self { common, own: (0..TOPICS).map(|_| teacher()).collect(), share: share.clamp(0.0, 1.0) }
    }

    /// A token of a random topic.
    pub fn example(&self, rng: &mut SplitMix64) -> Example {
        let topic = (rng.next_u64() % TOPICS as u64) as usize;
        let token = token(rng);
        let (mut common, mut own) = ([0.0; WIDTH], [0.0; WIDTH]);
        self.common.forward(&token, &mut common);
        self.own[topic].forward(&token, &mut own);
        let (c, o) = (f64::sqrt(self.share), f64::sqrt(1.0 - self.share));
        Example { topic, token, target: std::array::from_fn(|at| c * common[at] + o * own[at]) }
    }
}

/// A token: independent standard normal numbers.
pub fn token(rng: &mut SplitMix64) -> Vector {
    std::array::from_fn(|_| rng.normal())
}

//! The experts, and how they learn.

use super::expert::{Expert, Vector, WIDTH};
use super::lesson::{Example, Lesson, TOPICS};
use crate::numerics::rng::SplitMix64;

/// Experts before they are cut finer.
pub const EXPERTS: usize = 8;
/// Experts that a token uses before they are cut finer.
pub const TOP_K: usize = 2;
/// Hidden units that a token uses, however finely they are cut.
pub const ACTIVE_UNITS: usize = 32;
/// Steps of a whole training.
pub const STEPS: u32 = 500;
/// Examples of a step.
const BATCH: usize = 16;
/// Learning rate of plain gradient descent.
const RATE: f64 = 0.1;
/// Deviation of an expert's weights out of its units before training.
const DOWN: f64 = 0.1;

/// How finely the experts are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Shared experts, out of those that a token uses.
    pub shared: usize,
    /// Routed experts.
    pub routed: usize,
    /// Routed experts that a token uses.
    pub chosen: usize,
    /// Hidden units of an expert.
    pub units: usize,
}

impl Sizes {
    /// Each of [`EXPERTS`] cut into `m` (1 to 16), and `shared` of those that a token uses made shared: as many weights,
    /// and as many in use, for every `m` and `shared`.
    #[must_use]
    pub fn new(m: usize, shared: usize) -> Self {
        let m = m.clamp(1, ACTIVE_UNITS / TOP_K);
        let shared = shared.min(m * TOP_K);
        Self { shared, routed: m * EXPERTS - shared, chosen: m * TOP_K - shared, units: ACTIVE_UNITS / (m * TOP_K) }
    }
}

/// How the loss changes with each expert's weights.
pub type Gradient = Vec<Expert>;

/// A mixture in training.
///
/// The gate is fixed, so that only the experts learn: each topic has its own routed experts, dealt out so that all have
/// equally many topics. A token's output is the plain sum of its experts' outputs.
#[derive(Clone, Debug)]
pub struct Mixture {
    sizes: Sizes,
    lesson: Lesson,
    /// The experts each topic uses: the shared ones first.
    used: Vec<Vec<usize>>,
    /// Shared experts, then routed ones.
    experts: Vec<Expert>,
    stream: SplitMix64,
    steps: u32,
    loss: f64,
}

impl Mixture {
    /// Before training. The same seed gives the same teachers, tokens and first weights for every size.
    #[must_use]
    pub fn new(sizes: Sizes, common: f64, seed: u64) -> Self {
        let part = |at: u64| seed.wrapping_mul(4).wrapping_add(at);
        let mut rng = SplitMix64::new(part(1));
        let experts = (0..sizes.shared + sizes.routed).map(|_| Expert::random(sizes.units, DOWN, &mut rng)).collect();
        Self {
            sizes,
            lesson: Lesson::new(common, part(0)),
            used: dealt(sizes, &mut SplitMix64::new(part(2))),
            experts,
            stream: SplitMix64::new(part(3)),
            steps: 0,
            loss: f64::NAN,
        }
    }

    /// Steps done.
    #[must_use]
    pub const fn steps(&self) -> u32 {
        self.steps
    }

    /// Its sizes.
    #[must_use]
    pub const fn sizes(&self) -> Sizes {
        self.sizes
    }

    /// Squared error a token and number, averaged over the last fifty steps or so; NaN before the first.
    #[must_use]
    pub const fn loss(&self) -> f64 {
        self.loss
    }

    /// The routed experts.
    #[must_use]
    pub fn routed(&self) -> &[Expert] {
        self.experts.get(self.sizes.shared..).unwrap_or_default()
    }

    /// What comes out for a token, and the hidden units of each expert in use.
    fn forward(&self, topic: usize, token: &Vector) -> (Vector, Vec<Vec<f64>>) {
        let mut output = [0.0; WIDTH];
        let units = self.used[topic].iter().map(|expert| self.experts[*expert].forward(token, &mut output)).collect();
        (output, units)
    }

    /// ½‖output − target‖², averaged over the examples.
    #[must_use]
    pub fn objective(&self, examples: &[Example]) -> f64 {
        let one = |example: &Example| {
            let (output, _) = self.forward(example.topic, &example.token);
            output.iter().zip(&example.target).map(|(y, t)| 0.5 * (y - t) * (y - t)).sum::<f64>()
        };
        examples.iter().map(one).sum::<f64>() / examples.len().max(1) as f64
    }

    /// How [`Mixture::objective`] changes with each weight.
    #[must_use]
    pub fn gradient(&self, examples: &[Example]) -> Gradient {
        let mut gradient: Gradient = self.experts.iter().map(|_| Expert::zero(self.sizes.units)).collect();
        let share = 1.0 / examples.len().max(1) as f64;
        for example in examples {
            let (output, units) = self.forward(example.topic, &example.token);
            let error: Vector = std::array::from_fn(|at| share * (output[at] - example.target[at]));
            for (expert, units) in self.used[example.topic].iter().zip(&units) {
                self.experts[*expert].backward(&example.token, units, &error, &mut gradient[*expert]);
            }
        }
        gradient
    }

    /// The examples of the next step.
    pub fn examples(&mut self) -> Vec<Example> {
        (0..BATCH).map(|_| self.lesson.example(&mut self.stream)).collect()
    }

    /// One step of gradient descent.
    pub fn step(&mut self) {
        let examples = self.examples();
        let loss = 2.0 * self.objective(&examples) / WIDTH as f64;
        let gradient = self.gradient(&examples);
        for (expert, gradient) in self.experts.iter_mut().zip(&gradient) {
            expert.step(gradient, RATE);
        }
        self.steps = self.steps.saturating_add(1);
        self.loss =
            if self.loss.is_nan() { loss } else { self.loss + (loss - self.loss) / f64::from(self.steps.min(50)) };
    }
}

/// Deals the routed experts out to the topics: each takes those that have the fewest topics so far, in random order.
fn dealt(sizes: Sizes, rng: &mut SplitMix64) -> Vec<Vec<usize>> {
    let mut topics_of = vec![0_u32; sizes.routed];
    let mut one = |_| {
        let mut places: Vec<(u32, u64)> = topics_of.iter().map(|topics| (*topics, rng.next_u64())).collect();
        let mut used: Vec<usize> = (0..sizes.shared).collect();
        for _ in 0..sizes.chosen {
            let least = (0..sizes.routed).min_by_key(|at| places[*at]);
            if let Some(at) = least {
                places[at].0 = u32::MAX;
                topics_of[at] += 1;
                used.push(sizes.shared + at);
            }
        }
        used
    };
    (0..TOPICS).map(&mut one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_keep_weights_and_work() {
        for m in [1, 2, 4, 8, 16] {
            for shared in 0..3 {
                let sizes = Sizes::new(m, shared);
                assert_eq!((sizes.shared + sizes.routed) * sizes.units, EXPERTS * ACTIVE_UNITS / TOP_K);
                assert_eq!((sizes.shared + sizes.chosen) * sizes.units, ACTIVE_UNITS);
            }
        }
        for (m, shared) in [(0, 0), (usize::MAX, usize::MAX), (1, 9)] {
            let mut mixture = Mixture::new(Sizes::new(m, shared), f64::NAN, u64::MAX);
            mixture.step();
        }
    }

    #[test]
    fn topics_are_dealt_evenly() {
        let mixture = Mixture::new(Sizes::new(4, 1), 0.5, 7);
        let mut topics_of = [0; 32];
        for used in &mixture.used {
            assert_eq!((used.len(), used[0]), (8, 0));
            used.iter().for_each(|expert| topics_of[*expert] += 1);
        }
        let (least, most) = (topics_of[1..].iter().min(), topics_of[1..].iter().max());
        assert_eq!((topics_of[0], least, most), (16, Some(&3), Some(&4)));
    }

    /// The weight `at` of a unit: into it or out of it.
    fn weight(expert: &mut Expert, up: bool, unit: usize, at: usize) -> &mut f64 {
        &mut (if up { &mut expert.up } else { &mut expert.down })[unit][at]
    }

    /// Every weight of every expert, against the central difference.
    #[test]
    fn gradients_are_the_finite_differences() {
        const H: f64 = 1e-5;
        let mut mixture = Mixture::new(Sizes::new(4, 1), 0.6, 3);
        (0..20).for_each(|_| mixture.step());
        let examples = mixture.examples();
        let (mut compared, mut largest) = (0, 0.0_f64);
        for (expert, mut slopes) in mixture.gradient(&examples).into_iter().enumerate() {
            let places = (0..mixture.sizes.units).flat_map(|unit| (0..WIDTH).map(move |at| (unit, at)));
            for (up, (unit, at)) in places.flat_map(|place| [(true, place), (false, place)]) {
                let before = *weight(&mut mixture.experts[expert], up, unit, at);
                let mut moved = |by: f64| {
                    *weight(&mut mixture.experts[expert], up, unit, at) = before + by;
                    mixture.objective(&examples)
                };
                let difference = (moved(H) - moved(-H)) / (2.0 * H);
                moved(0.0);
                let slope = *weight(&mut slopes, up, unit, at);
                assert!((difference - slope).abs() < 1e-8, "{expert} {unit} {at}: {difference} {slope}");
                largest = largest.max(slope.abs());
                compared += 1;
            }
        }
        assert!(compared == 32 * 4 * 8 * 2 && largest > 0.01, "{compared} {largest}");
    }
}

//! What is computed from a state, a slice at a time.

use super::state::{Scene, State};
use crate::numerics::balance::{
    COUNTED, Config, Lesson, LessonConfig, Method, Replay, Rule, TOKENS, idle, noise_floor,
};
use crate::numerics::rng::SplitMix64;

/// Logits of a slice of the loop: about 2 ms.
const SLICE: usize = 16_384;
/// Experts that learn.
pub const LEARNERS: usize = 16;
/// Experts that a token uses where they learn.
pub const LEARNERS_TOP_K: usize = 1;
/// Size of a gradient step where they learn.
const RATE: f64 = 0.1;
/// MaxVio that counts as half balanced.
pub const HALF: f64 = 0.5;

/// Both runs, as far as they have come.
#[derive(Clone)]
pub struct Model {
    /// A fixed router on a stream.
    pub replay: Replay,
    /// A router and experts that learn.
    pub lesson: Lesson,
    /// Experts from the most popular at the start to the least.
    pub ranked: Vec<usize>,
    scene: Scene,
    at: usize,
}

/// A step as every part of the widget sees it.
pub struct Seen<'a> {
    /// Tokens of each expert under the method that is shown.
    pub loads: &'a [u32],
    /// MaxVio by method.
    pub max_violation: [f64; 4],
}

/// How popular each expert is.
fn skew(state: &State) -> Vec<f64> {
    let mut rng = SplitMix64::new(u64::from(state.seed) ^ 0x706f_7075_6c61_7200);
    (0..state.experts).map(|_| state.skew * rng.normal()).collect()
}

/// What the loop replays. More chosen than there are experts is all of them.
pub fn config(state: &State) -> Config {
    Config {
        top_k: state.top_k.min(state.experts) as usize,
        tokens: state.tokens as usize,
        skew: skew(state),
        noise: 1.0,
        seed: state.seed.into(),
        gamma: state.gamma,
        rule: Rule::Sign,
        alpha: state.alpha,
        events: state.events.iter().collect(),
    }
}

fn lesson(state: &State) -> LessonConfig {
    LessonConfig {
        experts: LEARNERS,
        top_k: LEARNERS_TOP_K,
        seed: state.seed.into(),
        gamma: state.gamma,
        alpha: state.alpha,
        rate: RATE,
    }
}

impl Model {
    /// Before the first step.
    #[must_use]
    pub fn new(state: &State) -> Self {
        Self::of(state, Replay::new(config(state)), Lesson::new(lesson(state)))
    }

    /// With the steps that still hold.
    #[must_use]
    pub fn revised(&self, state: &State) -> Self {
        Self::of(state, self.replay.revised(config(state)), self.lesson.revised(lesson(state)))
    }

    fn of(state: &State, replay: Replay, lesson: Lesson) -> Self {
        let skew = &replay.config().skew;
        let ranked = match state.view {
            Scene::Loop => crate::widgets::order::ordered(0..skew.len(), |a, b| skew[*a] > skew[*b]),
            Scene::Learn => (0..LEARNERS).collect(),
        };
        Self { ranked, scene: state.view, at: state.at as usize, replay, lesson }
    }

    /// Work done and in all, while some is missing.
    #[must_use]
    pub fn pending(&self) -> Option<(u64, u64)> {
        let needed = self.at + 1;
        (self.steps() < needed).then(|| match self.scene {
            Scene::Loop => (self.replay.done(), self.replay.total(needed)),
            Scene::Learn => (self.lesson.steps().len() as u64, needed as u64),
        })
    }

    /// After a slice of work.
    #[must_use]
    pub fn advanced(&self) -> Self {
        let mut next = self.clone();
        match self.scene {
            Scene::Loop => next.replay.advance(SLICE, self.at + 1),
            Scene::Learn => next.lesson.advance(),
        }
        next
    }

    /// Steps that are done.
    #[must_use]
    pub fn steps(&self) -> usize {
        match self.scene {
            Scene::Loop => self.replay.steps().len(),
            Scene::Learn => self.lesson.steps().len(),
        }
    }

    /// The last step that can be shown: that of the state, or the last one done; none before the first is.
    #[must_use]
    pub fn last(&self) -> Option<usize> {
        Some(self.at.min(self.steps().checked_sub(1)?))
    }

    /// A step that is done, under a method.
    #[must_use]
    pub fn seen(&self, step: usize, method: Method) -> Option<Seen<'_>> {
        match self.scene {
            Scene::Loop => self
                .replay
                .steps()
                .get(step)
                .map(|step| Seen { loads: &step.loads[method.index()], max_violation: step.max_violation }),
            Scene::Learn => self
                .lesson
                .steps()
                .get(step)
                .map(|step| Seen { loads: &step.loads[method.index()], max_violation: step.max_violation }),
        }
    }

    /// Whether each expert is there at a step.
    #[must_use]
    pub fn open(&self, step: usize) -> Vec<bool> {
        match self.scene {
            Scene::Loop => self.replay.config().open(step),
            Scene::Learn => vec![true; LEARNERS],
        }
    }

    /// Tokens of an expert if all had equally many; where they learn, of the steps that are counted together.
    #[must_use]
    pub fn mean_load(&self, step: usize) -> f64 {
        let open = self.open(step).iter().filter(|open| **open).count() as f64;
        match self.scene {
            Scene::Loop => (self.replay.config().top_k * self.replay.config().tokens) as f64 / open,
            Scene::Learn => (LEARNERS_TOP_K * TOKENS * COUNTED.min(step + 1)) as f64 / open,
        }
    }

    /// Experts without a token at a step.
    #[must_use]
    pub fn idle(&self, step: usize, method: Method) -> usize {
        let open = self.open(step);
        self.seen(step, method).map_or(0, |seen| idle(seen.loads, |at| open[at]))
    }

    /// The first step below [`HALF`], up to the one that is shown.
    #[must_use]
    pub fn half(&self, method: Method) -> Option<usize> {
        let violation = |step: usize| self.seen(step, method).map(|seen| seen.max_violation[method.index()]);
        (0..=self.last()?).find(|step| violation(*step).is_some_and(|violation| violation < HALF))
    }

    /// Between which values chance alone would leave MaxVio, at the step that is shown; none where tokens come in
    /// sequences of one domain, so that they are not independent.
    #[must_use]
    pub fn floor(&self) -> Option<(f64, f64)> {
        let open = self.open(self.at).iter().filter(|open| **open).count();
        let config = self.replay.config();
        (self.scene == Scene::Loop).then(|| noise_floor(open, config.top_k, config.tokens))
    }

    /// The expert with the most tokens at the step that is shown.
    #[must_use]
    pub fn busiest(&self, state: &State) -> Option<usize> {
        let seen = self.seen(self.last()?, state.method)?;
        let most = seen.loads.iter().max()?;
        seen.loads.iter().position(|load| load == most)
    }

    /// Mean loss over the last steps up to one, by method; none where nothing learns.
    #[must_use]
    pub fn loss(&self, step: usize) -> Option<[f64; 4]> {
        let steps = self.lesson.steps().get((step + 1).saturating_sub(COUNTED)..=step)?;
        let count = steps.len() as f64;
        let mean = |at: usize| steps.iter().map(|step| step.loss[at]).sum::<f64>() / count;
        (self.scene == Scene::Learn).then(|| [0, 1, 2, 3].map(mean))
    }
}

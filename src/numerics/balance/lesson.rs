//! The same router and experts learning the same tokens, once under each method.

use std::rc::Rc;

use super::learner::Learner;
use super::step::Method;
use super::task::Task;
use super::{Rule, max_violation};

/// What is learned, and how it is balanced.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LessonConfig {
    /// Experts.
    pub experts: usize,
    /// Experts that a token uses.
    pub top_k: usize,
    /// Seed of task, tokens and first weights.
    pub seed: u64,
    /// Size of the bias update.
    pub gamma: f64,
    /// Weight of the auxiliary losses.
    pub alpha: f64,
    /// Size of a gradient step.
    pub rate: f64,
}

/// Steps whose tokens are counted together: a step has few sequences, and each is all of one domain.
pub const COUNTED: usize = 20;

/// What is kept of a step; arrays are by [`Method::ALL`]. Loads are those of the last [`COUNTED`] steps together.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonStep {
    /// Mean over tokens of half the squared error, before the step's own update.
    pub loss: [f64; 4],
    /// Tokens of each expert.
    pub loads: [Vec<u32>; 4],
    /// Tokens of each expert by domain: a row a domain.
    pub domains: [Vec<u32>; 4],
    /// MaxVio of the loads.
    pub max_violation: [f64; 4],
    /// Tokens of each expert by domain in this step alone.
    own: [Vec<u32>; 4],
}

/// A lesson, as far as it has come. A copy shares the steps that are done.
#[derive(Clone, Debug)]
pub struct Lesson {
    config: LessonConfig,
    task: Rc<Task>,
    learners: [Learner; 4],
    steps: Vec<Rc<LessonStep>>,
}

impl Lesson {
    /// Before the first step.
    #[must_use]
    pub fn new(config: LessonConfig) -> Self {
        let learner = || Learner::new(config.seed ^ 0x5eed, config.experts, config.top_k);
        let learners = [learner(), learner(), learner(), learner()];
        Self { config, task: Rc::new(Task::new(config.seed)), learners, steps: Vec::new() }
    }

    /// This one if it is of that configuration, else one from the start.
    #[must_use]
    pub fn revised(&self, config: LessonConfig) -> Self {
        if config == self.config { self.clone() } else { Self::new(config) }
    }

    /// The steps that are done.
    #[must_use]
    pub fn steps(&self) -> &[Rc<LessonStep>] {
        &self.steps
    }

    /// One more step under every method.
    pub fn advance(&mut self) {
        let LessonConfig { gamma, alpha, rate, .. } = self.config;
        let batch = self.task.batch(self.steps.len() as u64);
        let learners = &mut self.learners;
        let passes = [0, 1, 2, 3].map(|at| {
            let (method, learner) = (Method::ALL[at], &mut learners[at]);
            let pass = learner.pass(&batch, method, alpha);
            learner.descend(&pass, rate);
            if method == Method::Bias {
                Rule::Sign.update(gamma, &mut learner.bias, &pass.loads, |_| true);
            }
            pass
        });
        let loss = passes.each_ref().map(|pass| pass.loss);
        let own = passes.map(|pass| pass.domains);
        let recent = self.steps.iter().rev().take(COUNTED - 1);
        let mut domains = own.clone();
        for step in recent {
            for (sum, one) in domains.iter_mut().flatten().zip(step.own.iter().flatten()) {
                *sum += one;
            }
        }
        let experts = self.config.experts;
        let load = |domains: &Vec<u32>, at: usize| domains.iter().skip(at).step_by(experts).sum();
        let loads = domains.each_ref().map(|domains| (0..experts).map(|at| load(domains, at)).collect::<Vec<u32>>());
        let max_violation = loads.each_ref().map(|loads| max_violation(loads, |_| true));
        self.steps.push(Rc::new(LessonStep { loss, loads, domains, max_violation, own }));
    }
}

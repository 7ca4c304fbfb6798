//! Step after step through the same stream, all methods side by side, in slices.

use std::cell::RefCell;
use std::rc::Rc;

use super::exponential::exponential;
use super::select::Best;
use super::step::{Config, Method, Step, count};
use super::{Stream, auxiliary_gradient, max_violation};

/// Tokens of a sequence, over which one of the auxiliary losses is taken.
const SEQUENCE: usize = 64;
/// Size of a gradient step of the auxiliary losses, times the number of experts (their gradient shrinks with it).
const RATE: f64 = 1.0;

/// Affinities of the tokens of a step under the loss over the whole step, whose gradient needs them all. Only a memory: they can
/// be made anew.
#[derive(Debug, Default)]
struct Memory {
    step: Option<usize>,
    rows: Vec<f64>,
}

/// `exp(−logit)` of a token's experts: what every method starts from.
fn draw(config: &Config, skew: &[f64], stream: &mut Stream, row: &mut [f64]) {
    for (value, skew) in row.iter_mut().zip(skew) {
        *value = exponential(-(skew + config.noise * stream.noise()));
    }
}

/// The step under way.
#[derive(Clone, Debug)]
struct Now {
    /// Tokens routed.
    routed: usize,
    /// Tokens whose gradient over the whole step is taken.
    weighed: usize,
    loads: [Vec<u32>; 4],
    /// Loads of the sequence under way.
    sequence: Vec<u32>,
    gradients: [Vec<f64>; 2],
    bias: Vec<f64>,
    offsets: [Vec<f64>; 2],
}

impl Now {
    fn begin(bias: Vec<f64>, offsets: [Vec<f64>; 2]) -> Self {
        let experts = bias.len();
        let (none, zero) = (vec![0; experts], vec![0.0; experts]);
        let loads = [none.clone(), none.clone(), none.clone(), none.clone()];
        Self { routed: 0, weighed: 0, loads, sequence: none, gradients: [zero.clone(), zero], bias, offsets }
    }
}

/// A replay, as far as it has come. A copy is cheap: it shares the steps that are done.
#[derive(Clone, Debug)]
pub struct Replay {
    config: Rc<Config>,
    steps: Vec<Rc<Step>>,
    now: Now,
    memory: Rc<RefCell<Memory>>,
}

/// What a step is routed with.
struct Router {
    skew: Vec<f64>,
    /// `exp(−offset)`, infinite for a lost expert; for no offset, and for those of the two auxiliary losses.
    bent: [Vec<f64>; 3],
    /// Added to the affinities before the choice: nothing, or the bias.
    added: [Vec<f64>; 2],
    open: Vec<bool>,
    frozen: bool,
}

impl Router {
    fn new(config: &Config, step: usize, now: &Now) -> Self {
        let open = config.open(step);
        let shut = |value: f64, at: usize, lost: f64| if open[at] { value } else { lost };
        let bend = |offset: &f64, at: usize| shut(libm::exp(-offset), at, f64::INFINITY);
        let plain = (0..open.len()).map(|at| shut(1.0, at, f64::INFINITY)).collect();
        let of = |offsets: &Vec<f64>| offsets.iter().enumerate().map(|(at, offset)| bend(offset, at)).collect();
        let bent = [plain, of(&now.offsets[0]), of(&now.offsets[1])];
        let add =
            |bias: &dyn Fn(usize) -> f64| (0..open.len()).map(|at| shut(bias(at), at, f64::NEG_INFINITY)).collect();
        let added = [add(&|_| 0.0), add(&|at| now.bias[at])];
        Self { skew: config.skew(step), bent, added, frozen: config.frozen(step), open }
    }

    /// `fᵢ`: the load over its even share.
    fn shares(&self, loads: &[u32], tokens: usize, top_k: usize) -> Vec<f64> {
        let open = self.open.iter().filter(|open| **open).count() as f64;
        loads.iter().map(|load| f64::from(*load) * open / (top_k * tokens) as f64).collect()
    }
}

/// Affinities of one token.
fn affinities(values: &[f64], bent: &[f64], row: &mut [f64]) {
    for ((s, value), bent) in row.iter_mut().zip(values).zip(bent) {
        *s = 1.0 / (1.0 + value * bent);
    }
}

/// What is compared: affinities, with what is added for the choice.
fn add(row: &[f64], added: &[f64], scores: &mut [f64]) {
    for ((score, s), added) in scores.iter_mut().zip(row).zip(added) {
        *score = s + added;
    }
}

impl Replay {
    /// Before the first step.
    #[must_use]
    pub fn new(config: Config) -> Self {
        let zero = vec![0.0; config.experts()];
        let now = Now::begin(zero.clone(), [zero.clone(), zero]);
        Self { config: Rc::new(config), steps: Vec::new(), now, memory: Rc::default() }
    }

    /// The same stream under another configuration, with the steps that are the same in both; from the start if the
    /// stream or a method differs.
    #[must_use]
    pub fn revised(&self, config: Config) -> Self {
        let same = Config { events: self.config.events.clone(), ..config.clone() } == *self.config;
        if !same {
            return Self::new(config);
        }
        if config == *self.config {
            return self.clone();
        }
        let differ = |step: &usize| {
            let at = |config: &Config| (config.open(*step), config.frozen(*step), config.skew(*step));
            at(&config) != at(&self.config)
        };
        let first = (0..=self.steps.len()).find(differ).unwrap_or(usize::MAX);
        let mut next = Self { config: Rc::new(config), memory: Rc::default(), ..self.clone() };
        if let Some(step) = next.steps.get(first).cloned() {
            next.now = Now::begin(step.bias.clone(), step.offsets.clone());
            next.steps.truncate(first);
        } else if first != usize::MAX {
            next.now = Now::begin(next.now.bias, next.now.offsets);
        }
        next
    }

    /// What it replays.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The steps that are done.
    #[must_use]
    pub fn steps(&self) -> &[Rc<Step>] {
        &self.steps
    }

    /// Work done, in logits.
    #[must_use]
    pub fn done(&self) -> u64 {
        let tokens = self.steps.len() * self.config.tokens * 2 + self.now.routed + self.now.weighed;
        (tokens * self.config.experts()) as u64
    }

    /// Work in all, in logits, until there are so many steps.
    #[must_use]
    pub fn total(&self, steps: usize) -> u64 {
        (steps * self.config.tokens * 2 * self.config.experts()) as u64
    }

    /// Works through about so many logits, and stops when there are so many steps.
    pub fn advance(&mut self, logits: usize, steps: usize) {
        let (experts, tokens) = (self.config.experts(), self.config.tokens);
        if experts == 0 || tokens == 0 {
            return;
        }
        let mut left = (logits / experts).max(1);
        while left > 0 && self.steps.len() < steps {
            let router = Router::new(&self.config, self.steps.len(), &self.now);
            let routed = self.now.routed;
            if routed < tokens {
                // A sequence is not cut in two.
                let until = routed.saturating_add(left).min(tokens).next_multiple_of(SEQUENCE).min(tokens);
                self.route(&router, until);
                left = left.saturating_sub(until - routed);
            } else {
                let weighed = self.now.weighed;
                let until = weighed.saturating_add(left).min(tokens);
                self.weigh(&router, until);
                left = left.saturating_sub(until - weighed);
            }
            if self.now.weighed == tokens {
                self.finish(&router);
            }
        }
    }

    /// The stream before a token of the present step.
    fn stream(&self, token: usize) -> Stream {
        let first = (self.steps.len() as u64).wrapping_mul(self.config.tokens as u64).wrapping_add(token as u64);
        Stream::at(self.config.seed, first, self.config.experts() as u64)
    }

    /// Routes tokens under every method, and takes the gradient over each sequence.
    fn route(&mut self, router: &Router, until: usize) {
        let mut stream = self.stream(self.now.routed);
        let Self { config, steps, now, memory } = self;
        let mut memory = memory.borrow_mut();
        let experts = router.skew.len();
        if memory.step != Some(steps.len()) || memory.rows.len() != now.routed * experts {
            memory.rows.clear();
            memory.step = (now.routed == 0).then_some(steps.len());
        }
        let mut best = Best::default();
        let [mut values, mut row, mut scores] = [(); 3].map(|()| vec![0.0; experts]);
        let mut sequence = Vec::with_capacity(SEQUENCE * experts);
        for token in now.routed..until {
            draw(config, &router.skew, &mut stream, &mut values);
            affinities(&values, &router.bent[0], &mut row);
            for (method, added) in [(Method::None, &router.added[0]), (Method::Bias, &router.added[1])] {
                add(&row, added, &mut scores);
                count(&mut best, &scores, config.top_k, &mut now.loads[method.index()]);
            }
            affinities(&values, &router.bent[1], &mut row);
            sequence.extend_from_slice(&row);
            add(&row, &router.added[0], &mut scores);
            count(&mut best, &scores, config.top_k, &mut now.sequence);
            affinities(&values, &router.bent[2], &mut row);
            memory.rows.extend_from_slice(&row);
            add(&row, &router.added[0], &mut scores);
            count(&mut best, &scores, config.top_k, &mut now.loads[Method::AuxiliaryBatch.index()]);
            if (token + 1).is_multiple_of(SEQUENCE) || token + 1 == config.tokens {
                let f = router.shares(&now.sequence, sequence.len() / experts, config.top_k);
                for row in sequence.chunks_exact(experts) {
                    auxiliary_gradient(row, &f, 1.0 / config.tokens as f64, &mut now.gradients[0]);
                }
                let loads = now.loads[Method::AuxiliarySequence.index()].iter_mut();
                loads.zip(&mut now.sequence).for_each(|(load, own)| *load += std::mem::take(own));
                sequence.clear();
            }
        }
        now.routed = until;
    }

    /// Takes the gradient over the whole step.
    fn weigh(&mut self, router: &Router, until: usize) {
        let experts = router.skew.len();
        let mut stream = self.stream(0);
        let Self { config, steps, now, memory } = self;
        let mut memory = memory.borrow_mut();
        if memory.step != Some(steps.len()) || memory.rows.len() != config.tokens * experts {
            // Another replay has used it since.
            *memory = Memory { step: Some(steps.len()), rows: vec![0.0; config.tokens * experts] };
            let mut values = vec![0.0; experts];
            for row in memory.rows.chunks_exact_mut(experts) {
                draw(config, &router.skew, &mut stream, &mut values);
                affinities(&values, &router.bent[2], row);
            }
        }
        let f = router.shares(&now.loads[Method::AuxiliaryBatch.index()], config.tokens, config.top_k);
        for row in memory.rows[now.weighed * experts..until * experts].chunks_exact(experts) {
            auxiliary_gradient(row, &f, 1.0 / config.tokens as f64, &mut now.gradients[1]);
        }
        now.weighed = until;
    }

    /// Keeps the step, and balances for the next.
    fn finish(&mut self, router: &Router) {
        let now = &self.now;
        let (mut bias, mut offsets) = (now.bias.clone(), now.offsets.clone());
        let open = |at: usize| router.open[at];
        if !router.frozen {
            self.config.rule.update(self.config.gamma, &mut bias, &now.loads[Method::Bias.index()], open);
            let rate = self.config.alpha * RATE * router.skew.len() as f64;
            for (offset, gradient) in offsets.iter_mut().zip(&now.gradients) {
                offset.iter_mut().zip(gradient).for_each(|(offset, gradient)| *offset -= rate * gradient);
            }
        }
        let done = std::mem::replace(&mut self.now, Now::begin(bias, offsets));
        let max_violation = [0, 1, 2, 3].map(|at| max_violation(&done.loads[at], open));
        let Now { loads, bias, offsets, .. } = done;
        self.steps.push(Rc::new(Step { loads, max_violation, bias, offsets }));
    }
}

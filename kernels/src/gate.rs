//! A gate over many tokens: from one logit an expert to the chosen experts and their weights.

use crate::exp::{Exp, exp, sigmoid};
use crate::lanes::{Lanes, WIDTH};
use crate::select::{Best, two_largest};

/// How logits become what is compared and weighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// A sigmoid of each logit.
    Sigmoid,
    /// A softmax over all.
    Softmax,
    /// Logits are compared; a softmax over the chosen gives the weights.
    SoftmaxOfSelected,
    /// Logits are compared; the sigmoid of each chosen is its weight.
    SigmoidOfSelected,
}

/// A gate's rule. The caller has checked it: groups divide the experts, and nothing asks for more than there is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Experts.
    pub experts: usize,
    /// Groups of equally many consecutive experts.
    pub n_group: usize,
    /// Groups that are kept.
    pub topk_group: usize,
    /// Experts that are chosen.
    pub top_k: usize,
    /// Logits to affinities.
    pub scoring: Scoring,
    /// Whether a group scores the sum of its two largest, instead of its largest.
    pub two_largest: bool,
    /// Whether experts out of the kept groups score 0 instead of being left out.
    pub mask_zero: bool,
    /// Whether the bias is added to the logits, instead of to the affinities for the choice alone.
    pub bias_on_logits: bool,
    /// Whether the biased scores are weighted.
    pub bias_in_weights: bool,
    /// Whether the weights are divided by their sum plus this.
    pub norm_floor: Option<f32>,
    /// Factor on the weights.
    pub scale: f32,
}

/// A rule with room for one token's stages.
#[derive(Clone, Debug)]
pub struct Gate {
    rule: Rule,
    exp: Exp,
    /// One an expert, like the other blocks of four; what is beyond the experts is 0.
    bias: Vec<Lanes>,
    affinity: Vec<Lanes>,
    biased: Vec<Lanes>,
    groups: Best,
    /// The second largest score of each group.
    second: Vec<f32>,
    kept: Vec<bool>,
    chosen: Best,
    weighted: Vec<(u32, f32)>,
    free: Best,
    own: Best,
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn blocks(numbers: &[f32], count: usize) -> Vec<Lanes> {
    let mut blocks: Vec<Lanes> = numbers.chunks(WIDTH).map(|chunk| block(chunk, 0.0)).collect();
    blocks.resize(count, Lanes::splat(0.0));
    blocks
}

/// Up to four numbers, filled up.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn block(numbers: &[f32], rest: f32) -> Lanes {
    match *numbers {
        [a, b, c, d, ..] => Lanes::new([a, b, c, d]),
        [a, b, c] => Lanes::new([a, b, c, rest]),
        [a, b] => Lanes::new([a, b, rest, rest]),
        [a] => Lanes::new([a, rest, rest, rest]),
        [] => Lanes::splat(rest),
    }
}

impl Gate {
    /// `bias`: one an expert, or empty.
    #[must_use]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn new(rule: Rule, bias: &[f32]) -> Self {
        let count = rule.experts.div_ceil(WIDTH);
        Self {
            rule,
            exp: Exp::new(),
            bias: blocks(bias, count),
            affinity: blocks(&[], count),
            biased: blocks(&[], count),
            groups: Best::new(rule.topk_group),
            second: vec![0.0; rule.n_group],
            kept: vec![true; rule.n_group],
            chosen: Best::new(rule.top_k),
            weighted: Vec::with_capacity(rule.top_k),
            free: Best::new(rule.top_k),
            own: Best::new(rule.top_k),
        }
    }

    /// Routes one token, one logit an expert: the chosen experts by weight, larger first, ties by index.
    ///
    /// None where a score is not finite; nothing is chosen then.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn route(&mut self, logits: &[f32]) -> Option<&[(u32, f32)]> {
        self.chosen.clear(f32::NEG_INFINITY);
        self.weighted.clear();
        if logits.len() != self.rule.experts || !self.score(logits) {
            return None;
        }
        self.keep_groups();
        self.choose();
        self.weigh();
        Some(&self.weighted)
    }

    /// The experts that the last token would have chosen without groups, best first, and what the chosen scores are of
    /// theirs: 1 where they are the same experts; NaN where the best sum is not positive.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn without_groups(&mut self) -> (&[u32], f32) {
        self.free.clear(f32::NEG_INFINITY);
        self.free.scan(&self.biased, 0, self.rule.experts);
        if self.free.indices() == self.chosen.indices() {
            return (self.free.indices(), 1.0);
        }
        // By expert first, so that equal scores keep the order of their index.
        self.own.clear(f32::NEG_INFINITY);
        self.weighted.clear();
        self.weighted.extend(self.chosen.indices().iter().map(|expert| (*expert, 0.0)));
        order(&mut self.weighted);
        for (expert, _) in &self.weighted {
            self.own.offer(*expert as usize, lane(&self.biased, *expert));
        }
        let (chosen, best): (f32, f32) = (self.own.scores().iter().sum(), self.free.scores().iter().sum());
        let share = match self.own.indices() == self.free.indices() {
            true => 1.0,
            false if best > 0.0 => chosen / best,
            false => f32::NAN,
        };
        (self.free.indices(), share)
    }

    /// Affinities and what is compared; whether all of it is finite.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn score(&mut self, logits: &[f32]) -> bool {
        let softmax = self.rule.scoring == Scoring::Softmax;
        let (whole, rest) = logits.as_chunks::<WIDTH>();
        for (lanes, logits) in self.affinity.iter_mut().zip(whole) {
            *lanes = Lanes::new(*logits);
        }
        if let Some(lanes) = self.affinity.get_mut(whole.len()) {
            *lanes = block(rest, if softmax { f32::NEG_INFINITY } else { 0.0 });
        }
        if self.rule.bias_on_logits {
            self.affinity.iter_mut().zip(&self.bias).for_each(|(lanes, bias)| *lanes = Lanes::add(*lanes, *bias));
        }
        let exp = &self.exp;
        match self.rule.scoring {
            Scoring::Sigmoid => self.affinity.iter_mut().for_each(|lanes| *lanes = exp.sigmoid(*lanes)),
            Scoring::Softmax => softmax_of(&mut self.affinity, self.rule.experts, exp),
            Scoring::SoftmaxOfSelected | Scoring::SigmoidOfSelected => {}
        }
        // Numbers minus themselves: 0 where all are finite, NaN otherwise.
        let mut odd = Lanes::splat(0.0);
        for ((affinity, bias), biased) in self.affinity.iter().zip(&self.bias).zip(&mut self.biased) {
            *biased = if self.rule.bias_on_logits { *affinity } else { Lanes::add(*affinity, *bias) };
            odd = Lanes::add(odd, Lanes::sub(*biased, *biased));
        }
        Lanes::nan(odd).bits() == 0
    }

    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn keep_groups(&mut self) {
        let Rule { experts, n_group, topk_group, top_k, .. } = self.rule;
        if topk_group >= n_group {
            return;
        }
        let size = experts / n_group;
        self.groups.clear(f32::NEG_INFINITY);
        for (group, second_best) in self.second.iter_mut().enumerate() {
            let (first, second) = two_largest(&self.biased, group * size, (group + 1) * size);
            let score = if self.rule.two_largest && size > 1 { first + second } else { first };
            *second_best = second;
            self.groups.offer(group, score);
        }
        self.kept.fill(false);
        let mut bar = f32::INFINITY;
        for group in self.groups.indices() {
            if let (Some(kept), Some(second)) = (self.kept.get_mut(*group as usize), self.second.get(*group as usize)) {
                *kept = true;
                bar = bar.min(*second);
            }
        }
        // Two of each kept group are at least as good as the worst of those: no worse one need be looked at.
        let enough = top_k <= 2 * topk_group && size > 1 && !self.rule.mask_zero;
        self.chosen.clear(if enough { bar } else { f32::NEG_INFINITY });
    }

    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn choose(&mut self) {
        let size = self.rule.experts / self.rule.n_group.max(1);
        for (group, kept) in self.kept.iter().enumerate() {
            let (start, end) = (group * size, (group + 1) * size);
            if *kept {
                self.chosen.scan(&self.biased, start, end);
            } else if self.rule.mask_zero {
                (start..end).for_each(|expert| self.chosen.offer(expert, 0.0));
            }
        }
    }

    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn weigh(&mut self) {
        let scored = if self.rule.bias_in_weights { &self.biased } else { &self.affinity };
        self.weighted.extend(self.chosen.indices().iter().map(|expert| (*expert, lane(scored, *expert))));
        let weights = &mut self.weighted;
        match self.rule.scoring {
            Scoring::Sigmoid | Scoring::Softmax => {}
            Scoring::SigmoidOfSelected => {
                for (expert, weight) in weights.iter_mut() {
                    *weight = sigmoid(lane(&self.affinity, *expert));
                }
            }
            Scoring::SoftmaxOfSelected => {
                let logits = self.chosen.indices().iter().map(|expert| lane(&self.affinity, *expert));
                let largest = logits.fold(f32::NEG_INFINITY, f32::max);
                for (expert, weight) in weights.iter_mut() {
                    *weight = exp(lane(&self.affinity, *expert) - largest);
                }
                let sum: f32 = weights.iter().map(|(_, weight)| *weight).sum();
                weights.iter_mut().for_each(|(_, weight)| *weight /= sum);
            }
        }
        if let Some(floor) = self.rule.norm_floor {
            let sum = weights.iter().map(|(_, weight)| *weight).sum::<f32>() + floor;
            weights.iter_mut().for_each(|(_, weight)| *weight /= sum);
        }
        weights.iter_mut().for_each(|(_, weight)| *weight *= self.rule.scale);
        order(weights);
    }
}

#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn lane(blocks: &[Lanes], at: u32) -> f32 {
    let at = at as usize;
    blocks.get(at / WIDTH).map_or(0.0, |lanes| Lanes::to_array(*lanes)[at % WIDTH])
}

/// Softmax over the first `count` numbers, the largest subtracted first; the sum runs in index order.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn softmax_of(blocks: &mut [Lanes], count: usize, exp: &Exp) {
    let mut largest = Lanes::splat(f32::NEG_INFINITY);
    blocks.iter().for_each(|lanes| largest = Lanes::larger(largest, *lanes));
    let largest = Lanes::splat(Lanes::to_array(largest).into_iter().fold(f32::NEG_INFINITY, f32::max));
    let (mut sum, mut left) = (0.0_f32, count);
    for lanes in blocks.iter_mut() {
        *lanes = exp.exp(Lanes::sub(*lanes, largest));
        Lanes::to_array(*lanes).iter().take(left).for_each(|exp| sum += exp);
        left = left.saturating_sub(WIDTH);
    }
    let sum = Lanes::splat(sum);
    blocks.iter_mut().for_each(|lanes| *lanes = Lanes::div(*lanes, sum));
}

/// By weight, larger first, NaN last; ties by index, lower first.
fn order(weights: &mut [(u32, f32)]) {
    let before = |a: (u32, f32), b: (u32, f32)| match (a.1.is_nan(), b.1.is_nan()) {
        (false, false) if a.1 != b.1 => a.1 > b.1,
        (false, true) => true,
        (true, false) => false,
        _ => a.0 < b.0,
    };
    for end in 1..weights.len() {
        let mut at = end;
        while at > 0 && before(weights[at], weights[at - 1]) {
            weights.swap(at, at - 1);
            at -= 1;
        }
    }
}

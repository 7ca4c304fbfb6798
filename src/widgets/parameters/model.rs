//! What is computed from a state.

use super::state::State;
use crate::numerics::models::{Model, Parameters, Part, Place, Refusal, awake};

/// Everything that is drawn and said.
pub struct Computed {
    /// The architecture as published.
    pub published: &'static Model,
    /// The architecture with what-if sizes.
    pub model: Model,
    /// Sizes that were not taken.
    pub refusals: Vec<Refusal>,
    /// Its parameters.
    pub parameters: Parameters,
    /// The published one's.
    pub before: Parameters,
    /// What fills the picture.
    pub place: Place,
    /// For each layer with routed experts, which are lit.
    pub awake: Vec<Vec<bool>>,
    /// Parameters that the tokens use together.
    pub touched: u64,
    /// Bytes of all parameters.
    pub bytes: u64,
    /// Floating-point operations for one token.
    pub flops: f64,
    /// The same if every parameter worked on every token.
    pub dense_flops: f64,
}

/// Computes everything.
#[must_use]
pub fn compute(state: &State) -> Computed {
    let published = state.model.model();
    let (model, refusals) = published.with(&state.overrides());
    let parameters = model.parameters();
    let awake = awake(&model, state.token, state.tokens);
    let lit: usize = awake.iter().map(|layer| layer.iter().filter(|on| **on).count()).sum();
    let active = parameters.active_without_input_embedding();
    let expert = model.parameters_of_one(Part::RoutedExperts);
    let everywhere =
        Model { moe: model.moe.map(|moe| crate::numerics::models::Moe { top_k: moe.experts, ..moe }), ..model };
    Computed {
        published,
        before: published.parameters(),
        place: state.zoom.nearest(&model),
        touched: active - parameters.active_routed_experts + lit as u64 * expert,
        awake,
        bytes: parameters.bytes(state.weight_format),
        flops: model.flops_per_token(state.context) as f64,
        dense_flops: everywhere.flops_per_token(state.context) as f64,
        model,
        refusals,
        parameters,
    }
}

impl Computed {
    /// Parameters in a place that the tokens use.
    #[must_use]
    pub fn lit_in(&self, place: Place) -> u64 {
        let model = &self.model;
        let lit =
            |layer: u8| self.awake.get(usize::from(layer)).map_or(0, |flags| flags.iter().filter(|on| **on).count());
        match place {
            Place::All => self.touched,
            Place::Rest => self.touched - self.lit_in(Place::Part(Part::RoutedExperts)),
            Place::Part(Part::RoutedExperts) => {
                (0..model.moe_layers()).map(|layer| self.lit_in(Place::Layer(Part::RoutedExperts, layer))).sum()
            }
            Place::Part(part) => model.active_parameters_of(part),
            Place::Layer(Part::RoutedExperts, layer) => {
                lit(layer) as u64 * model.parameters_of_one(Part::RoutedExperts)
            }
            _ if self.is_lit(place) => model.parameters_in(place),
            _ => 0,
        }
    }

    /// Whether a place without parts of its own kind is in use.
    #[must_use]
    pub fn is_lit(&self, place: Place) -> bool {
        match place {
            Place::Expert(Part::RoutedExperts, layer, expert)
            | Place::Tensor(Part::RoutedExperts, layer, expert, _) => {
                self.awake.get(usize::from(layer)).and_then(|flags| flags.get(usize::from(expert))) == Some(&true)
            }
            Place::Tensor(Part::InputEmbedding, ..) => self.model.tie_embeddings,
            _ => true,
        }
    }

    /// The share of all parameters that works on a token, by the convention without the input embedding.
    #[must_use]
    pub fn active_fraction(&self) -> f64 {
        self.parameters.active_without_input_embedding() as f64 / self.parameters.total() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{read, split};

    fn computed(query: &str) -> Computed {
        compute(&read(&State::default(), &split(query)).0)
    }

    #[test]
    fn what_is_lit_adds_up() {
        for query in [
            "",
            "tokens=64",
            "model=llama-4-maverick&tokens=9",
            "model=qwen2.5-72b",
            "model=falcon-7b",
            "experts=1&top-k=1",
        ] {
            let all = computed(query);
            let mut open = vec![Place::All];
            while let Some(place) = open.pop() {
                let inside = all.model.places_in(place);
                let lit = all.lit_in(place);
                assert!(lit <= all.model.parameters_in(place), "{query} {place:?}");
                if !inside.is_empty() {
                    assert_eq!(inside.iter().map(|child| all.lit_in(*child)).sum::<u64>(), lit, "{query} {place:?}");
                }
                open.extend(inside.iter().step_by(if inside.len() > 9 { 29 } else { 1 }));
            }
        }
        let one = computed("");
        assert_eq!(one.touched, one.parameters.active_without_input_embedding());
        assert!(computed("tokens=1024").touched > one.touched * 17);
    }

    #[test]
    fn a_dense_model_of_the_size_works_with_everything() {
        let all = computed("");
        assert!((all.dense_flops / all.flops - 14.52).abs() < 0.01, "{}", all.dense_flops / all.flops);
        let llama = computed("model=llama-3.1-405b");
        assert_eq!(llama.dense_flops, llama.flops);
    }
}

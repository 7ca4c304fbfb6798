//! What-if: a published architecture with other sizes.

use super::model::{Model, Moe};

/// Sizes to try instead of the published ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Routed experts a layer.
    pub experts: Option<u16>,
    /// Experts that a token uses.
    pub top_k: Option<u16>,
    /// Experts that every token uses.
    pub shared_experts: Option<u16>,
    /// Width of an expert.
    pub moe_intermediate: Option<u16>,
    /// Layers with a dense feed-forward network.
    pub dense_layers: Option<u8>,
}

/// A size that can be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Routed experts a layer.
    Experts,
    /// Experts that a token uses.
    TopK,
    /// Experts that every token uses.
    SharedExperts,
    /// Width of an expert.
    MoeIntermediate,
    /// Layers with a dense feed-forward network.
    DenseLayers,
}

/// Why a size was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The model has no experts at all.
    Dense,
    /// A token cannot use more experts than there are.
    TopKAboveExperts {
        /// Experts a token.
        top_k: u16,
        /// Experts.
        experts: u16,
    },
    /// There are not so many layers.
    DenseLayersAboveLayers {
        /// Layers of the model.
        layers: u8,
    },
    /// No layer of the model has a dense network, so its width is not known.
    NoDenseWidth,
}

/// A size that was not taken; the published one stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which.
    pub size: Size,
    /// What was asked for.
    pub given: u16,
    /// Why not.
    pub why: Impossible,
}

impl Overrides {
    fn given(&self) -> [(Size, Option<u16>); 5] {
        [
            (Size::Experts, self.experts),
            (Size::TopK, self.top_k),
            (Size::SharedExperts, self.shared_experts),
            (Size::MoeIntermediate, self.moe_intermediate),
            (Size::DenseLayers, self.dense_layers.map(u16::from)),
        ]
    }
}

impl Model {
    /// This model with other sizes; those that make no model are left out and said.
    #[must_use]
    pub fn with(&self, overrides: &Overrides) -> (Self, Vec<Refusal>) {
        let Some(published) = self.moe else {
            let refused = overrides
                .given()
                .into_iter()
                .filter_map(|(size, given)| given.map(|given| Refusal { size, given, why: Impossible::Dense }));
            return (*self, refused.collect());
        };
        let mut refusals = Vec::new();
        let (experts, top_k) = choice(&published, overrides, &mut refusals);
        let moe = Moe {
            experts,
            top_k,
            shared_experts: overrides.shared_experts.unwrap_or(published.shared_experts),
            intermediate: overrides.moe_intermediate.unwrap_or(published.intermediate),
            ..published
        };
        let dense_layers = overrides.dense_layers.filter(|given| {
            let why = if *given > self.layers {
                Some(Impossible::DenseLayersAboveLayers { layers: self.layers })
            } else {
                (*given > 0 && self.intermediate == 0).then_some(Impossible::NoDenseWidth)
            };
            refusals.extend(why.map(|why| Refusal { size: Size::DenseLayers, given: u16::from(*given), why }));
            why.is_none()
        });
        let interleaved = self.interleaved && dense_layers.is_none_or(|given| given == self.dense_layers);
        let dense_layers = dense_layers.unwrap_or(self.dense_layers);
        (Self { moe: Some(moe), dense_layers, interleaved, ..*self }, refusals)
    }
}

/// Experts, and how many a token uses: as many of the two given as go together.
fn choice(published: &Moe, overrides: &Overrides, refusals: &mut Vec<Refusal>) -> (u16, u16) {
    let experts = overrides.experts.unwrap_or(published.experts);
    let top_k = overrides.top_k.unwrap_or(published.top_k);
    if top_k <= experts {
        return (experts, top_k);
    }
    let refuse = |size, given| Refusal { size, given, why: Impossible::TopKAboveExperts { top_k, experts } };
    refusals.extend(overrides.top_k.map(|given| refuse(Size::TopK, given)));
    if published.top_k <= experts {
        return (experts, published.top_k);
    }
    let why = Impossible::TopKAboveExperts { top_k: published.top_k, experts };
    refusals.extend(overrides.experts.map(|given| Refusal { size: Size::Experts, given, why }));
    (published.experts, published.top_k)
}

#[cfg(test)]
mod tests {
    use super::super::{MODELS, model};
    use super::*;

    fn v3(overrides: Overrides) -> (Model, Vec<Refusal>) {
        model("deepseek-v3").unwrap().with(&overrides)
    }

    fn refusal(size: Size, given: u16, why: Impossible) -> Vec<Refusal> {
        vec![Refusal { size, given, why }]
    }

    #[test]
    fn nothing_asked_for_changes_nothing() {
        for model in &MODELS {
            assert_eq!(model.with(&Overrides::default()), (*model, Vec::new()));
        }
    }

    #[test]
    fn what_goes_together_is_taken() {
        let overrides = Overrides {
            experts: Some(64),
            top_k: Some(4),
            shared_experts: Some(2),
            moe_intermediate: Some(4096),
            dense_layers: Some(61),
        };
        let (model, refusals) = v3(overrides);
        let moe = model.moe.unwrap();
        assert_eq!(refusals, []);
        assert_eq!((moe.experts, moe.top_k, moe.shared_experts, moe.intermediate), (64, 4, 2, 4096));
        assert_eq!((model.moe_layers(), model.parameters().routed_experts), (0, 0));
    }

    #[test]
    fn what_does_not_is_refused_with_a_reason() {
        let above = |top_k, experts| Impossible::TopKAboveExperts { top_k, experts };
        let (model, refusals) = v3(Overrides { top_k: Some(300), ..Overrides::default() });
        assert_eq!(refusals, refusal(Size::TopK, 300, above(300, 256)));
        assert_eq!(model.moe.unwrap().top_k, 8);
        let (model, refusals) = v3(Overrides { experts: Some(4), ..Overrides::default() });
        assert_eq!(refusals, refusal(Size::Experts, 4, above(8, 4)));
        assert_eq!(model.moe.unwrap().experts, 256);
        // 64 of 32: the 32 can stay.
        let (model, refusals) = v3(Overrides { experts: Some(32), top_k: Some(64), ..Overrides::default() });
        assert_eq!(refusals, refusal(Size::TopK, 64, above(64, 32)));
        assert_eq!((model.moe.unwrap().experts, model.moe.unwrap().top_k), (32, 8));
        // 6 of 4: neither can.
        let (model, refusals) = v3(Overrides { experts: Some(4), top_k: Some(6), ..Overrides::default() });
        assert_eq!((refusals.len(), model.moe.unwrap().experts, model.moe.unwrap().top_k), (2, 256, 8));
        let (model, refusals) = v3(Overrides { dense_layers: Some(62), ..Overrides::default() });
        assert_eq!(refusals, refusal(Size::DenseLayers, 62, Impossible::DenseLayersAboveLayers { layers: 61 }));
        assert_eq!(model.dense_layers, 3);
    }

    #[test]
    fn a_dense_model_has_no_experts_to_change() {
        let llama = model("llama-3.1-405b").unwrap();
        let overrides = Overrides { experts: Some(8), dense_layers: Some(1), ..Overrides::default() };
        let (same, refusals) = llama.with(&overrides);
        assert_eq!((same, refusals.len()), (*llama, 2));
        assert!(refusals.iter().all(|refusal| refusal.why == Impossible::Dense));
        // Mixtral's layers are all mixtures; how wide a dense one would be is not known.
        let (_, refusals) = model("mixtral-8x7b").unwrap().with(&Overrides { dense_layers: Some(1), ..overrides });
        assert_eq!(refusals[0].why, Impossible::NoDenseWidth);
        let (_, none) =
            model("mixtral-8x7b").unwrap().with(&Overrides { dense_layers: Some(0), ..Overrides::default() });
        assert_eq!(none, []);
    }
}

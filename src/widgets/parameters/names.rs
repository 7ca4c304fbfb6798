//! What things are called, and how their numbers are written.

use super::model::Computed;
use crate::i18n::{self, Lang, ParametersText, Scale, fill, integer};
use crate::numerics::models::{Part, Place, Size, WeightFormat};

/// The texts with what writing a number needs.
#[derive(Clone, Copy)]
pub struct Names {
    pub text: &'static ParametersText,
    pub lang: Lang,
}

impl Names {
    pub const fn new(lang: Lang) -> Self {
        Self { text: i18n::parameters(lang), lang }
    }

    /// A count with three digits: `671 B`.
    pub fn count(&self, count: u64) -> String {
        i18n::count(count as f64, 3, self.lang)
    }

    /// Every digit.
    pub fn whole(&self, count: u64) -> String {
        integer(u128::from(count))
    }

    /// A share with three digits; what is there is never written as nothing.
    pub fn share(&self, part: u64, whole: u64) -> String {
        i18n::percent(part as f64 / whole.max(1) as f64, 3)
    }

    /// Bytes with three digits.
    pub fn bytes(&self, bytes: u64) -> String {
        i18n::bytes(bytes as f64, 3, Scale::Decimal)
    }

    /// Operations with three digits: `93.7 GFLOP`.
    pub fn flops(&self, flops: f64) -> String {
        let (size, unit) = [(1e12, "TFLOP"), (1e9, "GFLOP"), (1e6, "MFLOP")]
            .into_iter()
            .find(|(size, _)| flops >= *size)
            .unwrap_or((1.0, "FLOP"));
        [&i18n::significant(flops / size, 3), "\u{a0}", unit].concat()
    }

    /// A part.
    pub const fn part(&self, part: Part) -> &'static str {
        let text = self.text;
        match part {
            Part::InputEmbedding => text.input_embedding,
            Part::Positions => text.positions,
            Part::Attention => text.attention,
            Part::DenseMlp => text.dense_mlp,
            Part::SharedExperts => text.shared_experts,
            Part::Router => text.router,
            Part::Norms => text.norms,
            Part::LmHead => text.lm_head,
            Part::RoutedExperts => text.routed_experts,
        }
    }

    /// A part in one word.
    pub const fn part_short(&self, part: Part) -> &'static str {
        match part {
            Part::SharedExperts => self.text.shared_short,
            Part::DenseMlp => self.text.dense_short,
            other => self.part(other),
        }
    }

    /// A place.
    pub fn place(&self, computed: &Computed, place: Place) -> String {
        let model = &computed.model;
        match place {
            Place::All => model.name.into(),
            Place::Rest => self.text.rest.into(),
            Place::Part(Part::InputEmbedding) if model.tie_embeddings => self.text.tied_embedding.into(),
            Place::Part(part) => self.part(part).into(),
            Place::Layer(part, at) => fill(self.text.layer, &[("n", &model.layer_number(part, at).to_string())]),
            Place::Expert(_, _, expert) => fill(self.text.expert, &[("n", &expert.to_string())]),
            Place::Tensor(..) => model.tensor(place).map_or("", |tensor| tensor.name).into(),
        }
    }

    /// A place with everything that is known about it, in one line.
    pub fn described(&self, computed: &Computed, place: Place) -> String {
        let text = self.text;
        let (count, lit) = (computed.model.parameters_in(place), computed.lit_in(place));
        let whole = self.whole(count);
        let tensor = computed.model.tensor(place);
        let shape = tensor.and_then(|tensor| {
            let (rows, columns) = (self.whole(tensor.rows), self.whole(tensor.columns?));
            Some([&rows, " × ", &columns, " = ", &whole].concat())
        });
        let share = self.share(count, computed.parameters.total());
        let in_use = if lit == count {
            text.all_in_use.into()
        } else if lit == 0 {
            text.asleep.into()
        } else {
            fill(text.in_use, &[("lit", &self.count(lit)), ("share", &self.share(lit, count))])
        };
        let values = [
            ("name", self.place(computed, place)),
            ("count", shape.unwrap_or(whole)),
            ("share", share),
            ("model", computed.model.name.to_owned()),
            ("in_use", in_use),
        ];
        let sentence = if place == Place::All { text.described_all } else { text.described };
        fill(sentence, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// `FP8, 1 byte`.
    pub fn format(&self, format: WeightFormat) -> &'static str {
        match format {
            WeightFormat::Fp32 => self.text.fp32,
            WeightFormat::Bf16 => self.text.bf16,
            WeightFormat::Fp8 => self.text.fp8,
        }
    }

    /// The label of a size.
    pub const fn size(&self, size: Size) -> &'static str {
        match size {
            Size::Experts => self.text.size_experts,
            Size::TopK => self.text.size_top_k,
            Size::SharedExperts => self.text.size_shared,
            Size::MoeIntermediate => self.text.size_intermediate,
            Size::DenseLayers => self.text.size_dense,
        }
    }
}

//! The result, as a sentence with live numbers and as plain text; and what is odd about the fields.

use yew::prelude::*;

use super::Parameters;
use super::model::Computed;
use super::names::Names;
use super::state::{Shown, State};
use crate::i18n::{Lang, fill, significant};
use crate::numerics::models::{Impossible, Part, Refusal, Size};
use crate::state::Field as _;
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    use crate::numerics::models::{Part, Place};

    /// All parameters.
    pub const TOTAL: &str = "total";
    /// Those of the routed experts.
    pub const ROUTED: &str = "routed";
    /// Those in use.
    pub const ACTIVE: &str = "active";
    /// Those of attention.
    pub const ATTENTION: &str = "attention";
    /// The same as a share of those in use.
    pub const ATTENTION_ACTIVE: &str = "attention_active";
    /// Those that several tokens use.
    pub const TOUCHED: &str = "touched";
    /// Bytes.
    pub const BYTES: &str = "bytes";
    /// Operations.
    pub const FLOPS: &str = "flops";
    /// How many times fewer operations.
    pub const TIMES: &str = "times";

    /// The term that a place belongs to.
    pub const fn of(place: Place) -> Option<&'static str> {
        match place {
            Place::All => Some(TOTAL),
            Place::Rest => None,
            Place::Part(part) | Place::Layer(part, _) | Place::Expert(part, ..) | Place::Tensor(part, ..) => match part
            {
                Part::RoutedExperts => Some(ROUTED),
                Part::Attention => Some(ATTENTION),
                _ => None,
            },
        }
    }

    /// The part that a term lights.
    pub fn part(term: &str) -> Option<Part> {
        match term {
            ROUTED => Some(Part::RoutedExperts),
            ATTENTION | ATTENTION_ACTIVE => Some(Part::Attention),
            _ => None,
        }
    }
}

type Values = Vec<(&'static str, String)>;

/// The sentences, with everything but the terms filled in, and the terms.
fn parts(state: &State, computed: &Computed, lang: Lang) -> (String, Values) {
    let names = Names::new(lang);
    let (text, all) = (names.text, &computed.parameters);
    let (total, active) = (all.total(), all.active_without_input_embedding());
    let sparse = all.routed_experts > 0;
    let sentences = match (state.view, sparse) {
        (Shown::Memory, true) => vec![text.resident, text.costs],
        (Shown::Memory, false) => vec![text.resident, text.costs_dense],
        (Shown::Total, true) => vec![text.lives, text.works, text.attention_is],
        (Shown::Active, true) if state.tokens > 1 => vec![text.of_all, text.together],
        (Shown::Active, true) => vec![text.of_all, text.attention_is, text.not_k_of_n],
        (_, false) => vec![text.dense, text.attention_alone],
    };
    let moe = computed.model.moe;
    let chosen = moe.map_or(0.0, |moe| f64::from(moe.top_k) / f64::from(moe.experts.max(1)));
    let fixed = [
        ("model", computed.model.name.to_owned()),
        ("format", names.format(state.weight_format).to_owned()),
        ("context", names.whole(state.context)),
        ("tokens", names.whole(u64::from(state.tokens))),
        ("k", moe.map_or(0, |moe| moe.top_k).to_string()),
        ("n", moe.map_or(0, |moe| moe.experts).to_string()),
        ("chosen", crate::i18n::percent(chosen, 2)),
    ];
    let fixed = fixed.each_ref().map(|(name, value)| (*name, value.as_str()));
    let between = if lang == Lang::Zh { "" } else { " " };
    let values = vec![
        (term::TOTAL, names.count(total)),
        (term::ROUTED, names.share(all.routed_experts, total)),
        (term::ACTIVE, names.count(active)),
        ("active_all", names.count(all.active())),
        ("fraction", names.share(active, total)),
        (term::ATTENTION, names.share(all.attention, total)),
        (term::ATTENTION_ACTIVE, names.share(all.attention, active)),
        (term::TOUCHED, names.count(computed.touched)),
        ("touched_share", names.share(computed.touched, total)),
        (term::BYTES, names.bytes(computed.bytes)),
        (term::FLOPS, names.flops(computed.flops)),
        (term::TIMES, significant(computed.dense_flops / computed.flops, 3)),
    ];
    // Places that are no terms stay in the sentence until here.
    let keep = |place: &str| ["{", place, "}"].concat();
    let kept: Vec<(&str, String)> = values.iter().map(|(name, _)| (*name, keep(name))).collect();
    let all_places: Vec<(&str, &str)> =
        fixed.into_iter().chain(kept.iter().map(|(name, place)| (*name, place.as_str()))).collect();
    (fill(&sentences.join(between), &all_places), values)
}

/// The result with live numbers.
pub fn result(view: &View<Parameters>) -> Html {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Parameters>) -> String {
    let (sentences, values) = parts(&view.state, &view.model, view.lang);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

const fn field(size: Size) -> &'static str {
    match size {
        Size::Experts => "experts",
        Size::TopK => "top-k",
        Size::SharedExperts => "shared-experts",
        Size::MoeIntermediate => "moe-intermediate",
        Size::DenseLayers => "dense-layers",
    }
}

fn refused(refusal: &Refusal, computed: &Computed, names: &Names) -> String {
    let text = names.text;
    let model = computed.model.name;
    let why = match refusal.why {
        Impossible::Dense => fill(text.why_dense, &[("model", model)]),
        Impossible::TopKAboveExperts { top_k, experts } => {
            fill(text.why_top_k, &[("k", &top_k.to_string()), ("n", &experts.to_string())])
        }
        Impossible::DenseLayersAboveLayers { layers } => {
            fill(text.why_layers, &[("model", model), ("layers", &layers.to_string())])
        }
        Impossible::NoDenseWidth => fill(text.why_width, &[("model", model)]),
    };
    fill(text.refused, &[("field", field(refusal.size)), ("given", &refusal.given.to_string()), ("why", &why)])
}

/// What is odd about the fields.
pub fn remarks(view: &View<Parameters>) -> Vec<String> {
    let (names, computed, zoom) = (Names::new(view.lang), &*view.model, view.state.zoom);
    let mut remarks: Vec<String> = computed.refusals.iter().map(|refusal| refused(refusal, computed, &names)).collect();
    if !zoom.is_in(&computed.model) {
        let shown = names.place(computed, computed.place);
        let values = [("zoom", zoom.write()), ("model", computed.model.name.to_owned()), ("shown", shown)];
        remarks.push(fill(names.text.odd_zoom, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    if computed.published.moe.is_some() && computed.model.layers_of(Part::RoutedExperts) == 0 {
        remarks.push(names.text.odd_all_dense.to_owned());
    }
    remarks
}

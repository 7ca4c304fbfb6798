//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::flow::{KEPT, Role, SENT, WIDE, roles};
use super::model::EACH;
use super::names;
use super::state::{Pass, Tensor};
use super::{PrecisionMap, flow};
use crate::i18n::{self, Lang, Scale, bytes, fill, percent};
use crate::state::Choice as _;
use crate::widgets::View;

type Values = Vec<(&'static str, String)>;

/// A number of the sentence that is no tensor.
pub mod term {
    /// Bytes a weight.
    pub const EACH: &str = "each";
    /// The share of FP8.
    pub const SHARE: &str = "share";
}

/// Every place where a tensor takes part; none for a place outside of the four parts of the step.
pub fn places(tensor: Tensor) -> Vec<(Option<Pass>, Role)> {
    let passes = Pass::ALL.iter().flat_map(|pass| roles(*pass).map(|role| (Some(*pass), role)));
    let others = WIDE.iter().chain(&KEPT).chain(&SENT).map(|role| (None, *role));
    passes.chain(others).filter(|(_, role)| role.tensor == tensor).collect()
}

/// `E4M3 1×128`.
pub fn format(view: &View<PrecisionMap>, role: &Role) -> String {
    let precision = names::precision(i18n::precision_map(view.lang), role.precision);
    match role.tile {
        flow::Tile::None => precision.to_owned(),
        tile => [precision, " ", &names::tile(tile)].concat(),
    }
}

/// `forward: E4M3 1×128, Wgrad: E4M3 128×1`.
fn listed(view: &View<PrecisionMap>) -> String {
    let text = i18n::precision_map(view.lang);
    let place = |(pass, role): &(Option<Pass>, Role)| match pass {
        Some(pass) => fill(text.at_place, &[("pass", names::pass(text, *pass)), ("format", &format(view, role))]),
        None => format(view, role),
    };
    places(view.state.tensor).iter().map(place).collect::<Vec<_>>().join(text.comma)
}

fn parts(view: &View<PrecisionMap>) -> (String, Values) {
    let text = i18n::precision_map(view.lang);
    let model = &*view.model;
    let (name, why) = names::tensor(text, view.state.tensor);
    let followed = fill(text.followed, &[("name", name), ("places", &listed(view)), ("why", why)]);
    let values = vec![
        (term::EACH, EACH.iter().sum::<u64>().to_string()),
        ("narrow", EACH[0].to_string()),
        ("weights", bytes(model.bytes_weights as f64, 3, Scale::Decimal)),
        ("optimizer", bytes((model.bytes_gradients + model.bytes_optimizer) as f64, 3, Scale::Decimal)),
        (term::SHARE, percent(model.fp8_flop_fraction(), 3)),
    ];
    let between = if view.lang == Lang::Zh { "" } else { " " };
    ([&followed, text.bytes].join(between), values)
}

/// The result with live numbers.
pub fn result(view: &View<PrecisionMap>) -> Html {
    let (sentences, values) = parts(view);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<PrecisionMap>) -> String {
    let (sentences, values) = parts(view);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

//! Marks that carry a term: the pointer on one lights the term everywhere.

use web_sys::{Element, EventTarget};
use yew::prelude::*;

use super::inspect::Light;
use super::state::Stage;

/// Terms that marks carry in `data-term`.
const TERMS: [&str; 10] =
    ["logit", "affinity", "biased", "score", "nodes", "chosen", "sum", "routed", "shared", "output"];

/// The term of what a step shows.
#[must_use]
pub const fn term(stage: Stage) -> &'static str {
    match stage {
        Stage::Logits => "logit",
        Stage::Affinity => "affinity",
        Stage::Bias => "biased",
        Stage::Groups => "score",
        Stage::Keep => "nodes",
        Stage::TopK => "chosen",
        Stage::Weights => "sum",
        Stage::Output => "output",
    }
}

fn carried(target: Option<EventTarget>) -> Option<&'static str> {
    use wasm_bindgen::JsCast as _;
    let mark = target?.dyn_into::<Element>().ok()?.closest("[data-term]").ok()??;
    let name = mark.get_attribute("data-term")?;
    TERMS.into_iter().find(|term| *term == name)
}

/// For `onpointerover` and `onpointerout` of a picture: what is left and not entered again goes out.
#[must_use]
pub fn handlers(light: &Light) -> (Callback<PointerEvent>, Callback<PointerEvent>) {
    let over = light.clone();
    let over = Callback::from(move |event: PointerEvent| {
        let now = carried(event.target());
        if now.is_some() && now != carried(event.related_target()) {
            over.emit(now);
        }
    });
    let out = light.clone();
    let out = Callback::from(move |event: PointerEvent| {
        if carried(event.target()).is_some() && carried(event.related_target()).is_none() {
            out.emit(None);
        }
    });
    (over, out)
}

//! The picture: every expert's load as a strip, how uneven it is under each method, and what balances or what it costs.

mod biases;
mod curves;
mod domains;
mod strip;

use yew::prelude::*;

use super::Balance;
use super::state::Scene;
use crate::ui::part;
use crate::widgets::View;
use strip::Strip;

type Seen = View<Balance>;

/// The picture.
pub fn draw(view: &Seen) -> Html {
    let bins = std::rc::Rc::new(strip::bins(&view.model, view.state.method));
    let strip = html! {
        <Strip lang={view.lang} model={view.model.clone()} state={view.state.clone()} {bins} live={view.live} />
    };
    let mut parts = vec![strip, curves::violation(view)];
    if view.state.view == Scene::Learn {
        parts.extend([curves::loss(view), domains::draw(view)]);
    } else {
        parts.extend(biases::draw(view));
    }
    part("div", "balance", parts)
}

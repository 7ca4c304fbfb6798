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
    // As many as ever: with one more, Yew would draw all anew, and the strip would lose the focus.
    let [below, last] = if view.state.view == Scene::Learn {
        [curves::loss(view), domains::draw(view)]
    } else {
        [biases::draw(view).unwrap_or_default(), Html::default()]
    };
    part("div", "balance", vec![strip, curves::violation(view), below, last])
}

//! The same token in front of another gate, as a still picture.

use std::rc::Rc;

use yew::prelude::*;

use super::Router;
use super::board::{head, lit_class, score};
use super::chips::{Chip, chips};
use super::layout::Layout;
use super::line::ChipLine;
use super::rival::Rival;
use super::state::Stage;
use super::{touch, words};
use crate::decimal::shortest;
use crate::i18n::{self, fill};
use crate::ui::{group, part, written};
use crate::widgets::View;

fn drawing(view: &View<Router>, rival: &Rival, chips: &[Chip], layout: Layout, class: &'static str) -> Html {
    let layout = Rc::new(layout);
    let routing = &rival.routing;
    let line = |(at, line): (usize, &super::layout::Line)| {
        let chips = chips.get(line.start..line.start + line.len).unwrap_or_default().to_vec();
        let head = head(rival.kind, routing, &layout, line, view.lang);
        let score = score(routing, rival.stage, line.node);
        html! { <ChipLine key={at} layout={layout.clone()} {at} {chips} {head} {score} still=true /> }
    };
    let lines = group(layout.lines.iter().enumerate().map(line).collect());
    let label = fill(i18n::router(view.lang).rival_picture, &[("model", rival.kind.model())]);
    let size = ["0 0 ", &shortest(layout.width), " ", &shortest(layout.height)].concat();
    let class = [class, &lit_class(view.lit)].concat();
    let (over, out) = touch::handlers(&view.light);
    html! {
        <svg {class} viewBox={size} role="img" aria-label={label} data-term={touch::term(rival.stage)}
            onpointerover={over} onpointerout={out}>{ lines }</svg>
    }
}

/// The other gate's experts, under what they are.
pub fn picture(view: &View<Router>, rival: &Rival) -> Html {
    let text = i18n::router(view.lang);
    let mut chips = chips(&rival.routing, rival.stage, |_| None);
    if rival.stage >= Stage::TopK {
        chips.iter_mut().for_each(|chip| chip.counted = rival.both.contains(&chip.expert));
    }
    let step = words::stage_name(rival.stage, view.lang);
    let head = fill(text.rival_head, &[("model", rival.kind.model()), ("step", step)]);
    let gate = &rival.routing.gate;
    group(vec![
        part("p", "many__head", vec![crate::ui::text(written(head))]),
        drawing(view, rival, &chips, Layout::wide(gate), "board wide board--still"),
        drawing(view, rival, &chips, Layout::narrow(gate), "board narrow board--still"),
    ])
}

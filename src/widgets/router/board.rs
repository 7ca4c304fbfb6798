//! All experts, as the wide and the narrow drawing; the container chooses. What is under the pointer stays in here, so
//! that pointing redraws one line of text and no chip.

use std::rc::Rc;

use yew::prelude::*;

use super::action::Action;
use super::chips::{Chip, chips};
use super::hand::Hand;
use super::layout::Layout;
use super::line::{ChipLine, Score};
use super::model::{Model, Routing};
use super::state::{Stage, State};
use super::words::place;
use super::{inspect, touch};
use crate::i18n::{self, Lang, fill};
use crate::numerics::routing::Kind;
use crate::ui::{Edit, InSight, Slider, Spacing, element, group, part, words, written};

/// What a [`Board`] needs.
#[derive(Properties)]
pub struct Props {
    /// The state.
    pub state: Rc<State>,
    /// What was computed from it.
    pub model: Rc<Model>,
    /// Language.
    pub lang: Lang,
    /// Takes actions.
    pub act: Callback<Edit<Action>>,
    /// The term under the hand.
    pub lit: Option<&'static str>,
    /// Lights a term.
    pub light: Callback<Option<&'static str>>,
    /// Whether the reader has changed anything yet.
    pub touched: bool,
    /// Whether the next picture follows soon.
    pub live: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
            && Rc::ptr_eq(&self.state, &other.state)
            && (self.lang, self.lit, self.touched, self.live) == (other.lang, other.lit, other.touched, other.live)
            && self.act == other.act
    }
}

/// What is drawn of a model.
#[derive(PartialEq)]
struct Drawn {
    chips: Vec<Chip>,
    layouts: [Rc<Layout>; 2],
}

fn drawn(state: &State, model: &Model) -> Drawn {
    let gate = &model.routing.gate;
    let by_hand = |expert: usize| model.has_bias().then(|| state.biases.get(expert)).flatten().map(|bias| bias >= 0.0);
    let layouts = [Layout::wide(gate), Layout::narrow(gate)].map(Rc::new);
    Drawn { chips: chips(&model.routing, model.stage, by_hand), layouts }
}

/// What a node's group scores, once that is known.
pub fn score(routing: &Routing, stage: Stage, node: Option<usize>) -> Option<Score> {
    let routed = &routing.routed;
    let node = node.filter(|_| stage >= Stage::Groups)?;
    let score = f64::from(*routed.group_scores.get(node)?);
    let best = routed.group_scores.iter().copied().fold(0.0_f32, f32::max);
    let share = if best > 0.0 { (score / f64::from(best)).clamp(0.0, 1.0) } else { 0.0 };
    let kept = (stage >= Stage::Keep).then(|| routed.groups_kept.contains(&node));
    // Shares of one whole are small numbers.
    let places = if best < 0.2 && best > 0.0 { 3 } else { 2 };
    Some(Score { text: i18n::fixed(score, places).into(), share, kept })
}

/// What stands left of a line: its node, or its first expert.
pub fn head(kind: Kind, routing: &Routing, layout: &Layout, line: &super::layout::Line, lang: Lang) -> String {
    match line.node {
        Some(node) if layout.roomy => fill(place(kind, lang).node, &[("node", &node.to_string())]),
        Some(node) => node.to_string(),
        None if routing.gate.nodes > 1 || layout.lines.len() == 1 => String::new(),
        None => line.start.to_string(),
    }
}

/// The class that lights a term's marks on a board.
pub fn lit_class(lit: Option<&'static str>) -> String {
    lit.map_or_else(String::new, |term| [" board--", term].concat())
}

/// One of the two drawings.
fn drawing(props: &Props, hand: &Hand, drawn: &Drawn, at: usize, figure: &NodeRef, focus: &(usize, AttrValue)) -> Html {
    let layout = &drawn.layouts[at];
    let line = |(at, line): (usize, &super::layout::Line)| {
        let chips = drawn.chips.get(line.start..line.start + line.len).unwrap_or_default().to_vec();
        let head = head(props.model.kind, &props.model.routing, layout, line, props.lang);
        let score = score(&props.model.routing, props.model.stage, line.node);
        let here = (line.start..line.start + line.len).contains(&focus.0).then(|| focus.clone());
        html! { <ChipLine key={at} layout={layout.clone()} {at} {chips} {head} {score} focus={here} /> }
    };
    let handler = |f: fn(&Hand, &PointerEvent)| {
        let hand = hand.clone();
        Callback::from(move |event: PointerEvent| f(&hand, &event))
    };
    let onkeydown = {
        let (hand, layout, figure) = (hand.clone(), layout.clone(), figure.clone());
        Callback::from(move |event: KeyboardEvent| hand.key(&event, &layout, &figure))
    };
    let onfocusin = {
        let hand = hand.clone();
        Callback::from(move |event: FocusEvent| hand.focus(&event))
    };
    let leave = {
        let hover = hand.hover.clone();
        Callback::from(move |_: PointerEvent| hover.set(None))
    };
    let (over, out) = touch::handlers(&props.light);
    let number = crate::decimal::shortest;
    let text = i18n::router(props.lang);
    let heads = (!layout.roomy && props.model.routing.gate.nodes > 1)
        .then(|| column_head(place(props.model.kind, props.lang).node_head));
    let heads = heads.unwrap_or_default();
    let lines = group(layout.lines.iter().enumerate().map(line).collect());
    let class = [
        if at == 0 { "board wide" } else { "board narrow" },
        &lit_class(props.lit),
        if props.model.has_bias() { " board--draggable" } else { "" },
    ]
    .concat();
    let label = fill(text.grid, &[("experts", &drawn.chips.len().to_string())]);
    html! {
        <svg ref={figure.clone()} {class} viewBox={["0 0 ", &number(layout.width), " ", &number(layout.height)].concat()}
            role="grid" aria-label={label} {onkeydown} {onfocusin} onpointerleave={leave} onpointerover={over} onpointerout={out}
            onpointerdown={handler(|hand, event| hand.press(event))} onpointermove={handler(|hand, event| hand.point(event))}
            onpointerup={handler(|hand, _| hand.release())} onpointercancel={handler(|hand, _| { hand.cancel(); })}>
            { heads }
            { lines }
        </svg>
    }
}

fn column_head(head: &'static str) -> Html {
    let attributes = vec![
        ("class", "line__head".into()),
        ("x", "0".into()),
        ("y", "9.5".into()),
        ("font-size", "13".into()),
        ("aria-hidden", "true".into()),
    ];
    element("text", attributes, vec![crate::ui::text(head.into())])
}

/// A bias set by hand as it is spoken when it changes; the focus alone would keep silent.
fn told(props: &Props, expert: usize) -> Option<String> {
    let bias = props.state.biases.get(expert).filter(|_| props.model.has_bias())?;
    let name = fill(i18n::router(props.lang).bias_of, &[("expert", &expert.to_string())]);
    Some([&name, " ", &i18n::signed(bias, 2)].concat())
}

fn bias_slider(props: &Props, expert: usize) -> Html {
    let (text, limit) = (i18n::router(props.lang), props.model.bias_limit());
    let own = props.model.own_bias.get(expert).copied().map_or(0.0, f64::from);
    let value = props.state.biases.get(expert).unwrap_or(own);
    Slider {
        label: fill(text.bias_of, &[("expert", &expert.to_string())]).into(),
        shown: i18n::signed(value, 2).into(),
        value,
        min: -limit,
        max: limit,
        spacing: Spacing::Linear(0.01),
        on_edit: Edit::feed(&props.act, move |bias| Action::Bias(expert, bias)),
    }
    .view()
}

/// The experts, and the numbers of the one that is pointed at.
#[component]
pub fn Board(props: &Props) -> Html {
    let (wide, narrow) = (use_node_ref(), use_node_ref());
    let hand = Hand {
        model: props.model.clone(),
        biases: props.state.biases.clone(),
        act: props.act.clone(),
        hover: use_state(|| None),
        active: use_state(|| None),
        drag: use_mut_ref(|| None),
    };
    let made = use_mut_ref(|| None::<(Rc<Model>, Rc<Drawn>)>);
    let drawn = {
        let mut made = made.borrow_mut();
        match &*made {
            Some((model, drawn)) if Rc::ptr_eq(model, &props.model) => drawn.clone(),
            _ => {
                let fresh = Rc::new(drawn(&props.state, &props.model));
                *made = Some((props.model.clone(), fresh.clone()));
                fresh
            }
        }
    };
    let count = drawn.chips.len();
    let known = |expert: &Option<usize>| expert.filter(|expert| *expert < count);
    let by_hand = props.state.biases.iter().next().map(|(expert, _)| expert).filter(|_| props.model.has_bias());
    let first = props.model.routing.routed.selected.first().copied().unwrap_or_default();
    let active = known(&hand.active).or(known(&by_hand)).unwrap_or(first);
    let shown = known(&hand.hover).unwrap_or(active);
    let focus = (active, AttrValue::from(inspect::spoken(&props.model, active, props.lang)));
    let text = i18n::router(props.lang);
    let hint = !props.touched && hand.hover.is_none() && hand.active.is_none() && props.model.has_bias();
    let hint = if hint { words("span", "inspect__hint", text.hint.into()) } else { Html::default() };
    let numbers =
        part("p", "inspect__line", vec![inspect::line(&props.model, shown, props.lang, props.lit, &props.light), hint]);
    let slider = if props.model.has_bias() { bias_slider(props, active) } else { Html::default() };
    let told = told(props, active).map(|told| crate::ui::text(written(told))).unwrap_or_default();
    let status = element("p", vec![("class", "visually-hidden".into()), ("role", "status".into())], vec![told]);
    let drawing = |at: usize, place: &NodeRef| {
        let html = drawing(props, &hand, &drawn, at, place, &focus);
        html! { <InSight place={place.clone()} live={props.live} {html} /> }
    };
    group(vec![drawing(0, &wide), drawing(1, &narrow), part("div", "inspect", vec![numbers, slider, status])])
}

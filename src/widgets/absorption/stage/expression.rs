//! `q · W · C` to scale, with parentheses that can be dragged from one pair to the other.

use std::rc::Rc;

use yew::prelude::*;

use crate::decimal::hundredths;
use crate::i18n::{fill, integer};
use crate::numerics::attention::{Lane, Order};
use crate::state::Choice as _;
use crate::ui::{Scrubber, group};
use crate::widgets::View;
use crate::widgets::absorption::Absorption;
use crate::widgets::absorption::names::Names;
use crate::widgets::absorption::state::Action;
use crate::widgets::absorption::words::term;
use crate::widgets::marks::{Anchor, path, rectangle, text};
use crate::widgets::sketch::{Layout, Part};

/// Length of a number.
const UNIT: f64 = 0.25;
/// Height of a row of numbers, for a quarter of a pixel would not be seen.
const ROW: f64 = 6.0;
/// Middle of the matrices.
const MIDDLE: f64 = 94.0;
/// Where the handle of the parentheses is.
const GRIP: f64 = 178.0;
/// Upper edge of what comes out first.
const FIRST: f64 = 194.0;

/// Left and right end of each matrix, and how high it is.
struct Places {
    query: (f64, f64),
    turn: Option<(f64, f64)>,
    up: (f64, f64),
    cache: (f64, f64),
    /// Heights of the matrix and of the cache.
    tall: [f64; 2],
}

fn places(view: &View<Absorption>, layout: Layout) -> Places {
    let shape = view.model.work.shape;
    let (d, r) = (shape.qk_nope_head_dim as f64 * UNIT, shape.kv_lora_rank as f64 * UNIT);
    let (mut x, gap) = (if layout.wide { 22.0 } else { 12.0 }, if layout.wide { 24.0 } else { 15.0 });
    let mut next = |width: f64| {
        let place = (x, x + width);
        x += width + gap;
        place
    };
    let query = next(d);
    let turn = (view.state.rope == Lane::OnCompressed).then(|| next(d));
    let up = next(r);
    let cache = next(if layout.wide { 96.0 } else { 40.0 });
    Places { query, turn, up, cache, tall: [d, r] }
}

fn block(class: &'static str, (left, right): (f64, f64), tall: f64) -> Html {
    path(class, rectangle((left, MIDDLE - tall / 2.0), right - left, tall))
}

/// A pair of parentheses around a stretch.
fn parentheses((left, right): (f64, f64), tall: f64) -> String {
    let (top, bottom) = (hundredths(MIDDLE - tall / 2.0), hundredths(MIDDLE + tall / 2.0));
    let middle = hundredths(MIDDLE);
    let arc = |end: f64, out: f64| {
        let (end, out) = (hundredths(end), hundredths(out));
        ["M", &end, " ", &top, "Q", &out, " ", &middle, " ", &end, " ", &bottom].concat()
    };
    [arc(left - 2.0, left - 14.0), arc(right + 2.0, right + 14.0)].concat()
}

fn symbol(x: f64, y: f64, words: &'static str) -> Html {
    text((x, y), Anchor::Middle, "sketch__symbol", words)
}

fn middle((left, right): (f64, f64)) -> f64 {
    left.midpoint(right)
}

/// The pair that is multiplied first, for either order.
fn pair(places: &Places, order: Order) -> (f64, f64) {
    match order {
        Order::Absorb => (places.query.0, places.up.1),
        Order::Expand => (places.up.0, places.cache.1),
    }
}

/// How high its parentheses are.
fn height(places: &Places, order: Order) -> f64 {
    match order {
        Order::Absorb => places.tall[0] + 44.0,
        Order::Expand => places.tall[1] + 10.0,
    }
}

fn matrices(view: &View<Absorption>, places: &Places) -> Vec<Html> {
    let [d, r] = places.tall;
    let shape = view.model.work.shape;
    let size = |x: f64, tall: f64, a: usize, b: &str| {
        let words = [&a.to_string(), "×", b].concat();
        text((x, MIDDLE + tall / 2.0 + 14.0), Anchor::Middle, "sketch__quiet", words)
    };
    let mut drawn = vec![
        block("absorb__query", places.query, ROW),
        symbol(middle(places.query), MIDDLE - 10.0, "q"),
        size(middle(places.query), ROW, 1, &shape.qk_nope_head_dim.to_string()),
        block("absorb__up", places.up, d),
        symbol(middle(places.up), MIDDLE + 5.0, "W"),
        size(middle(places.up), d, shape.qk_nope_head_dim, &shape.kv_lora_rank.to_string()),
        block("absorb__cache", places.cache, r),
        path("absorb__columns", columns(places.cache, r)),
        symbol(middle(places.cache), MIDDLE + 5.0, "C"),
        size(middle(places.cache), r, shape.kv_lora_rank, &integer(view.model.work.cached.into())),
    ];
    if let Some(turn) = places.turn {
        drawn.extend([block("absorb__turn", turn, d), symbol(middle(turn), MIDDLE + 5.0, "R")]);
    }
    drawn
}

/// The cache is a column a token, and goes on.
fn columns((left, right): (f64, f64), tall: f64) -> String {
    let each = 6.0;
    let count = ((right - left) / each) as u32;
    let down = |at: u32| {
        let x = hundredths(left + each * f64::from(at));
        ["M", &x, " ", &hundredths(MIDDLE - tall / 2.0), "v", &hundredths(tall)].concat()
    };
    (1..count).map(down).collect()
}

/// Where the position has a lane of its own: another query and key beside them.
fn lane(view: &View<Absorption>, names: Names, layout: Layout, places: &Places) -> Vec<Html> {
    let width = view.model.work.shape.qk_rope_head_dim;
    let tall = width as f64 * UNIT;
    let gap = if layout.wide { 13.0 } else { 6.0 };
    let start = places.cache.1 + 2.0 * gap;
    let query = (start + gap, start + gap + tall);
    let key = (query.1 + gap, (query.1 + gap + places.cache.1 - places.cache.0).min(layout.width));
    let mut drawn = vec![
        symbol(start, MIDDLE + 5.0, "+"),
        block("absorb__lane", query, ROW),
        block("absorb__lane", key, tall),
        path("absorb__columns", columns(key, tall)),
    ];
    if layout.wide {
        let words = fill(names.text.lane, &[("width", &width.to_string())]);
        let x = middle((query.0, key.1));
        drawn.push(text((x, MIDDLE + tall / 2.0 + 14.0), Anchor::Middle, "sketch__quiet", words));
    }
    drawn
}

/// What comes out of the parentheses: a row once, or a block for all cached tokens.
fn outcome(view: &View<Absorption>, names: Names, layout: Layout, places: &Places) -> Vec<Html> {
    let (order, shape) = (view.state.order, view.model.work.shape);
    let at = middle(pair(places, order));
    let tall = if order == Order::Absorb { ROW } else { places.tall[0] };
    let half = if order == Order::Absorb { places.up.1 - places.up.0 } else { places.cache.1 - places.cache.0 } / 2.0;
    let place = (at - half, at + half);
    let body = rectangle((place.0, FIRST + (32.0 - tall) / 2.0), place.1 - place.0, tall);
    let cached = integer(view.model.work.cached.into());
    let words = layout.pick(names.text.unfolded, names.text.unfolded_short);
    let words = match order {
        Order::Absorb => fill(names.text.folded, &[("width", &shape.kv_lora_rank.to_string())]),
        Order::Expand => fill(words, &[("width", &shape.qk_nope_head_dim.to_string()), ("cached", &cached)]),
    };
    let class = if order == Order::Absorb { "absorb__folded" } else { "absorb__unfolded" };
    vec![path(class, body), text((place.1 + 10.0, FIRST + 20.0), Anchor::Start, "sketch__quiet", words)]
}

/// What comes first and what then costs, a line each.
fn cost(view: &View<Absorption>, names: Names) -> [String; 2] {
    let (text, own) = (names.text, view.model.work.shape.with(view.model.work.lane));
    let (words, first, then) = match (view.state.order, view.state.rope) {
        (Order::Expand, _) => (text.first_expand, own.unfold_macs(), own.unfolded_attend_macs()),
        // The values need no rotation, and are folded back once.
        (Order::Absorb, Lane::OnCompressed) => (text.first_turned, own.fold_key_macs(), own.absorbed_attend_macs()),
        (Order::Absorb, _) => (text.first_absorb, own.absorb_macs(), own.absorbed_attend_macs()),
    };
    [fill(words, &[("n", &names.macs(first))]), fill(text.then, &[("n", &names.macs(then))])]
}

fn handle(view: &View<Absorption>, names: Names, layout: Layout, places: &Places) -> Html {
    let ends = [Order::Absorb, Order::Expand].map(|order| middle(pair(places, order)));
    let order = view.state.order;
    let at = usize::from(order == Order::Expand);
    let pick = |at: usize| Action::Order(if at == 0 { Order::Absorb } else { Order::Expand });
    let shown = [names.text.expand, names.text.absorb][order.index()];
    Scrubber {
        label: names.text.handle.into(),
        shown: shown.into(),
        at,
        places: Rc::new(ends.map(|x| x / layout.width).to_vec()),
        span: (0.0, layout.width),
        depth: (20.0, GRIP),
        handle: (ends[at], GRIP),
        on_hover: view
            .light
            .reform(move |on: bool| on.then_some(if order == Order::Absorb { term::ABSORB } else { term::EXPAND })),
        on_edit: view.edit(pick),
    }
    .view()
}

/// All of it.
pub fn draw(view: &View<Absorption>, layout: Layout) -> Part {
    let names = Names::new(view.lang);
    let places = places(view, layout);
    let order = view.state.order;
    let other = if order == Order::Absorb { Order::Expand } else { Order::Absorb };
    let tall = height(&places, order);
    let broken = order == Order::Absorb && places.turn.is_some();
    let class = if broken { "absorb__parentheses absorb__parentheses--broken" } else { "absorb__parentheses" };
    let around = pair(&places, order);
    let stem =
        ["M", &hundredths(middle(around)), " ", &hundredths(MIDDLE + tall / 2.0 + 4.0), "V", &hundredths(FIRST - 2.0)]
            .concat();
    let head = layout.pick(names.text.expression_head, names.text.expression_head_short);
    let mut body = vec![text((0.0, 12.0), Anchor::Start, "sketch__head", head)];
    body.extend(matrices(view, &places));
    if view.state.rope == Lane::Decoupled {
        body.extend(lane(view, names, layout, &places));
    }
    body.push(path("absorb__stem", stem));
    body.push(path("absorb__ghost", parentheses(pair(&places, other), height(&places, other))));
    body.push(path(class, parentheses(around, tall)));
    body.extend(outcome(view, names, layout, &places));
    let [first, then] = cost(view, names);
    body.push(text((0.0, FIRST + 52.0), Anchor::Start, "sketch__value", first));
    body.push(text((0.0, FIRST + 69.0), Anchor::Start, "sketch__label", then));
    body.push(handle(view, names, layout, &places));
    Part { height: FIRST + 73.0, body: group(body) }
}

//! How many nodes many tokens touch, with and without the limit, as bars.

use yew::prelude::*;

use super::Router;
use super::many::Many;
use crate::decimal::hundredths;
use crate::i18n::{self, fill, fixed};
use crate::ui::{Attributes, element, group, part, text, written};
use crate::widgets::View;

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 158.0;
/// The bars stand on this, and reach up to that.
const BASE: f64 = 130.0;
const TOP: f64 = 40.0;
const FONT: &str = "13";

fn n(x: f64) -> AttrValue {
    written(hundredths(x))
}

fn label(class: &'static str, x: f64, y: f64, anchor: &'static str, body: String) -> Html {
    let attributes: Attributes = vec![
        ("class", class.into()),
        ("x", n(x)),
        ("y", n(y)),
        ("text-anchor", anchor.into()),
        ("font-size", FONT.into()),
    ];
    element("text", attributes, vec![text(written(body))])
}

/// Where a number of nodes is.
struct Across {
    column: f64,
}

impl Across {
    fn at(&self, nodes: f64) -> f64 {
        (nodes - 0.5) * self.column
    }
}

fn bars(class: &'static str, counts: &[usize], most: usize, across: &Across, (left, wide): (f64, f64)) -> Html {
    let bar = |(nodes, count): (usize, &usize)| {
        let size = (BASE - TOP) * *count as f64 / most.max(1) as f64;
        let attributes: Attributes = vec![
            ("x", n(across.at(nodes as f64) + left * across.column)),
            ("y", n(BASE - size)),
            ("width", n(wide * across.column)),
            ("height", n(size)),
        ];
        (nodes > 0 && *count > 0).then(|| element("rect", attributes, Vec::new()))
    };
    part("g", class, counts.iter().enumerate().filter_map(bar).collect())
}

/// A line at a mean, with what it is the mean of to its left or right.
fn mean(class: &'static str, mean: f64, across: &Across, words: String, right: bool) -> Html {
    if !mean.is_finite() {
        return Html::default();
    }
    let x = across.at(mean);
    let ends: Attributes = vec![("x1", n(x)), ("x2", n(x)), ("y1", n(if right { 19.0 } else { 2.0 })), ("y2", n(BASE))];
    let (beside, anchor) = if right { (5.0, "start") } else { (-5.0, "end") };
    // The lower label lies right of its line, the upper one left of its own: they never meet.
    let words = label("spread__words", x + beside, if right { 30.0 } else { 13.0 }, anchor, words);
    part("g", class, vec![element("line", ends, Vec::new()), words])
}

/// The bars; nothing where the gate knows no nodes.
pub fn picture(view: &View<Router>, many: &Many) -> Html {
    let (text, place, gate) =
        (i18n::router(view.lang), super::words::place(view.state.kind, view.lang), many.sums.gate());
    let nodes = many.sums.by_nodes().len() - 1;
    if gate.nodes < 2 || nodes < 2 {
        return Html::default();
    }
    let (limited, free) = (many.sums.by_nodes(), many.sums.by_nodes_without_groups());
    let both = gate.limits_groups();
    let most = limited.iter().chain(free).copied().max().unwrap_or_default();
    let across = Across { column: WIDTH / nodes as f64 };
    let lit =
        |class: &'static str, lit_class: &'static str, term| if view.lit(term).is_some() { lit_class } else { class };
    let (free_class, own_class) = (
        lit("spread__free", "spread__free lit", if both { "free" } else { "nodes" }),
        lit("spread__own", "spread__own lit", "nodes"),
    );
    let means = (many.sums.nodes_touched(), many.sums.nodes_touched_without_groups());
    let value =
        |name: &'static str, x: f64| fill(name, &[("mean", &fixed(x, 2)), ("kept", &gate.topk_group.to_string())]);
    let mut marks = vec![bars(free_class, free, most, &across, if both { (0.02, 0.32) } else { (-0.2, 0.4) })];
    if both {
        marks.push(bars(own_class, limited, most, &across, (-0.34, 0.32)));
        marks.push(mean(own_class, means.0, &across, value(text.mean_limited, means.0), false));
    }
    marks.push(mean(free_class, means.1, &across, value(text.mean_free, means.1), both));
    let base: Attributes =
        vec![("class", "mark-axis".into()), ("x1", "0".into()), ("x2", n(WIDTH)), ("y1", n(BASE)), ("y2", n(BASE))];
    marks.push(element("line", base, Vec::new()));
    let tick = |at: usize| label("line__head", across.at(at as f64), BASE + 16.0, "middle", at.to_string());
    marks.push(group((1..=nodes).map(tick).collect()));
    let frame = vec![
        ("class", "spread".into()),
        ("viewBox", written(["0 0 ", &n(WIDTH), " ", &n(HEIGHT)].concat())),
        ("role", "img".into()),
        ("aria-label", place.spread.into()),
    ];
    let head = part("p", "many__head", vec![crate::ui::text(place.spread.into())]);
    group(vec![head, element("svg", frame, marks)])
}

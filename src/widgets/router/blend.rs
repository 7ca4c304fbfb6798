//! The last step as a picture: what each expert adds, and the sum.

use yew::prelude::*;

use super::mixture::{Mixture, Part};
use super::{Router, touch};
use crate::decimal::hundredths;
use crate::i18n::{self, RouterText, fill, fixed};
use crate::ui::{Attributes, element, group, written};
use crate::widgets::View;

const WIDTH: f64 = 340.0;
const LEFT: f64 = 132.0;
const PITCH: f64 = 26.0;
/// More parts than this would not fit on a phone; the rest is added up in one row.
const MOST: usize = 16;

fn n(x: f64) -> AttrValue {
    written(hundredths(x))
}

fn line(class: &'static str, from: f64, y: f64) -> Html {
    let ends: Attributes = vec![("class", class.into()), ("x1", n(from)), ("x2", n(WIDTH)), ("y1", n(y)), ("y2", n(y))];
    element("line", ends, Vec::new())
}

/// A row of bars up and down from a line.
fn bars(values: &[f32], largest: f32, y: f64) -> Html {
    let step = (WIDTH - LEFT) / values.len().max(1) as f64;
    let middle = y + PITCH / 2.0;
    let bar = |(at, value): (usize, &f32)| {
        let size = if largest > 0.0 { f64::from(value / largest) * (PITCH / 2.0 - 1.0) } else { 0.0 };
        let top = if size > 0.0 { middle - size } else { middle };
        let class = if *value < 0.0 { "blend__bar blend__bar--below" } else { "blend__bar" };
        let attributes = vec![
            ("class", class.into()),
            ("x", n(LEFT + at as f64 * step + 1.0)),
            ("y", n(top)),
            ("width", n(step - 2.0)),
            ("height", n(size.abs())),
        ];
        element("rect", attributes, Vec::new())
    };
    group(vec![line("mark-axis", LEFT, middle), group(values.iter().enumerate().map(bar).collect())])
}

fn name(part: &Part, text: &RouterText) -> String {
    let expert = part.expert.map_or_else(String::new, |expert| expert.to_string());
    fill(text.part, &[("weight", &fixed(f64::from(part.weight), 2)), ("expert", &expert)])
}

/// The shared experts' names: numbered where there are several.
fn shared_name(at: usize, number: usize, text: &RouterText) -> String {
    if number < 2 { text.part_shared.to_owned() } else { fill(text.part_shared_of, &[("at", &at.to_string())]) }
}

/// A row of the picture: what it is, its numbers, the term that it belongs to.
struct Row {
    label: String,
    values: Vec<f32>,
    term: &'static str,
}

/// The chosen experts' parts, those beyond [`MOST`] added up, and the shared ones'.
fn rows(mixture: &Mixture, text: &RouterText) -> Vec<Row> {
    let (routed, shared): (Vec<&Part>, Vec<&Part>) = mixture.parts.iter().partition(|part| part.expert.is_some());
    let most = MOST.saturating_sub(shared.len());
    let mut rows: Vec<Row> = routed
        .iter()
        .take(most)
        .map(|part| Row { label: name(part, text), values: part.values.clone(), term: "routed" })
        .collect();
    let rest = routed.get(most..).unwrap_or_default();
    if !rest.is_empty() {
        let mut values = vec![0.0_f32; mixture.output.len()];
        rest.iter().for_each(|part| values.iter_mut().zip(&part.values).for_each(|(sum, value)| *sum += value));
        rows.push(Row { label: fill(text.part_rest, &[("count", &rest.len().to_string())]), values, term: "routed" });
    }
    let number = shared.len();
    let shared = shared.iter().enumerate();
    rows.extend(shared.map(|(at, part)| Row {
        label: shared_name(at + 1, number, text),
        values: part.values.clone(),
        term: "shared",
    }));
    rows
}

/// What the chosen experts add, a row each, and their sum.
pub fn picture(view: &View<Router>) -> Html {
    let Some(mixture) = &view.model.mixture else { return Html::default() };
    let text = i18n::router(view.lang);
    let rows = rows(mixture, text);
    let all = rows.iter().flat_map(|row| &row.values).chain(&mixture.output);
    let largest = all.map(|value| value.abs()).fold(0.0, f32::max);
    let end = rows.len() as f64 * PITCH + 6.0;
    let draw = |y: f64, label: &str, values: &[f32], class: &str, term: &'static str| {
        let attributes = vec![
            ("class", "blend__label".into()),
            ("x", n(LEFT - 10.0)),
            ("y", n(y + PITCH / 2.0 + 4.5)),
            ("text-anchor", "end".into()),
            ("font-size", "13".into()),
        ];
        let label = element("text", attributes, vec![crate::ui::text(written(label.to_owned()))]);
        // The whole of the row takes the pointer, not only its bars.
        let place = vec![("class", "blend__place".into()), ("y", n(y)), ("width", n(WIDTH)), ("height", n(PITCH))];
        let place = element("rect", place, Vec::new());
        // The weights stand in the labels of the routed experts.
        let lit = view.lit == Some(term) || (term == "routed" && view.lit == Some("sum"));
        let class = if lit { [class, " lit"].concat() } else { class.to_owned() };
        let row = vec![("class", written(class)), ("data-term", term.into())];
        element("g", row, vec![place, label, bars(values, largest, y)])
    };
    let parts = rows.iter().enumerate();
    let parts =
        parts.map(|(at, row)| draw(at as f64 * PITCH, &row.label, &row.values, "blend__part", row.term)).collect();
    let sum = draw(end + 2.0, text.part_output, &mixture.output, "blend__output", "output");
    let (over, out) = touch::handlers(&view.light);
    let (focus, blur) = (view.light.reform(|_: FocusEvent| Some("output")), view.light.reform(|_: FocusEvent| None));
    html! {
        <svg class="blend" viewBox={["0 0 ", &n(WIDTH), " ", &n(end + PITCH + 8.0)].concat()} role="img"
            aria-label={text.blend} tabindex="0" onpointerover={over} onpointerout={out} onfocus={focus} onblur={blur}>
            { group(parts) }
            { line("blend__sum", 0.0, end - 2.0) }
            { sum }
        </svg>
    }
}

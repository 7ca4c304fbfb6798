//! The last step as a picture: what each expert adds, and the sum.

use yew::prelude::*;

use super::Router;
use super::mixture::Part;
use crate::decimal::hundredths;
use crate::i18n::{self, RouterText, fill, fixed};
use crate::ui::{Attributes, element, group, part, written};
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
    match part.expert {
        Some(expert) => {
            fill(text.part, &[("weight", &fixed(f64::from(part.weight), 2)), ("expert", &expert.to_string())])
        }
        None => text.part_shared.to_owned(),
    }
}

/// What the chosen experts add, a row each, and their sum.
pub fn picture(view: &View<Router>) -> Html {
    let Some(mixture) = &view.model.mixture else { return Html::default() };
    let text = i18n::router(view.lang);
    let mut rows: Vec<(String, Vec<f32>)> =
        mixture.parts.iter().take(MOST).map(|part| (name(part, text), part.values.clone())).collect();
    let rest = mixture.parts.get(MOST..).unwrap_or_default();
    if !rest.is_empty() {
        let mut sum = vec![0.0_f32; mixture.output.len()];
        rest.iter().for_each(|part| sum.iter_mut().zip(&part.values).for_each(|(sum, value)| *sum += value));
        rows.push((fill(text.part_rest, &[("count", &rest.len().to_string())]), sum));
    }
    let all = rows.iter().flat_map(|(_, values)| values).chain(&mixture.output);
    let largest = all.map(|value| value.abs()).fold(0.0, f32::max);
    let end = rows.len() as f64 * PITCH + 6.0;
    let row = |y: f64, label: &str, values: &[f32], class: &'static str| {
        let attributes = vec![
            ("class", "blend__label".into()),
            ("x", n(LEFT - 10.0)),
            ("y", n(y + PITCH / 2.0 + 4.5)),
            ("text-anchor", "end".into()),
            ("font-size", "13".into()),
        ];
        let label = element("text", attributes, vec![crate::ui::text(written(label.to_owned()))]);
        part("g", class, vec![label, bars(values, largest, y)])
    };
    let frame = vec![
        ("class", "blend".into()),
        ("viewBox", written(["0 0 ", &n(WIDTH), " ", &n(end + PITCH + 8.0)].concat())),
        ("role", "img".into()),
        ("aria-label", text.blend.into()),
    ];
    let rows = rows.iter().enumerate();
    let parts = rows.map(|(at, (label, values))| row(at as f64 * PITCH, label, values, "blend__part")).collect();
    let sum = row(end + 2.0, text.part_output, &mixture.output, "blend__output");
    element("svg", frame, vec![group(parts), line("blend__sum", 0.0, end - 2.0), sum])
}

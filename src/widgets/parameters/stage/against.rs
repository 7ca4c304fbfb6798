//! Memory against compute: every model as a point.

use yew::prelude::*;

use super::Layout;
use crate::i18n::{fill, significant};
use crate::numerics::models::{MODELS, Model};
use crate::ui::{element, group};
use crate::widgets::View;
use crate::widgets::marks::{Anchor, dot, drawing, line, lit_path, path, text, width_of};
use crate::widgets::parameters::Parameters;
use crate::widgets::parameters::names::Names;
use crate::widgets::parameters::words::term;

/// Left end of the plot, after the numbers of the scale.
const LEFT: f64 = 72.0;
/// Its upper and lower end.
const TOP: f64 = 34.0;
const FLOOR: f64 = 330.0;
/// Height of everything.
const HEIGHT: f64 = 366.0;
/// Size of a name.
const SIZE: f64 = 12.0;

/// A point: bytes in memory, and operations for a token.
#[derive(Clone, Copy)]
struct Point {
    bytes: f64,
    flops: f64,
}

/// Logarithmic axes over whole decades.
struct Axes {
    width: f64,
    bytes: (i32, i32),
    flops: (i32, i32),
}

impl Axes {
    fn new(width: f64, points: &[Point]) -> Self {
        let ends = |value: fn(&Point) -> f64| {
            let (low, high) =
                points.iter().map(value).fold((f64::MAX, 1.0), |(a, b), x| (f64::min(a, x), f64::max(b, x)));
            (f64::floor(libm::log10(low.max(1.0))) as i32, f64::ceil(libm::log10(high)) as i32)
        };
        Self { width, bytes: ends(|point| point.bytes), flops: ends(|point| point.flops) }
    }

    fn fraction(value: f64, (low, high): (i32, i32)) -> f64 {
        (libm::log10(value.max(1.0)) - f64::from(low)) / f64::from((high - low).max(1))
    }

    fn x(&self, bytes: f64) -> f64 {
        LEFT + Self::fraction(bytes, self.bytes) * (self.width - LEFT - 8.0)
    }

    fn y(&self, flops: f64) -> f64 {
        FLOOR - Self::fraction(flops, self.flops) * (FLOOR - TOP)
    }

    fn at(&self, point: Point) -> (f64, f64) {
        (self.x(point.bytes), self.y(point.flops))
    }

    fn holds(&self, (x, y): (f64, f64)) -> bool {
        (LEFT..=self.width).contains(&x) && (TOP..=FLOOR).contains(&y)
    }
}

fn scales(names: &Names, axes: &Axes) -> Vec<Html> {
    let power = |exponent: i32| libm::pow(10.0, f64::from(exponent));
    let across = (axes.flops.0..=axes.flops.1).map(|exponent| {
        let y = axes.y(power(exponent));
        let grid = path("mark-grid", line((LEFT, y), (axes.width - 8.0, y)));
        group(vec![grid, text((LEFT - 6.0, y + 4.0), Anchor::End, "params__quiet", names.flops(power(exponent)))])
    });
    let down = (axes.bytes.0..=axes.bytes.1).map(|exponent| {
        let x = axes.x(power(exponent));
        let anchor = if exponent == axes.bytes.1 { Anchor::End } else { Anchor::Middle };
        let x_words = if exponent == axes.bytes.1 { axes.width } else { x };
        let grid = path("mark-grid", line((x, TOP), (x, FLOOR)));
        group(vec![grid, text((x_words, FLOOR + 15.0), anchor, "params__quiet", names.bytes(power(exponent) as u64))])
    });
    across.chain(down).collect()
}

/// Where every parameter works on every token: two operations each.
fn diagonal(view: &View<Parameters>, names: &Names, axes: &Axes, labels: &mut Labels) -> Html {
    let bytes_each = view.state.weight_format.bytes() as f64;
    let point = |exponent: f64| {
        let bytes = libm::pow(10.0, exponent);
        axes.at(Point { bytes, flops: 2.0 * bytes / bytes_each })
    };
    let (low, high) = axes.bytes;
    let steps = (0..=200).map(|at| point(f64::from(low) + f64::from(high - low) * f64::from(at) / 200.0));
    let inside: Vec<_> = steps.filter(|place| axes.holds(*place)).collect();
    let (Some(from), Some(to)) = (inside.first(), inside.last()) else { return Html::default() };
    let words = names.text.dense_line;
    let (x, y) = (to.0 - 10.0, to.1 + 8.0);
    labels.taken.push([x - width_of(words, SIZE), y - 12.0, x, y + 6.0]);
    let words = text((x, y), Anchor::End, "params__quiet", words);
    group(vec![path("params__diagonal", line(*from, *to)), words])
}

/// Names beside points, as far as they do not cover one another.
struct Labels {
    taken: Vec<[f64; 4]>,
    right: f64,
}

impl Labels {
    fn place(&mut self, (x, y): (f64, f64), gap: f64, name: &str) -> Option<(f64, f64, Anchor)> {
        let width = width_of(name, SIZE);
        let free = |area: &[f64; 4]| {
            let apart =
                |other: &[f64; 4]| area[0] > other[2] || other[0] > area[2] || area[1] > other[3] || other[1] > area[3];
            self.taken.iter().all(apart) && area[0] >= LEFT && area[2] <= self.right && area[1] >= TOP
        };
        let sides = [(x + gap, Anchor::Start), (x - gap, Anchor::End)];
        let found = sides.into_iter().find_map(|(x, anchor)| {
            let left = if matches!(anchor, Anchor::End) { x - width } else { x };
            let area = [left, y - 8.0, left + width, y + 6.0];
            free(&area).then_some((area, x, anchor))
        });
        let (area, x, anchor) = found?;
        self.taken.push(area);
        Some((x, y + 4.0, anchor))
    }
}

fn tooltip(words: String) -> Html {
    element("title", Vec::new(), vec![crate::ui::text(words.into())])
}

/// The chosen model, and how far below the line of dense models it lies.
fn chosen(view: &View<Parameters>, names: &Names, axes: &Axes, labels: &mut Labels) -> Html {
    let computed = &view.model;
    let here = Point { bytes: computed.bytes as f64, flops: computed.flops };
    let (x, y) = axes.at(here);
    let above = axes.y(computed.dense_flops);
    let mut drawn = Vec::new();
    if y - above > 12.0 {
        drawn.push(lit_path(view, term::TIMES, "params__gap", line((x, y), (x, above))));
        drawn.push(dot("params__dense", x, above, 4.0));
        let gap = fill(names.text.times_less, &[("times", &significant(computed.dense_flops / computed.flops, 3))]);
        let middle = f64::midpoint(y, above) + 4.0;
        labels.taken.push([x - 8.0 - 1.2 * width_of(&gap, SIZE), middle - 12.0, x + 4.0, middle + 4.0]);
        drawn.push(text((x - 8.0, middle), Anchor::End, "params__value", gap));
    }
    if view.state.is_what_if() {
        let bytes = computed.before.bytes(view.state.weight_format) as f64;
        let flops = computed.published.flops_per_token(view.state.context) as f64;
        let before = axes.at(Point { bytes, flops });
        drawn.push(path("params__moved", line(before, (x, y))));
        drawn.push(dot("params__before", before.0, before.1, 4.0));
    }
    let name = computed.model.name;
    labels.taken.push([x - 7.0, y - 7.0, x + 7.0, y + 7.0]);
    if let Some((x, y, anchor)) = labels.place((x, y), 9.0, name) {
        drawn.push(text((x, y), anchor, "params__value", name));
    }
    drawn.push(dot("params__here", x, y, 6.0));
    group(drawn)
}

fn heads(view: &View<Parameters>, names: &Names, width: f64) -> Vec<Html> {
    let context = names.whole(view.state.context);
    let compute = fill(names.text.axis_compute, &[("context", &context)]);
    let memory = fill(names.text.axis_memory, &[("format", names.format(view.state.weight_format))]);
    vec![
        text((0.0, 13.0), Anchor::Start, "params__head", compute),
        text((width, HEIGHT - 4.0), Anchor::End, "params__head", memory),
    ]
}

/// All models.
pub fn draw(view: &View<Parameters>, layout: Layout) -> Html {
    let names = Names::new(view.lang);
    let (format, context) = (view.state.weight_format, view.state.context);
    let point = |model: &Model| Point {
        bytes: model.parameters().bytes(format) as f64,
        flops: model.flops_per_token(context) as f64,
    };
    let computed = &view.model;
    let mut points: Vec<Point> = MODELS.iter().map(point).collect();
    points.push(Point { bytes: computed.bytes as f64, flops: computed.flops });
    points.push(Point { bytes: computed.bytes as f64, flops: computed.dense_flops });
    let axes = Axes::new(layout.width, &points);
    let mut labels = Labels { taken: Vec::new(), right: layout.width };
    let others: Vec<_> = MODELS.iter().zip(&points).filter(|(model, _)| model.id != computed.published.id).collect();
    labels.taken.extend(others.iter().map(|(_, point)| {
        let (x, y) = axes.at(**point);
        [x - 4.0, y - 4.0, x + 4.0, y + 4.0]
    }));
    let diagonal = diagonal(view, &names, &axes, &mut labels);
    let chosen = chosen(view, &names, &axes, &mut labels);
    let other = |(model, point): &(&Model, &Point)| {
        let place = axes.at(**point);
        let mut drawn = Vec::new();
        if let Some((x, y, anchor)) = labels.place(place, 7.0, model.name) {
            drawn.push(text((x, y), anchor, "params__quiet", model.name));
        }
        let class = if model.moe.is_some() { "params__moe" } else { "params__dense" };
        drawn.push(dot(class, place.0, place.1, 4.0));
        drawn.push(tooltip(
            [model.name, ": ", &names.bytes(point.bytes as u64), ", ", &names.flops(point.flops)].concat(),
        ));
        element("g", Vec::new(), drawn)
    };
    let others: Vec<Html> = others.iter().map(other).collect();
    let mut body = heads(view, &names, layout.width);
    body.extend(scales(&names, &axes));
    body.push(diagonal);
    body.extend(others);
    body.push(chosen);
    drawing(layout.class(view.state.view), names.text.against_label, (layout.width, HEIGHT), body)
}

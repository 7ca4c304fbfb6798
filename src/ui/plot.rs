//! Lines over an axis, as wide as their place.

mod cut;
mod labels;
mod parts;
mod scale;

use yew::prelude::*;

use super::element::{element, group, text, written};
use crate::decimal::hundredths;
pub use cut::Cut;
pub use parts::{Band, Line, PlotHeight, Point, Rule};
pub use scale::{Axis, ticks};

/// A plot; every text in it keeps its size at any width.
#[derive(Clone, PartialEq)]
pub struct Plot {
    /// Says what the plot shows; stands for it in assistive technology.
    pub label: AttrValue,
    /// The axis along the bottom.
    pub x: Axis,
    /// The axis upwards.
    pub y: Axis,
    /// The lines, later ones over earlier ones.
    pub lines: Vec<Line>,
    /// An area behind them.
    pub band: Option<Band>,
    /// Straight lines across.
    pub rules: Vec<Rule>,
    /// Dots.
    pub points: Vec<Point>,
    /// A handle that cuts the x axis.
    pub cut: Option<Cut>,
    /// How high it is.
    pub height: PlotHeight,
}

/// Where the lines are, in percent of the height: top and height.
const FIELD: (f64, f64) = (9.0, 77.0);
/// Units of the field's own drawing.
const UNITS: f64 = 10_000.0;

/// A drawing for wide or for narrow places; the style sheet shows one of them.
#[derive(Clone, Copy)]
struct Form {
    /// Its class.
    class: &'static str,
    /// How much of the width the lines take, in percent; the labels at their ends take the rest.
    width: f64,
}

const FORMS: [Form; 2] = [
    Form { class: "plot__drawing plot__wide", width: 82.0 },
    Form { class: "plot__drawing plot__narrow", width: 68.0 },
];

impl Form {
    /// Where a fraction of the x axis is.
    fn across(self, fraction: f64) -> AttrValue {
        percent(self.width * fraction)
    }

    /// A straight line; `upright` at an x, else at a y, right across the field.
    fn straight(self, class: &'static str, at: AttrValue, upright: bool) -> Html {
        let ends = if upright {
            [("x1", at.clone()), ("x2", at), ("y1", up(1.0)), ("y2", up(0.0))]
        } else {
            [("x1", self.across(0.0)), ("x2", self.across(1.0)), ("y1", at.clone()), ("y2", at)]
        };
        let attributes = std::iter::once(("class", AttrValue::Static(class))).chain(ends).collect();
        element("line", attributes, Vec::new())
    }
}

fn percent(at: f64) -> AttrValue {
    written([&hundredths(at), "%"].concat())
}

/// Where a fraction of the y axis is.
fn up(fraction: f64) -> AttrValue {
    percent(FIELD.0 + FIELD.1 * (1.0 - fraction))
}

/// A text at a place; `lift` in em moves it down.
fn label(class: &'static str, x: AttrValue, y: AttrValue, lift: &'static str, body: AttrValue) -> Html {
    let attributes = vec![("class", AttrValue::Static(class)), ("x", x), ("y", y), ("dy", lift.into())];
    element("text", attributes, vec![text(body)])
}

impl Plot {
    fn grid(&self, form: Form) -> Vec<Html> {
        let lines = self.y.ticks.iter().filter_map(|(at, _)| self.y.inside(*at)).filter(|fraction| *fraction > 0.0);
        let lines = lines.map(|fraction| form.straight("mark-grid", up(fraction), false));
        core::iter::once(form.straight("mark-axis", up(0.0), false)).chain(lines).collect()
    }

    /// What stands at the axes, over the lines that begin there.
    fn names(&self, form: Form) -> Vec<Html> {
        let mut names = Vec::new();
        for (at, body) in &self.y.ticks {
            let Some(fraction) = self.y.inside(*at) else { continue };
            // Not where the name of the axis stands.
            if self.height.ems() * (FIELD.0 + FIELD.1 * (1.0 - fraction)) > 200.0 {
                names.push(label("plot__tick", form.across(0.0), up(fraction), "-0.3em", body.clone()));
            }
        }
        for (at, body) in &self.x.ticks {
            let Some(fraction) = self.x.inside(*at) else { continue };
            let class = if fraction < 0.03 { "plot__tick" } else { "plot__tick plot__tick--x" };
            names.push(label(class, form.across(fraction), up(0.0), "1.2em", body.clone()));
        }
        names.push(label("plot__axis plot__axis--x", percent(100.0), up(0.0), "1.2em", self.x.label.clone()));
        names.push(label("plot__axis", percent(0.0), percent(0.0), "0.9em", self.y.label.clone()));
        names
    }

    /// A point in the units of the field's drawing.
    fn place(&self, x: f64, y: f64) -> Option<[String; 2]> {
        let units =
            |fraction: f64| fraction.is_finite().then(|| ((fraction.clamp(-1.0, 2.0) * UNITS) as i32).to_string());
        Some([units(self.x.fraction(x))?, units(1.0 - self.y.fraction(y))?])
    }

    /// The outline through points; a new piece after each gap.
    fn outline(&self, points: impl Iterator<Item = (f64, f64)>) -> String {
        let (mut outline, mut open) = (String::new(), false);
        for (x, y) in points {
            let place = self.place(x, y);
            if let Some([x, y]) = &place {
                outline.push_str(if open { "L" } else { "M" });
                outline.push_str(x);
                outline.push(' ');
                outline.push_str(y);
            }
            open = place.is_some();
        }
        outline
    }

    fn line(&self, line: &Line) -> Html {
        let class = [if line.lit { "plot__line lit " } else { "plot__line " }, line.class].concat();
        let path = |class: AttrValue| {
            let d = written(self.outline(line.points.iter().copied()));
            element(
                "path",
                vec![("class", class), ("d", d), ("vector-effect", "non-scaling-stroke".into())],
                Vec::new(),
            )
        };
        match &line.hover {
            None => path(class.into()),
            Some((enter, leave)) => html! {
                <g onpointerenter={enter} onpointerleave={leave}>{ path("plot__reach".into()) }{ path(class.into()) }</g>
            },
        }
    }

    /// Band and lines, the same in both forms.
    fn curves(&self) -> Vec<Html> {
        let mut children = Vec::new();
        if let Some(band) = &self.band {
            let low = band.points.iter().rev().map(|(x, low, _)| (*x, *low));
            let around = self.outline(band.points.iter().map(|(x, _, high)| (*x, *high)).chain(low));
            children.push(element("path", vec![("class", "plot__band".into()), ("d", written(around))], Vec::new()));
        }
        children.extend(self.lines.iter().map(|line| self.line(line)));
        children
    }

    fn rule(&self, form: Form, rule: &Rule) -> Option<Html> {
        let axis = if rule.upright { &self.x } else { &self.y };
        let fraction = axis.inside(rule.at)?;
        let (at, body) = (if rule.upright { form.across(fraction) } else { up(fraction) }, rule.label.clone());
        let words = if rule.upright {
            label("plot__rule-label plot__rule-label--upright", at.clone(), up(1.0), "-0.25em", body)
        } else {
            label("plot__rule-label plot__rule-label--lying", form.across(1.0), at.clone(), "-0.3em", body)
        };
        Some(group(vec![form.straight("plot__rule", at, rule.upright), words]))
    }

    fn point(&self, form: Form, point: &Point) -> Option<Html> {
        let (x, y) = (self.x.inside(point.at.0)?, self.y.inside(point.at.1)?);
        let class = [if point.lit { "plot__point lit " } else { "plot__point " }, point.class].concat();
        let place = vec![("class", class.into()), ("cx", form.across(x)), ("cy", up(y)), ("r", "4.5".into())];
        let class = if x > 0.8 { "plot__beside plot__beside--left" } else { "plot__beside" };
        let words = label(class, form.across(x), up(y), "-0.7em", point.label.clone());
        Some(group(vec![element("circle", place, Vec::new()), words]))
    }

    fn drawing(&self, form: Form, curves: Vec<Html>) -> Html {
        let mut marks = self.grid(form);
        let places = [("width", form.width), ("y", FIELD.0), ("height", FIELD.1)];
        let mut attributes = vec![
            ("class", AttrValue::Static("plot__field")),
            ("viewBox", "0 0 10000 10000".into()),
            ("preserveAspectRatio", "none".into()),
        ];
        attributes.extend(places.map(|(name, at)| (name, percent(at))));
        marks.push(element("svg", attributes, curves));
        marks.extend(self.names(form));
        marks.extend(self.rules.iter().filter_map(|rule| self.rule(form, rule)));
        marks.extend(self.points.iter().filter_map(|point| self.point(form, point)));
        marks.extend(labels::ends(self, form));
        marks.extend(self.cut.iter().map(|cut| cut.mark(form, &self.x)));
        let attributes =
            vec![("class", AttrValue::Static(form.class)), ("role", "img".into()), ("aria-label", self.label.clone())];
        element("svg", attributes, marks)
    }

    /// Draws it.
    pub fn view(self) -> Html {
        let curves = self.curves();
        let mut children: Vec<Html> = FORMS.iter().map(|form| self.drawing(*form, curves.clone())).collect();
        let class = self.height.class();
        children.extend(self.cut.map(|cut| cut.handle(&self.x)));
        element("div", vec![("class", class.into())], children)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_far_points_are_no_trouble() {
        let axis = |low, high| Axis { low, high, log: false, ticks: Vec::new(), label: "".into() };
        let plot = Plot {
            label: "".into(),
            x: axis(0.0, 10.0),
            y: axis(0.0, 1.0),
            lines: Vec::new(),
            band: None,
            rules: Vec::new(),
            points: Vec::new(),
            cut: None,
            height: PlotHeight::Low,
        };
        let points = [(0.0, 0.0), (5.0, 1.0), (6.0, f64::NAN), (7.0, 0.5), (10.0, 1e300)];
        assert_eq!(plot.outline(points.into_iter()), "M0 10000L5000 0M7000 5000L10000 -10000");
    }
}

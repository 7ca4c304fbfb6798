//! One run: its decision map with the points, its loss, and what became of its updates.

use yew::prelude::*;

use crate::decimal::hundredths;
use crate::i18n::{self, fill, percent};
use crate::numerics::train::Points;
use crate::ui::{Heatmap, Ramp, element, group, part, words, written};
use crate::widgets::View;
use crate::widgets::training::Training;
use crate::widgets::training::model::{MAP_REACH, SIDE, share};
use crate::widgets::training::names;
use crate::widgets::training::words::{loss, rounded};

/// Units of the drawing of the points.
const UNITS: f64 = 100.0;

/// The points of a kind as one outline: dots where they are `dots`, else crosses, so that colour is not needed.
fn outline(points: &Points, kind: f32, dots: bool) -> String {
    let place = |x: f32| hundredths(UNITS * (0.5 + 0.5 * f64::from(x / MAP_REACH)));
    let mut outline = String::new();
    for (at, _) in points.at.iter().zip(&points.kind).filter(|(_, own)| **own == kind) {
        let piece = if dots { "h0" } else { "m-1 -1l2 2m-2 0l2 -2" };
        outline += &["M", &place(at[0]), " ", &place(-at[1]), piece].concat();
    }
    outline
}

fn dots(points: &Points) -> Html {
    let path = |class: &'static str, d: String| {
        element("path", vec![("class", AttrValue::Static(class)), ("d", written(d))], Vec::new())
    };
    let frame =
        vec![("class", "training__points".into()), ("viewBox", "0 0 100 100".into()), ("aria-hidden", "true".into())];
    let first = path("training__dots", outline(points, 0.0, true));
    element("svg", frame, vec![first, path("training__crosses", outline(points, 1.0, false))])
}

/// The share of updates that changed nothing, as a bar.
fn bar(stalled: f64) -> Html {
    let rectangle = |class: &'static str, width: f64| {
        let attributes = vec![
            ("class", AttrValue::Static(class)),
            ("width", written(hundredths(100.0 * width))),
            ("height", AttrValue::Static("4")),
        ];
        element("rect", attributes, Vec::new())
    };
    let frame = vec![
        ("class", AttrValue::Static("training__bar")),
        ("viewBox", "0 0 100 4".into()),
        ("preserveAspectRatio", "none".into()),
        ("aria-hidden", "true".into()),
    ];
    element("svg", frame, vec![rectangle("training__all", 1.0), rectangle("training__stalled", stalled)])
}

#[derive(Properties, PartialEq)]
struct DotsProps {
    points: Points,
}

/// A component, so that two hundred points are written once and not in every frame.
#[component]
fn Dots(props: &DotsProps) -> Html {
    dots(&props.points)
}

/// The tile of the run at a place.
pub fn draw(view: &View<Training>, at: usize) -> Html {
    let text = i18n::training(view.lang);
    let (Some(racer), Some(fit), Some(bins)) =
        (view.model.race.racers().get(at), view.model.fits().get(at), view.model.maps().get(at))
    else {
        return Html::default();
    };
    let (recipe, counts) = (racer.run().recipe(), racer.run().shot().counts);
    let name = names::recipe(text, recipe);
    let (right, stalled) = (percent(fit.accuracy, 3), share(counts.stalled, counts));
    let label = fill(text.map_label, &[("run", name), ("right", &right)]);
    let map = Heatmap {
        label: label.into(),
        rows: SIDE,
        columns: SIDE,
        bins: bins.clone(),
        ramp: Ramp::Diverging,
        ratio: 1.0,
        live: view.live,
        marks: Vec::new(),
        cursor: None,
        cursor_text: "".into(),
        on_cursor: None,
    };
    let points = html! { <Dots points={view.model.race.points().clone()} /> };
    let line = |sentence: &'static str, value: &str| fill(sentence, &[("value", value)]);
    let lost = line(text.tile_stalled, &rounded(stalled));
    let body = group(vec![
        words("p", "training__name", name.into()),
        part("div", "training__map", vec![map.view(), points]),
        words("p", "training__loss", line(text.tile_loss, &loss(fit.loss)).into()),
        bar(stalled),
        words("p", "training__lost", lost.into()),
    ]);
    let term = names::term(recipe);
    let (onpointerenter, onpointerleave) = view.hover(term);
    let class = classes!("training__tile", names::series(recipe), view.lit(term));
    html! { <div key={term} {class} {onpointerenter} {onpointerleave}>{ body }</div> }
}

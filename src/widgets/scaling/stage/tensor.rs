//! The tensor as an image, and one of its numbers on its way through both formats.

use yew::prelude::*;

use crate::i18n::{self, ScalingText, fill, significant};
use crate::numerics::scaling::Others;
use crate::ui::{Edit, HeatMark, Heatmap, Ramp, element, part, words, written};
use crate::widgets::View;
use crate::widgets::asset::tokens;
use crate::widgets::scaling::Scaling;
use crate::widgets::scaling::model::Stored;
use crate::widgets::scaling::names;
use crate::widgets::scaling::pictures::CHANNELS_A_CELL;
use crate::widgets::scaling::state::{Action, Source};
use crate::widgets::scaling::words::term;

/// Width over height.
const RATIO: f64 = 5.5;

/// Where the number that is followed stands: row and column.
pub fn followed(view: &View<Scaling>) -> (usize, usize) {
    let last = view.model.data.tensor.rows().saturating_sub(1);
    ((view.state.token as usize).min(last), view.state.channel as usize)
}

/// What a token is called.
fn token(text: &ScalingText, source: Source, row: usize) -> String {
    match tokens().nth(row).filter(|_| source == Source::Real) {
        Some(word) => fill(text.token_word, &[("word", word)]),
        None => fill(text.token_nth, &[("n", &(row + 1).to_string())]),
    }
}

/// The number, and what becomes of it on each side.
fn story(view: &View<Scaling>) -> Vec<String> {
    let text = i18n::scaling(view.lang);
    let tensor = &view.model.data.tensor;
    let (row, column) = followed(view);
    let at = row * tensor.columns + column;
    let Some(&x) = tensor.values.get(at) else { return Vec::new() };
    let number = |x: f32| significant(x.into(), 4);
    let name = token(text, view.state.source, row);
    let head = fill(text.follow, &[("token", &name), ("channel", &column.to_string()), ("x", &number(x))]);
    let to = |side: &Stored| {
        let scale = side.scaled.scale_at(row, column);
        let value = side.scaled.values.get(at).copied().unwrap_or(0.0);
        let format = names::format(text, side.way.format);
        fill(text.follow_to, &[("format", format), ("ratio", &number(x / scale)), ("value", &number(value))])
    };
    std::iter::once(head).chain(view.model.sides.iter().map(to)).collect()
}

/// The largest number, written above its place where it is an outlier.
fn pointer(view: &View<Scaling>) -> Html {
    let data = &view.model.data;
    let channel = match data.others {
        Others::All => return Html::default(),
        Others::Channel(channel) => channel,
        Others::Cell(at) => at % data.tensor.columns.max(1),
    };
    let place = libm::round(1000.0 * (channel as f64 + 0.5) / data.tensor.columns.max(1) as f64) / 10.0;
    let number = [&significant(data.largest, 4), " ↓"].concat();
    let attributes = vec![
        ("class", AttrValue::Static("scale__largest")),
        ("x", written([&crate::decimal::hundredths(place), "%"].concat())),
        ("y", AttrValue::Static("1em")),
        ("text-anchor", AttrValue::Static("middle")),
    ];
    let label = element("text", attributes, vec![crate::ui::text(number.into())]);
    let frame = vec![("class", AttrValue::Static("scale__pointer")), ("aria-hidden", "true".into())];
    element("svg", frame, vec![label])
}

/// The image with its outlier ringed, and the number that is followed.
pub fn draw(view: &View<Scaling>) -> Html {
    let text = i18n::scaling(view.lang);
    let data = &view.model.data;
    let (rows, columns) = (data.tensor.rows(), data.tensor.columns.div_ceil(CHANNELS_A_CELL));
    let (row, column) = followed(view);
    let ring = match data.others {
        Others::All => None,
        Others::Channel(channel) => Some(HeatMark::Columns(channel / CHANNELS_A_CELL, 1)),
        Others::Cell(at) => Some(HeatMark::Cell(at / data.tensor.columns, at % data.tensor.columns / CHANNELS_A_CELL)),
    };
    let story = story(view);
    let follow = move |at: Option<(usize, usize)>| match at {
        Some((row, cell)) => Edit::live(Action::Follow(row as u32, (cell * CHANNELS_A_CELL) as u32)),
        None => Edit::done(Action::Follow(row as u32, column as u32)),
    };
    let image = Heatmap {
        label: text.describe_tensor.into(),
        rows,
        columns,
        bins: data.sizes.clone(),
        ramp: Ramp::Sequential,
        ratio: RATIO,
        live: view.live,
        marks: ring.into_iter().collect(),
        cursor: Some((row, column / CHANNELS_A_CELL)),
        cursor_text: story.join(" ").into(),
        on_cursor: Some(view.act.reform(follow)),
    };
    let head = [("tokens", rows.to_string()), ("channels", data.tensor.columns.to_string())];
    let head = fill(text.head_tensor, &[(head[0].0, &head[0].1), (head[1].0, &head[1].1)]);
    let class = if view.lit(term::LARGEST).is_some() { "scale__tensor lit" } else { "scale__tensor" };
    let lines = story.into_iter().map(|line| words("span", "scale__step", line.into())).collect();
    let mut body =
        vec![words("p", "scale__head", head.into()), pointer(view), image.view(), part("p", "scale__story", lines)];
    if !view.touched {
        body.push(words("p", "hint", text.hint_tensor.into()));
    }
    part("div", class, body)
}

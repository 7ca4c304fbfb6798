//! All granularities in all formats, three bars each.

use yew::prelude::*;

use crate::i18n::{self, fixed};
use crate::numerics::scaling::{Granularity, Quality};
use crate::state::Choice as _;
use crate::ui::{group, part};
use crate::widgets::View;
use crate::widgets::marks::{Anchor, moved, path, rectangle, text, twin_drawing};
use crate::widgets::scaling::Scaling;
use crate::widgets::scaling::model::formats;
use crate::widgets::scaling::names;
use crate::widgets::scaling::state::Way;
use crate::widgets::scaling::words::{telling, term};

/// Sizes of a drawing, in its own units: about a CSS pixel each.
#[derive(Clone, Copy, PartialEq)]
struct Layout {
    width: f64,
    left: f64,
    wide: bool,
}

const WIDE: Layout = Layout { width: 540.0, left: 66.0, wide: true };
const NARROW: Layout = Layout { width: 320.0, left: 60.0, wide: false };

const TOP: f64 = 38.0;
const ROW: f64 = 30.0;
/// A bar, and how far from one to the next.
const BAR: f64 = 5.0;
const PITCH: f64 = 7.0;
/// Room for a number behind the bars.
const NUMBER: f64 = 34.0;
/// Decibels of the longest bar.
const MOST: f64 = 50.0;

const fn tone(at: usize) -> &'static str {
    match at {
        0 => "plane__bar plane__bar--whole",
        1 => "plane__bar plane__bar--others",
        _ => "plane__bar plane__bar--token",
    }
}

/// Three bars and the number that tells the story.
fn cell(view: &View<Scaling>, quality: &Quality, width: f64) -> Vec<Html> {
    let length = |db: f64| (db / MOST).clamp(0.0, 1.0) * (width - NUMBER - 8.0);
    let bars = [quality.sqnr_db, quality.sqnr_db_others, quality.sqnr_db_per_token];
    let bar =
        |(at, db): (usize, &f64)| path(tone(at), rectangle((4.0, 5.0 + PITCH * at as f64), length(*db).max(0.5), BAR));
    let db = telling(view.state.source, quality);
    let end = bars.iter().fold(0.0_f64, |end, db| end.max(length(*db)));
    let number = fixed(db, 1);
    let mut drawn: Vec<Html> = bars.iter().enumerate().map(bar).collect();
    drawn.push(text((end + 9.0, 19.0), Anchor::Start, "plane__number", number));
    drawn
}

fn legend(view: &View<Scaling>, layout: Layout, y: f64) -> Vec<Html> {
    let texts = i18n::scaling(view.lang);
    let (step, line) = if layout.wide { (160.0, 0.0) } else { (0.0, 15.0) };
    let item = |(at, words): (usize, &'static str)| {
        let (x, y) = (step * at as f64, y + line * at as f64);
        let swatch = path(tone(at), rectangle((x, y - 6.0), 12.0, BAR));
        group(vec![swatch, text((x + 17.0, y), Anchor::Start, "plane__quiet", words)])
    };
    [texts.bar_whole, texts.bar_others, texts.bar_token].into_iter().enumerate().map(item).collect()
}

fn one(view: &View<Scaling>, layout: Layout) -> Html {
    let texts = i18n::scaling(view.lang);
    let formats = formats(&view.state);
    let width = (layout.width - layout.left) / formats.len().max(1) as f64;
    let head = if layout.wide { texts.head_plane } else { texts.head_plane_short };
    let mut body = vec![text((0.0, 12.0), Anchor::Start, "plane__head", head)];
    for (at, format) in formats.iter().enumerate() {
        let x = layout.left + width * at as f64 + 4.0;
        body.push(text((x, TOP - 6.0), Anchor::Start, "plane__name", names::format(texts, *format)));
    }
    for (row, granularity) in Granularity::ALL.iter().enumerate() {
        let y = TOP + ROW * row as f64;
        body.push(text((0.0, y + 19.0), Anchor::Start, "plane__name", names::row(texts, *granularity)));
        for (column, format) in formats.iter().enumerate() {
            let at = row * formats.len() + column;
            let place = (layout.left + width * column as f64, y);
            let way = Way { format: *format, granularity: *granularity };
            for (side, chosen) in view.state.ways().into_iter().enumerate() {
                if chosen == way {
                    let inset = 1.0 + side as f64 * 2.0;
                    let lit = view.lit([term::DB, term::DB_BESIDE][side.min(1)]).is_some();
                    let class = match (side, lit) {
                        (0, false) => "plane__side plane__side--1",
                        (0, true) => "plane__side plane__side--1 lit",
                        (_, false) => "plane__side plane__side--2",
                        (_, true) => "plane__side plane__side--2 lit",
                    };
                    let frame = rectangle((place.0 + inset, place.1 + inset), width - 2.0 * inset, ROW - 2.0 * inset);
                    body.push(path(class, frame));
                }
            }
            if let Some(quality) = view.model.plane.get(at).and_then(Option::as_ref) {
                let class = if at < view.model.done { "plane__cell" } else { "plane__cell plane__cell--before" };
                body.push(part("g", class, vec![moved(place, cell(view, quality, width))]));
            }
        }
    }
    let bottom = TOP + ROW * Granularity::ALL.len() as f64;
    body.extend(legend(view, layout, bottom + 16.0));
    let height = bottom + if layout.wide { 22.0 } else { 52.0 };
    let class = if layout.wide { "plane plane--wide" } else { "plane plane--narrow" };
    twin_drawing(class, texts.head_plane, (layout.width, height), body, view.live)
}

/// For wide and for narrow figures; the style sheet shows the one that there is room for.
pub fn draw(view: &View<Scaling>) -> Html {
    group(vec![one(view, WIDE), one(view, NARROW)])
}

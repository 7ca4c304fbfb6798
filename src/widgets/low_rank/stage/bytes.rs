//! The bytes of the text: all, and what is kept with the directions.

use super::mark::{lit_path, path, px, rectangle, text};
use super::{Layout, Part};
use crate::i18n::{self, fill};
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::low_rank::LowRank;
use crate::widgets::low_rank::model::Found;
use crate::widgets::low_rank::words::{pays, stored, term, weight};

/// First bar.
const TOP: f64 = 20.0;
/// Height of a bar.
const HEIGHT: f64 = 14.0;
/// From one bar to the next.
const PITCH: f64 = 34.0;

/// Two bars to scale.
pub fn draw(view: &View<LowRank>, found: &Found, layout: Layout) -> Part {
    let words = i18n::low_rank(view.lang);
    let (full, kept, basis) = (found.full_bytes(), found.kept_bytes(), found.basis_bytes());
    let length = |bytes: usize| bytes as f64 / full.max(kept + basis).max(1) as f64 * layout.width;
    let below =
        |bar: usize, label: String| text(0.0, TOP + PITCH * bar as f64 + HEIGHT + 13.0, "start", "lr__quiet", label);
    let tokens = found.layer.tokens().to_string();
    let head = fill(words.bytes_head, &[("tokens", &tokens), ("stored", &stored(words))]);
    let both =
        fill(words.bytes_kept, &[("kept", &weight(kept)), ("basis", &weight(basis)), ("pays", &pays(words, found))]);
    let second = TOP + PITCH;
    let edge = ["M", &px(length(kept)), " ", &px(second), "v", &px(HEIGHT)].concat();
    let mut body = vec![
        text(0.0, 12.0, "start", "lr__head", head),
        lit_path(view, term::FULL, "lr__full", rectangle(0.0, TOP, length(full), HEIGHT)),
        below(0, fill(words.bytes_full, &[("full", &weight(full))])),
        lit_path(view, term::KEPT, "lr__kept", rectangle(0.0, second, length(kept), HEIGHT)),
        lit_path(view, term::BASIS, "lr__basis", rectangle(length(kept), second, length(basis), HEIGHT)),
        path("lr__edge", edge),
    ];
    let mut height = second + HEIGHT + 16.0;
    if layout.width > 400.0 {
        body.push(below(1, both));
    } else {
        // Too long for one line: cut at the middle of the sentence.
        let (first, rest) = both.split_once([';', '；']).unwrap_or((&both, ""));
        body.extend([
            below(1, first.to_owned()),
            text(0.0, height + 12.0, "start", "lr__quiet", rest.trim().to_owned()),
        ]);
        height += 15.0;
    }
    Part { height, body: group(body) }
}

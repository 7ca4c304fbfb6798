//! Published ratios, each with its question and its bytes, all to one scale; above them the one that is set.

use yew::prelude::*;

use super::mark::{Anchor, lowered, path, px, rectangle, series, text};
use super::{Layout, Part};
use crate::i18n::{fill, percent, times};
use crate::numerics::models::{Attention, Baseline};
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::kv_cache::KvCache;
use crate::widgets::kv_cache::claims::{Claim, Which, claims};
use crate::widgets::kv_cache::names::Names;

/// Left end of the questions, after the numbers.
const ASIDE: f64 = 64.0;
/// A line of a question.
const LINE: f64 = 15.0;
/// A bar.
const BAR: f64 = 8.0;
/// Room for the bytes at the end of a bar.
const BYTES: f64 = 80.0;
/// From one ratio to the next.
const ROW: f64 = 72.0;

/// What a row shows: the number, two lines, bytes of the baseline and its own.
struct Line {
    number: String,
    words: [String; 2],
    bytes: [u64; 2],
    baseline: &'static str,
    own: &'static str,
}

/// Widths of a key and a value of what the latent unfolds to.
fn widths(claim: &Claim) -> [String; 2] {
    match claim.model.attention {
        Attention::Latent(latent) => {
            [(latent.qk_nope_head_dim + latent.qk_rope_head_dim).to_string(), latent.qk_nope_head_dim.to_string()]
        }
        Attention::Heads(heads) => [heads.head_dim.to_string(), heads.head_dim.to_string()],
    }
}

fn published(names: &Names<'_>, claim: &Claim) -> Line {
    let text = names.text;
    let (ratio, saved) = (times(claim.ratio, 3), percent(claim.saved(), 3));
    let (number, lines) = match claim.which {
        Which::SameShape => (ratio.clone(), [text.claim_shape, text.claim_shape_more]),
        Which::Unfolded => (ratio.clone(), [text.claim_unfolded, text.claim_unfolded_more]),
        Which::Saved => (saved, [text.claim_saved, text.claim_saved_more]),
        Which::Predecessor => (saved, [text.claim_before, text.claim_before_more]),
        Which::Abstract => (saved, [text.claim_abstract, text.claim_abstract_more]),
    };
    let [key, plain] = widths(claim);
    let heads = claim.model.heads.to_string();
    let bits = claim.format.bits().to_string();
    let values = [
        ("ratio", ratio.as_str()),
        ("heads", &heads),
        ("key", &key),
        ("plain", &plain),
        ("bits", &bits),
        ("model", claim.model.name),
        ("baseline", names.baseline_short(Baseline::DeepSeek67b)),
    ];
    Line {
        number,
        words: lines.map(|line| fill(line, &values)),
        bytes: claim.bytes(),
        baseline: names.baseline_short(claim.baseline),
        own: claim.model.name,
    }
}

/// What is set now.
fn set(names: &Names<'_>, view: &View<KvCache>) -> Option<Line> {
    let row = view.model.rows.first()?;
    let (baseline, format) = (view.state.baseline, view.state.cache_format);
    let bytes = [baseline.bits(row.model, format), row.model.cache_bits(format)].map(|bits| bits.div_ceil(8));
    let values = [("model", row.model.name), ("baseline", names.baseline(baseline))];
    let words = [fill(names.text.claim_set, &values), fill(names.text.claim_set_more, &values)];
    let (baseline, own) = (names.baseline_short(baseline), row.model.name);
    Some(Line { number: times(row.ratio, 3), words, bytes, baseline, own })
}

fn row(names: &Names<'_>, layout: Layout, most: f64, line: &Line) -> Html {
    let length = |bytes: u64| bytes as f64 / most * (layout.width - BYTES);
    let bar =
        |at: usize, class| path(class, rectangle(0.0, 36.0 + at as f64 * (BAR + 3.0), length(line.bytes[at]), BAR));
    let words = |at: usize, who: &str| {
        let bytes = names.bytes(u128::from(line.bytes[at]));
        // A long bar leaves room for the bytes only.
        let short = length(line.bytes[at]) < 0.4 * layout.width;
        let said = if short { [who, ": ", &bytes].concat() } else { bytes };
        let (x, y) = (length(line.bytes[at]) + 5.0, 44.0 + at as f64 * (BAR + 3.0));
        text(x, y, Anchor::Start, "kv__small", said.into())
    };
    let mut drawn = vec![text(0.0, 13.0, Anchor::Start, "kv__number", line.number.clone().into())];
    drawn.extend(
        line.words
            .iter()
            .enumerate()
            .map(|(at, words)| text(ASIDE, 13.0 + LINE * at as f64, Anchor::Start, "kv__line", words.clone().into())),
    );
    drawn.extend([bar(0, "kv__strip"), bar(1, "kv__cache"), words(0, line.baseline), words(1, line.own)]);
    group(drawn)
}

/// The one that is set, and the five.
pub fn draw(view: &View<KvCache>, layout: Layout) -> Part {
    let names = Names::new(view.lang, &view.state);
    let set = set(&names, view);
    let all: Vec<Line> = set.into_iter().chain(claims().iter().map(|claim| published(&names, claim))).collect();
    let most = all.iter().map(|line| line.bytes[0].max(line.bytes[1])).max().unwrap_or(1) as f64;
    let head = if layout.wide { names.text.claims_head } else { names.text.claims_head_short };
    let mut body = vec![text(0.0, 12.0, Anchor::Start, "kv__head", head.into())];
    let mut y = 26.0;
    for (at, line) in all.iter().enumerate() {
        body.push(lowered(y, vec![crate::ui::part("g", series(0), vec![row(&names, layout, most, line)])]));
        y += ROW;
        if at == 0 {
            body.push(path("mark-axis", ["M0 ", &px(y - 4.0), "H", &px(layout.width)].concat()));
            y += 8.0;
        }
    }
    Part { height: y - 8.0, body: group(body) }
}

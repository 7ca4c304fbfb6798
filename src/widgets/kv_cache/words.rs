//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::KvCache;
use super::model::{FARTHEST, Row};
use super::names::Names;
use super::state::Picture;
use crate::i18n::{Lang, fill, percent, significant, times};
use crate::numerics::models::{Attention, Baseline, CacheFormat};
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// Bytes of a token.
    pub const TOKEN: &str = "token";
    /// Baseline over own.
    pub const RATIO: &str = "ratio";
    /// What is saved.
    pub const SAVED: &str = "saved";
    /// Tokens of a text.
    pub const CONTEXT: &str = "context";
    /// Bytes of the caches.
    pub const CACHE: &str = "cache";
    /// Users that fit.
    pub const FIT: &str = "fit";
    /// Bytes of the weights.
    pub const WEIGHTS: &str = "weights";
}

type Values = Vec<(&'static str, String)>;

/// The sentences, with everything but the terms filled in, and the terms.
fn parts(view: &View<KvCache>) -> (String, Values) {
    let names = Names::new(view.lang, &view.state);
    let Some(row) = view.model.rows.first() else { return (String::new(), Vec::new()) };
    let other = view.model.rows.get(1);
    let mut sentences = vec![keeps(&names, row)];
    match view.state.view {
        Picture::Memory => {
            sentences.push(costs(&names, view, row));
            sentences.extend(other.map(|other| compared(&names, view, other)));
            sentences.extend(released(&names, row));
        }
        Picture::Growth => {
            sentences = vec![grows(&names, view, row)];
            sentences.extend(other.and_then(|other| passes(&names, row, other)));
        }
        Picture::Ratios => {}
    }
    let values = vec![
        (term::TOKEN, names.bytes(u128::from(row.token))),
        (term::RATIO, significant(row.ratio, 3)),
        (term::SAVED, percent(1.0 - 1.0 / row.ratio, 3)),
        ("equal", percent(1.0 - 1.0 / row.equal_ratio, 3)),
        (term::CONTEXT, names.length(view.state.context)),
        (term::CACHE, names.bytes(row.cache)),
        (term::FIT, names.users(row.fit.unwrap_or(0))),
        (term::WEIGHTS, names.bytes(u128::from(row.weights))),
        ("outgrows", names.farther(row.outgrows.unwrap_or(0))),
    ];
    (sentences.join(between(view.lang)), values)
}

/// What stands between two sentences.
fn between(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "" } else { " " }
}

/// What a token costs, against the baseline.
fn keeps(names: &Names<'_>, row: &Row) -> String {
    let text = names.text;
    let sentence = if row.ratio > 1.0 {
        text.keeps
    } else if row.ratio < 1.0 {
        text.keeps_more
    } else {
        text.keeps_same
    };
    let than = names.than(names.state.baseline, row.model);
    let said = fill(sentence, &[("model", row.model.name), ("baseline", &than)]);
    let mixed = names.state.baseline == Baseline::DeepSeek67b && names.state.cache_format != CacheFormat::Bf16;
    if mixed && row.ratio > 1.0 {
        let why = if row.equal_ratio > 1.0 { text.equal_precision } else { text.only_bits };
        return [&said, between(names.lang), why].concat();
    }
    said
}

/// What a text costs as it grows, and where that is more than the weights.
fn grows(names: &Names<'_>, view: &View<KvCache>, row: &Row) -> String {
    let text = names.text;
    let sentence = match (row.outgrows, view.state.batch) {
        (None, _) => text.grows_never,
        (Some(_), 1) => text.grows,
        (Some(_), _) => text.grows_batch,
    };
    let batch = names.users(u64::from(view.state.batch));
    fill(sentence, &[("model", row.model.name), ("batch", &batch), ("far", &names.tokens_short(FARTHEST))])
}

/// Where the next model comes to keep less, or outgrows its own weights.
fn passes(names: &Names<'_>, first: &Row, other: &Row) -> Option<String> {
    let said = |sentence: &str, tokens: &str| {
        fill(sentence, &[("other", other.model.name), ("first", first.model.name), ("tokens", tokens)])
    };
    match (other.takeovers.first(), other.model.window) {
        (Some(from), Some(window)) if *from > 1 => {
            let passes = fill(
                names.text.passes,
                &[
                    ("limited", &window.layers.min(other.model.layers).to_string()),
                    ("layers", &other.model.layers.to_string()),
                    ("window", &names.tokens(window.tokens.into())),
                ],
            );
            Some(said(&passes, &names.tokens(*from)))
        }
        _ => other.outgrows.map(|tokens| said(names.text.grows_other, &names.farther(tokens))),
    }
}

/// What the texts cost, and who fits.
fn costs(names: &Names<'_>, view: &View<KvCache>, row: &Row) -> String {
    let text = names.text;
    let batch = u64::from(view.state.batch);
    let gpus = names.gpus(u128::from(view.state.gpus), view.model.gpu);
    let needed = names.gpus(row.needed, view.model.gpu);
    let sentence = match (row.fit, batch) {
        (None, _) => text.too_big,
        (Some(_), 1) => text.fits,
        _ => text.fits_batch,
    };
    fill(sentence, &[("batch", &names.users(batch)), ("gpus", &gpus), ("needed", &needed)])
}

/// How DeepSeek's own FP8 cache differs from plain 8 bits a number.
fn released(names: &Names<'_>, row: &Row) -> Option<String> {
    let Attention::Latent(latent) = row.model.attention else { return None };
    let own = latent.released_fp8_bytes().to_string();
    let asked = names.state.cache_format == CacheFormat::Fp8;
    asked.then(|| fill(names.text.released_fp8, &[("here", &row.layer.to_string()), ("own", &own)]))
}

/// The same for the next model, in short.
fn compared(names: &Names<'_>, view: &View<KvCache>, other: &Row) -> String {
    let needed = names.gpus(other.needed, view.model.gpu);
    let (cache, name) = (names.bytes(other.cache), other.model.name);
    match other.fit {
        Some(fit) => {
            fill(names.text.other, &[("other", name), ("other_cache", &cache), ("other_fit", &names.users(fit))])
        }
        None => fill(names.text.other_too_big, &[("other", name), ("other_cache", &cache), ("other_needed", &needed)]),
    }
}

/// The result with live numbers.
pub fn result(view: &View<KvCache>) -> Html {
    let (sentences, values) = parts(view);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<KvCache>) -> String {
    let (sentences, values) = parts(view);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// `56.9×`.
pub fn ratio(row: &Row) -> String {
    times(row.ratio, 3)
}

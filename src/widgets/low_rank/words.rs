//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::LowRank;
use super::model::{BYTES, Found};
use super::state::Origin;
use crate::i18n::{self, Lang, LowRankText, Scale, bytes, fill, percent, significant};
use crate::numerics::low_rank::{Fit, Sharing};
use crate::widgets::{View, asset};

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// Numbers kept of a token.
    pub const RANK: &str = "rank";
    /// Error of keys and values.
    pub const ERROR: &str = "error";
    /// The least possible error.
    pub const BOUND: &str = "bound";
    /// Divergence of attention.
    pub const KL: &str = "kl";
    /// Largest change of attention.
    pub const DIFF: &str = "diff";
    /// Bytes kept.
    pub const KEPT: &str = "kept";
    /// Bytes of the directions.
    pub const BASIS: &str = "basis";
    /// All bytes.
    pub const FULL: &str = "full";
}

/// What shares directions, in a few words.
pub const fn sharing_name(text: &LowRankText, sharing: Sharing) -> &'static str {
    match sharing {
        Sharing::Joint => text.shared,
        Sharing::Separate => text.separate,
        Sharing::PerHead => text.per_head,
    }
}

/// Three digits; what is nothing but rounding is 0.
pub fn share(x: f64) -> String {
    percent(if x < 1e-12 { 0.0 } else { x }, 3)
}

/// Two digits for the small numbers about attention; what is nothing but rounding is 0.
pub fn small(x: f64) -> String {
    significant(if x < 1e-12 { 0.0 } else { x }, 2)
}

/// Bytes in three digits.
pub fn weight(count: usize) -> String {
    bytes(count as f64, 3, Scale::Decimal)
}

/// `“it”` where the tokens are words, else `token 44`.
pub fn token_name(lang: Lang, source: Origin, token: usize) -> String {
    let text = i18n::low_rank(lang);
    match asset::tokens().nth(token).filter(|_| source == Origin::Real) {
        Some(word) => fill(text.word, &[("word", word)]),
        None => fill(text.token_number, &[("n", &token.to_string())]),
    }
}

type Values = Vec<(&'static str, String)>;

fn parts(view: &View<LowRank>) -> (String, Values) {
    let (text, state) = (i18n::low_rank(view.lang), &view.state);
    let Some(found) = &view.model.found else { return (text.waiting.into(), Vec::new()) };
    let one = found.rank == 1;
    let mut sentences = vec![if one { text.rebuilds_one } else { text.rebuilds }];
    let mut values = vec![
        (term::RANK, found.rank.to_string()),
        ("all", found.numbers().to_string()),
        ("fraction", percent(found.rank as f64 / found.numbers() as f64, 3)),
        ("heads", found.layer.heads.to_string()),
        (term::ERROR, share(found.error)),
        (term::BOUND, share(found.bound)),
        ("head", state.head.to_string()),
        (term::KL, small(found.divergence())),
        (term::DIFF, small(found.largest_difference())),
    ];
    let other = if state.joint == Sharing::Joint { Sharing::PerHead } else { Sharing::Joint };
    if let Some(left) = view.model.left(other, state.rank as usize) {
        sentences.push(if other == Sharing::Joint { text.instead_shared } else { text.instead_per_head });
        values.push(("other", share(left)));
    }
    let bound = match (state.fit, one) {
        (Fit::All, false) => text.least,
        (Fit::All, true) => text.least_one,
        (Fit::Half, false) => text.unseen,
        (Fit::Half, true) => text.unseen_one,
    };
    sentences.extend([bound, text.attention]);
    (sentences.join(if view.lang == Lang::Zh { "" } else { " " }), values)
}

/// The result with live numbers.
pub fn result(view: &View<LowRank>) -> Html {
    let (sentences, values) = parts(view);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<LowRank>) -> String {
    let (sentences, values) = parts(view);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// Where a token looks most: `“it” looks at “answer” (80% → 82%), …`.
pub fn looks(view: &View<LowRank>, found: &Found, count: usize) -> String {
    let (text, state) = (i18n::low_rank(view.lang), &view.state);
    let name = |token| token_name(view.lang, state.source, token);
    let look = |(token, before, after): (usize, f64, f64)| {
        let values = [("token", name(token)), ("before", percent(before, 2)), ("after", percent(after, 2))];
        fill(text.look, &values.each_ref().map(|(place, value)| (*place, value.as_str())))
    };
    let list: Vec<String> = found.looks(state.token as usize, count).into_iter().map(look).collect();
    fill(text.looks, &[("token", &name(state.token as usize)), ("list", &list.join(text.comma))])
}

/// What the fields ask for and cannot have.
pub fn remarks(view: &View<LowRank>) -> Vec<String> {
    let Some(found) = view.model.found.as_ref().filter(|found| found.rank < view.state.rank as usize) else {
        return Vec::new();
    };
    let (asked, most) = (view.state.rank.to_string(), found.rank.to_string());
    vec![fill(i18n::low_rank(view.lang).too_many, &[("asked", &asked), ("most", &most)])]
}

/// From which token on the directions pay for themselves.
pub fn pays(text: &LowRankText, found: &Found) -> String {
    match found.pays_from() {
        Some(tokens) => fill(text.pays, &[("tokens", &tokens.to_string())]),
        None => text.never_pays.into(),
    }
}

/// Bytes of a stored number.
pub fn stored(text: &LowRankText) -> String {
    fill(text.stored, &[("bytes", &BYTES.to_string())])
}

//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::Decode;
use super::names::Names;
use super::state::{Look, MOST_TOKENS};
use crate::i18n::{Lang, fill, integer};
use crate::numerics::attention::{Scope, throttled_balance};
use crate::numerics::models::CacheKind;
use crate::widgets::View;

/// Terms of the sentence: their numbers, marks and symbols light together.
pub mod term {
    /// Numbers kept of a token.
    pub const NUMBERS: &str = "numbers";
    /// Bytes written.
    pub const WRITTEN: &str = "written";
    /// Bytes read.
    pub const READ: &str = "read";
    /// How much the order of the past counts.
    pub const CHANGE: &str = "change";
    /// Operations a byte.
    pub const FLOP: &str = "flop";
    /// The same of the accelerator.
    pub const BALANCE: &str = "balance";
    /// The same once the clock has fallen.
    pub const BEND: &str = "bend";
}

type Values = Vec<(&'static str, String)>;

fn join(sentences: &[&str], lang: Lang) -> String {
    sentences.join(if lang == Lang::Zh { "" } else { " " })
}

fn step(view: &View<Decode>, names: Names) -> (String, Values) {
    let (text, state, computed) = (names.text, &view.state, &view.model);
    let decode = computed.decode(state.attention);
    let order = match (computed.cache.len(), state.rope_key) {
        (..=1, _) => text.no_past,
        // One token before is the same either way.
        (2, _) => "",
        (_, true) => text.ordered,
        (_, false) => text.blind,
    };
    let sentences = [text.keeps, text.recomputed, order];
    let sentences: Vec<&str> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
    let said = fill(
        &join(&sentences, view.lang),
        &[
            ("kind", names.kind(state.attention)),
            ("what", names.keeps(state)),
            ("entry", &integer(computed.entry_macs.into())),
            ("uncached", &integer(computed.uncached_macs.into())),
        ],
    );
    let values = vec![
        (term::NUMBERS, decode.cached_elements().to_string()),
        (term::WRITTEN, names.bytes(decode.bytes_written())),
        (term::READ, names.bytes(decode.bytes_read())),
        (term::CHANGE, names.apart(computed.change)),
    ];
    (said, values)
}

fn roofline(view: &View<Decode>, names: Names) -> (String, Values) {
    let (text, state, computed) = (names.text, &view.state, &view.model);
    let decode = computed.decode(state.attention);
    let first = if state.counted == Scope::Layer { text.roof_layer } else { text.roof };
    let second = if computed.compute_bound(state.attention) { text.by_compute } else { text.by_memory };
    let said = [first, second].concat();
    let mla = state.counted == Scope::Cache && state.attention == CacheKind::Mla;
    let bend = throttled_balance(computed.gpu).filter(|_| mla);
    let said = if bend.is_some() { join(&[&said, text.throttled], view.lang) } else { said };
    let said = fill(
        &said,
        &[
            ("kind", names.kind(state.attention)),
            ("heads", &names.counted(decode.shape.heads as u64, text.query_head, text.query_heads)),
            ("batch", &names.counted(decode.batch, text.sequence, text.sequences)),
            ("context", &names.counted(decode.context, text.cached_one, text.cached)),
            ("gpu", names.gpu(computed.gpu)),
            ("peak", &computed.gpu.bf16_tflops.unwrap_or(0).to_string()),
            ("attainable", &names.rate(computed.attainable_tflops(state.attention))),
            ("throttled", &computed.gpu.throttled_tflops().unwrap_or(0).to_string()),
            ("count", &decode.rounded_flop_per_byte().to_string()),
        ],
    );
    let mut values =
        vec![(term::FLOP, names.rate(decode.flop_per_byte())), (term::BALANCE, names.rate(computed.balance))];
    values.extend(bend.map(|bend| (term::BEND, names.rate(bend))));
    (said, values)
}

/// The sentences, with everything but the terms filled in, and the terms.
fn parts(view: &View<Decode>) -> (String, Values) {
    let names = Names::new(view.lang);
    match view.state.look {
        Look::Steps => step(view, names),
        Look::Roofline => roofline(view, names),
    }
}

/// The result with live numbers.
pub fn result(view: &View<Decode>) -> Html {
    let (sentences, values) = parts(view);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Decode>) -> String {
    let (sentences, values) = parts(view);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

/// What is synthetic or left out.
pub fn note(view: &View<Decode>) -> &'static str {
    let text = Names::new(view.lang).text;
    match view.state.look {
        Look::Steps => text.note_steps,
        Look::Roofline if view.model.gpu.throttled_tflops().is_some() => text.note_h800,
        Look::Roofline if view.model.gpu.confirmed => text.note_roofline,
        Look::Roofline => text.note_about,
    }
}

/// What was asked for and cannot be.
pub fn remarks(view: &View<Decode>) -> Vec<String> {
    let (text, computed) = (Names::new(view.lang).text, &view.model);
    let mut remarks = Vec::new();
    if view.state.look == Look::Steps && view.state.at > computed.end {
        remarks.push(match computed.end {
            0 => text.too_late_one.into(),
            end => fill(text.too_late, &[("last", &(end + 1).to_string())]),
        });
    }
    if computed.cut > 0 {
        let most = MOST_TOKENS.to_string();
        remarks.push(fill(text.too_long, &[("most", &most), ("cut", &computed.cut.to_string())]));
    }
    if computed.wordless {
        remarks.push(text.wordless.into());
    }
    remarks
}

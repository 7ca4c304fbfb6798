//! Data files: recorded activations of a small trained transformer, fetched once when a state first needs them.
//!
//! All are of sentence-transformers/all-MiniLM-L6-v2 (Apache License 2.0), a bidirectional encoder with 12 heads of 32,
//! on one English text of 125 tokens: float32 arithmetic, stored as float16. See NOTICE.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::numerics::stored::float16;

/// Tokens of the text.
pub const TOKENS: usize = 125;
/// Channels of each activation.
pub const CHANNELS: usize = 384;
/// Heads that the channels of queries, keys and values are split into.
pub const HEADS: usize = 12;
/// Channels of a head.
pub const HEAD_DIM: usize = CHANNELS / HEADS;

/// A data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asset {
    /// Queries, keys and values of layer 2 (counted from 0).
    Attention,
    /// What the feed-forward network of layer 0 puts out.
    FfnOut,
}

/// A token a row, row-major.
#[derive(Clone, Debug)]
pub struct Activations {
    file: Rc<[f32]>,
    start: usize,
}

impl Activations {
    /// All values, [`TOKENS`] × [`CHANNELS`].
    #[must_use]
    pub fn values(&self) -> &[f32] {
        &self.file[self.start..self.start + TOKENS * CHANNELS]
    }

    /// The channels of a token; none beyond the last.
    #[must_use]
    pub fn row(&self, token: usize) -> &[f32] {
        self.values().chunks_exact(CHANNELS).nth(token).unwrap_or_default()
    }
}

/// What an attention layer compares and mixes.
#[derive(Clone, Debug)]
pub struct Attention {
    /// Queries.
    pub q: Activations,
    /// Keys.
    pub k: Activations,
    /// Values.
    pub v: Activations,
}

/// The recorded attention, once it is there.
#[must_use]
pub fn attention() -> Option<Attention> {
    let file = Asset::Attention.values()?;
    let [q, k, v] = [0, 1, 2].map(|at| Activations { file: file.clone(), start: at * TOKENS * CHANNELS });
    Some(Attention { q, k, v })
}

/// The recorded output of the feed-forward network, once it is there.
#[must_use]
pub fn ffn_out() -> Option<Activations> {
    Some(Activations { file: Asset::FfnOut.values()?, start: 0 })
}

/// The tokens of the text, in order, as the model's tokenizer writes them.
pub fn tokens() -> impl Iterator<Item = &'static str> {
    include_str!("../../static/data/tokens.txt").lines()
}

/// What is known of the files.
#[derive(Default)]
struct Store {
    here: Vec<(Asset, Rc<[f32]>)>,
    waiting: Vec<(Asset, Callback<bool>)>,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

impl Asset {
    /// Its name on the server.
    const fn name(self) -> &'static str {
        match self {
            Self::Attention => "data/attention.f16",
            Self::FfnOut => "data/ffn-out.f16",
        }
    }

    /// Its size in bytes.
    const fn length(self) -> usize {
        let matrices = match self {
            Self::Attention => 3,
            Self::FfnOut => 1,
        };
        matrices * TOKENS * CHANNELS * 2
    }

    /// Off the browser they are part of the program.
    #[cfg(not(target_arch = "wasm32"))]
    const fn included(self) -> &'static [u8] {
        match self {
            Self::Attention => include_bytes!("../../static/data/attention.f16"),
            Self::FfnOut => include_bytes!("../../static/data/ffn-out.f16"),
        }
    }

    /// Whether it is there.
    #[must_use]
    pub fn is_here(self) -> bool {
        self.values().is_some()
    }

    fn values(self) -> Option<Rc<[f32]>> {
        let known = STORE
            .with_borrow(|store| store.here.iter().find(|(asset, _)| *asset == self).map(|(_, values)| values.clone()));
        #[cfg(not(target_arch = "wasm32"))]
        let known = known.or_else(|| self.keep(self.included()));
        known
    }

    fn keep(self, bytes: &[u8]) -> Option<Rc<[f32]>> {
        let values: Rc<[f32]> = (bytes.len() == self.length()).then(|| float16(bytes))?.into();
        STORE.with_borrow_mut(|store| store.here.push((self, values.clone())));
        Some(values)
    }

    /// Fetches it from the site at `site` (the page's own if empty); `then` hears whether it is there now.
    pub(super) fn fetch(self, site: &str, then: Callback<bool>) {
        if self.is_here() {
            return then.emit(true);
        }
        let first = STORE.with_borrow_mut(|store| {
            let first = store.waiting.iter().all(|(asset, _)| *asset != self);
            store.waiting.push((self, then));
            first
        });
        if first {
            let came = Callback::from(move |bytes: Option<Vec<u8>>| {
                let here = bytes.and_then(|bytes| self.keep(&bytes)).is_some();
                let waiting = STORE.with_borrow_mut(|store| std::mem::take(&mut store.waiting));
                let (told, others) = waiting.into_iter().partition::<Vec<_>, _>(|(asset, _)| *asset == self);
                STORE.with_borrow_mut(|store| store.waiting.extend(others));
                told.into_iter().for_each(|(_, then)| then.emit(here));
            });
            crate::ui::browser::fetch([site, self.name()].concat(), self.length(), came);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_hold_what_was_recorded() {
        let out = ffn_out().unwrap();
        assert_eq!(out.row(0)[99], 191.0, "the massive activation: [CLS], channel 99");
        let mut sizes: Vec<f32> = out.values().iter().map(|x| x.abs()).collect();
        sizes.sort_by(f32::total_cmp);
        assert!(sizes[sizes.len() - 2] < 4.17 && sizes[sizes.len() - 2] > 4.15);
        let Attention { q, k, v } = attention().unwrap();
        // First and last of each, and the largest, as Python's struct reads the recorded files.
        let probes = [
            (&q, -0.169_189_45, 3.412_109_4, 6.222_656_3),
            (&k, -0.115_905_76, 1.547_851_6, 8.031_25),
            (&v, 6.681_681e-5, 0.722_656_25, 3.085_937_5),
        ];
        for (matrix, first, last, largest) in probes {
            assert_eq!((matrix.row(0)[0], matrix.row(124)[383]), (first, last));
            assert_eq!(matrix.values().iter().fold(0.0_f32, |most, x| most.max(x.abs())), largest);
        }
        assert!(out.row(125).is_empty());
    }

    #[test]
    fn each_row_has_its_token() {
        assert_eq!(tokens().count(), TOKENS);
        assert_eq!((tokens().next(), tokens().last()), (Some("[CLS]"), Some("[SEP]")));
    }
}

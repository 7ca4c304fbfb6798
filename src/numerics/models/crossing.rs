//! Where growing caches cross a limit, or each other.
//!
//! A cache grows with the text: by the same for every token, but for layers with a window, which stop at its end. So
//! the difference of two caches is a straight line between the ends of their windows, and changes its sign at most
//! once in each stretch.

use super::cache::CacheFormat;
use super::model::Model;

impl Model {
    /// The longest text, in tokens up to `most`, whose cache, for each of `batch` sequences at once, takes at most
    /// `bytes` in all; 0 where not even one token does.
    #[must_use]
    pub fn longest_within(&self, bytes: u128, batch: u32, format: CacheFormat, most: u64) -> u64 {
        let fits = |context| self.cache_bytes(context, format) * u128::from(batch) <= bytes;
        first_where(0, most, |context| context > 0 && !fits(context)).map_or(most, |first| first.saturating_sub(1))
    }
}

/// Lengths, in tokens up to `most` and ascending, at which `other` begins to keep less than `own` (in odd places of the
/// list) and at which it no longer does (in even ones). The number of bits an element does not matter while it is the
/// same for both.
#[must_use]
pub fn takeovers(own: &Model, other: &Model, most: u64) -> Vec<u64> {
    let less = |context: u64| other.cache_elements_after(context) < own.cache_elements_after(context);
    let end = |model: &Model| model.window.map_or(most, |window| u64::from(window.tokens)).min(most);
    let ends = [end(own).min(end(other)), end(own).max(end(other)), most];
    let (mut found, mut from, mut was) = (Vec::new(), 1, false);
    for to in ends {
        if most == 0 || to < from {
            continue;
        }
        // Within a stretch the order changes at most once; its first token may differ from the last of the one before.
        if less(from) != was {
            was = !was;
            found.push(from);
        }
        if let Some(at) = first_where(from, to, |context| less(context) != was) {
            was = !was;
            found.push(at);
        }
        from = to + 1;
    }
    found
}

/// The first of `from..=to` for which `holds`, which then holds to the end; none if it never does.
fn first_where(from: u64, to: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    if !holds(to) {
        return None;
    }
    let (mut low, mut high) = (from, to);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::super::{MODELS, model};
    use super::*;

    #[test]
    fn the_longest_text_is_the_last_that_fits() {
        for model in &MODELS {
            for format in [CacheFormat::Bf16, CacheFormat::SixBit] {
                let each = model.cache_bytes(1, format);
                assert_eq!(model.longest_within(each - 1, 1, format, 100), 0, "{}", model.id);
                assert_eq!(model.longest_within(each * 3, 3, format, 1000), 1, "{}", model.id);
                assert_eq!(model.longest_within(u128::MAX, 1, format, 1000), 1000, "{}", model.id);
                let bytes = model.cache_bytes(777, format);
                let longest = model.longest_within(bytes, 1, format, 10_000);
                assert!(model.cache_bytes(longest, format) <= bytes);
                assert!(longest == 10_000 || model.cache_bytes(longest + 1, format) > bytes, "{}", model.id);
            }
        }
    }

    /// Against counting token by token.
    #[test]
    fn takeovers_are_where_the_order_changes() {
        let most = 20_000;
        for own in &MODELS {
            for other in MODELS.iter().filter(|other| own.window.is_some() || other.window.is_some()) {
                let less = |n: u64| n > 0 && other.cache_elements_after(n) < own.cache_elements_after(n);
                let counted: Vec<u64> = (1..=most).filter(|n| less(*n) != less(*n - 1)).collect();
                assert_eq!(takeovers(own, other, most), counted, "{} {}", own.id, other.id);
            }
        }
    }

    /// By hand: 2 · 12 · 1024 · 2 bytes a token in Maverick's full layers, 2 · 36 · 1024 · 2 in the others, to 8,192.
    #[test]
    fn chunks_undercut_latents_on_long_texts() {
        let pair = ["deepseek-v3", "llama-4-maverick"].map(|id| model(id).unwrap());
        let crossing: u64 = 147_456 * 8192 / (70_272 - 49_152) + 1;
        assert_eq!(takeovers(pair[0], pair[1], 10_000_000), [crossing]);
        assert_eq!(crossing, 57_196);
        assert_eq!(takeovers(pair[1], pair[0], 10_000_000), [1, crossing]);
    }

    #[test]
    fn nothing_is_never_less() {
        let v3 = model("deepseek-v3").unwrap();
        assert_eq!(takeovers(v3, v3, 1000), [0; 0]);
        assert_eq!(takeovers(v3, v3, 0), [0; 0]);
    }
}

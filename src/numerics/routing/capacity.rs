//! Experts that have room for only so many tokens of a batch.
//!
//! Source: Switch Transformers (arXiv 2101.03961), section 2.2.

/// How many tokens an expert takes: the even share of all choices times the capacity factor, in whole tokens.
#[must_use]
pub fn room(choices: usize, experts: usize, factor: f64) -> usize {
    f64::floor(choices as f64 * factor / experts.max(1) as f64) as usize
}

/// How many choices are dropped: an expert takes the first `room` tokens that choose it, and no more. A dropped token
/// skips the layer on its residual connection.
#[must_use]
pub fn dropped(load: &[usize], room: usize) -> usize {
    load.iter().map(|load| load.saturating_sub(room)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_finds_no_room_is_dropped() {
        // Figure 3 of the paper: 6 tokens, 3 experts; at a factor of 1.0 each has room for 2, at 1.5 for 3.
        assert_eq!((room(6, 3, 1.0), room(6, 3, 1.5)), (2, 3));
        assert_eq!((dropped(&[3, 2, 1], 2), dropped(&[3, 2, 1], 3)), (1, 0));
        assert_eq!((room(5, 0, 1.25), room(7, 4, 1.25), dropped(&[], 0)), (6, 2, 0));
    }
}

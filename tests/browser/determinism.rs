//! The numerics give the same bits in an engine as natively.

use frugal::numerics::rng::SplitMix64;
use frugal::numerics::shared_expert::{Mixture, STEPS, Sizes};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn random_bits_match_the_published_stream() {
    // First outputs for seed 1234567, as printed by Vigna's splitmix64.c.
    let mut rng = SplitMix64::new(1_234_567);
    assert_eq!(rng.next_u64(), 6_457_827_717_110_365_317);
    assert_eq!(rng.next_u64(), 3_203_168_211_198_807_973);
}

/// A whole training by gradient: the same last bits as natively (`tests/widget_segmentation.rs`).
#[wasm_bindgen_test]
fn training_matches_the_native_one() {
    let mut mixture = Mixture::new(Sizes::new(4, 1), 0.8, 1);
    (0..STEPS).for_each(|_| mixture.step());
    assert_eq!(mixture.loss().to_bits(), 4_587_720_605_474_801_775);
}

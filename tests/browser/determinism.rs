//! The numerics give the same bits in an engine as natively.

use frugal::numerics::rng::SplitMix64;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn random_bits_match_the_published_stream() {
    // First outputs for seed 1234567, as printed by Vigna's splitmix64.c.
    let mut rng = SplitMix64::new(1_234_567);
    assert_eq!(rng.next_u64(), 6_457_827_717_110_365_317);
    assert_eq!(rng.next_u64(), 3_203_168_211_198_807_973);
}

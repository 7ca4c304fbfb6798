//! The numerics give the same bits in an engine as natively.

#[path = "../support/weights.rs"]
mod weights;

use frugal::numerics::format::Format;
use frugal::numerics::rng::SplitMix64;
use frugal::numerics::rounding::{Overflow, Rounding, encode};
use frugal::numerics::shared_expert::{Mixture, STEPS, Sizes};
use frugal_kernels::e4m3;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn random_bits_match_the_published_stream() {
    // First outputs for seed 1234567, as printed by Vigna's splitmix64.c.
    let mut rng = SplitMix64::new(1_234_567);
    assert_eq!(rng.next_u64(), 6_457_827_717_110_365_317);
    assert_eq!(rng.next_u64(), 3_203_168_211_198_807_973);
}

/// tests/training.rs asserts the same number natively.
#[wasm_bindgen_test]
fn weights_after_training_are_those_of_the_native_run() {
    assert_eq!(weights::trained(300), weights::TRAINED);
}

/// tests/fast_casts.rs holds the other lanes to the same.
#[wasm_bindgen_test]
fn vector_instructions_encode_and_decode_as_the_generic_rounding() {
    let all: Vec<f32> = (0..=u32::from(u16::MAX))
        .flat_map(|upper| [0, 1, 0x8000].map(|lower| f32::from_bits(upper << 16 | lower)))
        .collect();
    let (mut codes, mut values) = (vec![0; all.len()], vec![0.0; all.len()]);
    for overflow in [Overflow::Native, Overflow::Saturate] {
        e4m3::encode(&all, &mut codes, overflow == Overflow::Saturate);
        e4m3::decode(&codes, &mut values);
        for ((x, code), value) in all.iter().zip(&codes).zip(&values) {
            let expected = encode((*x).into(), Format::E4M3FN, Rounding::NearestEven, overflow);
            assert_eq!(u32::from(*code), expected, "{x:e}");
            let decoded = Format::E4M3FN.decode(expected) as f32;
            assert!(value.to_bits() == decoded.to_bits() || (value.is_nan() && decoded.is_nan()), "{code:#x}");
        }
    }
}

/// A whole training by gradient: the same last bits as natively (`tests/widget_segmentation.rs`).
#[wasm_bindgen_test]
fn training_matches_the_native_one() {
    let mut mixture = Mixture::new(Sizes::new(4, 1), 0.8, 1);
    (0..STEPS).for_each(|_| mixture.step());
    assert_eq!(mixture.loss().to_bits(), 4_587_720_605_474_801_775);
}

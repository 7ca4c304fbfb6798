//! What must hold of attention whatever the numbers: both orders agree, positions count by their difference, and counts
//! follow from the architecture.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::numerics::attention::{Decode, Lane, Layer, Order, Precision, Scope, Shape, Trial, Work, machine_balance};
use frugal::numerics::gpus::gpu;
use frugal::numerics::models::{CacheKind, model};
use proptest::prelude::*;

fn v3() -> Shape {
    Shape::of(model("deepseek-v3").unwrap()).unwrap()
}

fn trial() -> Trial {
    Trial {
        shape: v3().divided(16),
        lane: Lane::Decoupled,
        precision: Precision::F32,
        first: 0,
        tokens: 24,
        distance: 0,
        seed: 1,
    }
}

/// Thousands of seeds, both precisions, with and without the lane: never further apart than rounding allows, and that
/// is little.
#[test]
fn both_orders_agree_for_thousands_of_seeds() {
    let mut worst = [0.0f64; 2];
    for seed in 0..4000 {
        for (at, precision) in [Precision::F32, Precision::F64].into_iter().enumerate() {
            let lane = if seed % 2 == 0 { Lane::Decoupled } else { Lane::None };
            let trial = Trial { seed, precision, lane, tokens: 8, ..trial() };
            let head = trial.head(seed as usize % 8, &trial.cached());
            let scores = head.score_differences().into_iter().fold(0.0, f64::max);
            assert!(scores <= head.score_bound, "{seed}: {scores} > {}", head.score_bound);
            let all = head.largest_difference();
            assert!(all <= head.score_bound.max(head.output_bound), "{seed}: {all} > {}", head.output_bound);
            worst[at] = worst[at].max(all);
        }
    }
    assert!(worst[0] > 0.0 && worst[0] < 2e-6, "{worst:?}");
    assert!(worst[1] > 0.0 && worst[1] < 4e-15, "{worst:?}");
}

/// The same at V3's own widths, for every head of a layer.
#[test]
fn both_orders_agree_at_full_size() {
    let trial = Trial { shape: v3(), tokens: 4, ..trial() };
    let cached = trial.cached();
    for at in (0..v3().heads).step_by(8) {
        let head = trial.head(at, &cached);
        assert!(head.largest_difference() > 0.0, "two orders that round alike were not both computed");
        assert!(head.largest_difference() < 1e-5, "{}", head.largest_difference());
        assert!(head.largest_difference() <= head.score_bound.max(head.output_bound));
    }
}

/// A rotation between the matrices: right at the one distance that was folded in, wrong elsewhere.
#[test]
fn rotated_keys_break_absorption_but_for_one_distance() {
    for (seed, distance) in [(1, 0), (2, 3), (3, 23), (4, 11)] {
        let trial =
            Trial { lane: Lane::OnCompressed, precision: Precision::F64, seed, distance, first: 500, ..trial() };
        let head = trial.head(0, &trial.cached());
        for (token, apart) in head.score_differences().into_iter().enumerate() {
            let exact = trial.tokens - 1 - token == distance;
            assert_eq!(apart <= head.score_bound, exact, "seed {seed}, token {token}: {apart}");
            assert!(exact || apart > 1e-4, "seed {seed}, token {token}: {apart}");
        }
        assert!(head.largest_difference() > 0.1);
    }
}

#[test]
fn moving_all_positions_changes_nothing() {
    for lane in [Lane::None, Lane::OnCompressed, Lane::Decoupled] {
        let at = |first| {
            let trial = Trial { lane, first, precision: Precision::F64, ..trial() };
            trial.head(2, &trial.cached())
        };
        let (near, far) = (at(0), at(100_000));
        for (a, b) in near.scores[0].iter().zip(&far.scores[0]) {
            assert!((a - b).abs() < 1e-9, "{lane:?}");
        }
        assert_eq!(near.scores == far.scores, lane == Lane::None, "positions are not even used");
    }
}

#[test]
fn counts_of_v3_follow_from_its_widths() {
    let shape = v3();
    assert_eq!(shape.unfold_macs(), 16_777_216);
    assert_eq!(shape.absorb_macs(), 16_777_216);
    assert_eq!(shape.absorbed_attend_macs(), 139_264);
    assert_eq!(shape.unfolded_attend_macs(), 40_960);
    assert_eq!((shape.cached_elements(), shape.unfolded_elements()), (576, 40_960));
    assert_eq!(shape.queries_for_unfolding(), Some(171));
    let even = shape.break_even_tokens().unwrap();
    assert!((1.0..1.01).contains(&even), "{even}");
    let one = Work { shape, lane: Lane::Decoupled, queries: 1, cached: 1 };
    assert_eq!((one.macs_expand(), one.macs_absorb()), (16_818_176, 16_916_480));
    let two = Work { cached: 2, ..one };
    assert!(two.macs_absorb() < two.macs_expand());
    let long = Work { cached: 1 << 40, queries: 1, ..one };
    let many = |queries| Work { queries, cached: 1_000_000_000, ..long };
    assert!(many(170).macs_absorb() < many(170).macs_expand() && many(171).macs_absorb() > many(171).macs_expand());
    assert_eq!((one.bytes_read(), one.bytes_read_unfolded()), (1152, 81_920));
    let turned = Work { lane: Lane::OnCompressed, cached: 7, ..one };
    assert_eq!((turned.folded_queries(), one.folded_queries()), (7, 1));
    assert_eq!(turned.macs_absorb(), 7 * 8_388_608 + 8_388_608 + 7 * 131_072);
}

fn decode(kind: CacheKind, heads: usize) -> Decode {
    Decode {
        kind,
        shape: Shape { heads, ..v3() },
        groups: 8,
        hidden: 7168,
        q_lora_rank: 1536,
        tokens_per_step: 1,
        batch: 1,
        context: 4096,
        scope: Scope::Cache,
    }
}

#[test]
fn operations_for_each_byte() {
    assert_eq!(decode(CacheKind::Mha, 128).flop_per_byte(), 1.0);
    assert_eq!(decode(CacheKind::Gqa, 64).flop_per_byte(), 8.0);
    assert_eq!(decode(CacheKind::Mqa, 128).flop_per_byte(), 128.0);
    let mla = decode(CacheKind::Mla, 128);
    assert!((mla.flop_per_byte() - 241.777_777_8).abs() < 1e-6);
    let ahead = Decode { tokens_per_step: 2, ..mla };
    assert_eq!(ahead.flop_per_byte(), 2.0 * mla.flop_per_byte());
    assert_eq!(Decode { batch: 64, context: 9, ..mla }.flop_per_byte(), mla.flop_per_byte());
    let h800 = machine_balance(gpu("h800-sxm").unwrap()).unwrap();
    assert!((h800 - 295.22).abs() < 0.01 && mla.flop_per_byte() < h800 && ahead.flop_per_byte() > h800);
    assert_eq!(machine_balance(gpu("m3-ultra").unwrap()), None);
}

/// One layer's attention weights, counted elsewhere over the whole model.
#[test]
fn projections_are_those_of_the_model() {
    for (id, q_lora_rank) in [("deepseek-v3", 1536), ("deepseek-v2", 1536)] {
        let model = model(id).unwrap();
        let norms = q_lora_rank + 512;
        let attention = model.parameters().attention / u64::from(model.layers);
        let shape = Shape::of(model).unwrap();
        let layer = Decode { shape, hidden: model.hidden.into(), q_lora_rank, ..decode(CacheKind::Mla, 128) };
        assert!(attention == layer.weights() || attention == layer.weights() + norms, "{id}: {attention}");
    }
}

/// Without positions the past is a bag: any order of the cached tokens gives the same.
#[test]
fn without_positions_attention_is_blind_to_order() {
    for kind in [CacheKind::Mha, CacheKind::Gqa, CacheKind::Mqa, CacheKind::Mla] {
        let layer = Layer::small(kind, 5);
        let token =
            |at: usize| (0..32).map(|i| f64::from((at * 37 + i * 11) as u32 % 17) / 5.0 - 1.6).collect::<Vec<_>>();
        let last = |order: &[usize], with: bool| {
            let position = |at: usize| with.then_some(at as u32);
            let cache: Vec<_> = order.iter().enumerate().map(|(at, t)| layer.entry(&token(*t), position(at))).collect();
            layer.attend(&token(order[order.len() - 1]), position(order.len() - 1), &cache).output
        };
        let apart = |with| {
            let (a, b) = (last(&[0, 1, 2, 3, 4, 9], with), last(&[4, 2, 3, 0, 1, 9], with));
            a.iter().zip(&b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
        };
        assert!(apart(false) < 1e-14, "{kind:?}: {}", apart(false));
        assert!(apart(true) > 1e-3, "{kind:?}: {}", apart(true));
    }
}

#[test]
fn small_layers_keep_what_they_say() {
    let numbers = |kind, with| Layer::small(kind, 1).parts(with).iter().sum::<usize>();
    assert_eq!(numbers(CacheKind::Mha, true), 64);
    assert_eq!(numbers(CacheKind::Gqa, true), 32);
    assert_eq!(numbers(CacheKind::Mqa, true), 16);
    assert_eq!((numbers(CacheKind::Mla, true), numbers(CacheKind::Mla, false)), (20, 16));
    for kind in [CacheKind::Mha, CacheKind::Gqa, CacheKind::Mqa, CacheKind::Mla] {
        let layer = Layer::small(kind, 1);
        for with in [true, false] {
            let entry = layer.entry(&[0.5; 32], with.then_some(3));
            assert_eq!(entry.len(), layer.parts(with).iter().sum::<usize>(), "{kind:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// No widths, lengths or lanes make it fail.
    #[test]
    fn odd_trials_are_survived(
        heads in 0usize..3, rank in 0usize..9, nope in 0usize..7, rope in 0usize..5, value in 0usize..6,
        tokens in 0usize..6, distance in 0usize..9, first in any::<u32>(), seed in any::<u32>(), lane in 0usize..3,
    ) {
        let lane = [Lane::None, Lane::OnCompressed, Lane::Decoupled][lane];
        let shape = Shape { heads, kv_lora_rank: rank, qk_nope_head_dim: nope, qk_rope_head_dim: rope, v_head_dim: value };
        let trial = Trial { shape, lane, precision: Precision::F32, first, tokens, distance, seed };
        let head = trial.head(heads, &trial.cached());
        prop_assert_eq!(head.scores[0].len(), tokens);
        prop_assert_eq!(head.outputs[1].len(), value);
        let _ = Work { shape, lane, queries: 3, cached: 4 }.macs_absorb();
        prop_assert!(shape.queries_for_unfolding() != Some(0));
    }

    /// Nor any vectors given to a layer.
    #[test]
    fn odd_vectors_are_survived(x in prop::collection::vec(any::<f64>(), 0..40), y in prop::collection::vec(any::<f64>(), 0..40)) {
        for kind in [CacheKind::Mha, CacheKind::Gqa, CacheKind::Mqa, CacheKind::Mla] {
            let layer = Layer::small(kind, 2);
            let cache = [layer.entry(&x, Some(0)), y.clone(), Vec::new()];
            let _ = layer.attend(&x, Some(7), &cache);
            if let Layer::Latent(layer) = layer {
                let _ = layer.attend(&y, None, &cache, Order::Expand);
            }
        }
    }
}

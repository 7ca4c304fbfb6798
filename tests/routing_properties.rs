//! What holds for every gate and every token.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::numerics::routing::{Bug, Gate, Kind, Scoring, SyntheticGate, tokenize};
use proptest::prelude::*;

fn any_kind() -> impl Strategy<Value = Kind> {
    (0..Kind::ALL.len()).prop_map(|i| Kind::ALL[i])
}

fn any_bug() -> impl Strategy<Value = Bug> {
    prop_oneof![Just(Bug::None), Just(Bug::MaskZero), Just(Bug::BiasInWeights), Just(Bug::GroupMax)]
}

/// Published gates and what a reader can make of them.
fn any_gate() -> impl Strategy<Value = Gate> {
    (any_kind(), any_bug(), 0_usize..300, 0_usize..12, any::<bool>(), any::<bool>()).prop_map(
        |(kind, bug, experts, top_k, changed, groups)| {
            let gate = Gate { bug, ..kind.gate() };
            let gate = if groups { gate } else { gate.without_groups() };
            if changed { Gate { experts, top_k, ..gate } } else { gate }
        },
    )
}

fn numbers(range: core::ops::Range<f32>, gate: &Gate) -> impl Strategy<Value = Vec<f32>> + use<> {
    prop::collection::vec(range, gate.experts)
}

fn gate_and_token() -> impl Strategy<Value = (Gate, Vec<f32>, Vec<f32>)> {
    any_gate().prop_flat_map(|gate| (Just(gate), numbers(-8.0..8.0, &gate), numbers(-0.5..0.5, &gate)))
}

fn hostile() -> impl Strategy<Value = f32> {
    prop_oneof![
        Just(f32::NAN),
        Just(f32::INFINITY),
        Just(f32::NEG_INFINITY),
        Just(f32::MAX),
        Just(f32::MIN),
        Just(-0.0),
        -200.0_f32..200.0
    ]
}

fn distinct(experts: &[usize]) -> usize {
    let mut sorted = experts.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

proptest! {
    #[test]
    fn top_k_distinct_experts_from_the_kept_groups((gate, logits, bias) in gate_and_token()) {
        match gate.check() {
            Err(reason) => prop_assert_eq!(gate.route(&logits, &bias).unwrap_err(), reason),
            Ok(()) => {
                let routed = gate.route(&logits, &bias).unwrap();
                prop_assert_eq!(routed.selected.len(), gate.top_k);
                prop_assert_eq!(routed.weights.len(), gate.top_k);
                prop_assert_eq!(distinct(&routed.selected), gate.top_k);
                prop_assert_eq!(routed.groups_kept.len(), gate.topk_group);
                prop_assert!(routed.weights.is_sorted_by(|a, b| a >= b));
                prop_assert!((1..=gate.nodes).contains(&routed.nodes_touched));
                if gate.bug != Bug::MaskZero {
                    prop_assert!(routed.selected.iter().all(|&expert| routed.candidates[expert]));
                    let groups: Vec<usize> =
                        routed.selected.iter().map(|expert| expert / (gate.experts / gate.n_group)).collect();
                    prop_assert!(distinct(&groups) <= gate.topk_group);
                }
                if !gate.limits_groups() {
                    prop_assert_eq!(routed.affinity_kept, 1.0);
                }
            }
        }
    }

    #[test]
    fn normalised_weights_sum_to_the_scaling_factor((gate, logits, bias) in gate_and_token()) {
        prop_assume!(gate.check().is_ok() && gate.bug != Bug::BiasInWeights);
        prop_assume!(gate.norm_topk_prob || gate.scoring == Scoring::SoftmaxOfSelected);
        let sum: f32 = gate.route(&logits, &bias).unwrap().weights.iter().sum();
        prop_assert!((sum - gate.routed_scaling_factor).abs() < 1e-5 * gate.routed_scaling_factor);
    }

    #[test]
    fn only_differences_of_bias_matter(
        kind in prop::sample::select(vec![Kind::DeepseekV3, Kind::KimiK2, Kind::Glm45, Kind::GptOss]),
        logits in prop::collection::vec(-3.0_f32..3.0, 384),
        bias in prop::collection::vec(-0.1_f32..0.1, 384),
        shift in -4.0_f32..4.0,
    ) {
        let gate = kind.gate();
        let logits = &logits[..gate.experts];
        let shifted: Vec<f32> = bias[..gate.experts].iter().map(|bias| bias + shift).collect();
        let plain = gate.route(logits, &bias[..gate.experts]).unwrap();
        // Sums are f32: a shift may turn a decision that was closer than their rounding.
        let candidates = (0..gate.experts).filter(|&expert| plain.candidates[expert]);
        let experts: Vec<f32> = candidates.map(|expert| plain.biased[expert]).collect();
        prop_assume!(margin(&experts, gate.top_k) > 1e-5 && margin(&plain.group_scores, gate.topk_group) > 1e-5);
        let shifted = gate.route(logits, &shifted).unwrap();
        prop_assert_eq!(&plain.groups_kept, &shifted.groups_kept);
        let sorted = |mut experts: Vec<usize>| { experts.sort_unstable(); experts };
        prop_assert_eq!(sorted(plain.selected), sorted(shifted.selected));
        for (a, b) in plain.weights.iter().zip(&shifted.weights) {
            prop_assert!((a - b).abs() < 1e-5);
        }
    }

    #[test]
    fn selection_bias_never_touches_the_weights(
        logits in prop::collection::vec(-6.0_f32..6.0, 256),
        bias in prop::collection::vec(-0.3_f32..0.3, 256),
    ) {
        let gate = Kind::DeepseekV3.gate();
        let with = gate.route(&logits, &bias).unwrap();
        // The same experts, chosen without bias because no other can compete.
        let mut forced = vec![f32::NEG_INFINITY; 256];
        with.selected.iter().for_each(|&expert| forced[expert] = logits[expert]);
        let without = gate.without_groups().route(&forced, &[]).unwrap();
        prop_assert_eq!(&with.selected, &without.selected);
        for (a, b) in with.weights.iter().zip(&without.weights) {
            prop_assert!((a - b).abs() <= 1e-6, "{} {}", a, b);
        }
    }

    #[test]
    fn no_input_panics(
        gate in any_gate(),
        logits in prop::collection::vec(hostile(), 0..400),
        bias in prop::collection::vec(hostile(), 0..400),
    ) {
        let _ = gate.route(&logits, &bias);
        let fitted: Vec<f32> = logits.iter().chain(&bias).copied().chain([f32::NAN; 400]).take(gate.experts).collect();
        if let Ok(routed) = gate.route(&fitted, &[]) {
            prop_assert_eq!(distinct(&routed.selected), gate.top_k);
        }
    }

    #[test]
    fn any_text_becomes_bounded_slices_in_order(text in any::<String>(), seed in any::<u64>()) {
        let tokens = tokenize(&text);
        prop_assert!(tokens.tokens.len() <= 64);
        prop_assert!(tokens.cut == 0 || tokens.tokens.len() == 64);
        let spaced = |s: &str| s.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
        let joined = tokens.tokens.concat();
        prop_assert!(!joined.chars().any(char::is_whitespace));
        prop_assert!(spaced(&text).starts_with(&joined));
        prop_assert!(tokens.cut > 0 || spaced(&text) == joined);
        let made = SyntheticGate::new(&Kind::Mixtral.gate(), seed).unwrap();
        for token in tokens.tokens {
            prop_assert!(made.logits(token.as_bytes()).iter().all(|logit| logit.is_finite()));
        }
    }
}

/// How far the last of the `k` largest is above the next; infinite where there is no next.
fn margin(values: &[f32], k: usize) -> f32 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    if sorted.len() > k { sorted[k - 1] - sorted[k] } else { f32::INFINITY }
}

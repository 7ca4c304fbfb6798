//! The fast path gives what the reference path gives, bit for bit: experts, weights, ties, spread.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::numerics::rng::SplitMix64;
use frugal::numerics::routing::{Batch, Bug, Gate, GateError, Kind};
use proptest::prelude::*;

const BUGS: [Bug; 4] = [Bug::None, Bug::MaskZero, Bug::BiasInWeights, Bug::GroupMax];

/// One token both ways.
fn agree(batch: &mut Batch, logits: &[f32], bias: &[f32]) {
    let gate = *batch.gate();
    let routed = gate.route(logits, bias).unwrap();
    let chosen = batch.token(logits).unwrap();
    let (experts, weights): (Vec<usize>, Vec<u32>) =
        chosen.iter().map(|(expert, weight)| (*expert as usize, weight.to_bits())).unzip();
    assert_eq!(experts, routed.selected, "{gate:?}");
    let expected: Vec<u32> = routed.weights.iter().map(|weight| weight.to_bits()).collect();
    let nan = |bits: &u32| f32::from_bits(*bits).is_nan();
    assert!(
        weights.iter().zip(&expected).all(|(a, b)| a == b || (nan(a) && nan(b))),
        "{gate:?}: {weights:?} {expected:?}"
    );
    let free = gate.without_groups().route(logits, bias).unwrap();
    let spread = batch.spread().unwrap();
    assert_eq!((spread.nodes, spread.free_nodes), (routed.nodes_touched, free.nodes_touched), "{gate:?}");
    let mut taken: Vec<usize> = batch.free().iter().map(|expert| *expert as usize).collect();
    let mut expected = free.selected;
    taken.sort_unstable();
    expected.sort_unstable();
    assert_eq!(taken, expected, "{gate:?}");
    assert!(
        spread.kept.to_bits() == routed.affinity_kept.to_bits()
            || (spread.kept.is_nan() && routed.affinity_kept.is_nan()),
        "{gate:?}: {} {}",
        spread.kept,
        routed.affinity_kept
    );
}

/// Every published gate with every bug: thousands of random tokens, a third of them full of ties.
#[test]
fn random_tokens_of_every_kind() {
    let mut compared = 0;
    for (seed, kind) in Kind::ALL.into_iter().enumerate() {
        for (bug, groups) in BUGS.into_iter().flat_map(|bug| [(bug, true), (bug, false)]) {
            let gate = Gate { bug, ..kind.gate() };
            let gate = if groups { gate } else { gate.without_groups() };
            let mut rng = SplitMix64::new(seed as u64);
            let bias: Vec<f32> = (0..gate.experts).map(|_| (rng.normal() * 0.1) as f32 - 0.3).collect();
            let mut batch = Batch::new(&gate, &bias).unwrap();
            for token in 0..120 {
                let step = [0.0, 0.5, 2.0][token % 3];
                let tie = |x: f64| if step > 0.0 { libm::round(x / step) * step } else { x };
                let logits: Vec<f32> = (0..gate.experts).map(|_| tie(rng.normal() * 2.0) as f32).collect();
                agree(&mut batch, &logits, &bias);
                compared += 1;
            }
        }
    }
    assert!(compared >= 9_000, "{compared}");
}

/// Equal logits and no bias: everything ties.
#[test]
fn ties_go_to_the_lowest_index() {
    for kind in Kind::ALL {
        let gate = kind.gate();
        let mut batch = Batch::new(&gate, &[]).unwrap();
        for x in [0.0_f32, -0.0, 3.0, -90.0] {
            agree(&mut batch, &vec![x; gate.experts], &[]);
        }
    }
}

#[test]
fn several_tokens_at_once() {
    let gate = Kind::DeepseekV3.gate();
    let mut rng = SplitMix64::new(4);
    let logits: Vec<f32> = (0..3 * gate.experts).map(|_| rng.normal() as f32).collect();
    let mut batch = Batch::new(&gate, &[]).unwrap();
    let (mut selected, mut weights) = (vec![0; 24], vec![0.0; 24]);
    batch.tokens(&logits, &mut selected, &mut weights).unwrap();
    for (token, logits) in logits.chunks_exact(gate.experts).enumerate() {
        let routed = gate.route(logits, &[]).unwrap();
        let experts: Vec<usize> = selected[token * 8..][..8].iter().map(|expert| *expert as usize).collect();
        assert_eq!(experts, routed.selected);
        assert_eq!(weights[token * 8..][..8], routed.weights);
    }
}

#[test]
fn refusals() {
    let gate = Kind::DeepseekV3.gate();
    let refused = |gate: &Gate, bias: &[f32]| Batch::new(gate, bias).map(|_| ()).unwrap_err();
    assert_eq!(refused(&Gate { top_k: 0, ..gate }, &[]), GateError::TopKZero);
    assert_eq!(refused(&gate, &[0.0]), GateError::BiasLength { bias: 1, experts: 256 });
    let short = Batch::new(&gate, &[]).unwrap().token(&[0.0]).map(|_| ()).unwrap_err();
    assert_eq!(short, GateError::LogitsLength { logits: 1, experts: 256 });
}

fn hostile() -> impl Strategy<Value = f32> {
    prop_oneof![
        1 => Just(f32::NAN),
        1 => Just(f32::INFINITY),
        1 => Just(f32::NEG_INFINITY),
        1 => Just(f32::MAX),
        1 => Just(f32::MIN),
        1 => Just(-0.0),
        20 => -200.0_f32..200.0,
        200 => -3.0_f32..3.0,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn any_gate_and_any_numbers(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        bug in prop::sample::select(BUGS.to_vec()),
        (experts, top_k) in (1_usize..300, 1_usize..12),
        (groups, changed) in any::<(bool, bool)>(),
        logits in prop::collection::vec(hostile(), 400),
        bias in prop::collection::vec(hostile(), 400),
    ) {
        let gate = Gate { bug, ..kind.gate() };
        let gate = if groups { gate } else { gate.without_groups() };
        let gate = if changed { Gate { experts, top_k, ..gate } } else { gate };
        prop_assume!(gate.check().is_ok());
        let bias = &bias[..gate.experts];
        let mut batch = Batch::new(&gate, bias).unwrap();
        agree(&mut batch, &logits[..gate.experts], bias);
        // And again: nothing of the last token is left.
        let other: Vec<f32> = logits[..gate.experts].iter().rev().copied().collect();
        agree(&mut batch, &other, bias);
    }
}

/// The exponential function is within a unit in the last place of libm's over all inputs, about one in 8,000 of them.
#[test]
fn exp_and_sigmoid_are_right() {
    use frugal_kernels::{exp, sigmoid};
    let apart = |a: f32, b: f32| a.to_bits().abs_diff(b.to_bits());
    let mut seen = 0;
    for bits in (0..=u32::MAX).step_by(8_191) {
        let x = f32::from_bits(bits);
        let (got, exact) = (exp(x), libm::exp(f64::from(x)) as f32);
        if x.is_nan() {
            assert!(got.is_nan() && sigmoid(x).is_nan());
            continue;
        }
        assert!(apart(got, exact) <= 1, "exp({x}) = {got}, not {exact}");
        let exact = (1.0 / (1.0 + libm::exp(-f64::from(x)))) as f32;
        let got = sigmoid(x);
        assert!(apart(got, exact) <= 2 || exact < 3e-38, "sigmoid({x}) = {got}, not {exact}");
        seen += 1;
    }
    assert!(seen > 500_000, "{seen}");
    for (x, y) in
        [(f32::INFINITY, f32::INFINITY), (f32::NEG_INFINITY, 0.0), (0.0, 1.0), (-0.0, 1.0), (89.0, f32::INFINITY)]
    {
        assert_eq!(exp(x), y);
    }
    assert_eq!([f32::INFINITY, f32::NEG_INFINITY, 0.0].map(sigmoid), [1.0, 0.0, 0.5]);
}

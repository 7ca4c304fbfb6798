//! The replay against a NumPy and PyTorch run of the same loop: loads and MaxVio of every step.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use frugal::numerics::balance::{Config, Method, Replay, Rule, Stream};
use serde_json::Value;
use support::reference;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn config(entry: &Value, run: &Value) -> Config {
    let of = |name: &str| &entry["config"][name];
    let rule = match run["rule"].as_str().unwrap() {
        "sign" => Rule::Sign,
        "sign_centred" => Rule::SignCentred,
        "proportional" => Rule::Proportional,
        other => panic!("unknown rule {other}"),
    };
    Config {
        top_k: of("top_k").as_u64().unwrap() as usize,
        tokens: of("tokens_per_step").as_u64().unwrap() as usize,
        skew: numbers(&entry["skew"]),
        noise: of("noise_scale").as_f64().unwrap(),
        seed: of("splitmix64_seed").as_u64().unwrap(),
        gamma: run["u"].as_f64().unwrap(),
        rule,
        alpha: 0.0,
        events: Vec::new(),
    }
}

#[test]
fn the_stream_is_the_same() {
    for entry in reference("bias_balance.json")["configs"].as_array().unwrap() {
        let config = config(entry, &entry["runs"][0]);
        let mut stream = Stream::at(config.seed, 0, config.experts() as u64);
        for (skew, logit) in config.skew.iter().zip(numbers(&entry["first_token_logits"])) {
            assert!((skew + config.noise * stream.noise() - logit).abs() < 1e-14);
        }
    }
}

/// One run of the reference: every load, every MaxVio, every bias that is given.
fn compare(entry: &Value, run: &Value) -> usize {
    let config = config(entry, run);
    let name = format!("{} u={} {}", entry["name"], run["u"], run["rule"]);
    let steps = entry["config"]["steps"].as_u64().unwrap() as usize;
    let mut replay = Replay::new(config.clone());
    replay.advance(usize::MAX, steps);
    // The last step's bias update is seen by the one after it.
    let mut after = replay.clone();
    after.advance(usize::MAX, steps + 1);
    let bias = Method::Bias.index();
    let every = run["loads_every"].as_u64().unwrap() as usize;
    for (at, loads) in run["loads"].as_array().unwrap().iter().enumerate() {
        let found: Vec<f64> = replay.steps()[at * every].loads[bias].iter().map(|load| f64::from(*load)).collect();
        assert_eq!(found, numbers(loads), "{name}: step {}", at * every);
    }
    let max_vio = numbers(&run["max_vio"]);
    assert_eq!(max_vio.len(), steps);
    for (at, (step, expected)) in replay.steps().iter().zip(max_vio).enumerate() {
        // Printed with twelve digits.
        assert!((step.max_violation[bias] - expected).abs() < 1e-10, "{name}: step {at}");
    }
    let close = |found: &[f64], expected: &[f64], what: &str| {
        let same = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9);
        assert!(found.len() == expected.len() && same, "{name}: bias at {what}");
    };
    for at in run["bias_at"].as_array().unwrap() {
        let step = at[0].as_u64().unwrap() as usize;
        close(&replay.steps()[step].bias, &numbers(&at[1]), &step.to_string());
    }
    close(&after.steps()[steps].bias, &numbers(&run["final_bias"]), "the end");
    let last = replay.steps().iter().rev().take(100);
    let mut sum = vec![0; config.experts()];
    last.for_each(|step| sum.iter_mut().zip(&step.loads[bias]).for_each(|(sum, load)| *sum += load));
    let all = frugal::numerics::balance::max_violation(&sum, |_| true);
    assert!((all - run["max_vio_global_last100"].as_f64().unwrap()).abs() < 1e-9, "{name}: over 100 steps");
    steps
}

#[test]
fn every_run_is_the_same_step_by_step() {
    let file = reference("bias_balance.json");
    let entries = file["configs"].as_array().unwrap();
    let runs = entries.iter().flat_map(|entry| entry["runs"].as_array().unwrap().iter().map(move |run| (entry, run)));
    let steps: usize = runs.map(|(entry, run)| compare(entry, run)).sum();
    assert!(steps >= 3_400, "only {steps} steps compared");
}

#[test]
fn a_bias_of_nothing_is_no_bias() {
    let file = reference("bias_balance.json");
    let entry = &file["configs"][0];
    let mut replay = Replay::new(config(entry, &entry["runs"][0]));
    replay.advance(usize::MAX, 3);
    for step in replay.steps() {
        assert_eq!(step.loads[Method::None.index()], step.loads[Method::Bias.index()]);
    }
}

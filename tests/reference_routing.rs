//! The gates and the full layer against `routing.json` (transformers' routers and DeepSeek's published `Gate`).

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use frugal::numerics::routing::{BiasUse, Bug, Gate, GroupScore, Kind, MoeLayer, Scoring, SwiGlu, dropped};
use serde_json::Value;

/// Weights: f32 round-off of another `exp`; the two references differ among themselves by 6e-8.
const WEIGHT_TOLERANCE: f32 = 1e-6;

fn floats(value: &Value) -> Vec<f32> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap() as f32).collect()
}

fn indices(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(size).collect()
}

fn size(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn assert_close(actual: &[f32], expected: &[f32], tolerance: f32, what: &str) {
    assert_eq!(actual.len(), expected.len(), "{what}");
    for (a, e) in actual.iter().zip(expected) {
        assert!((a - e).abs() <= tolerance * e.abs().max(1.0), "{what}: {actual:?} instead of {expected:?}");
    }
}

/// The published gate of each kind in the file.
fn kind(name: &str) -> Kind {
    match name {
        "deepseek_v3" => Kind::DeepseekV3,
        "deepseek_v2_group_limited" => Kind::DeepseekV2,
        "softmax_greedy_unnormalised" => Kind::DeepseekMoe,
        "mixtral" => Kind::Mixtral,
        "qwen3_moe" => Kind::Qwen3Moe,
        "gpt_oss" => Kind::GptOss,
        "llama4" => Kind::Llama4,
        other => panic!("unknown kind {other}"),
    }
}

/// `base` with the sizes of `config`; what `config` says about the form must be what `base` already is.
fn sized(base: Gate, config: &Value) -> Gate {
    let number = |field: &str, default| config.get(field).map_or(default, size);
    if let Some(score) = config["score"].as_str() {
        let scoring = match score {
            "sigmoid" => Scoring::Sigmoid,
            "softmax" => Scoring::Softmax,
            "softmax_over_selected_logits" => Scoring::SoftmaxOfSelected,
            "sigmoid_of_selected_logit" => Scoring::SigmoidOfSelected,
            other => panic!("unknown score {other}"),
        };
        assert_eq!(base.scoring, scoring);
        // A softmax over the selected logits is already normalised.
        let normalised = base.norm_topk_prob || base.scoring == Scoring::SoftmaxOfSelected;
        assert_eq!(normalised, config["norm_topk_prob"].as_bool().unwrap());
    }
    match config["group_score"].as_str() {
        Some("top2sum") => assert_eq!(base.group_score, GroupScore::Top2Sum),
        Some("max") => assert_eq!(base.group_score, GroupScore::Max),
        Some(other) => panic!("unknown group score {other}"),
        None => {}
    }
    let n_group = number("n_group", 1);
    Gate {
        experts: size(&config["experts"]),
        n_group,
        topk_group: number("topk_group", 1),
        nodes: n_group,
        top_k: number("top_k", base.top_k),
        routed_scaling_factor: config.get("scale").map_or(1.0, |scale| scale.as_f64().unwrap() as f32),
        ..base
    }
}

#[test]
fn every_kind_selects_and_weighs_as_the_references() {
    let file = support::reference("routing.json");
    let mut compared = Vec::new();
    for (name, sets) in file["kinds"].as_object().unwrap() {
        if name == "switch_top1" {
            continue; // Below, with its capacity.
        }
        let mut cases = 0;
        for set in array(sets) {
            let gate = sized(kind(name).gate(), &set["config"]);
            for case in array(&set["cases"]) {
                let bias = case.get("bias").map_or_else(Vec::new, floats);
                assert_eq!(gate.bias == BiasUse::None, bias.is_empty(), "{name}");
                let routed = gate.route(&floats(&case["logits"]), &bias).unwrap();
                let what = format!("{name} {} case {cases}", set["config"]);
                assert_eq!(routed.selected, indices(&case["idx"]), "{what}");
                assert_close(&routed.weights, &floats(&case["w"]), WEIGHT_TOLERANCE, &what);
                cases += 1;
            }
        }
        compared.push((name.as_str(), cases));
    }
    compared.sort_unstable();
    let names: Vec<&str> = compared.iter().map(|(name, _)| *name).collect();
    let known = "deepseek_v2_group_limited deepseek_v3 gpt_oss llama4 mixtral qwen3_moe softmax_greedy_unnormalised";
    assert_eq!(names, known.split(' ').collect::<Vec<_>>());
    assert!(compared.iter().all(|(_, cases)| *cases >= 50), "{compared:?}");
}

/// Kimi-K2, GLM-4.5 and the rest at full size are in the file under their configuration's name.
#[test]
fn published_sizes_are_those_of_the_file() {
    let file = support::reference("routing.json");
    let mut compared = 0;
    let sets = [
        ("deepseek_v3", "DeepSeek-V3", Kind::DeepseekV3),
        ("deepseek_v3", "Kimi-K2", Kind::KimiK2),
        ("deepseek_v3", "GLM-4.5", Kind::Glm45),
        ("deepseek_v2_group_limited", "DeepSeek-V2", Kind::DeepseekV2),
        ("softmax_greedy_unnormalised", "DeepSeekMoE-16B", Kind::DeepseekMoe),
        ("mixtral", "Mixtral-8x7B", Kind::Mixtral),
        ("qwen3_moe", "Qwen3-235B-A22B", Kind::Qwen3Moe),
        ("gpt_oss", "gpt-oss-120b", Kind::GptOss),
        ("llama4", "Llama-4-Maverick", Kind::Llama4),
    ];
    for (name, config_name, kind) in sets {
        for set in array(&file["kinds"][name]) {
            if set["config"]["name"].as_str().unwrap().starts_with(config_name) {
                assert_eq!(sized(kind.gate(), &set["config"]), kind.gate(), "{config_name}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, sets.len());
}

#[test]
fn switch_drops_the_tokens_beyond_capacity() {
    let file = support::reference("routing.json");
    let (mut tokens, mut all_dropped) = (0, 0);
    for batch in array(&file["kinds"]["switch_top1"]) {
        let config = &batch["config"];
        let gate = sized(Kind::Switch.gate(), config);
        let sent: Vec<_> =
            array(&batch["logits"]).iter().map(|logits| gate.route(&floats(logits), &[]).unwrap()).collect();
        assert_eq!(sent.len(), size(&config["tokens"]));
        assert_eq!(sent.iter().map(|token| token.selected[0]).collect::<Vec<_>>(), indices(&batch["expert"]));
        let weights: Vec<f32> = sent.iter().map(|token| token.weights[0]).collect();
        assert_close(&weights, &floats(&batch["w"]), WEIGHT_TOLERANCE, "switch");
        let mut load = vec![0; gate.experts];
        sent.iter().for_each(|token| load[token.selected[0]] += 1);
        let ours = dropped(&load, size(&config["capacity"]));
        assert_eq!(ours, indices(&batch["kept"]).iter().filter(|kept| **kept == 0).count());
        let after = array(&batch["idx_after_capacity"]);
        assert_eq!(ours, after.iter().filter(|expert| expert.as_i64() == Some(-1)).count());
        tokens += sent.len();
        all_dropped += ours;
    }
    assert!(tokens >= 200 && all_dropped > 0, "{tokens} tokens, {all_dropped} dropped");
}

#[test]
fn special_cases() {
    let file = support::reference("routing.json");
    let (mut names, mut zero_masked) = (Vec::new(), 0);
    for case in array(&file["special"]) {
        let name = case["name"].as_str().unwrap();
        let gate = sized(Kind::DeepseekV3.gate(), &case["config"]);
        let (logits, bias) = (floats(&case["logits"]), floats(&case["bias"]));
        let routed = gate.route(&logits, &bias).unwrap();
        for reference in ["transformers_5.23", "deepseek_gate"] {
            assert_close(&routed.weights, &floats(&case[reference]["w"]), WEIGHT_TOLERANCE, name);
            // torch.topk breaks ties in no fixed order: where whole groups or experts tie, only the weights are portable.
            if name != "all equal" && name != "tie between groups" {
                assert_eq!(routed.selected, indices(&case[reference]["idx"]), "{name}");
            }
        }
        match name {
            "all equal" => {
                assert_eq!((&routed.groups_kept[..], &routed.selected[..]), (&[0, 1][..], &[0, 1, 2, 3][..]))
            }
            "tie between groups" => assert_eq!(routed.selected, [0, 4, 1, 5]),
            _ => {}
        }
        if let Some(old) = case.get("old_zero_mask_idx") {
            let masked = Gate { bug: Bug::MaskZero, ..gate }.route(&logits, &bias).unwrap();
            // The eight masked experts tie at 0.0, above every negative score; which four of them win is again torch's
            // order (4 to 7) against the lowest index (0 to 3). The scores that the bug compares are the same.
            let compared = |expert: &usize| if routed.candidates[*expert] { routed.biased[*expert] } else { 0.0 };
            let ours: Vec<f32> = masked.selected.iter().map(compared).collect();
            let theirs: Vec<f32> = indices(old).iter().map(compared).collect();
            assert_eq!((&ours, ours.len()), (&theirs, gate.top_k), "{name}");
            assert!(masked.selected.iter().all(|&expert| !masked.candidates[expert]));
            zero_masked += 1;
        }
        names.push(name);
    }
    assert_eq!(names, ["all equal", "tie inside group", "tie between groups", "all biased scores negative"]);
    assert_eq!(zero_masked, 1);
}

#[test]
fn the_full_layer() {
    let file = support::reference("routing.json");
    let layer = &file["moe_layer"];
    let param = |name: &str| floats(&layer["params"][name]["data"]);
    let (gate_up, down) = (param("experts.gate_up_proj"), param("experts.down_proj"));
    let hidden = size(&layer["config"]["hidden"]);
    let matrix = hidden * size(&layer["config"]["moe_intermediate"]);
    let experts = gate_up.chunks_exact(2 * matrix).zip(down.chunks_exact(matrix));
    let [gate_weight, bias] = ["gate.weight", "gate.e_score_correction_bias"].map(param);
    let shared = ["gate", "up", "down"].map(|part| param(&format!("shared_experts.{part}_proj.weight")));
    let moe = MoeLayer {
        hidden,
        gate: sized(Kind::DeepseekV3.gate(), &layer["config"]),
        gate_weight: &gate_weight,
        bias: &bias,
        experts: experts
            .map(|(gate_up, down)| SwiGlu { gate: &gate_up[..matrix], up: &gate_up[matrix..], down })
            .collect(),
        shared: Some(SwiGlu { gate: &shared[0], up: &shared[1], down: &shared[2] }),
    };
    // The file's own tolerance: 2e-5, relative.
    assert!(layer["tolerance"].as_str().unwrap().contains("2e-5"));
    let tokens = array(&layer["x"]);
    for (i, x) in tokens.iter().enumerate() {
        let out = moe.forward(&floats(x)).unwrap();
        assert_eq!(out.routed.selected, indices(&layer["idx"][i]));
        assert_close(&out.shared, &floats(&layer["shared_only"][i]), 2e-5, "shared");
        assert_close(&out.output, &floats(&layer["y"][i]), 2e-5, "output");
    }
    assert_eq!(tokens.len(), 6);
}

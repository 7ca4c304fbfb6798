//! Parameter counts and cache sizes, to the unit, against `models.json` (transformers' models on the meta device), and
//! the accelerators against `gpus.json`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use frugal::numerics::gpus::{GPUS, gpu, sequences_that_fit};
use frugal::numerics::models::{
    Attention, Baseline, CacheFormat, CacheKind, Heads, Latent, MODELS, Model, Moe, Mtp, WeightFormat, model,
};
use frugal::numerics::routing::Kind;
use serde_json::Value;

/// What the file leaves out or writes as null is 0.
fn number<T: TryFrom<u64>>(value: &Value) -> T {
    let number = if value.is_null() { 0 } else { value.as_u64().unwrap_or_else(|| panic!("{value}")) };
    T::try_from(number).unwrap_or_else(|_| panic!("{value}"))
}

/// `base` with every size that the file's `arch` states. What `arch` does not state (normalisations, form of the
/// network, window) remains as in `base`.
fn with_sizes(base: &Model, arch: &Value) -> Model {
    let attention = match base.attention {
        Attention::Latent(_) => Attention::Latent(Latent {
            q_lora_rank: arch["q_lora_rank"].as_u64().map(|rank| u16::try_from(rank).unwrap()),
            kv_lora_rank: number(&arch["kv_lora_rank"]),
            qk_rope_head_dim: number(&arch["qk_rope_head_dim"]),
            qk_nope_head_dim: number(&arch["qk_nope_head_dim"]),
            v_head_dim: number(&arch["v_head_dim"]),
        }),
        Attention::Heads(heads) => Attention::Heads(Heads {
            kv_heads: number(&arch["kv_heads"]),
            head_dim: number(&arch["head_dim"]),
            qkv_bias: arch["attention_bias"].as_bool().unwrap(),
            o_bias: arch.get("o_bias").is_some_and(|bias| bias.as_bool().unwrap()),
            ..heads
        }),
    };
    let mtp_layers = number(&arch["mtp_layers"]);
    Model {
        hidden: number(&arch["hidden"]),
        layers: number(&arch["layers"]),
        dense_layers: number(&arch["dense_layers"]),
        intermediate: number(&arch["intermediate"]),
        heads: number(&arch["heads"]),
        attention,
        moe: base.moe.map(|moe| Moe {
            experts: number(&arch["experts"]),
            top_k: number(&arch["top_k"]),
            shared_experts: number(&arch["shared_experts"]),
            intermediate: number(&arch["moe_intermediate"]),
            correction_bias: arch["scoring"].as_str().unwrap().contains("+ bias"),
            ..moe
        }),
        vocab: number(&arch["vocab"]),
        tie_embeddings: arch["tie_embeddings"].as_bool().unwrap(),
        positions: number(&arch["positions"]),
        mtp: (mtp_layers > 0).then_some(Mtp { layers: mtp_layers }),
        ..*base
    }
}

/// Every model of the file with ours of that name.
fn each_model(mut check: impl FnMut(&Model, &Value)) {
    let file = support::reference("models.json");
    let models = file["models"].as_object().unwrap();
    for (name, entry) in models {
        let model = model(&name.to_lowercase()).unwrap_or_else(|| panic!("{name} is not in the table"));
        assert_eq!(model.name, name);
        check(model, entry);
    }
    assert_eq!((models.len(), MODELS.len()), (27, 27));
}

#[test]
fn the_table_states_the_published_architectures() {
    each_model(|model, entry| {
        assert_eq!(with_sizes(model, &entry["arch"]), *model, "{}", model.name);
        let arch = &entry["arch"];
        assert_eq!(matches!(model.attention, Attention::Latent(_)), !arch["kv_lora_rank"].is_null());
        if let Attention::Latent(latent) = model.attention {
            // For MLA the file's heads are the query heads and their part without position.
            let shape = (number(&arch["kv_heads"]), number(&arch["head_dim"]));
            assert_eq!((model.heads, latent.qk_nope_head_dim), shape, "{}", model.name);
            assert_eq!(arch["attention_bias"], false);
        }
        assert_eq!(model.moe.is_some(), !arch["experts"].is_null());
        if let Some(step) = arch.get("moe_layer_step") {
            assert_eq!(model.moe_layers(), model.layers / number::<u8>(step), "{}", model.name);
        }
        if let Some(total) = entry.get("total_with_vision") {
            // The vision encoder is not modelled: the file's own sum must hold with our text model.
            let vision = number::<u64>(&entry["vision_tower_and_projector_params"]);
            assert_eq!(model.parameters().total() + vision, number::<u64>(total), "{}", model.name);
        }
        assert_eq!(model.published.total, entry["published"]["total"]);
        assert_eq!(model.published.activated, entry["published"]["activated"]);
        let window = model.window.map(|window| u64::from(window.tokens));
        let notes = entry["notes"].as_str().unwrap();
        let expected = entry["arch"]["sliding_window"].as_u64().or_else(|| {
            let noted = ["chunked attention of 8192", "sliding window 4096"];
            let tokens = noted.iter().find(|text| notes.contains(**text))?.rsplit(' ').next()?;
            tokens.parse().ok()
        });
        assert_eq!(window, expected, "{}", model.name);
    });
}

#[test]
fn every_count_to_the_unit() {
    let mut compared = 0;
    each_model(|model, entry| {
        let counted = entry["counted"].as_object().unwrap();
        let parameters = with_sizes(model, &entry["arch"]).parameters();
        for (field, expected) in counted {
            let actual = match field.as_str() {
                "total" => parameters.total(),
                "routed_expert_params" => parameters.routed_experts,
                "input_embedding" => parameters.input_embedding,
                "lm_head" => parameters.lm_head,
                "router" => parameters.router,
                "activated" => parameters.active(),
                "activated_without_input_embedding" => parameters.active_without_input_embedding(),
                "activated_without_any_embedding" => parameters.active_without_any_embedding(),
                "total_without_any_embedding" => parameters.total_without_any_embedding(),
                other => panic!("unknown count {other}"),
            };
            assert_eq!(actual, expected.as_u64().unwrap(), "{} {field}", model.name);
            compared += 1;
        }
    });
    assert_eq!(compared, 27 * 9);
}

#[test]
fn selection_biases_and_prediction_modules() {
    let (mut biased, mut modules) = (0, 0);
    each_model(|model, entry| {
        let (parameters, mtp) = (model.parameters(), model.mtp_parameters());
        if let Some(values) = entry.get("e_score_correction_bias_values") {
            assert_eq!(parameters.correction_bias, number::<u64>(values));
            assert_eq!(
                parameters.total() + parameters.correction_bias,
                number::<u64>(&entry["total_with_correction_bias"])
            );
            biased += 1;
        }
        let Some(expected) = entry.get("mtp_module").and_then(Value::as_object) else {
            assert_eq!((model.mtp, mtp.total()), (None, 0), "{}", model.name);
            return;
        };
        for (field, expected) in expected {
            let actual = match field.as_str() {
                "unique_params" => mtp.total(),
                "activated_unique" => mtp.active(),
                "activated_with_shared_embed_and_head" => {
                    mtp.active() + parameters.input_embedding + parameters.lm_head
                }
                "with_correction_bias" => mtp.total() + mtp.correction_bias,
                "total_without_embeddings_plus_mtp" => parameters.total_without_any_embedding() + mtp.total(),
                "formula" => continue,
                other => panic!("unknown count {other}"),
            };
            assert_eq!(actual, expected.as_u64().unwrap(), "{} {field}", model.name);
            modules += 1;
        }
    });
    assert_eq!((biased, modules), (3, 2 * 4 + 2 * 2));
}

#[test]
fn every_cache_to_the_byte() {
    let mut compared = 0;
    each_model(|model, entry| {
        let model = &with_sizes(model, &entry["arch"]);
        for (field, expected) in entry["kv_cache"].as_object().unwrap() {
            let actual = match field.as_str() {
                "kind" => {
                    let kind = match model.cache_kind() {
                        CacheKind::Mha => "MHA",
                        CacheKind::Gqa => "GQA",
                        CacheKind::Mqa => "MQA",
                        CacheKind::Mla => "MLA",
                    };
                    assert_eq!(kind, expected, "{}", model.name);
                    compared += 1;
                    continue;
                }
                "elements_per_token" => model.cache_elements(),
                "elements_per_token_per_layer" => model.cache_elements_a_layer(),
                "bytes_per_token_bf16" => model.cache_bytes_per_token(CacheFormat::Bf16),
                "naive_cache_elements_per_token" => Baseline::Mha192.elements(model),
                "naive_cache_bytes_per_token_bf16" => Baseline::Mha192.bits(model, CacheFormat::Bf16) / 8,
                "mha_equivalent_2_nh_dh_l_elements" => Baseline::SameShapeMha.elements(model),
                other => panic!("unknown cache field {other}"),
            };
            assert_eq!(actual, expected.as_u64().unwrap(), "{} {field}", model.name);
            compared += 1;
        }
        if let Some(published) = entry["published"].get("kv_bytes_per_token") {
            assert_eq!(model.cache_bytes_per_token(CacheFormat::Bf16), number::<u64>(published));
        }
    });
    // Four fields each, three more for the five models with MLA.
    assert_eq!(compared, 27 * 4 + 5 * 3);
}

fn close(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{actual} instead of {expected}");
}

/// What a cache of `ours` bits saves of `theirs`.
fn reduction(ours: u64, theirs: u64) -> f64 {
    1.0 - ours as f64 / theirs as f64
}

#[test]
fn insights_table_1() {
    let file = support::reference("models.json");
    let table = &file["checks"]["insights_table1"];
    let bytes = ["deepseek-v3", "qwen2.5-72b", "llama-3.1-405b"]
        .map(|id| model(id).unwrap().cache_bytes_per_token(CacheFormat::Bf16));
    let rows = table["rows"].as_array().unwrap();
    let multipliers = table["multipliers_computed"].as_array().unwrap();
    assert_eq!((rows.len(), multipliers.len()), (3, 3));
    for ((bytes_here, row), multiplier) in bytes.iter().zip(rows).zip(multipliers) {
        assert_eq!((row[1].as_u64(), row[2].as_u64()), (Some(*bytes_here), Some(*bytes_here)));
        // The file rounds to four decimals.
        close(*bytes_here as f64 / bytes[0] as f64, multiplier.as_f64().unwrap(), 5e-5);
    }
    // The paper prints 7.28, which its own kilobytes do not give.
    close(bytes[2] as f64 / bytes[0] as f64, 7.34, 0.005);
    close(bytes[1] as f64 / bytes[0] as f64, 4.66, 0.005);
}

#[test]
fn how_93_3_percent_comes_about() {
    let file = support::reference("models.json");
    let check = &file["checks"]["v2_93.3_percent"];
    let (v2, old) = (model("deepseek-v2").unwrap(), model("deepseek-67b").unwrap());
    let [bf16, six] = [CacheFormat::Bf16, CacheFormat::SixBit];
    assert_eq!(Some(old.cache_bytes_per_token(bf16)), check["deepseek67b_bf16_bytes"].as_u64());
    assert_eq!(Some(v2.cache_bytes_per_token(bf16)), check["v2_bf16_bytes"].as_u64());
    assert_eq!(Some(v2.cache_bytes_per_token(six) as f64), check["v2_6bit_bytes"].as_f64());
    let saved = |format| reduction(v2.cache_bits(format), Baseline::DeepSeek67b.bits(v2, format));
    close(saved(bf16), check["reduction_same_precision"].as_f64().unwrap(), 1e-15);
    close(saved(six), check["reduction_with_6bit_v2_vs_bf16_67b"].as_f64().unwrap(), 1e-15);
    close(Baseline::DeepSeek67b.ratio(v2, six), 1.0 / (1.0 - saved(six)), 1e-12);
    close(saved(bf16), 0.822, 0.0005);
    close(saved(six), 0.933, 0.0005);
}

#[test]
fn mla_against_other_attention() {
    let file = support::reference("models.json");
    let checks = &file["checks"];
    let [v3, v2, lite] = ["deepseek-v3", "deepseek-v2", "deepseek-v2-lite"].map(|id| model(id).unwrap());
    let Attention::Latent(latent) = v2.attention else { panic!("V2 has MLA") };
    close(latent.equivalent_gqa_groups(), checks["v2_table1_equivalent_gqa_groups"].as_f64().unwrap(), 0.0);

    let table9 = &checks["v2_table9"];
    assert_eq!(Some(lite.cache_elements()), table9["small_mla_elements"].as_u64());
    assert_eq!(Some(Baseline::SameShapeMha.elements(lite)), table9["small_mha_elements"].as_u64());
    assert_eq!(Some(v2.cache_elements()), table9["large_mla_elements"].as_u64());
    let small = lite.cache_elements() as f64 / Baseline::SameShapeMha.elements(lite) as f64;
    close(small, table9["ratio"].as_f64().unwrap(), 1e-15);
    // The large model with MHA is not published; its 860.2K elements are.
    assert_eq!(table9["published_large"][1], "860.2K");
    close(v2.cache_elements() as f64 / 860_200.0, table9["ratio_large"].as_f64().unwrap(), 1e-15);

    let same = &checks["v3_mla_vs_mha_same_heads"];
    let layers = u64::from(v3.layers);
    assert_eq!(Some(v3.cache_elements_a_layer()), same["mla_elements_per_layer"].as_u64());
    assert_eq!(Some(Baseline::SameShapeMha.elements(v3) / layers), same["mha_2nhdh"].as_u64());
    let ratio = Baseline::SameShapeMha.ratio(v3, CacheFormat::Bf16);
    close(ratio, same["compression"].as_f64().unwrap(), 1e-12);
    close(1.0 / ratio, same["ratio"].as_f64().unwrap(), 1e-15);
    close(ratio, 56.9, 0.05);
    close(1.0 - 1.0 / ratio, 0.982, 0.0005);
    close(Baseline::Mha192.ratio(v3, CacheFormat::Bf16), 71.1, 0.05);
    // Eight groups and one, 128 wide, in 61 layers.
    assert_eq!(Baseline::Gqa8.elements(v3), 2 * 8 * 128 * 61);
    assert_eq!(Baseline::Mqa.elements(v3), 2 * 128 * 61);
    // Without MLA nothing is unfolded; Llama already has eight groups, Falcon one.
    let llama = model("llama-3.1-405b").unwrap();
    assert_eq!(Baseline::Mha192.elements(llama), Baseline::SameShapeMha.elements(llama));
    close(Baseline::Gqa8.ratio(llama, CacheFormat::Fp8), 1.0, 0.0);
    close(Baseline::Mqa.ratio(model("falcon-7b").unwrap(), CacheFormat::Fp8), 1.0, 0.0);
}

/// The numbers that the texts quote for V3.
#[test]
fn quoted_numbers() {
    let v3 = model("deepseek-v3").unwrap();
    let parameters = v3.parameters();
    assert_eq!(parameters.total(), 671_026_404_352);
    assert_eq!(parameters.correction_bias, 14_848);
    assert_eq!(parameters.active(), 37_552_282_624);
    assert_eq!(parameters.active_without_input_embedding(), 36_625_603_584);
    close(parameters.attention as f64 / parameters.total() as f64, 0.017, 0.0005);
    close(parameters.attention as f64 / parameters.active_without_input_embedding() as f64, 0.312, 0.0005);
    assert_eq!(parameters.bytes(WeightFormat::Fp8), 671_026_404_352);
    assert_eq!(parameters.bytes(WeightFormat::Bf16), 1_342_052_808_704);
    assert_eq!(parameters.bytes(WeightFormat::Fp32), 2_684_105_617_408);
    let at = |id: &str, context| model(id).unwrap().cache_bytes(context, CacheFormat::Bf16);
    assert_eq!(at("deepseek-v3", 131_072), 131_072 * 70_272);
    close(at("deepseek-v3", 131_072) as f64, 9.21e9, 5e6);
    close(at("llama-3.1-405b", 131_072) as f64, 67.6e9, 5e7);
}

#[test]
fn limited_layers_stop_growing() {
    let bytes = |id: &str, context| model(id).unwrap().cache_bytes(context, CacheFormat::Bf16);
    for id in ["gpt-oss-120b", "gpt-oss-20b"] {
        let a_token = u128::from(model(id).unwrap().cache_bytes_per_token(CacheFormat::Bf16));
        assert_eq!(bytes(id, 128), 128 * a_token);
        assert_eq!(bytes(id, 1_128) - bytes(id, 128), 1_000 * a_token / 2);
    }
    assert_eq!(bytes("llama-4-scout", 8_192), 8_192 * 196_608);
    assert_eq!(bytes("llama-4-scout", 10_192) - bytes("llama-4-scout", 8_192), 2_000 * 196_608 / 4);
    assert_eq!(bytes("mistral-7b-v0.1", 4_096), bytes("mistral-7b-v0.1", 10_000_000));
    // The others never stop, and no context overflows.
    assert_eq!(bytes("deepseek-v3", u64::MAX), u128::from(u64::MAX) * 70_272);
    // V2-Lite at 6 bits: 15,552 · 6 / 8 bytes a token; a single odd count is rounded up to whole bytes.
    let lite = model("deepseek-v2-lite").unwrap();
    assert_eq!(lite.cache_bytes(1, CacheFormat::SixBit), 11_664);
    assert_eq!(Baseline::SameShapeMha.cache_bytes(lite, 2, CacheFormat::Fp8), 221_184);
}

#[test]
fn the_gates_have_the_models_sizes() {
    let file = support::reference("models.json");
    let mut compared = 0;
    for kind in Kind::ALL {
        if kind == Kind::Switch {
            continue; // Not among the file's models.
        }
        let (gate, entry) = (kind.gate(), &file["models"][kind.model()]);
        let arch = &entry["arch"];
        assert_eq!((gate.experts, gate.top_k), (number(&arch["experts"]), number(&arch["top_k"])), "{kind:?}");
        assert_eq!(gate.n_group, number::<usize>(&arch["n_group"]).max(1), "{kind:?}");
        assert_eq!(gate.topk_group, number::<usize>(&arch["topk_group"]).max(1), "{kind:?}");
        let scale = arch["routed_scaling_factor"].as_f64().unwrap_or(1.0);
        assert_eq!(gate.routed_scaling_factor, scale as f32, "{kind:?}");
        if let Some(normalised) = arch.get("norm_topk_prob") {
            assert_eq!(gate.norm_topk_prob, normalised.as_bool().unwrap(), "{kind:?}");
        }
        compared += 1;
    }
    assert_eq!(compared, 9);
}

#[test]
fn accelerators() {
    let file = support::reference("gpus.json");
    let gpus = file["gpus"].as_object().unwrap();
    for (id, entry) in gpus {
        let gpu = gpu(id).unwrap_or_else(|| panic!("{id} is not in the table"));
        assert_eq!(Some(u64::from(gpu.memory_gb)), entry["memory_gb"].as_u64(), "{id}");
        assert_eq!(Some(u64::from(gpu.bandwidth_gbs)), entry["bandwidth_gbs"].as_u64(), "{id}");
        assert_eq!(gpu.bf16_tflops.map(u64::from), entry["bf16_tflops"].as_u64(), "{id}");
        assert_eq!(gpu.fp8_tflops.map(u64::from), entry["fp8_tflops"].as_u64(), "{id}");
        assert_eq!(gpu.confirmed, entry["confirmed"] == true, "{id}");
    }
    assert_eq!((gpus.len(), GPUS.len()), (9, 9));
    // V3 in FP8 does not fit eight H100s of 80 GB. Beside it, eight H200s hold (1,128 − 671.03) GB / 9.21 GB = 49.6
    // sequences of 131,072 tokens.
    let v3 = model("deepseek-v3").unwrap();
    let weights = v3.parameters().bytes(WeightFormat::Fp8);
    let cache = v3.cache_bytes(131_072, CacheFormat::Bf16);
    assert_eq!(sequences_that_fit(gpu("h100-sxm").unwrap(), 8, weights, cache), None);
    assert_eq!(sequences_that_fit(gpu("h200-sxm").unwrap(), 8, weights, cache), Some(49));
}

//! The architectures, from the published configurations. Nothing here is a count: those are computed.
//!
//! Sources: each model's `config.json` and report; `tests/reference/SOURCES.md`, section e, says which were looked up and
//! which terms go beyond the plain formula.

use super::model::{Attention, Heads, Latent, Mlp, Model, Moe, Mtp, Norms, Published, QkNorm, Window};

/// Heads of keys and values, without biases or normalisation.
const fn heads(kv_heads: u16, head_dim: u16) -> Attention {
    Attention::Heads(plain(kv_heads, head_dim))
}

const fn plain(kv_heads: u16, head_dim: u16) -> Heads {
    Heads { kv_heads, head_dim, qkv_bias: false, o_bias: false, qk_norm: QkNorm::None, sinks: false }
}

/// DeepSeek's latent attention: the ranks and widths are the same in all its models but the queries'.
const fn latent(q_lora_rank: Option<u16>) -> Attention {
    let (kv_lora_rank, qk_rope_head_dim) = (512, 64);
    Attention::Latent(Latent { q_lora_rank, kv_lora_rank, qk_rope_head_dim, qk_nope_head_dim: 128, v_head_dim: 128 })
}

/// Routed and shared experts, without biases.
const fn moe(experts: u16, top_k: u16, shared_experts: u16, intermediate: u16) -> Moe {
    Moe { experts, top_k, shared_experts, intermediate, biased: false, correction_bias: false }
}

/// With a bias for the selection.
const fn corrected(moe: Moe) -> Option<Moe> {
    Some(Moe { correction_bias: true, ..moe })
}

const fn published(total: &'static str, activated: &'static str) -> Published {
    Published { total, activated }
}

/// The form that most share: gated networks, RMSNorm, rotary positions, separate embeddings, no limit.
const PLAIN: Model = Model {
    id: "",
    name: "",
    hidden: 0,
    layers: 0,
    dense_layers: 0,
    interleaved: false,
    intermediate: 0,
    mlp: Mlp::Gated,
    heads: 0,
    attention: heads(0, 0),
    moe: None,
    norms: Norms::Rms,
    vocab: 0,
    tie_embeddings: false,
    positions: 0,
    mtp: None,
    window: None,
    published: published("", ""),
};

const DEEPSEEK_V3: Model = Model {
    id: "deepseek-v3",
    name: "DeepSeek-V3",
    hidden: 7168,
    layers: 61,
    dense_layers: 3,
    intermediate: 18_432,
    heads: 128,
    attention: latent(Some(1536)),
    moe: corrected(moe(256, 8, 1, 2048)),
    vocab: 129_280,
    mtp: Some(Mtp { layers: 1 }),
    published: published("671B", "37B"),
    ..PLAIN
};

/// Trained from V3's base: the same architecture.
const DEEPSEEK_R1: Model = Model { id: "deepseek-r1", name: "DeepSeek-R1", ..DEEPSEEK_V3 };

const KIMI_K2: Model = Model {
    id: "kimi-k2",
    name: "Kimi-K2",
    hidden: 7168,
    layers: 61,
    dense_layers: 1,
    intermediate: 18_432,
    heads: 64,
    attention: latent(Some(1536)),
    moe: corrected(moe(384, 8, 1, 2048)),
    vocab: 163_840,
    published: published("1T (1.04T; 1043B)", "32B (32.6B)"),
    ..PLAIN
};

const DEEPSEEK_V2: Model = Model {
    id: "deepseek-v2",
    name: "DeepSeek-V2",
    hidden: 5120,
    layers: 60,
    dense_layers: 1,
    intermediate: 12_288,
    heads: 128,
    attention: latent(Some(1536)),
    moe: Some(moe(160, 6, 2, 1536)),
    vocab: 102_400,
    published: published("236B", "21B"),
    ..PLAIN
};

const DEEPSEEK_V2_LITE: Model = Model {
    id: "deepseek-v2-lite",
    name: "DeepSeek-V2-Lite",
    hidden: 2048,
    layers: 27,
    dense_layers: 1,
    intermediate: 10_944,
    heads: 16,
    attention: latent(None),
    moe: Some(moe(64, 6, 2, 1408)),
    vocab: 102_400,
    published: published("15.7B", "2.4B"),
    ..PLAIN
};

const DEEPSEEKMOE_16B: Model = Model {
    id: "deepseekmoe-16b",
    name: "DeepSeekMoE-16B",
    hidden: 2048,
    layers: 28,
    dense_layers: 1,
    intermediate: 10_944,
    heads: 16,
    attention: heads(16, 128),
    moe: Some(moe(64, 6, 2, 1408)),
    vocab: 102_400,
    published: published("16.4B", "2.8B"),
    ..PLAIN
};

const DEEPSEEK_67B: Model = Model {
    id: "deepseek-67b",
    name: "DeepSeek-67B",
    hidden: 8192,
    layers: 95,
    dense_layers: 95,
    intermediate: 22_016,
    heads: 64,
    attention: heads(8, 128),
    vocab: 102_400,
    published: published("67B", "67B"),
    ..PLAIN
};

const LLAMA_3_1_8B: Model = Model {
    id: "llama-3.1-8b",
    name: "Llama-3.1-8B",
    hidden: 4096,
    layers: 32,
    dense_layers: 32,
    intermediate: 14_336,
    heads: 32,
    attention: heads(8, 128),
    vocab: 128_256,
    published: published("8B (8.03B)", "8B"),
    ..PLAIN
};

const LLAMA_3_1_70B: Model = Model {
    id: "llama-3.1-70b",
    name: "Llama-3.1-70B",
    hidden: 8192,
    layers: 80,
    dense_layers: 80,
    intermediate: 28_672,
    heads: 64,
    attention: heads(8, 128),
    vocab: 128_256,
    published: published("70B (70.6B)", "70B"),
    ..PLAIN
};

const LLAMA_3_1_405B: Model = Model {
    id: "llama-3.1-405b",
    name: "Llama-3.1-405B",
    hidden: 16_384,
    layers: 126,
    dense_layers: 126,
    intermediate: 53_248,
    heads: 128,
    attention: heads(8, 128),
    vocab: 128_256,
    published: published("405B", "405B"),
    ..PLAIN
};

const QWEN2_5_72B: Model = Model {
    id: "qwen2.5-72b",
    name: "Qwen2.5-72B",
    hidden: 8192,
    layers: 80,
    dense_layers: 80,
    intermediate: 29_568,
    heads: 64,
    attention: Attention::Heads(Heads { qkv_bias: true, ..plain(8, 128) }),
    vocab: 152_064,
    published: published("72.7B", "72.7B"),
    ..PLAIN
};

const LLAMA_2_7B: Model = Model {
    id: "llama-2-7b",
    name: "Llama-2-7B",
    hidden: 4096,
    layers: 32,
    dense_layers: 32,
    intermediate: 11_008,
    heads: 32,
    attention: heads(32, 128),
    vocab: 32_000,
    published: published("7B (6.74B)", "7B"),
    ..PLAIN
};

const LLAMA_2_70B: Model = Model {
    id: "llama-2-70b",
    name: "Llama-2-70B",
    hidden: 8192,
    layers: 80,
    dense_layers: 80,
    intermediate: 28_672,
    heads: 64,
    attention: heads(8, 128),
    vocab: 32_000,
    published: published("70B (68.98B)", "70B"),
    ..PLAIN
};

/// Version 0.1: every layer sees 4,096 tokens.
const MISTRAL_7B_V0_1: Model = Model {
    id: "mistral-7b-v0.1",
    name: "Mistral-7B-v0.1",
    hidden: 4096,
    layers: 32,
    dense_layers: 32,
    intermediate: 14_336,
    heads: 32,
    attention: heads(8, 128),
    vocab: 32_000,
    window: Some(Window { layers: 32, tokens: 4096 }),
    published: published("7.24B", "7.24B"),
    ..PLAIN
};

const FALCON_7B: Model = Model {
    id: "falcon-7b",
    name: "Falcon-7B",
    hidden: 4544,
    layers: 32,
    dense_layers: 32,
    intermediate: 18_176,
    mlp: Mlp::Plain,
    heads: 71,
    attention: heads(1, 64),
    norms: Norms::OneLayer,
    vocab: 65_024,
    tie_embeddings: true,
    published: published("7B (6.92B)", "7B"),
    ..PLAIN
};

/// Its banded sparse attention is left out: it changes no parameter, and no published cache says what it would save.
const GPT_3_175B: Model = Model {
    id: "gpt-3-175b",
    name: "GPT-3-175B",
    hidden: 12_288,
    layers: 96,
    dense_layers: 96,
    intermediate: 49_152,
    mlp: Mlp::PlainBiased,
    heads: 96,
    attention: Attention::Heads(Heads { qkv_bias: true, o_bias: true, ..plain(96, 128) }),
    norms: Norms::Layer,
    vocab: 50_257,
    tie_embeddings: true,
    positions: 2048,
    published: published("175.0B (174,600M)", "175.0B"),
    ..PLAIN
};

const MIXTRAL_8X7B: Model = Model {
    id: "mixtral-8x7b",
    name: "Mixtral-8x7B",
    hidden: 4096,
    layers: 32,
    heads: 32,
    attention: heads(8, 128),
    moe: Some(moe(8, 2, 0, 14_336)),
    vocab: 32_000,
    published: published("46.7B", "12.9B"),
    ..PLAIN
};

/// The base model; the Instruct tokenizer has 32,768 tokens.
const MIXTRAL_8X22B: Model = Model {
    id: "mixtral-8x22b",
    name: "Mixtral-8x22B",
    hidden: 6144,
    layers: 56,
    heads: 48,
    attention: heads(8, 128),
    moe: Some(moe(8, 2, 0, 16_384)),
    vocab: 32_000,
    published: published("141B", "39B"),
    ..PLAIN
};

const QWEN3_235B_A22B: Model = Model {
    id: "qwen3-235b-a22b",
    name: "Qwen3-235B-A22B",
    hidden: 4096,
    layers: 94,
    intermediate: 12_288,
    heads: 64,
    attention: Attention::Heads(Heads { qk_norm: QkNorm::PerHead, ..plain(4, 128) }),
    moe: Some(moe(128, 8, 0, 1536)),
    vocab: 151_936,
    published: published("235B", "22B"),
    ..PLAIN
};

const QWEN3_30B_A3B: Model = Model {
    id: "qwen3-30b-a3b",
    name: "Qwen3-30B-A3B",
    hidden: 2048,
    layers: 48,
    intermediate: 6144,
    heads: 32,
    attention: Attention::Heads(Heads { qk_norm: QkNorm::PerHead, ..plain(4, 128) }),
    moe: Some(moe(128, 8, 0, 768)),
    vocab: 151_936,
    published: published("30.5B", "3.3B"),
    ..PLAIN
};

/// Every other layer sees 128 tokens.
const GPT_OSS_120B: Model = Model {
    id: "gpt-oss-120b",
    name: "gpt-oss-120b",
    hidden: 2880,
    layers: 36,
    heads: 64,
    attention: Attention::Heads(Heads { qkv_bias: true, o_bias: true, sinks: true, ..plain(8, 64) }),
    moe: Some(Moe { biased: true, ..moe(128, 4, 0, 2880) }),
    vocab: 201_088,
    window: Some(Window { layers: 18, tokens: 128 }),
    published: published("116.83B", "5.13B"),
    ..PLAIN
};

/// Every other layer sees 128 tokens.
const GPT_OSS_20B: Model = Model {
    id: "gpt-oss-20b",
    name: "gpt-oss-20b",
    hidden: 2880,
    layers: 24,
    heads: 64,
    attention: Attention::Heads(Heads { qkv_bias: true, o_bias: true, sinks: true, ..plain(8, 64) }),
    moe: Some(Moe { biased: true, ..moe(32, 4, 0, 2880) }),
    vocab: 201_088,
    window: Some(Window { layers: 12, tokens: 128 }),
    published: published("20.91B", "3.61B"),
    ..PLAIN
};

/// Three of four layers see a chunk of 8,192 tokens. Text model only, without the vision encoder.
const LLAMA_4_SCOUT: Model = Model {
    id: "llama-4-scout",
    name: "Llama-4-Scout",
    hidden: 5120,
    layers: 48,
    intermediate: 16_384,
    heads: 40,
    attention: heads(8, 128),
    moe: Some(moe(16, 1, 1, 8192)),
    vocab: 202_048,
    window: Some(Window { layers: 36, tokens: 8192 }),
    published: published("109B", "17B"),
    ..PLAIN
};

/// Three of four layers see a chunk of 8,192 tokens. Text model only, without the vision encoder.
const LLAMA_4_MAVERICK: Model = Model {
    id: "llama-4-maverick",
    name: "Llama-4-Maverick",
    hidden: 5120,
    layers: 48,
    dense_layers: 24,
    interleaved: true,
    intermediate: 16_384,
    heads: 40,
    attention: heads(8, 128),
    moe: Some(moe(128, 1, 1, 8192)),
    vocab: 202_048,
    window: Some(Window { layers: 36, tokens: 8192 }),
    published: published("400B", "17B"),
    ..PLAIN
};

const GLM_4_5: Model = Model {
    id: "glm-4.5",
    name: "GLM-4.5",
    hidden: 5120,
    layers: 92,
    dense_layers: 3,
    intermediate: 12_288,
    heads: 96,
    attention: Attention::Heads(Heads { qkv_bias: true, qk_norm: QkNorm::PerHead, ..plain(8, 128) }),
    moe: corrected(moe(160, 8, 1, 1536)),
    vocab: 151_552,
    mtp: Some(Mtp { layers: 1 }),
    published: published("355B", "32B"),
    ..PLAIN
};

const GLM_4_5_AIR: Model = Model {
    id: "glm-4.5-air",
    name: "GLM-4.5-Air",
    hidden: 4096,
    layers: 46,
    dense_layers: 1,
    intermediate: 10_944,
    heads: 96,
    attention: Attention::Heads(Heads { qkv_bias: true, ..plain(8, 128) }),
    moe: corrected(moe(128, 8, 1, 1408)),
    vocab: 151_552,
    mtp: Some(Mtp { layers: 1 }),
    published: published("106B", "12B"),
    ..PLAIN
};

const OLMOE_1B_7B: Model = Model {
    id: "olmoe-1b-7b",
    name: "OLMoE-1B-7B",
    hidden: 2048,
    layers: 16,
    heads: 16,
    attention: Attention::Heads(Heads { qk_norm: QkNorm::Full, ..plain(16, 128) }),
    moe: Some(moe(64, 8, 0, 1024)),
    vocab: 50_304,
    published: published("6.9B", "1.3B"),
    ..PLAIN
};

/// All, grouped by publisher.
pub const MODELS: [Model; 27] = [
    DEEPSEEK_V3,
    DEEPSEEK_R1,
    KIMI_K2,
    DEEPSEEK_V2,
    DEEPSEEK_V2_LITE,
    DEEPSEEKMOE_16B,
    DEEPSEEK_67B,
    LLAMA_3_1_8B,
    LLAMA_3_1_70B,
    LLAMA_3_1_405B,
    QWEN2_5_72B,
    LLAMA_2_7B,
    LLAMA_2_70B,
    MISTRAL_7B_V0_1,
    FALCON_7B,
    GPT_3_175B,
    MIXTRAL_8X7B,
    MIXTRAL_8X22B,
    QWEN3_235B_A22B,
    QWEN3_30B_A3B,
    GPT_OSS_120B,
    GPT_OSS_20B,
    LLAMA_4_SCOUT,
    LLAMA_4_MAVERICK,
    GLM_4_5,
    GLM_4_5_AIR,
    OLMOE_1B_7B,
];

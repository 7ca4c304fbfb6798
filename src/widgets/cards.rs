//! What accelerators are called, and where their figures are from.

use crate::i18n::{self, KvCacheText, Lang, fill, integer};
use crate::numerics::gpus::Gpu;
use crate::ui::Source;

/// Where DeepSeek states what it reckons with for an H800.
pub const FLASH_MLA: &str = "https://github.com/deepseek-ai/FlashMLA/blob/main/docs/20250422-new-kernel-deep-dive.md";

/// An accelerator's name.
pub fn name(lang: Lang, gpu: &Gpu) -> &'static str {
    let text = i18n::kv_cache(lang);
    match gpu.id {
        "a100-80gb-sxm" => text.a100,
        "h100-sxm" => text.h100,
        "h800-sxm" => text.h800,
        "h20" => text.h20,
        "h200-sxm" => text.h200,
        "b200-sxm" => text.b200,
        "mi300x" => text.mi300x,
        "rtx-4090" => text.rtx_4090,
        "m3-ultra" => text.m3_ultra,
        other => other,
    }
}

/// Its data sheet, or what stands for one, and the address.
fn sheet(text: &'static KvCacheText, gpu: &Gpu) -> (&'static str, &'static str) {
    match gpu.id {
        "a100-80gb-sxm" => (text.sheet_a100, "https://www.nvidia.com/en-us/data-center/a100/"),
        "h100-sxm" => (text.sheet_h100, "https://www.nvidia.com/en-us/data-center/h100/"),
        "h800-sxm" => (text.sheet_h800, FLASH_MLA),
        "h20" => (text.sheet_h20, "https://lmsys.org/blog/2025-09-26-sglang-ant-group/"),
        "h200-sxm" => (text.sheet_h200, "https://www.nvidia.com/en-us/data-center/h200/"),
        "b200-sxm" => (text.sheet_b200, "https://www.nvidia.com/en-us/data-center/dgx-b200/"),
        "mi300x" => (text.sheet_mi300x, "https://www.amd.com/en/products/accelerators/instinct/mi300/mi300x.html"),
        "rtx-4090" => (
            text.sheet_rtx_4090,
            "https://images.nvidia.com/aem-dam/Solutions/geforce/ada/nvidia-ada-gpu-architecture.pdf",
        ),
        _ => (text.sheet_m3_ultra, "https://support.apple.com/en-us/122211"),
    }
}

/// Where its figures are from, with the figures.
pub fn source(lang: Lang, gpu: &Gpu) -> Source {
    let text = i18n::kv_cache(lang);
    let (sheet, href) = sheet(text, gpu);
    let said = if gpu.bf16_tflops.is_some() { text.source_card } else { text.source_card_unrated };
    let said = fill(
        said,
        &[
            ("gpu", name(lang, gpu)),
            ("memory", &gpu.memory_gb.to_string()),
            ("bandwidth", &integer(gpu.bandwidth_gbs.into())),
            ("tflops", &integer(gpu.bf16_tflops.unwrap_or(0).into())),
            ("sheet", sheet),
        ],
    );
    Source { text: said.into(), href: href.into(), test: Some("tests/reference_models.rs".into()) }
}

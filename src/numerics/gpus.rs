//! Accelerators: vendors' data-sheet figures.

/// One accelerator. Arithmetic rates are dense (no structured sparsity).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gpu {
    /// The name in attributes and links.
    pub id: &'static str,
    /// Memory in GB as vendors print it: 10⁹ bytes.
    pub memory_gb: u32,
    /// Memory bandwidth in 10⁹ bytes a second.
    pub bandwidth_gbs: u32,
    /// BF16 matrix products in 10¹² operations a second, where the vendor states them.
    pub bf16_tflops: Option<u32>,
    /// FP8 matrix products in 10¹² operations a second, where it has them.
    pub fp8_tflops: Option<u32>,
    /// Whether they were checked against the vendor's data sheet; else they are to be shown as approximate.
    pub confirmed: bool,
}

impl Gpu {
    /// Memory in bytes.
    #[must_use]
    pub const fn memory_bytes(&self) -> u128 {
        self.memory_gb as u128 * 1_000_000_000
    }

    /// BF16 matrix products in 10¹² operations a second once the clock has fallen, where that was published.
    #[must_use]
    pub fn throttled_tflops(&self) -> Option<u32> {
        (self.id == "h800-sxm").then_some(THROTTLED_H800_TFLOPS)
    }
}

/// How many sequences' caches fit beside the weights in `count` accelerators, taken as one memory. None where the
/// weights alone do not fit; `u64::MAX` where a cache is empty or still more would fit.
///
/// An upper bound: activations, buffers and copies of weights take more.
#[must_use]
pub fn sequences_that_fit(gpu: &Gpu, count: u32, weight_bytes: u64, cache_bytes_per_sequence: u128) -> Option<u64> {
    let left = (gpu.memory_bytes() * u128::from(count)).checked_sub(u128::from(weight_bytes))?;
    let fit = left.checked_div(cache_bytes_per_sequence).unwrap_or(u128::MAX);
    Some(u64::try_from(fit).unwrap_or(u64::MAX))
}

/// BF16 operations a second that DeepSeek reckons with for an H800 SXM5, whose clock falls to about 1,600 MHz under its
/// decoding kernel, in 10¹².
///
/// Source: deepseek-ai/FlashMLA, "A Deep-Dive Into the New Flash MLA Kernel" (22 April 2025).
const THROTTLED_H800_TFLOPS: u32 = 865;

/// The accelerator with this id (`h100-sxm`).
#[must_use]
pub fn gpu(id: &str) -> Option<&'static Gpu> {
    GPUS.iter().find(|gpu| gpu.id == id)
}

/// All.
pub const GPUS: [Gpu; 9] = [
    Gpu {
        id: "a100-80gb-sxm",
        memory_gb: 80,
        bandwidth_gbs: 2039,
        bf16_tflops: Some(312),
        fp8_tflops: None,
        confirmed: true,
    },
    Gpu {
        id: "h100-sxm",
        memory_gb: 80,
        bandwidth_gbs: 3350,
        bf16_tflops: Some(989),
        fp8_tflops: Some(1979),
        confirmed: true,
    },
    Gpu {
        id: "h800-sxm",
        memory_gb: 80,
        bandwidth_gbs: 3350,
        bf16_tflops: Some(989),
        fp8_tflops: Some(1979),
        confirmed: false,
    },
    Gpu {
        id: "h20",
        memory_gb: 96,
        bandwidth_gbs: 4000,
        bf16_tflops: Some(148),
        fp8_tflops: Some(296),
        confirmed: false,
    },
    Gpu {
        id: "h200-sxm",
        memory_gb: 141,
        bandwidth_gbs: 4800,
        bf16_tflops: Some(989),
        fp8_tflops: Some(1979),
        confirmed: true,
    },
    Gpu {
        id: "b200-sxm",
        memory_gb: 180,
        bandwidth_gbs: 8000,
        bf16_tflops: Some(2250),
        fp8_tflops: Some(4500),
        confirmed: true,
    },
    Gpu {
        id: "mi300x",
        memory_gb: 192,
        bandwidth_gbs: 5300,
        bf16_tflops: Some(1307),
        fp8_tflops: Some(2615),
        confirmed: true,
    },
    Gpu {
        id: "rtx-4090",
        memory_gb: 24,
        bandwidth_gbs: 1008,
        bf16_tflops: Some(165),
        fp8_tflops: Some(330),
        confirmed: true,
    },
    Gpu { id: "m3-ultra", memory_gb: 512, bandwidth_gbs: 819, bf16_tflops: None, fp8_tflops: None, confirmed: true },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_what_is_left_beside_the_weights() {
        let h100 = gpu("h100-sxm").unwrap();
        assert_eq!(sequences_that_fit(h100, 8, 640_000_000_001, 1), None);
        assert_eq!(sequences_that_fit(h100, 8, 640_000_000_000, 1), Some(0));
        assert_eq!(sequences_that_fit(h100, 1, 70_000_000_000, 3_000_000_000), Some(3));
        assert_eq!(sequences_that_fit(h100, 1, 0, 0), Some(u64::MAX));
        assert_eq!(sequences_that_fit(h100, u32::MAX, 0, 1), Some(u64::MAX));
        assert_eq!(gpu("abacus"), None);
    }
}

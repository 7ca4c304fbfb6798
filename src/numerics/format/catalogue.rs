//! The named formats.

use super::{Format, Specials};

const fn format(exponent_bits: u32, mantissa_bits: u32, bias: i32, specials: Specials) -> Format {
    Format { exponent_bits, mantissa_bits, bias, specials }
}

impl Format {
    /// IEEE binary32.
    pub const FP32: Self = format(8, 23, 127, Specials::Ieee);
    /// NVIDIA TensorFloat-32 as a 19-bit code (in memory it is an FP32 word whose low 13 bits are ignored).
    pub const TF32: Self = format(8, 10, 127, Specials::Ieee);
    /// bfloat16.
    pub const BF16: Self = format(8, 7, 127, Specials::Ieee);
    /// IEEE binary16.
    pub const FP16: Self = format(5, 10, 15, Specials::Ieee);
    /// OCP OFP8 E4M3: no infinity, largest value 448. What frameworks call `float8_e4m3fn`, and DeepSeek-V3 uses.
    pub const E4M3FN: Self = format(4, 3, 7, Specials::FiniteNan);
    /// E4M3 with IEEE's infinities and NaNs: largest value 240.
    pub const E4M3_IEEE: Self = format(4, 3, 7, Specials::Ieee);
    /// OCP OFP8 E5M2.
    pub const E5M2: Self = format(5, 2, 15, Specials::Ieee);
    /// E4M3 of AMD and Graphcore: bias 8, largest value 240.
    pub const E4M3FNUZ: Self = format(4, 3, 8, Specials::UnsignedZeroNan);
    /// E5M2 of AMD and Graphcore: bias 16.
    pub const E5M2FNUZ: Self = format(5, 2, 16, Specials::UnsignedZeroNan);
    /// E3M4 with IEEE's infinities and NaNs.
    pub const E3M4: Self = format(3, 4, 3, Specials::Ieee);
    /// OCP MXFP6, wide range.
    pub const E3M2: Self = format(3, 2, 3, Specials::FiniteOnly);
    /// OCP MXFP6, fine steps.
    pub const E2M3: Self = format(2, 3, 1, Specials::FiniteOnly);
    /// OCP MXFP4.
    pub const E2M1: Self = format(2, 1, 1, Specials::FiniteOnly);
    /// OCP MX scale: a power of two.
    pub const E8M0: Self = format(8, 0, 127, Specials::ScaleOnly);
    /// Two's complement, −128 to 127.
    pub const INT8: Self = format(0, 7, 0, Specials::Integer);
    /// OCP MXINT8: INT8 with the implied scale 2⁻⁶.
    pub const MXINT8: Self = format(0, 7, 6, Specials::Integer);

    /// The formats with a public name, widest first. MXINT8 is not among them: it is INT8 with another unit.
    pub const ALL: [(&'static str, Self); 15] = [
        ("fp32", Self::FP32),
        ("tf32", Self::TF32),
        ("bf16", Self::BF16),
        ("fp16", Self::FP16),
        ("e4m3fn", Self::E4M3FN),
        ("e4m3-ieee", Self::E4M3_IEEE),
        ("e5m2", Self::E5M2),
        ("e4m3fnuz", Self::E4M3FNUZ),
        ("e5m2fnuz", Self::E5M2FNUZ),
        ("e3m4", Self::E3M4),
        ("e3m2", Self::E3M2),
        ("e2m3", Self::E2M3),
        ("e2m1", Self::E2M1),
        ("e8m0", Self::E8M0),
        ("int8", Self::INT8),
    ];
}

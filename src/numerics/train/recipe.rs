//! What is rounded, and when.

/// What both factors of every product are rounded to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Products {
    /// Not at all.
    Fp32,
    /// BF16.
    Bf16,
    /// E4M3, each tile divided by its largest magnitude over 448 before and multiplied by it after, as DeepSeek-V3's
    /// (arXiv 2412.19437, section 3.3.2): a tile is a sample in the forward pass and for the gradient of the inputs, a
    /// channel over the batch for the gradient of the weights, and all weights of a layer. Weights that are kept in E4M3
    /// are multiplied as they are, at scale 1.
    E4m3,
}

/// How weights are kept between steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// As they come out of the update: master weights.
    Master,
    /// Rounded to the nearest BF16 number after each update.
    Bf16,
    /// Rounded to one of the two BF16 neighbours by dice.
    Bf16Stochastic,
    /// Rounded to the nearest E4M3 number, with the scale 1.
    E4m3,
    /// Rounded to one of the two E4M3 neighbours by dice.
    E4m3Stochastic,
}

/// How a network is trained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// Everything in FP32.
    Fp32,
    /// Products and weights in BF16.
    Bf16,
    /// As `Bf16`, each update rounded by dice.
    Bf16Stochastic,
    /// Products and weights in E4M3.
    E4m3,
    /// As `E4m3`, each update rounded by dice.
    E4m3Stochastic,
    /// Products in E4M3, weights in FP32: what DeepSeek-V3 did.
    E4m3Master,
}

impl Recipe {
    /// All of them, from the widest to the narrowest and back.
    pub const ALL: [Self; 6] =
        [Self::Fp32, Self::Bf16, Self::Bf16Stochastic, Self::E4m3, Self::E4m3Stochastic, Self::E4m3Master];

    /// What is multiplied.
    #[must_use]
    pub const fn products(self) -> Products {
        match self {
            Self::Fp32 => Products::Fp32,
            Self::Bf16 | Self::Bf16Stochastic => Products::Bf16,
            Self::E4m3 | Self::E4m3Stochastic | Self::E4m3Master => Products::E4m3,
        }
    }

    /// What is kept.
    #[must_use]
    pub const fn storage(self) -> Storage {
        match self {
            Self::Fp32 | Self::E4m3Master => Storage::Master,
            Self::Bf16 => Storage::Bf16,
            Self::Bf16Stochastic => Storage::Bf16Stochastic,
            Self::E4m3 => Storage::E4m3,
            Self::E4m3Stochastic => Storage::E4m3Stochastic,
        }
    }
}

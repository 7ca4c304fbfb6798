//! What things are called.

use crate::i18n::TrainingText;
use crate::numerics::train::{Dataset, Products, Recipe, Storage};

/// A recipe in a few letters.
pub const fn recipe(text: &TrainingText, recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::Fp32 => text.fp32,
        Recipe::Bf16 => text.bf16,
        Recipe::Bf16Stochastic => text.bf16_stochastic,
        Recipe::E4m3 => text.e4m3,
        Recipe::E4m3Stochastic => text.e4m3_stochastic,
        Recipe::E4m3Master => text.e4m3_master,
    }
}

/// What a recipe multiplies; weights that are kept in E4M3 are not cast again.
pub const fn products(text: &TrainingText, recipe: Recipe) -> &'static str {
    match (recipe.products(), recipe.storage()) {
        (Products::Fp32, _) => text.fp32,
        (Products::Bf16, _) => text.bf16,
        (Products::E4m3, Storage::Master) => text.products_e4m3,
        (Products::E4m3, _) => text.products_e4m3_stored,
    }
}

/// What a recipe keeps between steps.
pub const fn kept(text: &TrainingText, recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::Fp32 | Recipe::E4m3Master => text.kept_fp32,
        Recipe::Bf16 => text.kept_bf16,
        Recipe::Bf16Stochastic => text.kept_bf16_dice,
        Recipe::E4m3 => text.kept_e4m3,
        Recipe::E4m3Stochastic => text.kept_e4m3_dice,
    }
}

/// A data set.
pub const fn dataset(text: &TrainingText, dataset: Dataset) -> &'static str {
    match dataset {
        Dataset::Spiral => text.spiral,
        Dataset::Ring => text.ring,
        Dataset::Xor => text.xor,
    }
}

/// The term and the series of a recipe: its line, its map and its numbers light together.
pub const fn term(recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::Fp32 => "fp32",
        Recipe::Bf16 => "bf16",
        Recipe::Bf16Stochastic => "bf16_dice",
        Recipe::E4m3 => "e4m3",
        Recipe::E4m3Stochastic => "e4m3_dice",
        Recipe::E4m3Master => "master",
    }
}

/// The class of a recipe's line: a colour for the format, dashes for dice.
pub const fn series(recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::Fp32 => "training__series training__series--fp32",
        Recipe::Bf16 => "training__series training__series--bf16",
        Recipe::Bf16Stochastic => "training__series training__series--bf16 training__series--dice",
        Recipe::E4m3 => "training__series training__series--e4m3",
        Recipe::E4m3Stochastic => "training__series training__series--e4m3 training__series--dice",
        Recipe::E4m3Master => "training__series training__series--master",
    }
}

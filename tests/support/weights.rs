//! What a few steps of training come to, the same natively and in every engine.

use frugal::numerics::train::{Dataset, Recipe, Run, Settings};

/// [`trained`] after 300 steps.
pub const TRAINED: u64 = 0xe070_f9f5_955b_ec95;

/// All weights of all recipes, each after so many steps, folded into one number (FNV-1a).
pub fn trained(steps: u32) -> u64 {
    let mut folded = 0xcbf2_9ce4_8422_2325_u64;
    for dataset in [Dataset::Spiral, Dataset::Ring, Dataset::Xor] {
        let settings = Settings { dataset, hidden: 16, rate: 0.1, seed: 1 };
        let points = dataset.points(settings.seed);
        for recipe in Recipe::ALL {
            let mut run = Run::new(settings, recipe);
            (0..steps).for_each(|_| run.step(&points));
            for byte in run.shot().parameters.iter().flat_map(|weight| weight.to_bits().to_le_bytes()) {
                folded = (folded ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    folded
}

//! `f32` to E4M3 and back.

use frugal::numerics::rng::SplitMix64;
use frugal::numerics::rounding::e4m3;

use super::Work;

/// Numbers of a run: a block of 128 × 128 weights.
pub const COUNT: usize = 128 * 128;

/// Standard normal numbers, and among them what is special.
fn numbers() -> Vec<f32> {
    let mut rng = SplitMix64::new(1);
    let mut numbers: Vec<f32> = (0..COUNT).map(|_| rng.normal() as f32).collect();
    let special =
        [0.0, 448.0, 464.0, 465.0, 1e9, f32::INFINITY, f32::NAN, 0.002, 0.001, 0.000_976_562_5, 1e-40, 17.0, 0.0155];
    for (at, x) in special.into_iter().enumerate() {
        (numbers[1000 * at], numbers[1000 * at + 500]) = (x, -x);
    }
    numbers
}

struct Encode {
    numbers: Vec<f32>,
    codes: Vec<u8>,
}

/// To codes; beyond 448 lies NaN.
pub fn encode() -> Box<dyn Work> {
    Box::new(Encode { numbers: numbers(), codes: vec![0; COUNT] })
}

impl Work for Encode {
    fn input(&self) -> Vec<f64> {
        self.numbers.iter().map(|x| f64::from(*x)).collect()
    }

    fn run(&mut self) {
        e4m3::encode(&self.numbers, &mut self.codes, false);
    }

    fn output(&self) -> Vec<f64> {
        self.codes.iter().map(|code| f64::from(*code)).collect()
    }
}

struct Decode {
    codes: Vec<u8>,
    numbers: Vec<f32>,
}

/// From the codes of the same numbers.
pub fn decode() -> Box<dyn Work> {
    let mut codes = vec![0; COUNT];
    e4m3::encode(&numbers(), &mut codes, false);
    Box::new(Decode { codes, numbers: vec![0.0; COUNT] })
}

impl Work for Decode {
    fn input(&self) -> Vec<f64> {
        self.codes.iter().map(|code| f64::from(*code)).collect()
    }

    fn run(&mut self) {
        e4m3::decode(&self.codes, &mut self.numbers);
    }

    fn output(&self) -> Vec<f64> {
        self.numbers.iter().map(|x| f64::from(*x)).collect()
    }
}

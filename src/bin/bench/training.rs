//! Steps of training a 2-8-8-1 tanh network in `f32`, ten samples a step.

use frugal::numerics::train::{Dataset, Points, Recipe, Run, Settings};

use super::Work;

/// Steps of a run, from the same start each time.
pub const STEPS: usize = 200;
/// Samples of a step: the points in turn.
const SAMPLES: usize = 10;
const SETTINGS: Settings = Settings { dataset: Dataset::Ring, hidden: 8, rate: 0.03, seed: 1 };

struct Steps {
    points: Points,
    start: Run,
    run: Run,
}

/// The ring, and the weights of seed 1.
pub fn work() -> Box<dyn Work> {
    let start = Run::new(SETTINGS, Recipe::Fp32);
    Box::new(Steps { points: SETTINGS.dataset.points(SETTINGS.seed), run: start.clone(), start })
}

impl Work for Steps {
    /// Learning rate, steps, samples of a step, number of points; x, y and kind of each; the parameters.
    fn input(&self) -> Vec<f64> {
        let points = self.points.at.iter().zip(&self.points.kind);
        let points = points.flat_map(|(at, kind)| [at[0].into(), at[1].into(), f64::from(*kind)]);
        let head = [SETTINGS.rate.into(), STEPS as f64, SAMPLES as f64, self.points.at.len() as f64];
        let parameters = self.start.shot().parameters.iter().map(|parameter| f64::from(*parameter));
        head.into_iter().chain(points).chain(parameters).collect()
    }

    fn run(&mut self) {
        self.run.restore(self.start.shot());
        let count = self.points.at.len();
        for step in 0..STEPS {
            let from = step * SAMPLES % count;
            let at = self.points.at[from..from + SAMPLES].iter().copied();
            self.run.descend(at.zip(self.points.kind[from..from + SAMPLES].iter().copied()));
        }
    }

    /// The parameters.
    fn output(&self) -> Vec<f64> {
        self.run.shot().parameters.iter().map(|parameter| f64::from(*parameter)).collect()
    }
}

//! Several runs side by side, from any step to any other.

use std::rc::Rc;

use super::dataset::Points;
use super::recipe::Recipe;
use super::run::{Fit, Run, Settings, Shot};

/// The longest race.
pub const MOST_STEPS: u32 = 4_000;
/// Steps between two points of a curve.
pub const CURVE_STEP: u32 = 20;
/// What a step costs beside its products, in products: drawing samples, rounding, adding up losses.
const OVERHEAD: u64 = 3000;
/// Steps between two shots that can be gone back to.
const SHOT_STEP: u32 = 200;

/// One run with its past.
#[derive(Clone, Debug)]
pub struct Racer {
    run: Run,
    /// The loss before the first step and after every [`CURVE_STEP`] steps.
    curve: Vec<f32>,
    /// Every [`SHOT_STEP`] steps.
    shots: Vec<Rc<Shot>>,
}

/// Several runs on the same points.
#[derive(Clone, Debug)]
pub struct Race {
    settings: Settings,
    points: Rc<Points>,
    racers: Vec<Racer>,
    /// The step that all of them are to reach.
    at: u32,
}

impl Racer {
    fn new(settings: Settings, recipe: Recipe, points: &Points) -> Self {
        let mut racer = Self { run: Run::new(settings, recipe), curve: Vec::new(), shots: Vec::new() };
        racer.record(points);
        racer
    }

    /// The run as it is.
    #[must_use]
    pub const fn run(&self) -> &Run {
        &self.run
    }

    /// The losses that are known, [`CURVE_STEP`] steps apart, up to where the run is.
    #[must_use]
    pub fn curve(&self) -> &[f32] {
        let known = (self.run.shot().step / CURVE_STEP) as usize + 1;
        self.curve.get(..known).unwrap_or(&self.curve)
    }

    fn record(&mut self, points: &Points) {
        let step = self.run.shot().step;
        if step.is_multiple_of(CURVE_STEP) && self.curve.len() as u32 == step / CURVE_STEP {
            self.curve.push(self.run.fit(points).loss as f32);
        }
        if step.is_multiple_of(SHOT_STEP) && self.shots.len() as u32 == step / SHOT_STEP {
            self.shots.push(Rc::new(self.run.shot().clone()));
        }
    }

    /// To the best place from which to reach `at`.
    fn turn_to(&mut self, at: u32) {
        let step = self.run.shot().step;
        let near = self.shots.get((at / SHOT_STEP) as usize).or(self.shots.last());
        if let Some(shot) = near.filter(|shot| at < step || shot.step > step) {
            self.run.restore(shot);
        }
    }
}

impl Race {
    /// Before the first step.
    #[must_use]
    pub fn new(settings: Settings, recipes: &[Recipe]) -> Self {
        let points = Rc::new(settings.dataset.points(settings.seed));
        let racers = recipes.iter().map(|recipe| Racer::new(settings, *recipe, &points)).collect();
        Self { settings, points, racers, at: 0 }
    }

    /// The race of these recipes to step `at`: with whatever this one already knows, and the rest still to do.
    #[must_use]
    pub fn turned(&self, settings: Settings, recipes: &[Recipe], at: u32) -> Self {
        let mut next = if settings == self.settings {
            let known = |recipe: &Recipe| self.racers.iter().find(|racer| racer.run.recipe() == *recipe).cloned();
            let racer = |recipe: &Recipe| known(recipe).unwrap_or_else(|| Racer::new(settings, *recipe, &self.points));
            Self { racers: recipes.iter().map(racer).collect(), ..self.clone() }
        } else {
            Self::new(settings, recipes)
        };
        next.at = at.min(MOST_STEPS);
        next.racers.iter_mut().for_each(|racer| racer.turn_to(next.at));
        next
    }

    /// What it depends on.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.settings
    }

    /// The points.
    #[must_use]
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// The runs.
    #[must_use]
    pub fn racers(&self) -> &[Racer] {
        &self.racers
    }

    /// Steps done and to do, over all runs.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        let done = self.racers.iter().map(|racer| u64::from(racer.run.shot().step)).sum();
        (done, u64::from(self.at) * self.racers.len() as u64)
    }

    /// Steps of a single run that cost about as much as so many multiplications.
    fn steps_for(&self, products: u64) -> u64 {
        let hidden = self.settings.hidden as u64;
        let each = 3 * super::run::BATCH as u64 * (hidden * hidden + 3 * hidden) + OVERHEAD;
        (products / each).max(1)
    }

    /// Trains on, side by side, until about so many products are computed or the step is reached.
    pub fn advance(&mut self, products: u64) {
        let mut left = self.steps_for(products);
        while left > 0 {
            // Whoever is farthest behind goes first, in stretches short enough to look like a race.
            let behind = self.racers.iter_mut().min_by_key(|racer| racer.run.shot().step);
            let Some(racer) = behind.filter(|racer| racer.run.shot().step < self.at) else { return };
            let stretch = (CURVE_STEP - racer.run.shot().step % CURVE_STEP).min(self.at - racer.run.shot().step);
            for _ in 0..stretch {
                racer.run.step(&self.points);
            }
            racer.record(&self.points);
            left = left.saturating_sub(stretch.into());
        }
    }

    /// How good each run is where it is.
    #[must_use]
    pub fn fits(&self) -> Vec<Fit> {
        self.racers.iter().map(|racer| racer.run.clone().fit(&self.points)).collect()
    }
}

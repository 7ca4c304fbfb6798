//! What `make bench` times, in the browser and natively. Each workload is a file here; its twin in plain JavaScript and
//! what is compared stand in `scripts/bench/`.

mod e4m3;
mod gate;
mod svd;
mod training;

/// Something to time.
trait Work {
    /// What the twin is given.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "the twin runs in the browser"))]
    fn input(&self) -> Vec<f64>;
    /// All of it once.
    fn run(&mut self);
    /// What came out, to be compared with the twin's.
    fn output(&self) -> Vec<f64>;
}

/// A workload: its name, how many units one run is, and how it is made.
type Entry = (&'static str, f64, fn() -> Box<dyn Work>);

const ALL: &[Entry] = &[
    ("e4m3-decode", e4m3::COUNT as f64, e4m3::decode),
    ("e4m3-encode", e4m3::COUNT as f64, e4m3::encode),
    ("gate", gate::TOKENS as f64, gate::work),
    ("svd", 1.0, svd::work),
    // The same work against two twins.
    ("training-graph", training::STEPS as f64, training::work),
    ("training-typed", training::STEPS as f64, training::work),
];

fn entry(name: &str) -> Option<&'static Entry> {
    ALL.iter().find(|(known, ..)| *known == name)
}

/// In the browser: a workload is opened, then run as often as the page likes.
#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;

    use super::{Work, entry};
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static OPEN: RefCell<Option<Box<dyn Work>>> = const { RefCell::new(None) };
    }

    /// Makes a workload; how many units a run is, or nothing for an unknown name.
    #[wasm_bindgen]
    pub fn open(name: &str) -> Option<f64> {
        let (_, units, make) = entry(name)?;
        OPEN.set(Some(make()));
        Some(*units)
    }

    /// What the twin is given.
    #[wasm_bindgen]
    pub fn input() -> Vec<f64> {
        OPEN.with_borrow(|work| work.as_ref().map_or_else(Vec::new, |work| work.input()))
    }

    /// All of it once.
    #[wasm_bindgen]
    pub fn run() {
        OPEN.with_borrow_mut(|work| {
            if let Some(work) = work {
                work.run();
            }
        });
    }

    /// What came out.
    #[wasm_bindgen]
    pub fn output() -> Vec<f64> {
        OPEN.with_borrow(|work| work.as_ref().map_or_else(Vec::new, |work| work.output()))
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

/// Natively: `bench NAME` prints the units of a run, and then the seconds of each of some runs, one a line.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use std::io::{Error, Write as _, stdout};
    use std::time::{Duration, Instant};

    let name = std::env::args().nth(1).unwrap_or_default();
    let (_, units, make) = entry(&name).ok_or_else(|| Error::other(["no workload ", &name].concat()))?;
    let mut work = make();
    work.run();
    let mut out = stdout().lock();
    writeln!(out, "{units}")?;
    let end = Instant::now() + Duration::from_secs(2);
    while Instant::now() < end {
        let started = Instant::now();
        work.run();
        writeln!(out, "{}", started.elapsed().as_secs_f64())?;
    }
    std::hint::black_box(work.output());
    Ok(())
}

//! End-to-end tests: the release build in three engines, over W3C WebDriver.
//!
//! `make test` runs them. By hand, after `make build`:
//!
//! ```text
//! cargo test --test webdriver                                    every scenario in every engine
//! E2E_ENGINES=chromium E2E_ONLY=axe cargo test --test webdriver  some scenarios in one
//! ```
//!
//! # How to add a scenario
//!
//! 1. Write `pub async fn name(session: &Session) -> Outcome` in a file of `scenarios/` (one file a topic). Use the methods
//!    of [`Session`]: `open`, `find` (`"frugal-router >>> input"` steps into a shadow root), `press`, `drag`, `wait_until`, `js`,
//!    `axe`; and `ensure!(condition, "what was expected, got {x}")` to assert.
//! 2. Add `topic::name` to the list in `scenarios/mod.rs` (and `mod topic;` for a new file).
//!
//! It then runs in all engines. After it, [`checks::remaining`] fails it if the page logged an error, panicked, broke the
//! content security policy, got a 4xx, or asked another origin for anything. A scenario that provokes such problems takes
//! them itself with [`checks::take`], and asserts that they are the right ones.
#![cfg(not(target_arch = "wasm32"))]

mod checks;
mod drivers;
mod engines;
mod native;
mod outcome;
mod release;
mod scenarios;
mod server;
mod session;

use engines::Engine;
use std::io::Write;

#[test]
fn chromium() {
    in_engine(Engine::Chromium);
}

#[test]
fn firefox() {
    in_engine(Engine::Firefox);
}

#[test]
fn webkit() {
    in_engine(Engine::WebKit);
}

// As many engines at a time as there are cores, as the test harness does it: each waits half of the time.
fn in_engine(engine: Engine) {
    if !engine.selected() {
        return;
    }
    let ready = release::check().and_then(|()| engine.programs());
    let programs = match ready {
        Ok(programs) => programs,
        Err(missing) if std::env::var_os("CI").is_some() => panic!("{engine}: {missing}"),
        Err(missing) => {
            // Past the test harness's capture: a skipped engine must be seen.
            let _ = writeln!(std::io::stderr(), "{engine}: SKIPPED, {missing}");
            return;
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => panic!("no runtime: {error}"),
    };
    let failures = runtime.block_on(scenarios::run(engine, &programs));
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

//! The scenarios, one file a topic.

mod absorption;
mod accumulator;
mod balance;
mod decode;
mod embed;
mod float;
mod harness;
mod kv_cache;
mod low_rank;
mod page;
mod parameters;
mod precision_map;
mod router;
mod same_picture;
mod scaling;
mod segmentation;
mod training;

use crate::checks;
use crate::engines::{Engine, Programs};
use crate::outcome::{Failure, Outcome};
use crate::session::Session;
use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

type Scenario = for<'a> fn(&'a Session) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

macro_rules! scenarios {
    ($($topic:ident :: $name:ident),+ $(,)?) => {
        &[$((concat!(stringify!($topic), "::", stringify!($name)), |session| Box::pin($topic::$name(session)))),+]
    };
}

/// Every scenario, in the order in which they run.
const ALL: &[(&str, Scenario)] = scenarios![
    harness::notices_every_fault,
    harness::has_hands,
    page::opens,
    page::outlives_a_missing_part,
    page::axe_in_english,
    page::axe_in_chinese,
    page::axe_with_all_open,
    page::fits_narrow_windows,
    embed::takes_attributes_and_states,
    embed::survives_nasty_values,
    embed::names_every_bad_field,
    embed::lives_with_the_page,
    embed::keeps_its_room_free,
    embed::waits_until_it_is_near,
    embed::takes_language_and_theme_from_its_place,
    embed::keeps_its_keys,
    embed::falls_back,
    embed::asks_again_for_a_missing_part,
    embed::axe,
    balance::runs_by_keys,
    balance::follows_the_controls,
    balance::takes_nonsense,
    balance::axe_elsewhere,
    float::moves,
    float::opens_states,
    float::walks_codes,
    float::adds,
    kv_cache::follows_the_handle,
    kv_cache::follows_the_controls,
    kv_cache::takes_nonsense,
    absorption::moves_the_parentheses,
    absorption::follows_a_token,
    absorption::computes_full_size,
    absorption::takes_nonsense,
    decode::steps_by_keys,
    decode::climbs_the_roofline,
    decode::takes_nonsense,
    low_rank::follows_the_handle,
    low_rank::follows_the_controls,
    low_rank::takes_nonsense,
    low_rank::asks_for_its_data_when_needed,
    low_rank::asks_again_for_its_data,
    precision_map::follows_by_keys,
    precision_map::follows_the_pointer,
    precision_map::takes_nonsense,
    kv_cache::shows_growth_and_ratios,
    parameters::zooms_by_keys,
    parameters::follows_the_controls,
    parameters::axe_elsewhere,
    segmentation::cuts_by_keys,
    segmentation::takes_nonsense,
    router::by_keys,
    router::by_pointer,
    router::axe_elsewhere,
    training::trains_when_it_opens,
    training::runs_along_by_keys,
    training::plays,
    training::takes_nonsense,
    router::shows_many,
    router::links_numbers_and_terms,
    router::compares,
    router::takes_nonsense,
    scaling::by_keys,
    scaling::by_pointer,
    scaling::takes_nonsense,
    accumulator::by_keys,
    accumulator::plays,
    accumulator::takes_nonsense,
    same_picture::everywhere,
];

/// A scenario that takes longer hangs; the longest draws some hundred figures, natively too.
const LIMIT: Duration = Duration::from_secs(300);

/// WebKitGTK 2.50 now and then corrupts a program's memory (traps, failed checks of the allocator, empty lists that were full): in
/// a few pages of a hundred, never the same one, cut into parts or not. There each scenario has a browser of its own.
fn fragile(engine: Engine) -> bool {
    engine == Engine::WebKit
}

/// How often a scenario is tried. What fails every time is a fault of the page; what passes then is printed with its first failure.
fn tries(engine: Engine) -> u32 {
    if fragile(engine) { 3 } else { 2 }
}

/// Runs all scenarios that `E2E_ONLY` lets through; returns the failures, each with engine and scenario.
pub async fn run(engine: Engine, programs: &Programs) -> Vec<String> {
    let mut failures = Vec::new();
    let started = run_all(engine, programs, &mut failures).await;
    failures.extend(started.err().map(|failure| format!("{engine}: no browser: {failure}")));
    failures
}

async fn run_all(engine: Engine, programs: &Programs, failures: &mut Vec<String>) -> Outcome {
    let mut session = Session::start(engine, programs).await?;
    let only = std::env::var("E2E_ONLY").unwrap_or_default();
    for (name, scenario) in ALL.iter().filter(|(name, _)| name.contains(&only)) {
        for attempt in 1..=tries(engine) {
            let started = Instant::now();
            let outcome = tokio::time::timeout(LIMIT, one(&session, *scenario)).await;
            eprintln!("{engine}: {name}: {:.1} s", started.elapsed().as_secs_f32());
            let outcome = outcome.unwrap_or_else(|_| Err(Failure(format!("no end after {} s", LIMIT.as_secs()))));
            let again = attempt < tries(engine) && outcome.is_err();
            if let Err(failure) = &outcome {
                let failed = recorded(&session, name, failure).await;
                if again {
                    eprintln!("{engine}: {name}: FAILED, once more: {failed}");
                } else {
                    failures.push(failed);
                }
            }
            if again || fragile(engine) {
                session = renewed(session, engine, programs).await?;
            }
            if !again {
                break;
            }
        }
    }
    Ok(session.driver.clone().quit().await?)
}

/// What failed, with a picture of it.
async fn recorded(session: &Session, name: &str, failure: &Failure) -> String {
    let _ = session.screenshot(name).await;
    let _ = checks::take(session).await;
    let engine = session.engine;
    format!("{engine}: {name}: {failure}\n    (picture: target/webdriver/{engine}-{}.png)", name.replace("::", "-"))
}

async fn renewed(before: Session, engine: Engine, programs: &Programs) -> Outcome<Session> {
    // A browser that hangs does not quit; its driver's end ends it too.
    let _ = tokio::time::timeout(Duration::from_secs(5), before.driver.clone().quit()).await;
    drop(before);
    Session::start(engine, programs).await
}

/// One scenario from an empty document, and then what must not have happened.
async fn one(session: &Session, scenario: Scenario) -> Outcome {
    session.leave().await?;
    let outcome = scenario(session).await;
    let checked = checks::remaining(session).await;
    match (outcome, checked) {
        (Err(failure), Err(problems)) => Err(Failure(format!("{failure}\n    {problems}"))),
        (outcome, checked) => outcome.and(checked),
    }
}

//! The same link gives the same readings and the same picture in every engine: each is compared with the native rendering,
//! for the default state of every widget in both languages, and for every state that its presets link to. The digest of
//! `frugal-training` holds every bit of the trained weights and what the E4M3 codec makes of them.

use crate::native::{self, DRAWN, Shown};
use crate::outcome::{Failure, Outcome, ensure};
use crate::session::Session;
use frugal::i18n::Lang;
use frugal::state::join;
use frugal::widgets::TABLES;
use serde_json::{Map, Value as Json, json};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How long a figure may take to compute and to settle.
const PATIENCE: Duration = Duration::from_secs(20);

/// Puts one figure on the page, and nothing else; null, or the code of what went wrong.
const SHOW: &str = "const [name, lang, state, done] = arguments;
const figure = document.createElement(`frugal-${name}`);
figure.lang = lang;
if (state) figure.setAttribute('state', state);
document.querySelector('main').replaceChildren(figure);
figure.load().then(() => done(null), (error) => done(String(error.code ?? error)));";

/// Every widget of `TABLES`; a new one joins by being there.
pub async fn everywhere(session: &Session) -> Outcome {
    session.open("/__alone.html").await?;
    for table in TABLES {
        let start = |lang| Shown { name: table.name, lang, pairs: Rc::default() };
        for lang in Lang::ALL {
            compare(session, &start(lang)).await?;
        }
        let english = native::markup(&start(Lang::En)).await;
        let states = native::linked_states(table.name, &english);
        ensure!(states.len() > 1, "{} links to no state", table.name);
        for pairs in states.into_iter().skip(1) {
            compare(session, &Shown { pairs, ..start(Lang::En) }).await?;
        }
    }
    Ok(())
}

async fn compare(session: &Session, shown: &Shown) -> Outcome {
    let state = join(&shown.pairs);
    let place = format!("{} in {} `{state}`", shown.name, shown.lang.tag());
    let native = native::rendering(shown).await?;
    let (expected, readings) = native.as_ref();
    ensure!(!expected.is_empty(), "{place}: no drawing");
    let arguments = vec![json!(shown.name), json!(shown.lang.tag()), json!(state)];
    let refused: Option<String> = session.driver.execute_async(SHOW, arguments).await?.convert()?;
    ensure!(refused.is_none(), "{place}: {refused:?}");
    let deadline = Instant::now() + PATIENCE;
    loop {
        let (drawn, seen): (Vec<String>, String) = session.js(DRAWN, &[json!(shown.name)]).await?;
        let seen: Map<String, Json> = serde_json::from_str(&seen)?;
        let difference = picture(expected, &drawn).or_else(|| values(readings, &seen));
        match difference {
            None => return Ok(()),
            Some(difference) if Instant::now() > deadline => return Err(Failure(format!("{place}: {difference}"))),
            // A picture settles some frames after its figure is ready.
            Some(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// The first line that differs.
fn picture(expected: &[String], drawn: &[String]) -> Option<String> {
    let at = (0..expected.len().max(drawn.len())).find(|at| expected.get(*at) != drawn.get(*at))?;
    Some(format!("line {at} of the drawings is {:?} natively and {:?} here", expected.get(at), drawn.get(at)))
}

fn values(expected: &Json, seen: &Map<String, Json>) -> Option<String> {
    let expected = expected.as_object()?;
    let other = expected.iter().find(|(name, ours)| seen.get(*name).is_none_or(|theirs| !native::same(ours, theirs)));
    let unknown =
        || seen.keys().find(|name| !expected.contains_key(*name)).map(|name| format!("{name} is not known natively"));
    other.map(|(name, ours)| format!("{name} is {ours} natively and {:?} here", seen.get(name))).or_else(unknown)
}

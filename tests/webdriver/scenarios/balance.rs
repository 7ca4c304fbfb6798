//! `frugal-balance` under hand and keyboard, and the frame's timeline and questions.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

/// A small stream: this is about the controls.
const SMALL: &str = "?lang=en&balance.experts=16&balance.top-k=2&balance.tokens=128&balance.at=40";
const RESULT: &str = "document.querySelector('#balance .figure__result').textContent.replace(/\\u00a0/g, ' ')";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// The timeline: scrubbed, stepped, played and stopped by keys; each rest is a step of the history.
pub async fn runs_by_keys(session: &Session) -> Outcome {
    session.open_page(SMALL).await?;
    says(session, "At step 40 ").await?;
    session.focus("#balance .transport__range").await?;
    session.press(Key::Right).await?;
    says(session, "At step 41 ").await?;
    session.press(Key::Home).await?;
    says(session, "At step 0 ").await?;
    session.wait_for("location.search.includes('balance.at=0')").await?;
    session.focus("#balance .transport__button").await?;
    session.press(Key::Space).await?;
    session
        .wait_for("document.querySelector('#balance .transport__button').getAttribute('aria-label') === 'Pause'")
        .await?;
    session.wait_for("Number(document.querySelector('#balance .transport__range').value) > 3").await?;
    session.press(Key::Space).await?;
    session
        .wait_for("document.querySelector('#balance .transport__button').getAttribute('aria-label') === 'Play'")
        .await?;
    let at: u32 = session.js("return Number(document.querySelector('#balance .transport__range').value);", &[]).await?;
    says(session, &format!("At step {at} ")).await?;
    session.wait_for(&format!("location.search.includes('balance.at={at}')")).await?;
    session.driver.back().await?;
    says(session, "At step 0 ").await?;
    session.focus("#balance .plot__cut").await?;
    session.press(Key::PageUp).await?;
    session.wait_for("Number(document.querySelector('#balance .transport__range').value) > 10").await
}

/// Methods, events, the strip's cursor, and a question answered.
pub async fn follows_the_controls(session: &Session) -> Outcome {
    session.open_page(SMALL).await?;
    session.focus("#balance .heat[tabindex]").await?;
    session.press(Key::Right).await?;
    session.press(Key::Right).await?;
    session
        .wait_for("document.querySelector('#balance .heat [role=status]').textContent.includes('at step 1:')")
        .await?;
    let open = "for (const more of document.querySelectorAll('#balance details')) more.open = true;";
    session.js::<()>(open, &[]).await?;
    session.focus("#balance .compare__buttons .button").await?;
    session.press(Key::Enter).await?;
    session.wait_for("location.search.includes('balance.events=40:freeze')").await?;
    let undo = "document.querySelectorAll('#balance .compare__buttons .button')[3]";
    session.wait_for(&format!("{undo}?.textContent === 'Undo: balancing stops at 40'")).await?;
    session.js::<()>(&format!("{undo}.click();"), &[]).await?;
    session.wait_for("!location.search.includes('balance.events')").await?;
    let question = "#balance .challenge:nth-child(2) input";
    let verdict = "document.querySelector('#balance .challenge:nth-child(2) .challenge__verdict').textContent";
    session.focus(question).await?;
    session.press("many").await?;
    session.press(Key::Enter).await?;
    session.wait_for(&format!("{verdict}.includes('not a number')")).await?;
    session.js::<()>("document.querySelector(arguments[0]).select();", &[question.into()]).await?;
    session.press("127").await?;
    session.press(Key::Enter).await?;
    session.wait_for(&format!("{verdict}.includes('too low')")).await?;
    session.js::<()>("document.querySelector(arguments[0]).select();", &[question.into()]).await?;
    session.press("128").await?;
    session.press(Key::Enter).await?;
    session.wait_for(&format!("{verdict}.includes('Right')")).await?;
    session.js::<()>("document.querySelector('#balance .challenge:nth-child(2) .preset').click();", &[]).await?;
    session.wait_for("location.search.includes('balance.experts=256')").await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    let bad =
        "&balance.gamma=-1&balance.events=9:melt&balance.method=magic&balance.seed=1e99&balance.skew=NaN&balance.x=1";
    session.open_page(&format!("{SMALL}{bad}")).await?;
    says(session, "At step 40 ").await?;
    let notices: String = session.js("return document.querySelector('#balance .notices').textContent;", &[]).await?;
    for field in ["gamma", "events", "method", "seed", "skew", "x"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    session.open_page(&format!("{SMALL}&balance.experts=8&balance.top-k=12")).await?;
    session.wait_for("document.querySelector('#balance .notices').textContent.includes('12 of 8')").await
}

/// axe-core finds nothing where experts learn, and with events on the timeline.
pub async fn axe_elsewhere(session: &Session) -> Outcome {
    session.open_page("?lang=en&balance.view=learn&balance.method=none&balance.at=40").await?;
    says(session, "Over the 20 steps up to 40 ").await?;
    session.axe().await?;
    session.open_page(&format!("{SMALL}&balance.events=10:freeze,20:shift,30:remove-3")).await?;
    says(session, "At step 40 ").await?;
    session.axe().await
}

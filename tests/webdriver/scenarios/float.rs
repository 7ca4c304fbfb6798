//! `frugal-float` on the page.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::prelude::*;

const RESULT: &str = "return document.querySelector('.figure--float .figure__result').textContent;";
const BITS: &str =
    "return [...document.querySelectorAll('.figure--float .bit')].map((bit) => bit.textContent).join('');";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_until(words, async || Ok(session.js::<String>(RESULT, &[]).await?.contains(words))).await
}

/// Dragging x between its neighbours, and flipping a bit by hand and by keyboard.
pub async fn moves(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "0.1 is not among the 253 numbers").await?;
    // Its height is its own: it has no viewBox to take one from.
    let height = "return Math.round(document.querySelector('.lines').getBoundingClientRect().height / 13);";
    let rows: u32 = session.js(height, &[]).await?;
    ensure!(rows == 25, "the figure is {rows} em high");
    let strip = session.find(".figure--float [role=slider]:last-of-type .handle__reach").await?;
    session.drag(&strip, (0.6, 0.5), (0.4, 0.5)).await?;
    says(session, "It becomes 0.09375").await?;
    let sign = session.find(".figure--float .bit").await?;
    sign.click().await?;
    says(session, "mean −0.09375").await?;
    session.press(Key::Right).await?;
    session.press(" ").await?;
    session
        .wait_until("the second bit is set", async || Ok(session.js::<String>(BITS, &[]).await? == "11011100"))
        .await?;
    session.press(Key::Up).await?;
    session
        .wait_until("the next code is shown", async || Ok(session.js::<String>(BITS, &[]).await? == "11011011"))
        .await
}

/// Links of every kind of state open it, and nonsense in one leaves a working figure with a notice.
pub async fn opens_states(session: &Session) -> Outcome {
    session.open_page("?lang=en&float.value=500&float.overflow=native").await?;
    says(session, "chosen here: NaN").await?;
    session.open_page("?lang=en&float.rounding=stochastic").await?;
    says(session, "The dice take 0.1015625 with a chance of 80%").await?;
    session.open_page("?lang=en&float.value=%F0%9F%99%82&float.code=xyz&float.draws=-1&float.format=fp8").await?;
    says(session, "0.1 is not among the 253 numbers").await?;
    let notices = session.find(".figure--float .notices").await?.text().await?;
    for field in ["value", "code", "draws", "format"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    Ok(())
}

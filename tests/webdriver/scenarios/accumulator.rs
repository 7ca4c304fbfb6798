//! `frugal-accumulator` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#accumulator .figure__result').textContent.replace(/\\u00a0/g, ' ')";
const HANDLE: &str = "#accumulator .sum--wide [role=slider]";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// The handle on the curve, the radio buttons and a preset, by keys alone.
pub async fn by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "After 4,096 products the sum is off by 6.44%").await?;
    session.focus(HANDLE).await?;
    session.press(Key::Home).await?;
    says(session, "After 32 products").await?;
    session.press(Key::Right).await?;
    says(session, "After 64 products").await?;
    session.press(Key::End).await?;
    says(session, "After 16,384 products").await?;
    session.wait_for("location.search.includes('accumulator.k=16384')").await?;
    session.focus("#accumulator .figure__controls input[type=radio]").await?;
    session.press(Key::Right).await?;
    says(session, "emptied every 64 products").await?;
    session.focus("#accumulator .preset").await?;
    session.press(Key::Enter).await?;
    says(session, "After 4,096 products the sum is off by 6.44%").await
}

/// A step on the timeline shows another group, and is a link; played, it runs by itself until it is stopped.
pub async fn plays(session: &Session) -> Outcome {
    session.open_page("?lang=en&accumulator.at=2").await?;
    let head = "document.querySelector('#accumulator .sum--wide .sum__head').textContent";
    session.wait_for(&format!("{head}.includes('Products 33 to 64')")).await?;
    let buttons = "[...document.querySelectorAll('#accumulator .transport button')]";
    session.js::<()>(&format!("{buttons}[2].click();"), &[]).await?;
    session.wait_for(&format!("{head}.includes('Products 65 to 96')")).await?;
    session.wait_for("location.search.includes('accumulator.at=3')").await?;
    session.js::<()>(&format!("{buttons}[1].click();"), &[]).await?;
    session.wait_for(&format!("{head}.includes('Products 33 to 64')")).await?;
    let at = session.plays("#accumulator", 5).await?;
    session.wait_for(&format!("{head}.includes('to {}')", frugal::i18n::integer((32 * at).into()))).await?;
    session.wait_for(&format!("location.search.includes('accumulator.at={at}')")).await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session
        .open_page("?lang=en&accumulator.k=0&accumulator.accumulator=fp8&accumulator.promote-every=3&accumulator.at=-1&accumulator.x=1")
        .await?;
    says(session, "After 4,096 products").await?;
    let notices: String =
        session.js("return document.querySelector('#accumulator .notices').textContent;", &[]).await?;
    for field in ["k", "accumulator", "promote-every", "at", "x"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    Ok(())
}

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

/// All codes, by keyboard alone and by pointer: the lines follow, and Tab leads on.
pub async fn walks_codes(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "0.1 is not among the 253 numbers").await?;
    session.focus(".figure--float .views input:checked").await?;
    session.press(Key::Right).await?;
    says(session, "E4M3 has 256 codes for 253 different numbers").await?;
    // The choice keeps the focus.
    session.press(Key::Right).await?;
    says(session, "0.1 + 0.2 is").await?;
    session.press(Key::Left).await?;
    says(session, "E4M3 has 256 codes for 253 different numbers").await?;
    session.wait_for("location.search.includes('float.view=codes')").await?;
    session.focus(".figure--float .cells").await?;
    for (key, means) in [
        (Key::Right, "0x1E means 0.109375"),
        (Key::Down, "0x2E means 0.4375"),
        (Key::Home, "0x20 means 0.125"),
        (Key::End, "0x2F means 0.46875"),
        (Key::PageDown, "0x6F means 120"),
        (Key::Down, "0x7F means NaN"),
        (Key::Up, "0x6F means 120"),
    ] {
        session.press(key).await?;
        says(session, means).await?;
    }
    let named = "document.querySelector('.figure--float [role=gridcell]').getAttribute('aria-label')";
    session.wait_for(&format!("{named} === '0x6F = 120, normal'")).await?;
    session.press(Key::Tab).await?;
    session.wait_for("document.activeElement.getAttribute('role') === 'slider'").await?;
    let cells = session.find(".figure--float .cells .handle__reach").await?;
    // The middle of the last cell of the first row is 0x0F.
    session.drag(&cells, (0.5, 0.5), (31.0 / 32.0, 1.0 / 32.0)).await?;
    says(session, "0x0F means 0.029296875").await?;
    session.wait_for("document.querySelectorAll('.figure--float .lines__pointed').length === 2").await?;
    session.axe().await
}

/// Sums: the start, the number of additions, and a rounding that stalls.
pub async fn adds(session: &Session) -> Outcome {
    session.open_page("?lang=en&float.view=sums").await?;
    says(session, "0.1 + 0.2 is 0.1015625 + 0.203125 and becomes 0.3125").await?;
    says(session, "nothing moves any more after addition 15: at 2 the numbers lie 0.25 apart").await?;
    session.focus(".figure--float .figure__stage input[type=range]").await?;
    session.press(Key::Home).await?;
    session.wait_for("location.search.includes('float.additions=1')").await?;
    for times in ["2", "3", "4"] {
        session.press(Key::Right).await?;
        says(session, &format!("Added {times} times")).await?;
    }
    let off = "document.querySelectorAll('.figure--float .sums__direct--off').length";
    session.wait_for(&format!("{off} === 1")).await?;
    session.axe().await
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

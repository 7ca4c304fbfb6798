//! `frugal-precision-map` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#precision-map .figure__result').textContent.replace(/\\u00a0/g, ' ')";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// Every chip is a button: focus follows its tensor, Enter and the space bar choose it.
pub async fn follows_by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en#precision-map").await?;
    says(session, "Following input x: Fprop E4M3 1×128, Wgrad E4M3 128×1").await?;
    session.focus("#precision-map .pmap--wide [role=button]").await?;
    session.press(Key::Tab).await?;
    session.wait_for("document.querySelectorAll('#precision-map .pmap--wide .pmap__chip.lit').length === 2").await?;
    session.press(Key::Enter).await?;
    says(session, "Following weight W").await?;
    session.wait_for("location.search.includes('precision-map.tensor=weight')").await?;
    session.press(Key::Tab).await?;
    session.press(Key::Space).await?;
    says(session, "Following output y: Fprop BF16").await?;
    let pressed: usize = session
        .js("return document.querySelectorAll('#precision-map .pmap--wide [aria-pressed=true]').length", &[])
        .await?;
    ensure!(pressed == 1, "one chip is pressed");
    Ok(())
}

/// A chip under the pointer lights its tensor wherever it takes part, with the way between; nothing is chosen.
pub async fn follows_the_pointer(session: &Session) -> Outcome {
    session.open_page("?lang=en#precision-map").await?;
    says(session, "Following input x").await?;
    let lit = "[...document.querySelectorAll('#precision-map .pmap--wide .pmap__chip.lit .pmap__name')]
        .map((name) => name.textContent).join()";
    let way = "document.querySelector('#precision-map .pmap--wide .pmap__way').getAttribute('d')";
    let before: String = session.js(&format!("return {way}"), &[]).await?;
    let weight = session.find("#precision-map .pmap--wide [role=button]:nth-of-type(2) .pmap__box").await?;
    session.hover(&weight).await?;
    session.wait_for(&format!("{lit} === 'weight W,weight W'")).await?;
    session.wait_for(&format!("{way} !== {before:?}")).await?;
    says(session, "Following input x").await
}

/// A state from the address, nonsense beside it.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session.open_page("?lang=en&precision-map.tensor=moments&precision-map.pass=sideways&precision-map.context=1e99#precision-map").await?;
    says(session, "Following moments: update BF16").await?;
    let notices: String =
        session.js("return document.querySelector('#precision-map .notices').textContent", &[]).await?;
    for field in ["pass", "context"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    Ok(())
}

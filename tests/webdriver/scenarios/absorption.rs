//! `frugal-absorption` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#absorption .figure__result').textContent.replace(/\\u00a0/g, ' ')";
const HANDLES: &str = "#absorption .sketch--wide [role=slider]";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// Puts the focus on a handle of the drawing: 0 for the parentheses, 1 for the followed token.
async fn focus(session: &Session, handle: u8) -> Outcome {
    session.focus(HANDLES).await?;
    let focus = "document.querySelectorAll(arguments[0])[arguments[1]].focus({ focusVisible: true });";
    session.js(focus, &[HANDLES.into(), handle.into()]).await
}

/// The parentheses move by keys and by hand, and the address follows.
pub async fn moves_the_parentheses(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "needs 587 M multiplications").await?;
    focus(session, 0).await?;
    session.press(Key::Right).await?;
    says(session, "Unfold the cache first").await?;
    session.wait_for("location.search.includes('absorption.order=expand')").await?;
    session.press(Key::Home).await?;
    says(session, "Absorb the matrix into the query").await?;
    session.wait_for("!location.search.includes('absorption.order')").await?;
    let track = session.find("#absorption .sketch--wide .handle > rect").await?;
    session.drag(&track, (0.2, 0.9), (0.6, 0.9)).await?;
    says(session, "Unfold the cache first").await?;
    session.wait_for("location.search.includes('absorption.order=expand')").await?;
    session.driver.back().await?;
    says(session, "Absorb the matrix into the query").await
}

/// On turned keys the absorbed query is right at the followed distance alone.
pub async fn follows_a_token(session: &Session) -> Outcome {
    session.open_page("?lang=en&absorption.rope=on-compressed").await?;
    says(session, "Absorbed for a distance of 5").await?;
    focus(session, 1).await?;
    session.press(Key::End).await?;
    says(session, "Absorbed for a distance of 0").await?;
    session.press(Key::Left).await?;
    says(session, "Absorbed for a distance of 1").await?;
    let beyond =
        "document.querySelector('#absorption .sketch--wide .absorb__beyond').getAttribute('d').split('M').length - 1";
    session.wait_for(&format!("{beyond} === 63")).await?;
    let choose = "const list = document.querySelector('#absorption .figure__controls select');
        list.selectedIndex = 2; list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));";
    session.js::<()>(choose, &[]).await?;
    says(session, "The result is the same").await?;
    session.wait_for("!document.querySelector('#absorption .sketch--wide .absorb__beyond[d]:not([d=\"\"])')").await
}

/// A layer of full size is worked through while the page stays alive.
pub async fn computes_full_size(session: &Session) -> Outcome {
    session.open_page("?lang=en&absorption.widths=full").await?;
    says(session, "The result is the same").await?;
    session.wait_for(&format!("!{RESULT}.includes('So far')")).await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session.open_page("?lang=en&absorption.order=up&absorption.cached=1e99&absorption.rope=,&absorption.x=1").await?;
    says(session, "needs 587 M multiplications").await?;
    let notices: String = session.js("return document.querySelector('#absorption .notices').textContent;", &[]).await?;
    for field in ["order", "cached", "rope", "x"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    Ok(())
}

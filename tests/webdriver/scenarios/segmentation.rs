//! `frugal-segmentation`: by keys, and the toy that trains meanwhile.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#segmentation .figure__result').textContent.replace(/\\u00a0/g, ' ')";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// Arrow keys cut finer while the toy trains; it gets to its end, with the numbers that it has everywhere.
pub async fn cuts_by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "4,426,165,368 ways to choose instead of 120").await?;
    session.js::<()>("document.querySelector('#segmentation').scrollIntoView();", &[]).await?;
    says(session, "have a similarity of 0.34; with one shared expert of 0.07").await?;
    session.js::<()>("document.querySelector('#segmentation .figure__controls input:checked').focus()", &[]).await?;
    session.press(Key::Right).await?;
    says(session, "≈ 9.3 × 10¹⁹ ways").await?;
    session.press(Key::Right).await?;
    says(session, "≈ 5.8 × 10⁴⁰ ways").await?;
    session.wait_for("location.search.includes('segmentation.m=16')").await?;
    says(session, "the same 12.5% of the weights").await?;
    says(session, "In the toy, routed experts have").await
}

/// Nonsense and impossible sizes leave a working figure with a notice each; axe-core finds nothing.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session.open_page("?lang=en&segmentation.m=3&segmentation.common=NaN&segmentation.top-k=60").await?;
    says(session, "64 of 64").await?;
    let notices: String =
        session.js("return document.querySelector('#segmentation .notices').textContent;", &[]).await?;
    for field in ["m:", "common:", "top-k=60"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    session.axe().await
}

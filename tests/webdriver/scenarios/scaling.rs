//! `frugal-scaling` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#scaling .figure__result').textContent.replace(/\\u00a0/g, ' ')";
const HANDLE: &str = "#scaling .comb--wide [role=slider]";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// The recorded data is fetched; then the scale is moved, a number followed and a list chosen from, by keys alone.
pub async fn by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "INT8 with one scale for all turns 99.5% of them into zero and keeps 0.4 dB").await?;
    session.focus(HANDLE).await?;
    session.press(Key::Right).await?;
    session.wait_for("location.search.includes('scaling.scale-shift=-0.25')").await?;
    session.press(Key::Home).await?;
    session.wait_for("location.search.includes('scaling.scale-shift=16')").await?;
    says(session, "turns 100% of them into zero").await?;
    session.focus("#scaling .scale__tensor [role=application]").await?;
    session.press(Key::Right).await?;
    session.wait_for("location.search.includes('scaling.channel=12')").await?;
    session.wait_for("document.querySelector('#scaling .scale__story').textContent.includes('channel 12')").await?;
    session.focus("#scaling .figure__controls select").await?;
    let choose = "const list = document.querySelector('#scaling .figure__controls select');
        list.selectedIndex = 3; list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));";
    session.js::<()>(choose, &[]).await?;
    says(session, "The tokens' sizes spread over 1.5 decades").await?;
    session.focus("#scaling .figure__controls input[type=range]").await?;
    session.press(Key::Home).await?;
    says(session, "spread over 0 decades").await?;
    session.press(Key::End).await?;
    says(session, "spread over 2.5 decades").await
}

/// A drag of the handle is one step back.
pub async fn by_pointer(session: &Session) -> Outcome {
    session.open_page("?lang=en&scaling.source=gaussian").await?;
    says(session, "random numbers, all of about the same size").await?;
    let track = session.find("#scaling .comb--wide .handle > rect").await?;
    track.scroll_into_view().await?;
    session.drag(&track, (0.8, 0.5), (0.3, 0.5)).await?;
    session.wait_for("/scaling\\.scale-shift=\\d/.test(location.search)").await?;
    session.driver.back().await?;
    session.wait_for("!location.search.includes('scale-shift')").await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session
        .open_page("?lang=en&scaling.source=dice&scaling.outlier=0&scaling.spread=1e99&scaling.scale-shift=NaN&scaling.seed=%F0%9F%99%82&scaling.x=1")
        .await?;
    says(session, "Of 48,000 numbers one is 191").await?;
    let notices: String = session.js("return document.querySelector('#scaling .notices').textContent;", &[]).await?;
    for field in ["source", "outlier", "spread", "scale-shift", "seed", "x"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    Ok(())
}

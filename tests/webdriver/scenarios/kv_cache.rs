//! `frugal-kv-cache` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#kv-cache .figure__result').textContent.replace(/\\u00a0/g, ' ')";
const HANDLE: &str = "#kv-cache .kv--wide [role=slider]";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// The handle on the curve: keys, a drag, and the address that follows.
pub async fn follows_the_handle(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "After 131,072 tokens that is 9.21 GB").await?;
    session.focus(HANDLE).await?;
    session.press(Key::Home).await?;
    says(session, "After 1 token that is 70.3 kB").await?;
    session.press(Key::Right).await?;
    says(session, "After 2 tokens").await?;
    session.press(Key::End).await?;
    says(session, "After 10,000,000 tokens that is 703 GB").await?;
    session.wait_for("location.search.includes('kv-cache.context=10000000')").await?;
    let track = session.find("#kv-cache .kv--wide .handle > rect").await?;
    session.drag(&track, (0.9, 0.5), (0.5, 0.5)).await?;
    session.wait_for("/kv-cache\\.context=\\d{4}(&|$)/.test(location.search)").await?;
    session.driver.back().await?;
    says(session, "After 10,000,000 tokens").await
}

/// Sliders never get stuck between notches, and the lists follow the state.
pub async fn follows_the_controls(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    session.focus("#kv-cache .figure__controls input[type=range]").await?;
    session.press(Key::Home).await?;
    for tokens in ["After 2 tokens", "After 3 tokens", "After 4 tokens"] {
        session.press(Key::Right).await?;
        says(session, tokens).await?;
    }
    let choose = "const list = document.querySelector('#kv-cache .figure__controls select');
        list.selectedIndex = 4; list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));";
    session.js::<()>(choose, &[]).await?;
    says(session, "DeepSeek-67B, at 16 bits a number, would take 5.54 times as much").await?;
    session.focus("#kv-cache .preset").await?;
    session.press(Key::Enter).await?;
    says(session, "After 131,072 tokens").await?;
    let shown = "document.querySelector('#kv-cache .figure__controls select').selectedIndex";
    session.wait_for(&format!("{shown} === 0")).await
}

/// The other pictures, chosen and worked by keyboard alone.
pub async fn shows_growth_and_ratios(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    session.focus("#kv-cache .views input:checked").await?;
    session.press(Key::Right).await?;
    says(session, "At 9,548,987 tokens its cache takes more than all its weights, 671 GB").await?;
    session.focus(HANDLE).await?;
    session.press(Key::Home).await?;
    says(session, "After 1 token DeepSeek-V3 keeps 70.3 kB").await?;
    session.press(Key::PageUp).await?;
    session.wait_for("location.search.includes('kv-cache.context=')").await?;
    session.focus("#kv-cache .views input:checked").await?;
    session.press(Key::Left).await?;
    session.press(Key::Right).await?;
    session.press(Key::Right).await?;
    session.wait_for("document.querySelector('#kv-cache .kv--wide').textContent.includes('93.3%')").await?;
    session.axe().await?;
    session.driver.back().await?;
    says(session, "DeepSeek-V3 keeps").await?;
    session.open_page("?lang=en&kv-cache.view=growth&kv-cache.models=deepseek-v3,llama-4-maverick").await?;
    says(session, "keeps less than DeepSeek-V3 from 57,196 tokens on").await?;
    session.axe().await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session
        .open_page("?lang=en&kv-cache.models=,,gpt&kv-cache.context=1e99&kv-cache.batch=NaN&kv-cache.gpu=%F0%9F%99%82&kv-cache.x=1")
        .await?;
    says(session, "After 131,072 tokens").await?;
    let notices: String = session.js("return document.querySelector('#kv-cache .notices').textContent;", &[]).await?;
    for field in ["models", "context", "batch", "gpu", "x"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    Ok(())
}

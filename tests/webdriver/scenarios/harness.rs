//! The harness itself: a fault that it does not notice would let every other scenario pass.

use crate::checks;
use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

/// One fault of each kind is on this page; each must be in the records of this engine.
pub async fn notices_every_fault(session: &Session) -> Outcome {
    session.open("/__faults.html").await?;
    session.wait_for("window.__records.length >= 4").await?;
    let mut seen = String::new();
    let expected = [
        "console.error: fault: logged",
        "error: Error: fault: thrown",
        "unhandledrejection: Error: fault: rejected",
        "404 for /fault-missing.json",
        "securitypolicyviolation: connect-src blocked http://example.invalid/fault-foreign",
        "securitypolicyviolation: script-src-elem blocked inline",
        "policy report:",
    ];
    for _ in 0..20 {
        seen += &checks::take(session).await?.join("\n");
        if expected.iter().all(|line| seen.contains(line)) {
            break;
        }
    }
    for line in expected {
        ensure!(seen.contains(line), "the harness missed {line:?}; it saw:\n{seen}");
    }
    ensure!(
        session.js::<bool>("return window.__inline === undefined;", &[]).await?,
        "the policy let an inline script run"
    );
    Ok(())
}

/// Keys, drags and the steps into a shadow root reach the page.
pub async fn has_hands(session: &Session) -> Outcome {
    session.open("/__controls.html").await?;
    let slider = session.find("x-control >>> input").await?;
    let value = async || session.js::<String>("return document.querySelector('x-control').value;", &[]).await;
    session.press(Key::Tab).await?;
    session.press(Key::Right).await?;
    session.wait_until("the arrow key moves the slider by one", async || Ok(value().await? == "51")).await?;
    session.drag(&slider, (0.5, 0.5), (1.0, 0.5)).await?;
    session.wait_until("the drag moves the slider to its end", async || Ok(value().await? == "100")).await?;
    let failed = session.axe().await;
    ensure!(
        failed.as_ref().is_err_and(|failure| failure.0.contains("x-control >>> input")),
        "axe missed the slider without a name: {failed:?}"
    );
    Ok(())
}

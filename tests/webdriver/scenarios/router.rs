//! `frugal-router`: by keys, by pointer, by link.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::prelude::*;

/// The drawing that the container shows.
const BOARD: &str =
    "[...document.querySelectorAll('#router .board')].find((board) => board.getBoundingClientRect().width > 0)";

/// Focuses an expert's square.
async fn focus(session: &Session, expert: usize) -> Outcome {
    session.wait_for(BOARD).await?;
    let body = format!("{BOARD}.querySelector('[data-e=\"{expert}\"]').focus(); return true;");
    ensure!(session.js::<bool>(&body, &[]).await?, "expert {expert} takes no focus");
    Ok(())
}

/// Arrows walk over the experts, the Page keys and plus change a bias, Delete takes it back, digits go to a step.
pub async fn by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    focus(session, 8).await?;
    session.press(Key::Right).await?;
    session.wait_for("document.activeElement.dataset.e === '9'").await?;
    session.press(Key::PageUp).await?;
    session.press(Key::PageUp).await?;
    session.press("+").await?;
    session.wait_for("location.search.includes('router.biases=9:')").await?;
    session.wait_for("document.activeElement.getAttribute('aria-label').startsWith('expert 9,')").await?;
    session.press(Key::Delete).await?;
    session.wait_for("!location.search.includes('router.biases')").await?;
    session.press("1").await?;
    session.wait_for("location.search.includes('router.stage=logits')").await?;
    session.wait_for("document.activeElement.dataset.e === '9'").await
}

/// A square dragged up raises its bias: the link says so, and the readings follow.
pub async fn by_pointer(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    session.wait_for(BOARD).await?;
    let wide: bool = session.js(&format!("return {BOARD}.classList.contains('wide');"), &[]).await?;
    let board = if wide { "#router .board.wide" } else { "#router .board.narrow" };
    let chip = session.find(&format!("{board} [data-e='68'] .chip__mark")).await?;
    // Ninety pixels are nine tenths of a bias's range.
    let height = chip.rect().await?.height;
    session.drag(&chip, (0.5, 0.5), (0.5, 0.5 - 90.0 / height)).await?;
    session.wait_for("location.search.includes('router.biases=68:0.9')").await?;
    session.wait_for(&format!("{BOARD}.querySelector('[data-e=\"68\"] .chip__ring')")).await
}

/// axe-core finds nothing at other steps, of other gates, and with a notice.
pub async fn axe_elsewhere(session: &Session) -> Outcome {
    for query in
        ["?router.stage=output", "?router.kind=gpt-oss&router.stage=bias", "?router.kind=mixtral&router.top-k=9"]
    {
        session.open_page(query).await?;
        session.wait_for("document.querySelector('#router svg')").await?;
        session.axe().await?;
    }
    Ok(())
}

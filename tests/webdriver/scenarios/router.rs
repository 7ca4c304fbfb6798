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
    for query in [
        "?router.stage=output",
        "?router.kind=gpt-oss&router.stage=bias",
        "?router.kind=mixtral&router.top-k=9",
        "?router.view=many",
        "?router.compare=kimi-k2&lang=zh",
    ] {
        session.open_page(query).await?;
        session.wait_for("document.querySelector('#router svg')").await?;
        session.axe().await?;
    }
    Ok(())
}

const RESULT: &str = "document.querySelector('#router .figure__result').textContent.replace(/\\u00a0/g, ' ')";

/// The view of many by keyboard: both means, a heat map that arrow keys read, and more tokens that go on from the first.
pub async fn shows_many(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    session.find("#router .radio-row input").await?;
    let focus = "document.querySelector('#router .radio-row input:checked').focus();";
    session.js::<()>(focus, &[]).await?;
    session.press(Key::Right).await?;
    session.wait_for("location.search.includes('router.view=many')").await?;
    session.wait_for(&format!("/Over 4,096 tokens a token touches [34][.]\\d\\d of 8 nodes/.test({RESULT})")).await?;
    session.js::<()>("document.querySelector('#router .heat').focus();", &[]).await?;
    session.press(Key::Right).await?;
    session.press(Key::Down).await?;
    session
        .wait_for("/^expert \\d+: [\\d,]+ tokens/.test(document.querySelector('#router .many__told').textContent)")
        .await?;
    session.js::<()>("document.querySelector('#router .figure__controls input[type=range]').focus();", &[]).await?;
    session.press(Key::End).await?;
    session.wait_for(&format!("{RESULT}.includes('Over 16,384 tokens')")).await?;
    session.driver.back().await?;
    session.wait_for(&format!("{RESULT}.includes('Over 4,096 tokens')")).await
}

/// A number that has the focus or the pointer lights its term of the formula, and the other way round.
pub async fn links_numbers_and_terms(session: &Session) -> Outcome {
    session.open_page("?lang=en&router.stage=logits").await?;
    session.wait_for(BOARD).await?;
    let number = |term: usize| format!("document.querySelectorAll('#router .inspect__item--linked')[{term}]");
    let lit =
        "[...document.querySelectorAll('#router .gate-formula mrow.lit')].map((lit) => lit.textContent).join(' ')";
    // Node, logit, affinity: the third.
    session.js::<()>(&format!("{}.focus();", number(2)), &[]).await?;
    session.wait_for(&format!("{lit}.includes('σ(')")).await?;
    session.press(Key::Tab).await?;
    session.wait_for(&format!("{lit}.includes('+b')")).await?;
    let weights = session.find("#router .gate-formula mfrac").await?;
    session.driver.action_chain().move_to_element_center(&weights).perform().await?;
    session.wait_for("document.querySelector('#router .board--sum')").await
}

/// A second gate beside the first, chosen from the list, and in the link.
pub async fn compares(session: &Session) -> Outcome {
    session.open_page("?lang=en&router.compare=kimi-k2").await?;
    session.wait_for(&format!("{RESULT}.includes('The gate of Kimi-K2 wakes 8 of its 384')")).await?;
    session.wait_for("document.querySelectorAll('#router .board--still').length === 2").await?;
    let choose = "document.querySelector('#router .more').open = true;
        const list = document.querySelector('#router .more select');
        list.selectedIndex = 0; list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));";
    session.js::<()>(choose, &[]).await?;
    session.wait_for("!document.querySelector('#router .board--still')").await?;
    session.wait_for("!location.search.includes('router.compare')").await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field; axe-core finds nothing.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    let bad = "&router.kind=gpt-4&router.stage=dream&router.token=99&router.seed=-1&router.top-k=0&router.biases=17\
        &router.bias-shift=NaN&router.compare=itself&router.bug=moth&router.x=1";
    session.open_page(&format!("?lang=en{bad}")).await?;
    session.wait_for(&format!("{RESULT}.includes('wakes 8 of 256 experts')")).await?;
    let notices: String = session.js("return document.querySelector('#router .notices').textContent;", &[]).await?;
    for field in ["kind", "stage", "token", "seed", "top-k", "biases", "bias-shift", "compare", "bug", "x"] {
        let named = notices.contains(&format!("{field}:")) || notices.contains(&format!("“{field}”"));
        ensure!(named, "no notice names {field}: {notices}");
    }
    session.axe().await?;
    session.open_page("?lang=en&router.experts=100").await?;
    session
        .wait_for("document.querySelector('#router .notices').textContent.includes('experts: 100 is not possible')")
        .await
}

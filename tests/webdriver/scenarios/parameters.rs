//! `frugal-parameters` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#parameters .figure__result').textContent.replace(/\\u00a0/g, ' ')";
/// The drawing that the container shows.
const DRAWING: &str =
    "[...document.querySelectorAll('#parameters svg.params')].find((svg) => svg.getBoundingClientRect().width > 0)";
/// What the node with the focus is called.
const FOCUSED: &str = "(document.activeElement.getAttribute('aria-label') ?? '')";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

async fn on(session: &Session, name: &str) -> Outcome {
    session.wait_for(&format!("{FOCUSED}.startsWith({name:?})")).await
}

async fn in_link(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("decodeURIComponent(location.search).includes({words:?})")).await
}

/// From the whole model down to a matrix of one expert of one layer, and back, by keys alone.
pub async fn zooms_by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "97.4% of them sit in routed experts").await?;
    let focus = format!("{DRAWING}.querySelector('[role=treeitem][tabindex=\"0\"]').focus(); return true;");
    session.wait_for(DRAWING).await?;
    ensure!(session.js::<bool>(&focus, &[]).await?, "the tree takes no focus");
    on(session, "DeepSeek-V3: 671,026,404,352 parameters").await?;
    session.press(Key::Down).await?;
    on(session, "everything else").await?;
    session.press(Key::Right).await?;
    on(session, "routed experts").await?;
    session.press(Key::Down).await?;
    in_link(session, "parameters.zoom=routed-experts").await?;
    on(session, "routed experts").await?;
    session.press(Key::Down).await?;
    on(session, "layer 3:").await?;
    session.press(Key::End).await?;
    on(session, "layer 60:").await?;
    session.press(Key::Enter).await?;
    in_link(session, "parameters.zoom=routed-experts/60").await?;
    session.press(Key::Down).await?;
    session.press(Key::PageDown).await?;
    on(session, "expert 10:").await?;
    session.press(Key::Enter).await?;
    in_link(session, "parameters.zoom=routed-experts/60/10").await?;
    session.press(Key::Down).await?;
    session.press(Key::Right).await?;
    on(session, "up_proj: 2,048 × 7,168 = 14,680,064 parameters").await?;
    // Escape closes one level at a time and stays on what was closed.
    session.press(Key::Escape).await?;
    on(session, "expert 10:").await?;
    in_link(session, "parameters.zoom=routed-experts/60").await?;
    session.press(Key::Escape).await?;
    session.press(Key::Escape).await?;
    session.press(Key::Escape).await?;
    session.wait_for("!location.search.includes('parameters.zoom')").await?;
    session.driver.back().await?;
    in_link(session, "parameters.zoom=routed-experts").await
}

/// A click zooms in; the tokens slider lights more; what is refused says why.
pub async fn follows_the_controls(session: &Session) -> Outcome {
    session.open_page("?lang=en&parameters.view=active&parameters.top-k=999").await?;
    says(session, "a token works with 36.6 B").await?;
    let notices: String = session.js("return document.querySelector('#parameters .notices').textContent;", &[]).await?;
    ensure!(notices.contains("a token cannot choose 999 of 256 experts"), "{notices}");
    let slider = "document.querySelector('#parameters .figure__controls input[type=range]').focus()";
    session.js::<()>(slider, &[]).await?;
    session.press(Key::End).await?;
    says(session, "1,024 tokens together use 670 B").await?;
    session.press(Key::Home).await?;
    says(session, "That is not 8 of 256").await?;
    session.wait_for(DRAWING).await?;
    let click = format!(
        "{DRAWING}.querySelectorAll('[role=treeitem]')[2].dispatchEvent(new MouseEvent('click', {{ bubbles: true, composed: true }}));"
    );
    session.js::<()>(&click, &[]).await?;
    in_link(session, "parameters.zoom=routed-experts").await
}

/// axe-core finds nothing in the other views, zoomed in, and with notices.
pub async fn axe_elsewhere(session: &Session) -> Outcome {
    for query in [
        "?parameters.view=memory",
        "?lang=zh&parameters.zoom=routed-experts/30/21&parameters.view=active",
        "?parameters.zoom=rest/1&parameters.experts=1",
    ] {
        session.open_page(query).await?;
        session.wait_for("document.querySelector('#parameters svg')").await?;
        session.axe().await?;
    }
    Ok(())
}

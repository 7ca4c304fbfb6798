//! The page as a whole.

use crate::checks;
use crate::outcome::{Outcome, ensure};
use crate::session::Session;

/// It opens, starts its WebAssembly, and draws; that nothing went wrong meanwhile is checked after every scenario.
pub async fn opens(session: &Session) -> Outcome {
    session.open_page("").await?;
    let title = session.driver.title().await?;
    ensure!(!title.trim().is_empty(), "the page has no title");
    let broken = session.find("#broken").await?;
    ensure!(!broken.is_displayed().await?, "the page says that it could not start");
    ensure!(session.server.saw("_bg.wasm"), "no WebAssembly was loaded");
    Ok(())
}

/// Without the code of a figure the text is there, and says what is missing; another try brings it.
pub async fn outlives_a_missing_part(session: &Session) -> Outcome {
    session.server.refuse("page-kv-cache");
    session.open("/?lang=en").await?;
    session.find("#kv-cache .figure--waiting button").await?;
    session.server.refuse("");
    session.find("#router .figure__stage svg").await?;
    // Unless it has asked again by itself by now.
    session.js::<()>("document.querySelector('#kv-cache .figure--waiting button')?.click();", &[]).await?;
    session.find("#kv-cache .figure__stage svg").await?;
    only_missing(session, "page-kv-cache").await
}

/// Fails if anything is wrong but that files with `part` in their names were not found.
async fn only_missing(session: &Session, part: &str) -> Outcome {
    let problems = checks::take(session).await?;
    // Each engine words the failure of the program in its own way.
    let expected = |problem: &&String| !(problem.contains(part) || problem.starts_with("console.error: "));
    let other: Vec<_> = problems.iter().filter(expected).collect();
    ensure!(other.is_empty(), "more than a missing part: {other:?}");
    Ok(())
}

/// axe-core finds nothing on the English page.
pub async fn axe_in_english(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    session.wait_for("document.documentElement.lang.startsWith('en')").await?;
    session.axe().await
}

/// axe-core finds nothing on the Chinese page.
pub async fn axe_in_chinese(session: &Session) -> Outcome {
    session.open_page("?lang=zh").await?;
    session.wait_for("document.documentElement.lang.startsWith('zh')").await?;
    session.axe().await
}

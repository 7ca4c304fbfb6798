//! The page as a whole.

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

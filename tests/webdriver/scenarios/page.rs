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

/// axe-core finds nothing either when everything that opens is open, in the dark theme.
pub async fn axe_with_all_open(session: &Session) -> Outcome {
    session.open_page("?lang=en&theme=dark").await?;
    session.wait_for("document.querySelector('[data-theme=dark]')").await?;
    session.js::<()>("for (const details of document.querySelectorAll('details')) details.open = true;", &[]).await?;
    session.axe().await
}

/// From 320 px on nothing is wider than the window, in either language, with everything open.
pub async fn fits_narrow_windows(session: &Session) -> Outcome {
    const FRAME: &str = "const [address, width] = arguments;
        const frame = document.querySelector('iframe') ?? document.createElement('iframe');
        frame.width = width;
        frame.height = 800;
        frame.src = address;
        document.body.replaceChildren(frame);";
    const READY: &str = "(() => { const page = document.querySelector('iframe').contentDocument;
        return page.querySelector('.figure') && !page.querySelector('.figure--waiting'); })()";
    const WIDER: &str = "const page = document.querySelector('iframe').contentDocument;
        for (const details of page.querySelectorAll('details')) details.open = true;
        const { clientWidth, scrollWidth } = page.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const wide = [...page.body.querySelectorAll('*')]
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.table, svg, math'));
        return wide.slice(0, 5).map((element) => `${element.closest('[id]')?.id}: ${element.localName}.${element.getAttribute('class')}`);";
    for (language, width) in [("en", 320), ("zh", 320), ("en", 360), ("zh", 480)] {
        session.open("/__far.html").await?;
        session.js::<()>(FRAME, &[format!("/?lang={language}").into(), width.into()]).await?;
        session.wait_for(READY).await?;
        let wider: Vec<String> = session.js(WIDER, &[]).await?;
        ensure!(wider.is_empty(), "{language} in {width} px is wider: {wider:?}");
    }
    Ok(())
}

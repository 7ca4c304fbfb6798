//! `frugal-decode` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#decode .figure__result').textContent.replace(/\\u00a0/g, ' ')";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// Along the timeline, through the kinds, and without positions, by keys alone.
pub async fn steps_by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "writes 40 B and reads 320 B").await?;
    session.focus("#decode .transport input[type=range]").await?;
    session.press(Key::Home).await?;
    says(session, "There is no past to look at yet").await?;
    session.press(Key::Right).await?;
    says(session, "reads 80 B").await?;
    session.press(Key::End).await?;
    says(session, "reads 440 B").await?;
    session.wait_for("location.search.includes('decode.at=10')").await?;
    session.focus("#decode [role=switch]").await?;
    session.press(Key::Space).await?;
    says(session, "Attention is blind to their order").await?;
    session.wait_for("!document.querySelector('#decode .sketch--wide .decode__gap')").await?;
    session.press(Key::Space).await?;
    says(session, "the result would differ by up to").await?;
    session.focus("#decode input[name$=attention]:checked").await?;
    session.press(Key::Left).await?;
    says(session, "MQA keeps 16 numbers").await
}

/// The roofline: heads by keys, an accelerator from the list, and back.
pub async fn climbs_the_roofline(session: &Session) -> Outcome {
    session.open_page("?lang=en&decode.view=roofline").await?;
    says(session, "MLA does 242 operations").await?;
    session.focus("#decode .figure__controls input[type=range]").await?;
    session.press(Key::End).await?;
    says(session, "With 512 query heads, MLA does 967 operations").await?;
    says(session, "arithmetic sets the pace").await?;
    session.press(Key::Home).await?;
    says(session, "memory sets the pace").await?;
    let choose = "const list = document.querySelector('#decode .more select');
        list.selectedIndex = 3; list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));";
    session.js::<()>(choose, &[]).await?;
    says(session, "H20 could do 37 in that time: arithmetic").await?;
    session.driver.back().await?;
    says(session, "H800 could do 295").await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session
        .open_page("?lang=en&decode.attention=all&decode.at=1e9&decode.gpu=m3-ultra&decode.heads=-1&decode.x=1")
        .await?;
    says(session, "MLA keeps 20 numbers").await?;
    let notices: String = session.js("return document.querySelector('#decode .notices').textContent;", &[]).await?;
    for field in ["attention", "at", "gpu", "heads", "x"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    Ok(())
}

//! `frugal-low-rank` under hand and keyboard.

use crate::checks;
use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#low-rank .figure__result').textContent.replace(/\\u00a0/g, ' ')";
const HANDLE: &str = "#low-rank .lr--wide [role=slider]";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// The handle on the curve: the data comes, keys, a drag, and the address that follows.
pub async fn follows_the_handle(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "error of 15.2%").await?;
    // The other ways of sharing are decomposed a slice a frame.
    says(session, "would leave 56.8%").await?;
    session.focus(HANDLE).await?;
    session.press(Key::Home).await?;
    says(session, "1 number a token").await?;
    session.press(Key::Right).await?;
    says(session, "2 numbers a token").await?;
    session.press(Key::End).await?;
    says(session, "error of 0%").await?;
    session.wait_for("location.search.includes('low-rank.rank=125')").await?;
    let track = session.find("#low-rank .lr--wide .handle > rect").await?;
    session.drag(&track, (0.9, 0.5), (0.0641, 0.5)).await?;
    session.wait_for("/low-rank\\.rank=[789](&|$)/.test(location.search)").await?;
    session.driver.back().await?;
    says(session, "125 numbers a token").await
}

/// Ways of sharing, sources, and what hides behind "more"; by keyboard.
pub async fn follows_the_controls(session: &Session) -> Outcome {
    session.open_page("?lang=en").await?;
    says(session, "would leave 56.8%").await?;
    session.focus("#low-rank .choice input[type=radio]:checked").await?;
    session.press(Key::Right).await?;
    says(session, "error of 27.5%").await?;
    session.press(Key::Right).await?;
    says(session, "error of 56.8%").await?;
    says(session, "all heads share would leave 15.2%").await?;
    session.wait_for("location.search.includes('low-rank.joint=per-head')").await?;
    let pictures = "document.querySelectorAll('#low-rank .heat path').length";
    session.wait_for(&format!("{pictures} > 20")).await?;
    session.focus("#low-rank .choice:nth-of-type(2) input[type=radio]:checked").await?;
    session.press(Key::Right).await?;
    session.wait_for("location.search.includes('low-rank.source=random')").await?;
    session.focus("#low-rank .preset").await?;
    session.press(Key::Enter).await?;
    says(session, "error of 15.2%").await
}

/// Nonsense in the address leaves a working figure, with a notice that names each field.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session
        .open_page("?lang=en&low-rank.source=%F0%9F%99%82&low-rank.rank=1e99&low-rank.joint=,,&low-rank.head=0&low-rank.token=-1&low-rank.x=1")
        .await?;
    says(session, "error of 15.2%").await?;
    let notices: String = session.js("return document.querySelector('#low-rank .notices').textContent;", &[]).await?;
    for field in ["source", "rank", "joint", "head", "token", "x"] {
        ensure!(notices.contains(field), "no notice names {field}: {notices}");
    }
    session.open_page("?lang=en&low-rank.rank=700").await?;
    session.wait_for("document.querySelector('#low-rank .notices').textContent.includes('only 125 directions')").await
}

/// The recorded data is asked for when a state first needs it, and nobody else's file with it.
pub async fn asks_for_its_data_when_needed(session: &Session) -> Outcome {
    session.open("/__alone.html").await?;
    session.server.take_requests();
    session
        .js::<()>(
            "const figure = document.createElement('frugal-low-rank');
             figure.id = 'alone';
             figure.setAttribute('source', 'random');
             figure.setAttribute('loading', 'eager');
             document.querySelector('main').append(figure);",
            &[],
        )
        .await?;
    session.wait_for("document.getElementById('alone').phase === 'ready'").await?;
    ensure!(!session.server.saw("attention.f16"), "data came for a figure of random numbers");
    session.js::<()>("document.getElementById('alone').setAttribute('source', 'real');", &[]).await?;
    let result = "document.getElementById('alone').shadowRoot.querySelector('.figure__result').textContent";
    session.wait_for(&format!("{result}.includes('15.2%')")).await?;
    ensure!(session.server.saw("attention.f16"), "the recorded numbers came from nowhere");
    ensure!(!session.server.saw("ffn-out.f16"), "a file came that this figure never needs");
    Ok(())
}

/// Data that does not come leaves the figure, with a word and a button; another try brings it.
pub async fn asks_again_for_its_data(session: &Session) -> Outcome {
    session.server.refuse("attention.f16");
    session.open("/__alone.html").await?;
    session
        .js::<()>(
            "const figure = document.createElement('frugal-low-rank');
             figure.id = 'alone';
             figure.setAttribute('loading', 'eager');
             document.querySelector('main').append(figure);",
            &[],
        )
        .await?;
    let inside = "document.getElementById('alone').shadowRoot";
    session.wait_for(&format!("{inside}?.querySelector('.figure__lost button')")).await?;
    let announced: bool = session
        .js(&format!("return {inside}.querySelector('.figure__lost').closest('[role=status]') !== null;"), &[])
        .await?;
    ensure!(announced, "nobody hears that the data did not come");
    session.server.refuse("");
    session.find("#alone >>> .figure__lost button").await?.click().await?;
    session.wait_for(&format!("{inside}.querySelector('.figure__result').textContent.includes('15.2%')")).await?;
    let lost: bool = session.js(&format!("return {inside}.querySelector('.figure__lost') === null;"), &[]).await?;
    ensure!(lost, "it still says that the data did not come");
    let other: Vec<_> =
        checks::take(session).await?.into_iter().filter(|problem| !problem.contains("attention.f16")).collect();
    ensure!(other.is_empty(), "more than a missing file: {other:?}");
    Ok(())
}

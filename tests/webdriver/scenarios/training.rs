//! `frugal-training` under hand and keyboard.

use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use thirtyfour::Key;

const RESULT: &str = "document.querySelector('#training .figure__result').textContent.replace(/\\u00a0/g, ' ')";

async fn says(session: &Session, words: &str) -> Outcome {
    session.wait_for(&format!("{RESULT}.includes({words:?})")).await
}

/// Opens trained, and shows the surprise without a touch.
pub async fn trains_when_it_opens(session: &Session) -> Outcome {
    session.open_page("?lang=en#training").await?;
    says(session, "After 4,000 steps").await?;
    says(session, "stuck at a loss of 0.6").await?;
    let tiles: usize = session.js("return document.querySelectorAll('#training .training__tile').length", &[]).await?;
    ensure!(tiles == 6, "there are six maps");
    Ok(())
}

/// The timeline by keys, and the address that follows; then the learning rate.
pub async fn runs_along_by_keys(session: &Session) -> Outcome {
    session.open_page("?lang=en&training.at=100#training").await?;
    says(session, "After 100 steps").await?;
    session.focus("#training .transport input[type=range]").await?;
    session.press(Key::Right).await?;
    says(session, "After 101 steps").await?;
    session.wait_for("location.search.includes('training.at=101')").await?;
    session.press(Key::Home).await?;
    says(session, "begin with the same weights").await?;
    session.press(Key::End).await?;
    says(session, "After 4,000 steps").await?;
    session.focus("#training .slider__range:not(.transport__range)").await?;
    session.press(Key::Right).await?;
    session.wait_for("location.search.includes('training.learning-rate=')").await?;
    says(session, "After 4,000 steps").await
}

/// Played, the race runs by itself until it is stopped.
pub async fn plays(session: &Session) -> Outcome {
    session.open_page("?lang=en&training.at=100&training.runs=e4m3,e4m3-master#training").await?;
    says(session, "After 100 steps").await?;
    let at = session.plays("#training", 110).await?;
    says(session, &format!("After {} steps", frugal::i18n::integer(at.into()))).await?;
    session.wait_for(&format!("location.search.includes('training.at={at}')")).await
}

/// Nonsense in the address is named, and the rest works.
pub async fn takes_nonsense(session: &Session) -> Outcome {
    session.open_page("?lang=en&training.runs=e4m3,nonsense&training.at=-3&training.hidden-units=2.5&training.learning-rate=4&training.seed=2#training").await?;
    says(session, "After 4,000 steps").await?;
    let notices: Vec<String> = session
        .js("return [...document.querySelectorAll('#training .notices li')].map((notice) => notice.textContent)", &[])
        .await?;
    for field in ["runs", "at", "hidden-units", "learning-rate"] {
        ensure!(notices.iter().any(|notice| notice.contains(field)), "no notice names {field}: {notices:?}");
    }
    ensure!(notices.len() == 4, "{notices:?}");
    Ok(())
}

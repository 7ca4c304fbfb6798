//! The page around the article, in English.

use crate::i18n::text::ArticleText;

/// Texts of the page around the article.
pub const ARTICLE: ArticleText = ArticleText {
    title: "Frugal: how DeepSeek does more with less",
    language: "Language",
    theme: "Colours",
    theme_auto: "as the system",
    theme_light: "light",
    theme_dark: "dark",
    skip: "Skip to the text",
    contents: "Sections",
    acts: "Changes the figure",
    absent: "{text} by default; not in the figure now",
    by_default: "{text} by default",
    colophon: "Everything drawn here is computed in your browser; nothing is sent anywhere.",
};

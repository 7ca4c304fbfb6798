//! Texts of the page around the article.

crate::i18n::catalogue! {
    /// Texts of the page around the article.
    pub struct ArticleText {
        /// Title of the document.
        title,
        /// Label of the language switch.
        language,
        /// Label of the theme switch.
        theme,
        /// Follows the system.
        theme_auto,
        /// Light.
        theme_light,
        /// Dark.
        theme_dark,
        /// First link of the page.
        skip,
        /// Label of the list of sections.
        contents,
        /// What a link does that acts on a widget.
        acts,
        /// Beside a number that the figure does not show now: its default {text} stands there.
        absent,
        /// Beside a number that differs from its default {text}.
        by_default,
        /// Colophon.
        colophon,
    }
}

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
        /// Prefix of the number read out for a link that acts on a widget: {words}.
        acts,
        /// Colophon.
        colophon,
    }
}

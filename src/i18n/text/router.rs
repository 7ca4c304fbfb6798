//! Texts of `frugal-router`.

crate::i18n::catalogue! {
    /// Texts of `frugal-router`.
    pub struct RouterText {
        /// The question.
        title,
    }
}

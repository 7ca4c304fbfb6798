//! Texts of `frugal-float`.

crate::i18n::catalogue! {
    /// Texts of `frugal-float`.
    pub struct FloatText {
        /// The question.
        title,
    }
}

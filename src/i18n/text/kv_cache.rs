//! Texts of `frugal-kv-cache`.

crate::i18n::catalogue! {
    /// Texts of `frugal-kv-cache`.
    pub struct KvCacheText {
        /// The question.
        title,
    }
}

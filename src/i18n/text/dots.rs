//! Texts of the field of dots.

crate::i18n::catalogue! {
    /// Texts of the field of dots.
    pub struct DotsText {
        /// What the field is and how it is moved.
        label,
        /// The token and the experts it wakes, as spoken: {token} {experts}.
        value,
        /// What is seen: {chosen} of {experts}.
        caption,
        /// What is synthetic: {token}.
        note,
    }
}

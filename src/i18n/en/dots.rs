//! The field of dots, in English.

use crate::i18n::text::DotsText;

/// Texts of the field of dots.
pub const DOTS: DotsText = DotsText {
    label: "A field of experts; the arrow keys change the token",
    value: "token {token}: experts {experts} wake",
    caption: "{chosen} of {experts} experts wake for this token. Move across the field: another token, other experts.",
    note: "Synthetic token {token} at the gate of DeepSeek-V3: its vector and the gate are seeded random numbers; a row is one of eight nodes, and at most four may take part.",
};

//! The compiled articles.

use super::document::{Block, Document, Element, Inline, Node, Passage, Placement, Reading, Section};
use super::known;
use crate::i18n::Lang;

include!(concat!(env!("OUT_DIR"), "/article.rs"));

/// The article in a language.
#[must_use]
pub const fn document(lang: Lang) -> &'static Document {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// The widgets of a document, in order.
pub fn placements_in(document: &'static Document) -> impl Iterator<Item = &'static Placement> {
    document.sections.iter().flat_map(|section| section.passages).filter_map(|passage| passage.widget.as_ref())
}

/// The widgets of the article: the same in each language, which a test asserts.
pub fn placements() -> impl Iterator<Item = &'static Placement> {
    placements_in(document(Lang::En))
}

//! The article as a tree, made from Markdown at build time: what may stand in it, and nothing about how it looks.
//!
//! The build script reads the same file, so it names no other module.

/// One language's article.
#[derive(Debug, PartialEq)]
pub struct Document {
    /// The heading of the page.
    pub title: &'static [Inline],
    /// What stands before the first section.
    pub opening: &'static [Block],
    /// The sections, in order.
    pub sections: &'static [Section],
}

/// What stands under one heading of level 2.
#[derive(Debug, PartialEq)]
pub struct Section {
    /// Its fragment in addresses.
    pub anchor: &'static str,
    /// The technique it is about (`experts`, `memory`, `rounding`), for its hue.
    pub tone: Option<&'static str>,
    /// Its heading.
    pub heading: &'static [Inline],
    /// Its text, cut so that each piece has at most one widget.
    pub passages: &'static [Passage],
}

/// Text with at most one widget beside it.
#[derive(Debug, PartialEq)]
pub struct Passage {
    /// The text up to the widget.
    pub before: &'static [Block],
    /// The widget.
    pub widget: Option<Placement>,
    /// The text from there on.
    pub after: &'static [Block],
}

/// A widget at its place in the article.
#[derive(Debug, PartialEq)]
pub struct Placement {
    /// The instance: prefix of its fields in links, and a fragment.
    pub id: &'static str,
    /// The widget's name.
    pub name: &'static str,
    /// The question it answers here.
    pub question: &'static str,
    /// The fields in which it starts other than by its own default.
    pub preset: Fields,
}

/// Fields and their texts.
pub type Fields = &'static [(&'static str, &'static str)];

/// A block of text.
#[derive(Debug, PartialEq)]
pub enum Block {
    /// A heading below the section's: its level, its fragment if it has one, its words.
    Heading(u8, Option<&'static str>, &'static [Inline]),
    /// A paragraph.
    Paragraph(&'static [Inline]),
    /// A list; the number of its first item if it is ordered.
    List(Option<u32>, &'static [&'static [Block]]),
    /// A quotation.
    Quote(&'static [Block]),
    /// Code.
    Code(&'static str),
    /// A table: the cells of its head, and its rows.
    Table(&'static [&'static [Inline]], &'static [&'static [&'static [Inline]]]),
    /// A break between thoughts.
    Rule,
}

/// A stretch of a paragraph.
#[derive(Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(&'static str),
    /// Stressed words.
    Emphasis(&'static [Inline]),
    /// Strongly stressed words.
    Strong(&'static [Inline]),
    /// Code.
    Code(&'static str),
    /// A link to somewhere else: its address and its words.
    Link(&'static str, &'static [Inline]),
    /// A formula, inline or as a display.
    Formula(Element),
    /// A number that follows a widget.
    Reading(Reading),
    /// Words that act on a widget: the instance, what they set, the words.
    Set(&'static str, Fields, &'static [Inline]),
    /// A line break.
    Break,
}

/// A number that follows a widget.
#[derive(Debug, PartialEq)]
pub struct Reading {
    /// The instance.
    pub id: &'static str,
    /// The name of the reading.
    pub name: &'static str,
    /// Which entry of a list, by the item of the list in the state that it belongs to.
    pub item: Option<&'static str>,
    /// How it is written by default.
    pub text: &'static str,
}

/// An element of MathML.
#[derive(Debug, PartialEq)]
pub struct Element {
    /// Its tag.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Fields,
    /// What is in it.
    pub children: &'static [Node],
}

/// What is in an [`Element`].
#[derive(Debug, PartialEq)]
pub enum Node {
    /// Another element.
    Element(Element),
    /// Characters.
    Text(&'static str),
}

//! Turns the article's Markdown into Rust source: a static tree, and assertions that its links name what exists.
//!
//! Used by the build script and, through `#[path]`, by the tests; none of it is shipped.

#[path = "../src/article/document.rs"]
pub mod document;
mod emit;
mod inlines;
mod links;
mod markdown;
mod math;
mod whole;

use std::fmt;

pub use emit::emit;
pub use markdown::compile;

/// Something wrong with the Markdown.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what was meant or would be good.
    pub text: String,
}

/// What the Markdown says about widgets, to be held against the crate's own tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The line, from 1.
    pub line: usize,
    /// The widget's name.
    pub widget: &'static str,
    /// What is said about it.
    pub about: About,
}

/// What is said about a widget.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// That it exists.
    Name,
    /// That it has a field which takes this text.
    Field(&'static str, &'static str),
    /// That the instance has a reading, of this list item, which is written so by default.
    Reading(&'static str, &'static str, Option<&'static str>, &'static str),
}

/// An article and what it claims.
#[derive(Debug)]
pub struct Compiled {
    /// The tree.
    pub document: document::Document,
    /// The claims, in order.
    pub claims: Vec<Claim>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.text)
    }
}

/// Text for as long as the process runs: the tree has the shape of the shipped one, which is static.
fn kept(text: &str) -> &'static str {
    Box::leak(text.into())
}

/// Items for as long as the process runs.
fn list<T>(items: Vec<T>) -> &'static [T] {
    Vec::leak(items)
}

/// The words without their marks.
fn plain(inlines: &[document::Inline]) -> String {
    use document::Inline;
    let words = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Code(text) => (*text).to_owned(),
        Inline::Emphasis(body) | Inline::Strong(body) | Inline::Link(_, body) | Inline::Set(_, _, body) => plain(body),
        Inline::Reading(reading) => reading.text.to_owned(),
        Inline::Break => " ".to_owned(),
        Inline::Formula(_) => String::new(),
    };
    inlines.iter().map(words).collect()
}

//! Writes the tree as Rust source.

use super::document::{Block, Document, Element, Inline, Node, Passage, Placement, Reading, Section};
use super::{About, Claim, Compiled};

/// The source of a constant `name`, and of an assertion for each claim; `file` is named when one fails.
pub fn emit(name: &str, file: &str, compiled: &Compiled) -> String {
    let mut out =
        format!("/// Compiled from `{file}`.\npub static {name}: Document = {};\n", compiled.document.source());
    for claim in &compiled.claims {
        out.push_str(&assertion(file, claim));
    }
    out
}

fn assertion(file: &str, claim: &Claim) -> String {
    let place = format!("{file}:{}: ", claim.line);
    let call = match claim.about {
        About::Name => format!("widget({place:?}, {:?})", claim.widget),
        About::Field(field, _) => format!("field({place:?}, {:?}, {field:?})", claim.widget),
        About::Reading(_, reading, ..) => format!("reading({place:?}, {:?}, {reading:?})", claim.widget),
    };
    format!("const _: () = known::{call};\n")
}

/// How a value is written in Rust.
trait Source {
    fn source(&self) -> String;
}

impl Source for &str {
    fn source(&self) -> String {
        format!("{self:?}")
    }
}

impl Source for u32 {
    fn source(&self) -> String {
        self.to_string()
    }
}

impl<T: Source> Source for &[T] {
    fn source(&self) -> String {
        let items: Vec<String> = self.iter().map(Source::source).collect();
        format!("&[{}]", items.join(", "))
    }
}

impl<T: Source> Source for Option<T> {
    fn source(&self) -> String {
        self.as_ref().map_or("None".to_owned(), |value| format!("Some({})", value.source()))
    }
}

impl<A: Source, B: Source> Source for (A, B) {
    fn source(&self) -> String {
        format!("({}, {})", self.0.source(), self.1.source())
    }
}

/// A struct with named fields.
macro_rules! fields {
    ($($type:ident { $($field:ident),+ })+) => { $(impl Source for $type {
        fn source(&self) -> String {
            let fields = [$(format!("{}: {}", stringify!($field), self.$field.source())),+];
            format!("{} {{ {} }}", stringify!($type), fields.join(", "))
        }
    })+ };
}
fields! {
    Document { title, opening, sections }
    Section { anchor, tone, heading, passages }
    Passage { before, widget, after }
    Placement { id, name, question, preset }
    Reading { id, name, item, text }
    Element { tag, attributes, children }
}

impl Source for Block {
    fn source(&self) -> String {
        let body = match self {
            Self::Heading(level, anchor, body) => format!("Heading({level}, {}, {})", anchor.source(), body.source()),
            Self::Paragraph(body) => format!("Paragraph({})", body.source()),
            Self::List(first, items) => format!("List({}, {})", first.source(), items.source()),
            Self::Quote(blocks) => format!("Quote({})", blocks.source()),
            Self::Code(code) => format!("Code({})", code.source()),
            Self::Table(head, rows) => format!("Table({}, {})", head.source(), rows.source()),
            Self::Rule => "Rule".to_owned(),
        };
        format!("Block::{body}")
    }
}

impl Source for Inline {
    fn source(&self) -> String {
        let body = match self {
            Self::Text(text) => format!("Text({})", text.source()),
            Self::Emphasis(body) => format!("Emphasis({})", body.source()),
            Self::Strong(body) => format!("Strong({})", body.source()),
            Self::Code(code) => format!("Code({})", code.source()),
            Self::Link(address, body) => format!("Link({}, {})", address.source(), body.source()),
            Self::Formula(element) => format!("Formula({})", element.source()),
            Self::Reading(reading) => format!("Reading({})", reading.source()),
            Self::Set(id, fields, body) => {
                format!("Set({}, {}, {})", id.source(), fields.source(), body.source())
            }
            Self::Break => "Break".to_owned(),
        };
        format!("Inline::{body}")
    }
}

impl Source for Node {
    fn source(&self) -> String {
        match self {
            Self::Element(element) => format!("Node::Element({})", element.source()),
            Self::Text(text) => format!("Node::Text({})", text.source()),
        }
    }
}

//! What stands inside a paragraph.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, OffsetIter, Tag, TagEnd};

use super::document::{Inline, Placement, Reading};
use super::links::{Target, target};
use super::math::formula;
use super::whole::Mention;
use super::{Problem, kept, list};

/// The Markdown while it is read.
pub struct Reader<'a> {
    pub source: &'a str,
    pub events: Peekable<OffsetIter<'a>>,
    pub problems: Vec<Problem>,
    /// What refers to other places, with its line.
    pub mentions: Vec<(usize, Mention)>,
    /// The last character of the text so far.
    last: char,
}

impl<'a> Reader<'a> {
    pub fn new(source: &'a str, events: OffsetIter<'a>) -> Self {
        Self { source, events: events.peekable(), problems: Vec::new(), mentions: Vec::new(), last: ' ' }
    }

    pub fn line(&self, range: &Range<usize>) -> usize {
        let before = &self.source.as_bytes()[..range.start.min(self.source.len())];
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }

    pub fn problem(&mut self, range: &Range<usize>, text: impl Into<String>) {
        let line = self.line(range);
        self.problems.push(Problem { line, text: text.into() });
    }

    /// Reads up to `end`.
    pub fn inlines(&mut self, end: TagEnd) -> &'static [Inline] {
        let mut out = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if event == Event::End(end) {
                break;
            }
            self.inline(event, &range, &mut out);
        }
        list(out)
    }

    /// Reads words that stand in a list item without a paragraph.
    pub fn loose(&mut self) -> &'static [Inline] {
        let mut out = Vec::new();
        while let Some((event, range)) = self.events.next_if(|(event, _)| !is_block(event)) {
            self.inline(event, &range, &mut out);
        }
        list(out)
    }

    fn inline(&mut self, event: Event<'a>, range: &Range<usize>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => self.words(out, &text, range),
            Event::SoftBreak => {
                let space = self.space(range);
                self.words(out, space, range);
            }
            Event::HardBreak => out.push(Inline::Break),
            Event::Code(code) => {
                self.last = 'x';
                out.push(Inline::Code(kept(&code)));
            }
            Event::InlineMath(tex) => out.extend(self.formula(&tex, false, range)),
            Event::DisplayMath(tex) => out.extend(self.formula(&tex, true, range)),
            Event::Start(tag) => out.extend(self.span(tag, range)),
            other => self.problem(range, format!("{other:?} has no place in the article")),
        }
    }

    fn words(&mut self, out: &mut Vec<Inline>, text: &str, range: &Range<usize>) {
        self.last = text.chars().last().unwrap_or(self.last);
        let before = match out.last() {
            Some(Inline::Text(before)) => *before,
            _ => "",
        };
        let all = [before, text].concat();
        if all.contains("**") && !before.contains("**") {
            self.problem(
                range,
                "`**` was not taken for strong text: put punctuation and quotation marks outside of it",
            );
        }
        if !before.is_empty() {
            out.pop();
        }
        if !all.is_empty() {
            out.push(Inline::Text(kept(&all)));
        }
    }

    /// A line break in the source is a space, but not between Chinese characters.
    fn space(&self, range: &Range<usize>) -> &'static str {
        let markup = |c: char| c.is_whitespace() || "*_[`>".contains(c);
        let next = self.source[range.end..].trim_start_matches(markup).chars().next().unwrap_or(' ');
        let han = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) && !mark(c);
        let either = |c: char| "“”‘’—…".contains(c);
        let (a, b) = (self.last, next);
        let joined = mark(a) || mark(b) || (han(a) && (han(b) || either(b))) || (either(a) && han(b));
        if joined { "" } else { " " }
    }

    fn formula(&mut self, tex: &str, display: bool, range: &Range<usize>) -> Option<Inline> {
        self.last = 'x';
        match formula(tex, display) {
            Ok(element) => Some(Inline::Formula(element)),
            Err(problem) => {
                self.problem(range, problem);
                None
            }
        }
    }

    fn span(&mut self, tag: Tag<'a>, range: &Range<usize>) -> Option<Inline> {
        let end = tag.to_end();
        match tag {
            Tag::Emphasis => Some(Inline::Emphasis(self.inlines(end))),
            Tag::Strong => Some(Inline::Strong(self.inlines(end))),
            Tag::Link { dest_url, .. } => self.link(&dest_url, range),
            Tag::Image { dest_url, .. } => {
                self.inlines(end);
                self.problem(
                    range,
                    format!("`{dest_url}`: an image is a widget, in a paragraph of its own under a section's heading"),
                );
                None
            }
            other => {
                self.inlines(end);
                self.problem(range, format!("{other:?} has no place in the article"));
                None
            }
        }
    }

    fn link(&mut self, destination: &str, range: &Range<usize>) -> Option<Inline> {
        let body = self.inlines(TagEnd::Link);
        let line = self.line(range);
        match target(destination) {
            Ok(Target::Address(address)) => Some(Inline::Link(address, body)),
            Ok(Target::Anchor(anchor)) => {
                self.mentions.push((line, Mention::Anchor(anchor)));
                Some(Inline::Link(kept(&["#", anchor].concat()), body))
            }
            Ok(Target::Set { id, fields }) => {
                self.mentions.push((line, Mention::Set(id, fields)));
                Some(Inline::Set(id, fields, body))
            }
            Ok(Target::Reading { id, name, item }) => {
                let [Inline::Text(text)] = body else {
                    self.problem(range, format!("`{destination}` needs the number as it is by default between its brackets, and nothing else"));
                    return None;
                };
                self.mentions.push((line, Mention::Reading(id, name, item, text)));
                Some(Inline::Reading(Reading { id, name, item, text }))
            }
            Ok(Target::Widget { .. }) => {
                self.problem(range, format!("`{destination}` needs an exclamation mark before its brackets"));
                None
            }
            Err(problem) => {
                self.problem(range, problem);
                None
            }
        }
    }

    /// The image at the start of a paragraph, if it is a widget and all of the paragraph.
    pub fn placement(&mut self, destination: &CowStr<'a>, range: &Range<usize>) -> Option<Placement> {
        let question = super::plain(self.inlines(TagEnd::Image));
        let alone = matches!(self.events.peek(), Some((Event::End(TagEnd::Paragraph), _)));
        if !alone {
            self.problem(range, format!("`{destination}` stands in a paragraph of its own"));
        }
        self.inlines(TagEnd::Paragraph);
        match target(destination) {
            Ok(Target::Widget { name, id, preset }) if alone => {
                if question.is_empty() {
                    self.problem(range, format!("`{destination}` needs the question it answers between its brackets"));
                }
                Some(Placement { id, name, question: kept(&question), preset })
            }
            Ok(_) if alone => {
                self.problem(
                    range,
                    format!(
                        "`{destination}` is no widget: an image looks like `![question](widget:router?stage=keep)`"
                    ),
                );
                None
            }
            Ok(_) => None,
            Err(problem) => {
                self.problem(range, problem);
                None
            }
        }
    }
}

/// Chinese punctuation, which brings its own space.
fn mark(c: char) -> bool {
    ('\u{3000}'..='\u{303f}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

/// Whether an event ends the words of a list item without a paragraph.
pub fn is_block(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        other => matches!(other, Event::End(_) | Event::Rule),
    }
}

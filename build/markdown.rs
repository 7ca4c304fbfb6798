//! Blocks and sections.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::document::{Block, Document, Inline, Passage, Placement, Section};
use super::inlines::{Reader, is_block};
use super::whole::{self, Mention};
use super::{Compiled, Problem, kept, list};

/// The techniques, each with its hue.
const TONES: [&str; 3] = ["experts", "memory", "rounding"];

/// Reads an article.
///
/// # Errors
/// Everything that is wrong with it, in the order of lines.
pub fn compile(source: &str) -> Result<Compiled, Vec<Problem>> {
    let options = Options::ENABLE_MATH | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TABLES;
    let mut reader = Reader::new(source, Parser::new_ext(source, options).into_offset_iter());
    let document = reader.document();
    let claims = whole::check(&mut reader, &document);
    if reader.problems.is_empty() {
        return Ok(Compiled { document, claims });
    }
    reader.problems.sort_by_key(|problem| problem.line);
    Err(reader.problems)
}

/// A section while it is read.
struct Draft {
    anchor: &'static str,
    tone: Option<&'static str>,
    heading: &'static [Inline],
    passages: Vec<Passage>,
    before: Vec<Block>,
    widget: Option<Placement>,
    after: Vec<Block>,
}

impl Draft {
    fn push(&mut self, block: Block) {
        if self.widget.is_some() { self.after.push(block) } else { self.before.push(block) }
    }

    /// A second widget begins a new passage.
    fn place(&mut self, widget: Placement) {
        if self.widget.is_some() {
            self.cut();
        }
        self.widget = Some(widget);
    }

    fn cut(&mut self) {
        let before = list(std::mem::take(&mut self.before));
        let after = list(std::mem::take(&mut self.after));
        self.passages.push(Passage { before, widget: self.widget.take(), after });
    }

    fn done(mut self) -> Section {
        self.cut();
        Section { anchor: self.anchor, tone: self.tone, heading: self.heading, passages: list(self.passages) }
    }
}

/// What a paragraph turned out to be.
enum Piece {
    Block(Block),
    Widget(Placement),
    Nothing,
}

/// A heading as it was read.
struct Heading {
    level: HeadingLevel,
    id: Option<&'static str>,
    tone: Option<&'static str>,
    body: &'static [Inline],
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Document {
        let mut title: Option<&'static [Inline]> = None;
        let (mut opening, mut sections) = (Vec::new(), Vec::new());
        let mut draft: Option<Draft> = None;
        while let Some((event, range)) = self.events.next() {
            let piece = match event {
                Event::Start(tag @ Tag::Heading { .. }) => {
                    let heading = self.heading(tag, &range);
                    match heading.level {
                        HeadingLevel::H1 if title.is_none() => {
                            title = Some(heading.body);
                            Piece::Nothing
                        }
                        HeadingLevel::H2 => {
                            sections.extend(draft.take().map(Draft::done));
                            draft = Some(self.section(heading, &range));
                            Piece::Nothing
                        }
                        level => Piece::Block(Block::Heading(level as u8, heading.id, heading.body)),
                    }
                }
                other => self.piece(other, &range),
            };
            match (piece, &mut draft) {
                (Piece::Block(block), Some(draft)) => draft.push(block),
                (Piece::Block(block), None) => opening.push(block),
                (Piece::Widget(widget), Some(draft)) => {
                    let line = self.line(&range);
                    self.mentions.push((line, Mention::Widget(widget.id, widget.name, widget.preset)));
                    draft.place(widget);
                }
                (Piece::Widget(widget), None) => {
                    self.problem(&range, format!("widget `{}` stands before the first section (`## …`)", widget.name));
                }
                (Piece::Nothing, _) => {}
            }
        }
        sections.extend(draft.take().map(Draft::done));
        if title.is_none() {
            self.problem(&(0..0), "there is no title (`# …`)");
        }
        Document { title: title.unwrap_or_default(), opening: list(opening), sections: list(sections) }
    }

    fn heading(&mut self, tag: Tag<'a>, range: &Range<usize>) -> Heading {
        let end = tag.to_end();
        let body = self.inlines(end);
        let Tag::Heading { level, id, classes, .. } = tag else {
            return Heading { level: HeadingLevel::H6, id: None, tone: None, body };
        };
        let tone = classes.first().map(|class| kept(class));
        if let Some(tone) = tone.filter(|tone| !TONES.contains(tone)) {
            self.problem(range, format!("`.{tone}` is no technique; there are .{}", TONES.join(", .")));
        }
        let id = id.map(|id| kept(&id));
        if let Some(anchor) = id {
            let line = self.line(range);
            self.mentions.push((line, Mention::Here(anchor)));
        }
        Heading { level, id, tone, body }
    }

    fn section(&mut self, heading: Heading, range: &Range<usize>) -> Draft {
        if heading.id.is_none() {
            let words = super::plain(heading.body);
            self.problem(range, format!("the section “{words}” needs an anchor: `## {words} {{#anchor}}`"));
        }
        Draft {
            anchor: heading.id.unwrap_or_default(),
            tone: heading.tone,
            heading: heading.body,
            passages: Vec::new(),
            before: Vec::new(),
            widget: None,
            after: Vec::new(),
        }
    }

    fn piece(&mut self, event: Event<'a>, range: &Range<usize>) -> Piece {
        match event {
            Event::Start(Tag::Paragraph) => {
                if let Some((Event::Start(Tag::Image { dest_url, .. }), image)) = self.events.peek() {
                    let (destination, image) = (dest_url.clone(), image.clone());
                    self.events.next();
                    return self.placement(&destination, &image).map_or(Piece::Nothing, Piece::Widget);
                }
                Piece::Block(Block::Paragraph(self.inlines(TagEnd::Paragraph)))
            }
            Event::Start(tag @ Tag::Heading { .. }) => {
                let heading = self.heading(tag, range);
                Piece::Block(Block::Heading(heading.level as u8, heading.id, heading.body))
            }
            Event::Start(Tag::List(first)) => {
                let items = self.items(first.is_some());
                Piece::Block(Block::List(first.map(|first| u32::try_from(first).unwrap_or(1)), items))
            }
            Event::Start(tag @ Tag::BlockQuote(_)) => Piece::Block(Block::Quote(self.blocks(tag.to_end()))),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => {
                Piece::Block(Block::Code(kept(&super::plain(self.inlines(TagEnd::CodeBlock)))))
            }
            Event::Start(Tag::Table(_)) => Piece::Block(self.table()),
            Event::Rule => Piece::Block(Block::Rule),
            Event::Start(Tag::HtmlBlock) => {
                while self.events.next_if(|(event, _)| !matches!(event, Event::End(TagEnd::HtmlBlock))).is_some() {}
                self.events.next();
                self.problem(range, "HTML is not shown; write Markdown");
                Piece::Nothing
            }
            other => {
                self.problem(range, format!("{other:?} has no place in the article"));
                Piece::Nothing
            }
        }
    }

    /// Blocks inside another block.
    fn blocks(&mut self, end: TagEnd) -> &'static [Block] {
        let mut out = Vec::new();
        // Items of a tight list hold their words without a paragraph.
        while let Some((event, _)) = self.events.peek() {
            if !is_block(event) {
                out.push(Block::Paragraph(self.loose()));
                continue;
            }
            let Some((event, range)) = self.events.next() else { break };
            if event == Event::End(end) {
                break;
            }
            match self.piece(event, &range) {
                Piece::Block(block) => out.push(block),
                Piece::Widget(widget) => {
                    self.problem(&range, format!("widget `{}` stands inside another block", widget.name));
                }
                Piece::Nothing => {}
            }
        }
        list(out)
    }

    fn items(&mut self, ordered: bool) -> &'static [&'static [Block]] {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(TagEnd::List(same)) if same == ordered => break,
                _ => items.push(self.blocks(TagEnd::Item)),
            }
        }
        list(items)
    }

    fn table(&mut self) -> Block {
        let mut rows: Vec<&'static [&'static [Inline]]> = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(TagEnd::Table) => break,
                Event::Start(row) => rows.push(self.cells(row.to_end())),
                _ => {}
            }
        }
        let head = if rows.is_empty() { &[] } else { rows.remove(0) };
        Block::Table(head, list(rows))
    }

    fn cells(&mut self, end: TagEnd) -> &'static [&'static [Inline]] {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                _ => cells.push(self.inlines(TagEnd::TableCell)),
            }
        }
        list(cells)
    }
}

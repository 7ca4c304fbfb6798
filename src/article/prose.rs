//! The text.

use yew::prelude::*;

use super::document::{Block, Element, Fields, Inline, Node};
use super::link::Link;
use super::page::Action;
use super::reading::Reading;
use super::scene::Scene;
use crate::i18n::{self, Lang};
use crate::ui::{element, group, text, written};

/// Blocks of text.
pub fn blocks(blocks: &'static [Block], lang: Lang) -> Vec<Html> {
    blocks.iter().map(|one| block(one, lang)).collect()
}

/// An element that only holds others.
fn plain(tag: &'static str, children: Vec<Html>) -> Html {
    element(tag, Vec::new(), children)
}

fn block(block: &'static Block, lang: Lang) -> Html {
    match block {
        Block::Heading(level, anchor, body) => {
            let tag = if *level <= 3 { "h3" } else { "h4" };
            let id = anchor.iter().map(|id| ("id", AttrValue::Static(id))).collect();
            element(tag, id, inlines(body, lang))
        }
        Block::Paragraph(body) => plain("p", inlines(body, lang)),
        Block::List(first, items) => {
            let items = items.iter().map(|item| plain("li", self::item(item, lang))).collect();
            match first {
                Some(first) => element("ol", vec![("start", written(first.to_string()))], items),
                None => plain("ul", items),
            }
        }
        Block::Quote(body) => plain("blockquote", blocks(body, lang)),
        Block::Code(code) => element("pre", vec![("tabindex", "0".into())], vec![self::code(code)]),
        Block::Table(head, rows) => table(head, rows, lang),
        Block::Rule => plain("hr", Vec::new()),
    }
}

fn code(code: &'static str) -> Html {
    plain("code", vec![text(code.into())])
}

/// An item of one paragraph needs no paragraph.
fn item(body: &'static [Block], lang: Lang) -> Vec<Html> {
    match body {
        [Block::Paragraph(body)] => inlines(body, lang),
        body => blocks(body, lang),
    }
}

fn table(head: &'static [&'static [Inline]], rows: &'static [&'static [&'static [Inline]]], lang: Lang) -> Html {
    let head = head.iter().map(|cell| element("th", vec![("scope", "col".into())], inlines(cell, lang))).collect();
    let row = |cells: &&'static [&'static [Inline]]| {
        plain("tr", cells.iter().map(|cell| plain("td", inlines(cell, lang))).collect())
    };
    let head = plain("thead", vec![plain("tr", head)]);
    plain("table", vec![head, plain("tbody", rows.iter().map(row).collect())])
}

/// Words.
pub fn inlines(inlines: &'static [Inline], lang: Lang) -> Vec<Html> {
    inlines.iter().map(|one| inline(one, lang)).collect()
}

fn inline(inline: &'static Inline, lang: Lang) -> Html {
    match inline {
        Inline::Text(words) => text((*words).into()),
        Inline::Emphasis(body) => plain("em", inlines(body, lang)),
        Inline::Strong(body) => plain("strong", inlines(body, lang)),
        Inline::Code(code) => self::code(code),
        Inline::Link(address, body) => element("a", vec![("href", (*address).into())], inlines(body, lang)),
        Inline::Formula(formula) => self::formula(formula),
        Inline::Reading(reading) => html! { <Reading {reading} {lang} /> },
        Inline::Set(id, fields, body) => html! { <Act {id} {fields} {body} {lang} /> },
        Inline::Break => plain("br", Vec::new()),
    }
}

fn formula(piece: &'static Element) -> Html {
    let attributes = piece.attributes.iter().map(|(name, value)| (*name, AttrValue::Static(value))).collect();
    let children = piece.children.iter().map(|node| match node {
        Node::Element(child) => formula(child),
        Node::Text(words) => text((*words).into()),
    });
    element(piece.tag, attributes, children.collect())
}

/// What [`Act`] needs.
#[derive(Properties, PartialEq)]
struct ActProps {
    id: &'static str,
    fields: Fields,
    body: &'static [Inline],
    lang: Lang,
}

/// Words that act on a widget.
#[component]
fn Act(props: &ActProps) -> Html {
    let ActProps { id, fields, body, lang } = *props;
    let scene = use_context::<Scene>();
    let page = scene.as_ref().map(|scene| &scene.page);
    let shown = page.and_then(|page| page.slot(id)).map(|slot| slot.fields.as_slice()).unwrap_or_default();
    let holds = |(field, text): &(&str, &str)| shown.iter().any(|(known, now)| known == field && now == text);
    let on_follow = {
        let scene = scene.clone();
        Callback::from(move |()| {
            if let Some(scene) = &scene {
                scene.act(Action::Set(id, fields));
            }
        })
    };
    Link {
        query: page.map(|page| page.query_with(id, fields)).unwrap_or_default(),
        class: Some("acts"),
        lang: None,
        title: Some(i18n::article(lang).acts),
        controls: Some(id),
        current: fields.iter().all(holds),
        on_follow,
        says: group(inlines(body, lang)),
    }
    .view()
}

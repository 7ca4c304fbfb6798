//! The text.

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

use super::document::{Block, Element, Fields, Inline, Node};
use super::link::Link;
use super::page::Action;
use super::reading::Reading;
use super::scene::Scene;
use crate::i18n::{self, Lang};

/// Blocks of text.
pub fn blocks(blocks: &'static [Block], lang: Lang) -> Html {
    html! { <>{ for blocks.iter().map(|one| block(one, lang)) }</> }
}

fn block(block: &'static Block, lang: Lang) -> Html {
    match block {
        Block::Heading(level, anchor, body) => {
            let tag = if *level <= 3 { "h3" } else { "h4" };
            html! { <@{tag} id={*anchor}>{ inlines(body, lang) }</@> }
        }
        Block::Paragraph(body) => html! { <p>{ inlines(body, lang) }</p> },
        Block::List(first, items) => {
            let items = items.iter().map(|item| html! { <li>{ self::item(item, lang) }</li> });
            match first {
                Some(first) => html! { <ol start={first.to_string()}>{ for items }</ol> },
                None => html! { <ul>{ for items }</ul> },
            }
        }
        Block::Quote(body) => html! { <blockquote>{ blocks(body, lang) }</blockquote> },
        Block::Code(code) => html! { <pre tabindex="0"><code>{ *code }</code></pre> },
        Block::Table(head, rows) => table(head, rows, lang),
        Block::Rule => html! { <hr /> },
    }
}

/// An item of one paragraph needs no paragraph.
fn item(body: &'static [Block], lang: Lang) -> Html {
    match body {
        [Block::Paragraph(body)] => inlines(body, lang),
        body => blocks(body, lang),
    }
}

fn table(head: &'static [&'static [Inline]], rows: &'static [&'static [&'static [Inline]]], lang: Lang) -> Html {
    let row = |cells: &&'static [&'static [Inline]]| {
        html! { <tr>{ for cells.iter().map(|cell| html! { <td>{ inlines(cell, lang) }</td> }) }</tr> }
    };
    html! {
        <table>
            <thead><tr>{ for head.iter().map(|cell| html! { <th scope="col">{ inlines(cell, lang) }</th> }) }</tr></thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

/// Words.
pub fn inlines(inlines: &'static [Inline], lang: Lang) -> Html {
    html! { <>{ for inlines.iter().map(|one| inline(one, lang)) }</> }
}

fn inline(inline: &'static Inline, lang: Lang) -> Html {
    match inline {
        Inline::Text(text) => VText::new(*text).into(),
        Inline::Emphasis(body) => html! { <em>{ inlines(body, lang) }</em> },
        Inline::Strong(body) => html! { <strong>{ inlines(body, lang) }</strong> },
        Inline::Code(code) => html! { <code>{ *code }</code> },
        Inline::Link(address, body) => html! { <a href={*address}>{ inlines(body, lang) }</a> },
        Inline::Formula(formula) => element(formula),
        Inline::Reading(reading) => html! { <Reading {reading} {lang} /> },
        Inline::Set(id, fields, body) => html! { <Act {id} {fields} {body} {lang} /> },
        Inline::Break => html! { <br /> },
    }
}

fn element(element: &'static Element) -> Html {
    let mut tag = VTag::new(element.tag);
    for (name, value) in element.attributes {
        tag.add_attribute(name, *value);
    }
    tag.add_children(element.children.iter().map(|node| match node {
        Node::Element(child) => self::element(child),
        Node::Text(text) => VText::new(*text).into(),
    }));
    tag.into()
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
        says: inlines(body, lang),
    }
    .view()
}

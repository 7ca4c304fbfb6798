//! The two articles as they are shipped.

use std::fs;
use std::rc::Rc;

use frugal::article::document::{Block, Inline, Section};
use frugal::article::{document, reading};
use frugal::i18n::{Lang, problem};
use frugal::state::{Pairs, Problem};
use frugal::widgets::{TABLES, readings_of};

use crate::compiler::{About, Claim, Compiled, compile};

fn article(lang: Lang) -> (String, Compiled) {
    let file = format!("src/article/{}.md", lang.tag());
    let text = fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let compiled = compile(&text).unwrap_or_else(|problems| panic!("{file}: {problems:?}"));
    (file, compiled)
}

fn claims() -> impl Iterator<Item = (Lang, String, Claim, Rc<Compiled>)> {
    Lang::ALL.into_iter().flat_map(|lang| {
        let (file, compiled) = article(lang);
        let compiled = Rc::new(compiled);
        let claims = compiled.claims.clone();
        claims.into_iter().map(move |claim| {
            let place = format!("{file}:{}", claim.line);
            (lang, place, claim, compiled.clone())
        })
    })
}

#[test]
fn every_text_of_a_field_is_taken() {
    for (lang, place, claim, _) in claims() {
        let About::Field(field, text) = claim.about else { continue };
        let table = TABLES.iter().find(|table| table.name == claim.widget).unwrap();
        if let Err(reason) = (table.check)(field, text) {
            let why = problem(&Problem { field: field.into(), given: text.into(), reason }, lang);
            panic!("{place}: widget `{}`: {why}", claim.widget);
        }
    }
}

#[test]
fn every_number_is_what_its_widget_computes() {
    let mut seen = 0;
    for (lang, place, claim, compiled) in claims() {
        let About::Reading(id, name, item, text) = claim.about else { continue };
        let passages = compiled.document.sections.iter().flat_map(|section| section.passages);
        let placement = passages.filter_map(|passage| passage.widget.as_ref()).find(|widget| widget.id == id).unwrap();
        let preset: Pairs = placement.preset.iter().copied().collect();
        let computed = readings_of(claim.widget, &preset, lang).unwrap();
        let asked = frugal::article::document::Reading { id, name, item, text };
        let written = reading::written(&asked, claim.widget, &computed.fields, &computed.readings, lang);
        let Some(written) = written else {
            let state: Vec<String> = computed.fields.iter().map(|(field, text)| format!("{field}={text}")).collect();
            panic!(
                "{place}: `{claim:?}`: no such number in the default state ({}); a list needs `@item`",
                state.join("&")
            );
        };
        assert!(reading::same(&written, text), "{place}: `{name}` is {written}, but the text says {text}");
        seen += 1;
    }
    assert!(seen > 0, "no number was looked at");
}

/// What must be the same in every language: widgets with their presets, readings with their items, what words set.
fn skeleton(section: &'static Section) -> (Vec<String>, Vec<String>) {
    let widgets = section.passages.iter().filter_map(|passage| passage.widget.as_ref());
    let widgets = widgets.map(|widget| format!("{}={}?{:?}", widget.id, widget.name, widget.preset)).collect();
    let mut live = Vec::new();
    for passage in section.passages {
        passage.before.iter().chain(passage.after).for_each(|block| in_block(block, &mut live));
    }
    live.sort();
    (widgets, live)
}

fn in_block(block: &'static Block, live: &mut Vec<String>) {
    match block {
        Block::Heading(_, anchor, body) => {
            live.extend(anchor.map(|anchor| format!("#{anchor}")));
            in_inlines(body, live);
        }
        Block::Paragraph(body) => in_inlines(body, live),
        Block::List(_, items) => items.iter().flat_map(|item| *item).for_each(|block| in_block(block, live)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| in_block(block, live)),
        Block::Table(head, rows) => {
            head.iter().chain(rows.iter().flat_map(|row| *row)).for_each(|cell| in_inlines(cell, live));
        }
        Block::Code(_) | Block::Rule => {}
    }
}

fn in_inlines(inlines: &'static [Inline], live: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Emphasis(body) | Inline::Strong(body) | Inline::Link(_, body) => in_inlines(body, live),
            Inline::Reading(reading) => live.push(format!("{}.{}@{:?}", reading.id, reading.name, reading.item)),
            Inline::Set(id, fields, body) => {
                live.push(format!("{id}?{fields:?}"));
                in_inlines(body, live);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Formula(_) | Inline::Break => {}
        }
    }
}

#[test]
fn both_languages_have_the_same_sections_widgets_and_numbers() {
    let (en, zh) = (document(Lang::En), document(Lang::Zh));
    let anchors = |sections: &'static [Section]| sections.iter().map(|section| section.anchor).collect::<Vec<_>>();
    assert_eq!(anchors(en.sections), anchors(zh.sections));
    for (en, zh) in en.sections.iter().zip(zh.sections) {
        assert_eq!(en.tone, zh.tone, "#{}", en.anchor);
        assert_eq!(skeleton(en), skeleton(zh), "#{}", en.anchor);
    }
}

#[test]
fn what_is_shipped_is_what_was_compiled() {
    for lang in Lang::ALL {
        let (_, compiled) = article(lang);
        assert_eq!(format!("{:?}", compiled.document), format!("{:?}", document(lang)));
    }
}

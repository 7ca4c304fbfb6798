//! The page and its figures render without a browser, to complete markup.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use frugal::article::page::Start;
use frugal::article::{App, Props, document, placements_in};
use frugal::i18n::Lang;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

fn rendered(query: &str) -> String {
    let start = Start { query: query.into(), languages: Vec::new() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let page = LocalServerRenderer::<App>::with_props(Props { start }).hydratable(false).render();
    LocalSet::new().block_on(&runtime, page)
}

/// Elements that have no end tag.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "meta"];

/// Asserts that every element is closed, in order, and returns how many there are of each.
fn tags(html: &str) -> Vec<String> {
    let (mut open, mut all) = (Vec::new(), Vec::new());
    for part in html.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("a tag without end: {part}"));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "</{name}> closes something else");
        } else if !tag.ends_with('/') && !VOID.contains(&name) && !name.starts_with('!') {
            open.push(name);
        }
        all.push(tag.to_owned());
    }
    assert_eq!(open, Vec::<&str>::new(), "never closed");
    all
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    Some(rest.split_once('"')?.0)
}

#[test]
fn the_page_is_complete_in_both_languages() {
    for lang in Lang::ALL {
        let html = rendered(&format!("lang={}", lang.tag()));
        let tags = tags(&html);
        let document = document(lang);
        for section in document.sections {
            let fragment = tags.iter().any(|tag| attribute(tag, "id") == Some(section.anchor));
            assert!(fragment, "{}: no element #{}", lang.tag(), section.anchor);
        }
        for placement in placements_in(document) {
            let (_, from) = html.split_once(&format!("id=\"{}\"", placement.id)).unwrap();
            let (figure, _) = from.split_once("</figure>").unwrap_or_else(|| panic!("{}: no figure", placement.id));
            assert!(figure.contains("<svg"), "{}: `{}` draws no svg", lang.tag(), placement.id);
        }
        let page = tags.iter().find(|tag| attribute(tag, "class") == Some("page")).unwrap();
        assert_eq!(attribute(page, "lang"), Some(lang.tag()));
        let lit = tags.iter().filter(|tag| tag.contains("dots__dot--lit")).count();
        assert_eq!((lit, tags.iter().filter(|tag| tag.contains("dots__dot")).count()), (8, 256));
    }
}

#[test]
fn every_place_of_a_text_is_filled() {
    for lang in Lang::ALL {
        let html = rendered(&format!("lang={}", lang.tag()));
        for part in html.split('{').skip(1) {
            let name = part.split('}').next().unwrap_or_default();
            let place =
                part.contains('}') && !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            assert!(!place, "{}: {{{name}}} has no value", lang.tag());
        }
    }
}

#[test]
fn ids_are_unique_and_named() {
    for lang in Lang::ALL {
        let tags = tags(&rendered(&format!("lang={}", lang.tag())));
        let mut ids: Vec<_> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
        for name in ["aria-labelledby", "aria-controls", "aria-describedby", "for"] {
            for named in tags.iter().filter_map(|tag| attribute(tag, name)) {
                assert!(named.split(' ').all(|id| ids.contains(&id)), "{name}=\"{named}\" names nothing");
            }
        }
        for href in tags.iter().filter_map(|tag| attribute(tag, "href")).filter_map(|href| href.strip_prefix('#')) {
            assert!(ids.contains(&href), "#{href} leads nowhere");
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands twice");
    }
}

#[test]
fn no_markup_that_strict_policies_block() {
    for tag in tags(&rendered("")) {
        assert!(
            attribute(&tag, "style").is_none() && !tag.starts_with("style") && !tag.starts_with("script"),
            "<{tag}>"
        );
        assert!(!tag.contains(" onclick="), "<{tag}>");
    }
}

#[test]
fn a_link_is_rendered_as_it_is() {
    let html = rendered("lang=zh&theme=dark&float.value=5&utm_source=x");
    assert!(html.contains("href=\"?utm_source=x&amp;lang=en&amp;theme=dark&amp;float.value=5\""));
    let nasty = rendered("float.value=%3Cscript%3Ealert(1)%3C/script%3E&float.nope=1");
    assert!(!nasty.contains("<script"));
}

//! The page: `en.md` and `zh.md`, compiled at build time, with living figures beside the text.
//!
//! Pure: [`address`], [`ledger`], [`page`] and the tree of [`document`]. In the browser only: [`history`] and `root`.

pub mod address;
pub mod document;
mod documents;
pub mod history;
mod known;
pub mod ledger;
mod link;
mod masthead;
pub mod page;
mod prose;
pub mod reading;
mod root;
mod scene;
mod section;

use yew::prelude::*;

pub use documents::{document, placements_in};

use crate::i18n::{self, Lang};
use crate::ui::{element, group, part, text, written};
use crate::widgets::Dots;
use masthead::masthead;
use page::{Page, Start};
use scene::Scene;
use section::Section;

/// What [`App`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the browser says when the page starts; nothing when it is rendered natively.
    #[prop_or_default]
    pub start: Start,
}

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let start = props.start.clone();
    let page = use_reducer(move || Page::new(&start));
    history::use_history(&page);
    root::use_root(page.lang, page.theme);
    root::use_fragment();
    let lang = page.lang;
    let words = i18n::article(lang);
    let scene = Scene { page };
    let section = |(at, section): (usize, &document::Section)| html! { <Section key={section.anchor} {at} {lang} /> };
    let mut main = vec![opening(lang)];
    main.extend(document(lang).sections.iter().enumerate().map(section));
    let skip = vec![("class", "skip".into()), ("href", "#text".into())];
    let body = vec![
        element("a", skip, vec![text(words.skip.into())]),
        masthead(&scene),
        element("main", vec![("id", "text".into()), ("tabindex", "-1".into())], main),
        part("footer", "colophon", vec![element("p", Vec::new(), vec![text(words.colophon.into())])]),
    ];
    let page = element("div", vec![("class", "page".into()), ("lang", lang.tag().into())], body);
    html! { <ContextProvider<Scene> context={scene}>{ page }</ContextProvider<Scene>> }
}

/// What stands before the first section.
fn opening(lang: Lang) -> Html {
    let document = document(lang);
    let contents = |section: &'static document::Section| {
        let address = vec![("href", written(["#", section.anchor].concat()))];
        element("li", Vec::new(), vec![element("a", address, prose::inlines(section.heading, lang))])
    };
    let list = element("ol", Vec::new(), document.sections.iter().map(contents).collect());
    let label = vec![("class", "contents".into()), ("aria-label", i18n::article(lang).contents.into())];
    let mut body = vec![element("h1", Vec::new(), prose::inlines(document.title, lang))];
    // In a place of its own: there may be another number of blocks in another language.
    body.push(group(prose::blocks(document.opening, lang)));
    body.extend([html! { <Dots {lang} /> }, element("nav", label, vec![list])]);
    part("div", "opening", body)
}

/// Puts the page into the element with this id.
pub fn mount(id: &str) {
    let element =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        yew::Renderer::<App>::with_root_and_props(element, Props { start: history::start() }).render();
    }
}

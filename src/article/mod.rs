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

use crate::i18n;
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
    let text = i18n::article(lang);
    let document = document(lang);
    let contents = |section: &'static document::Section| {
        html! { <li><a href={["#", section.anchor].concat()}>{ prose::inlines(section.heading, lang) }</a></li> }
    };
    let scene = Scene { page };
    html! {
        <ContextProvider<Scene> context={scene.clone()}>
            <div class="page" lang={lang.tag()}>
                <a class="skip" href="#text">{ text.skip }</a>
                { masthead(&scene) }
                <main id="text" tabindex="-1">
                    <div class="opening">
                        <h1>{ prose::inlines(document.title, lang) }</h1>
                        { prose::blocks(document.opening, lang) }
                        <Dots {lang} />
                        <nav class="contents" aria-label={text.contents}><ol>{ for document.sections.iter().map(contents) }</ol></nav>
                    </div>
                    { for document.sections.iter().enumerate().map(|(at, section)| html! { <Section key={section.anchor} {at} {lang} /> }) }
                </main>
                <footer class="colophon"><p>{ text.colophon }</p></footer>
            </div>
        </ContextProvider<Scene>>
    }
}

/// Puts the page into the element with this id.
pub fn mount(id: &str) {
    let element =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        yew::Renderer::<App>::with_root_and_props(element, Props { start: history::start() }).render();
    }
}

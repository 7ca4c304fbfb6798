//! What stands outside of the page's own tree: the document's language, title and colours, and where it is scrolled to.
//! Everything here runs in the browser, in effects.

use web_sys::{Document, Element};
use yew::prelude::*;

use super::address::Theme;
use crate::i18n::{self, Lang};
use crate::state::{Choice as _, decode};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Keeps the document's language, title and colours.
#[hook]
pub fn use_root(lang: Lang, theme: Theme) {
    use_effect_with((lang, theme), |(lang, theme)| {
        let Some(document) = document() else { return };
        document.set_title(i18n::article(*lang).title);
        let Some(root) = document.document_element() else { return };
        // An element that takes no attributes is none that a browser shows.
        let _ = root.set_attribute("lang", lang.tag());
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            named => root.set_attribute("data-theme", named.name()),
        };
    });
}

/// Scrolls to the fragment once: when the browser looked for it, the page was not there.
#[hook]
pub fn use_fragment() {
    use_effect_with((), |()| {
        if let Some(place) = fragment() {
            place.scroll_into_view();
        }
    });
}

fn fragment() -> Option<Element> {
    let hash = web_sys::window()?.location().hash().ok()?;
    document()?.get_element_by_id(&decode(hash.strip_prefix('#')?))
}

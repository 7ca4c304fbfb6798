//! Elements by function call, which takes less code than `html!`; the page's own, as it does not see the controls.

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// An element without listeners.
#[inline(never)]
pub fn element(tag: &'static str, attributes: Vec<(&'static str, AttrValue)>, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    for (name, value) in attributes {
        element.add_attribute(name, value);
    }
    element.add_children(children);
    element.into()
}

/// A text node.
#[inline(never)]
pub fn text(text: AttrValue) -> Html {
    VText::new(text).into()
}

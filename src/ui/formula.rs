//! Pieces of MathML.

use yew::prelude::*;

use super::element::{element, text};

fn token(tag: &'static str, body: AttrValue) -> Html {
    element(tag, Vec::new(), vec![text(body)])
}

/// An identifier.
pub fn mi(name: &'static str) -> Html {
    token("mi", AttrValue::Static(name))
}

/// A number.
pub fn mn(number: impl Into<AttrValue>) -> Html {
    token("mn", number.into())
}

/// An operator.
pub fn mo(operator: &'static str) -> Html {
    token("mo", AttrValue::Static(operator))
}

/// Words inside a formula.
pub fn mtext(words: impl Into<AttrValue>) -> Html {
    token("mtext", words.into())
}

/// Several pieces in a row.
pub fn row(pieces: Vec<Html>) -> Html {
    element("mrow", Vec::new(), pieces)
}

/// `base` with a subscript.
pub fn msub(base: Html, below: Html) -> Html {
    element("msub", Vec::new(), vec![base, below])
}

/// `base` with a superscript.
pub fn msup(base: Html, above: Html) -> Html {
    element("msup", Vec::new(), vec![base, above])
}

/// A fraction.
pub fn frac(above: Html, below: Html) -> Html {
    element("mfrac", Vec::new(), vec![above, below])
}

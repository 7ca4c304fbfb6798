//! Pieces of MathML.

use yew::prelude::*;

/// An identifier.
pub fn mi(name: &str) -> Html {
    html! { <mi>{ name.to_owned() }</mi> }
}

/// A number.
pub fn mn(number: impl Into<AttrValue>) -> Html {
    html! { <mn>{ number.into() }</mn> }
}

/// An operator.
pub fn mo(operator: &str) -> Html {
    html! { <mo>{ operator.to_owned() }</mo> }
}

/// Words inside a formula.
pub fn mtext(words: impl Into<AttrValue>) -> Html {
    html! { <mtext>{ words.into() }</mtext> }
}

/// Several pieces in a row.
pub fn row(pieces: Vec<Html>) -> Html {
    html! { <mrow>{ for pieces }</mrow> }
}

/// `base` with a subscript.
pub fn msub(base: Html, below: Html) -> Html {
    html! { <msub>{ base }{ below }</msub> }
}

/// `base` with a superscript.
pub fn msup(base: Html, above: Html) -> Html {
    html! { <msup>{ base }{ above }</msup> }
}

/// A fraction.
pub fn frac(above: Html, below: Html) -> Html {
    html! { <mfrac>{ above }{ below }</mfrac> }
}

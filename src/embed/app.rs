//! The root component of one custom element.

use yew::prelude::*;

use crate::widgets;

/// Which widget, and what it is given.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    pub widget: &'static str,
    pub host: widgets::Props,
}

/// One widget.
#[component]
pub fn App(props: &Props) -> Html {
    widgets::render(props.widget, props.host.clone())
}

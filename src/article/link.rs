//! Links that act in place and still are links: opened in a new tab, they lead to the same state.

use yew::prelude::*;

/// What a [`Link`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The query of the state it leads to, without `?`.
    pub query: String,
    /// Its class.
    #[prop_or_default]
    pub class: Classes,
    /// The language of what it leads to and says.
    #[prop_or_default]
    pub lang: Option<&'static str>,
    /// What it does, for those who cannot see what it looks like.
    #[prop_or_default]
    pub title: Option<&'static str>,
    /// The id of what it acts on.
    #[prop_or_default]
    pub controls: Option<&'static str>,
    /// Whether that is the state now.
    #[prop_or_default]
    pub current: bool,
    /// Called when it is followed here.
    pub on_follow: Callback<()>,
    /// What it says.
    pub children: Html,
}

/// A link that acts in place, unless a modifier asks for a new tab or window.
#[component]
pub fn Link(props: &Props) -> Html {
    let follow = props.on_follow.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            follow.emit(());
        }
    });
    html! {
        <a href={["?", &props.query].concat()} class={props.class.clone()} lang={props.lang} hreflang={props.lang} title={props.title}
            aria-controls={props.controls} aria-current={props.current.then_some("true")} {onclick}>{ props.children.clone() }</a>
    }
}

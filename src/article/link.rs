//! Links that act in place and still are links: opened in a new tab, they lead to the same state.

use yew::prelude::*;

/// A link that acts in place, unless a modifier asks for a new tab or window.
pub struct Link {
    /// The query of the state it leads to, without `?`.
    pub query: String,
    /// Its class.
    pub class: Option<&'static str>,
    /// The language of what it leads to and says.
    pub lang: Option<&'static str>,
    /// What it does, for those who cannot see what it looks like.
    pub title: Option<&'static str>,
    /// The id of what it acts on.
    pub controls: Option<&'static str>,
    /// Whether that is the state now.
    pub current: bool,
    /// Called when it is followed here.
    pub on_follow: Callback<()>,
    /// What it says.
    pub says: Html,
}

impl Link {
    /// Draws it.
    pub fn view(self) -> Html {
        let follow = self.on_follow;
        let onclick = Callback::from(move |event: MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
                event.prevent_default();
                follow.emit(());
            }
        });
        html! {
            <a href={["?", &self.query].concat()} class={self.class} lang={self.lang} hreflang={self.lang} title={self.title}
                aria-controls={self.controls} aria-current={self.current.then_some("true")} {onclick}>{ self.says }</a>
        }
    }
}

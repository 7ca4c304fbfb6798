//! A widget's place: free until its code is there.

use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::host::{Host, Props};
use super::parts;
use crate::i18n;
use crate::ui::browser::Sight;
use crate::ui::{Button, element, text, written};

/// A screen above or below.
const NEAR: &str = "100% 0px";
/// After this long, what is far away is fetched too: what comes near then is there.
const LATER_MS: u32 = 1500;

/// What a [`Place`] needs.
#[derive(Properties, PartialEq)]
pub struct PlaceProps {
    /// The widget's name.
    pub name: &'static str,
    /// What it is given.
    pub props: Props,
}

#[derive(Clone, Copy, PartialEq)]
enum Code {
    Awaited,
    Here,
    Missing,
}

/// A widget as soon as its code is there, which is fetched when the place comes near the screen, or a little later.
#[component]
pub fn Place(place: &PlaceProps) -> Html {
    let PlaceProps { name, props } = place;
    let name = *name;
    let code = use_state(|| if parts::present(name).is_some() { Code::Here } else { Code::Awaited });
    let (setter, free) = (code.setter(), use_node_ref());
    let fetch = use_callback((), move |(), ()| {
        let setter = setter.clone();
        spawn_local(async move {
            setter.set(if parts::load(name).await.is_ok() { Code::Here } else { Code::Missing });
        });
    });
    {
        let (fetch, free) = (fetch.clone(), free.clone());
        use_effect_with(*code == Code::Here, move |here| {
            let watched = free.cast::<Element>().filter(|_| !here).map(|element| {
                let again = fetch.clone();
                let near = Callback::from(move |near| {
                    if near {
                        again.emit(())
                    }
                });
                (Sight::of(&element, NEAR, near), Timeout::new(LATER_MS, move || fetch.emit(())))
            });
            move || drop(watched)
        });
    }
    match parts::present(name) {
        Some(entry) if *code == Code::Here => html! { <Host {entry} props={props.clone()} /> },
        _ => waiting(place, &free, *code == Code::Missing, fetch),
    }
}

fn waiting(place: &PlaceProps, free: &NodeRef, missing: bool, fetch: Callback<()>) -> Html {
    let words = i18n::frame(place.props.lang);
    let mut said = vec![text(if missing { words.missing } else { words.loading }.into())];
    if missing {
        said.push(text(" ".into()));
        said.push(Button::new(words.retry, fetch).view());
    }
    let said = element("p", vec![("class", "figure__wait".into()), ("role", "status".into())], said);
    let class = written(["figure figure--waiting figure--", place.name].concat());
    html! { <div {class} lang={place.props.lang.tag()} aria-busy={(!missing).to_string()} ref={free.clone()}>{ said }</div> }
}

//! Above the article: its languages and its colours.

use yew::prelude::*;

use super::address::Theme;
use super::link::Link;
use super::page::Action;
use super::scene::Scene;
use crate::i18n::{self, Lang};
use crate::state::Choice as _;

/// The language switch and the theme switch. Both keep everything else as it is.
pub fn masthead(scene: &Scene) -> Html {
    let page = &scene.page;
    let text = i18n::article(page.lang);
    let language = |lang: Lang| {
        let scene = scene.clone();
        let on_follow = Callback::from(move |()| scene.act(Action::Lang(lang)));
        Link {
            query: page.query_in(lang),
            class: None,
            lang: Some(lang.tag()),
            title: None,
            controls: None,
            current: lang == page.lang,
            on_follow,
            says: lang.own_name().into(),
        }
        .view()
    };
    let theme = |theme: Theme| {
        let scene = scene.clone();
        let onclick = Callback::from(move |_: MouseEvent| scene.act(Action::Theme(theme)));
        let name = match theme {
            Theme::Auto => text.theme_auto,
            Theme::Light => text.theme_light,
            Theme::Dark => text.theme_dark,
        };
        let pressed = if theme == page.theme { "true" } else { "false" };
        html! { <button key={theme.name()} type="button" class="masthead__theme" aria-pressed={pressed} {onclick}>{ name }</button> }
    };
    html! {
        <header class="masthead">
            <nav class="masthead__languages" aria-label={text.language}>{ for Lang::ALL.into_iter().map(language) }</nav>
            <div class="masthead__themes" role="group" aria-label={text.theme}>{ for Theme::ALL.iter().copied().map(theme) }</div>
        </header>
    }
}

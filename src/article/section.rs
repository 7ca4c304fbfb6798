//! A section: its text, and the widgets beside it.

use yew::prelude::*;

use super::document::{Passage, Placement};
use super::documents::document;
use super::page::Action;
use super::prose;
use super::scene::Scene;
use crate::i18n::Lang;
use crate::widgets;

/// What a [`Section`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which, counted from 0.
    pub at: usize,
    /// Language.
    pub lang: Lang,
}

/// A section. It stays as it is while widgets change: numbers and figures in it look after themselves.
#[component]
pub fn Section(props: &Props) -> Html {
    let Some(section) = document(props.lang).sections.get(props.at) else { return Html::default() };
    let heading = [section.anchor, "-heading"].concat();
    let head = html! { <h2 id={heading.clone()}>{ prose::inlines(section.heading, props.lang) }</h2> };
    let tone = section.tone.map(|tone| ["section--", tone].concat());
    html! {
        <section id={section.anchor} aria-labelledby={heading}>
            { for section.passages.iter().enumerate().map(|(at, passage)| {
                let head = if at == 0 { head.clone() } else { Html::default() };
                self::passage(at, passage, head, tone.clone(), props.lang)
            }) }
        </section>
    }
}

/// The widget keeps its key, so that it lives on when the language changes.
fn passage(at: usize, passage: &'static Passage, head: Html, tone: Option<String>, lang: Lang) -> Html {
    let beside = passage.widget.is_some().then_some("section--beside");
    html! {
        <div key={at} class={classes!("section", beside, tone)}>
            <div key="before" class="section__text">{ head }{ prose::blocks(passage.before, lang) }</div>
            if let Some(placement) = &passage.widget {
                <Figure key={placement.id} {placement} {lang} />
            }
            if !passage.after.is_empty() {
                <div key="after" class="section__text">{ prose::blocks(passage.after, lang) }</div>
            }
        </div>
    }
}

/// What a [`Figure`] needs.
#[derive(Properties, PartialEq)]
struct FigureProps {
    placement: &'static Placement,
    lang: Lang,
}

/// A widget at its place.
#[component]
fn Figure(props: &FigureProps) -> Html {
    let FigureProps { placement, lang } = *props;
    let scene = use_context::<Scene>();
    let dispatch = scene.as_ref().map(|scene| scene.page.dispatcher());
    let on_change = use_callback((), move |change, ()| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::Report(change));
        }
    });
    let slot = scene.as_ref().and_then(|scene| scene.page.slot(placement.id));
    let props = widgets::Props {
        id: placement.id.into(),
        lang,
        preset: slot.map(|slot| slot.preset.clone()).unwrap_or_default(),
        given: slot.map(|slot| slot.given.clone()).unwrap_or_default(),
        site: AttrValue::default(),
        chrome: widgets::Chrome::default(),
        on_change,
    };
    html! {
        <div id={placement.id} class="section__figure" role="group" aria-label={placement.question}>
            { widgets::render(placement.name, props) }
        </div>
    }
}

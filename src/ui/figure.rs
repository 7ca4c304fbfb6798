//! The frame of every figure: title, stage, controls, result, presets, drawer.

use yew::prelude::*;

/// A state worth trying, as a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Preset {
    /// What it says.
    pub label: AttrValue,
    /// Address that opens it.
    pub href: AttrValue,
    /// Whether the figure is in that state now.
    pub current: bool,
    /// Called when it is chosen here.
    pub on_choose: Callback<()>,
}

/// What a [`Figure`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The widget's name, for its classes.
    pub name: AttrValue,
    /// Language of everything inside.
    pub lang: AttrValue,
    /// The question it answers.
    pub title: AttrValue,
    /// The picture.
    pub stage: Html,
    /// The stage's element, for saving it.
    pub stage_ref: NodeRef,
    /// At most three controls.
    pub controls: Html,
    /// The others, behind a disclosure.
    #[prop_or_default]
    pub more: Option<Html>,
    /// Opens the others.
    pub more_label: AttrValue,
    /// The result as a sentence with live numbers.
    pub result: Html,
    /// The result as it is spoken, politely and not too often.
    pub spoken: AttrValue,
    /// What is made by hand, synthetic or a model, and how.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// Heading of the presets.
    pub presets_label: AttrValue,
    /// States worth trying.
    pub presets: Vec<Preset>,
    /// What was not understood, one sentence each.
    pub notices: Vec<AttrValue>,
    /// Heading of the notices.
    pub notices_label: AttrValue,
    /// Dismisses the notices.
    pub dismiss_label: AttrValue,
    /// Called when they are dismissed.
    pub on_dismiss: Callback<()>,
    /// What lies under it.
    pub drawer: Html,
    /// Only stage and controls.
    #[prop_or_default]
    pub bare: bool,
}

fn notices(props: &Props) -> Html {
    let dismiss = props.on_dismiss.reform(|_: MouseEvent| ());
    html! {
        // Always there, so that a notice is announced when it comes.
        <div class="notices" role="status">
            if !props.notices.is_empty() {
                <p class="notices__head">{ &props.notices_label }</p>
                <ul>{ for props.notices.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
                <button type="button" class="button" onclick={dismiss}>{ &props.dismiss_label }</button>
            }
        </div>
    }
}

fn presets(props: &Props) -> Html {
    let preset = |preset: &Preset| {
        let choose = preset.on_choose.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            // With a modifier it is an ordinary link: a new tab opens in that state.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                choose.emit(());
            }
        });
        html! {
            <li><a class="preset" href={preset.href.clone()} aria-current={preset.current.then_some("true")} {onclick}>{ &preset.label }</a></li>
        }
    };
    html! {
        // No landmark: a page with several figures would have as many of the same name.
        <div class="presets" role="group" aria-label={props.presets_label.clone()}>
            <span class="presets__head" aria-hidden="true">{ &props.presets_label }</span>
            <ul>{ for props.presets.iter().map(preset) }</ul>
        </div>
    }
}

/// Title as a question, stage, controls, result sentence, presets, drawer.
#[component]
pub fn Figure(props: &Props) -> Html {
    html! {
        <figure class={classes!("figure", format!("figure--{}", props.name))} lang={props.lang.clone()} part="frame" aria-label={props.title.clone()}>
            if !props.bare {
                <p class="figure__title" part="title">{ &props.title }</p>
            }
            { notices(props) }
            <div class="figure__stage" part="stage" ref={props.stage_ref.clone()}>{ props.stage.clone() }</div>
            <div class="figure__controls">{ props.controls.clone() }</div>
            <p class="figure__result" part="caption">{ props.result.clone() }</p>
            <p class="visually-hidden" role="status" aria-live="polite">{ &props.spoken }</p>
            if let Some(note) = &props.note {
                <p class="figure__note">{ note }</p>
            }
            if let Some(more) = &props.more {
                <details class="more"><summary class="drawer__summary">{ &props.more_label }</summary><div class="more__body">{ more.clone() }</div></details>
            }
            if !props.presets.is_empty() {
                { presets(props) }
            }
            { props.drawer.clone() }
        </figure>
    }
}

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

/// Title as a question, stage, controls, result sentence, presets, drawer.
pub struct Figure {
    /// The widget's name, for its classes.
    pub name: &'static str,
    /// Language of everything inside.
    pub lang: &'static str,
    /// The question it answers.
    pub title: &'static str,
    /// The picture.
    pub stage: Html,
    /// The stage's element, for saving it.
    pub stage_ref: NodeRef,
    /// At most three controls.
    pub controls: Html,
    /// The others, behind a disclosure.
    pub more: Option<Html>,
    /// Opens the others.
    pub more_label: &'static str,
    /// The result as a sentence with live numbers.
    pub result: Html,
    /// The result as it is spoken, politely and not too often.
    pub spoken: AttrValue,
    /// What is made by hand, synthetic or a model, and how.
    pub note: Option<&'static str>,
    /// Heading of the presets.
    pub presets_label: &'static str,
    /// States worth trying.
    pub presets: Vec<Preset>,
    /// What was not understood, one sentence each.
    pub notices: Vec<AttrValue>,
    /// Heading of the notices.
    pub notices_label: &'static str,
    /// Dismisses the notices.
    pub dismiss_label: &'static str,
    /// Called when they are dismissed.
    pub on_dismiss: Callback<()>,
    /// What lies under it.
    pub drawer: Html,
    /// Only stage and controls.
    pub bare: bool,
}

fn notices(figure: &Figure) -> Html {
    let dismiss = figure.on_dismiss.reform(|_: MouseEvent| ());
    html! {
        // Always there, so that a notice is announced when it comes.
        <div class="notices" role="status">
            if !figure.notices.is_empty() {
                <p class="notices__head">{ figure.notices_label }</p>
                <ul>{ for figure.notices.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
                <button type="button" class="button" onclick={dismiss}>{ figure.dismiss_label }</button>
            }
        </div>
    }
}

fn presets(figure: &Figure) -> Html {
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
        <div class="presets" role="group" aria-label={figure.presets_label}>
            <span class="presets__head" aria-hidden="true">{ figure.presets_label }</span>
            <ul>{ for figure.presets.iter().map(preset) }</ul>
        </div>
    }
}

impl Figure {
    /// Draws it.
    pub fn view(self) -> Html {
        let (notices, presets) = (notices(&self), presets(&self));
        html! {
            <figure class={classes!("figure", ["figure--", self.name].concat())} lang={self.lang} part="frame" aria-label={self.title}>
                if !self.bare {
                    <p class="figure__title" part="title">{ self.title }</p>
                }
                { notices }
                <div class="figure__stage" part="stage" ref={self.stage_ref}>{ self.stage }</div>
                <div class="figure__controls">{ self.controls }</div>
                <p class="figure__result" part="caption">{ self.result }</p>
                <p class="visually-hidden" role="status" aria-live="polite">{ self.spoken }</p>
                if let Some(note) = self.note {
                    <p class="figure__note">{ note }</p>
                }
                if let Some(more) = self.more {
                    <details class="more"><summary class="drawer__summary">{ self.more_label }</summary><div class="more__body">{ more }</div></details>
                }
                if !self.presets.is_empty() {
                    { presets }
                }
                { self.drawer }
            </figure>
        }
    }
}

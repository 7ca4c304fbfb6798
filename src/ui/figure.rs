//! The frame of every figure: title, stage, controls, result, presets, drawer.

use yew::prelude::*;

use super::disclosure::disclosure;
use super::element::{element, part, text, words, written};

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
    /// What is said while the picture is unfinished.
    pub work: Html,
    /// At most three controls, and those of the timeline before them.
    pub controls: Html,
    /// The others, behind a disclosure.
    pub more: Html,
    /// The result as a sentence with live numbers.
    pub result: Html,
    /// The result as it is spoken, politely and not too often.
    pub spoken: AttrValue,
    /// What is made by hand, synthetic or a model, and how.
    pub note: Option<&'static str>,
    /// What was not understood, one sentence each.
    pub notices: Vec<AttrValue>,
    /// Heading of the notices.
    pub notices_label: &'static str,
    /// Dismisses the notices.
    pub dismiss_label: &'static str,
    /// Called when they are dismissed; none while they describe the state itself.
    pub on_dismiss: Option<Callback<()>>,
    /// What lies under it: states worth trying, questions, the drawer.
    pub under: Html,
    /// Only stage and controls.
    pub bare: bool,
}

fn notices(figure: &Figure) -> Html {
    let mut body = Vec::new();
    if !figure.notices.is_empty() {
        let notice = |notice: &AttrValue| element("li", Vec::new(), vec![text(notice.clone())]);
        body.push(words("p", "notices__head", figure.notices_label.into()));
        body.push(element("ul", Vec::new(), figure.notices.iter().map(notice).collect()));
        if let Some(on_dismiss) = &figure.on_dismiss {
            let onclick = on_dismiss.reform(|_: MouseEvent| ());
            body.push(html! { <button type="button" class="button" {onclick}>{ figure.dismiss_label }</button> });
        }
    }
    // Always there, so that a notice is announced when it comes.
    element("div", vec![("class", "notices".into()), ("role", "status".into())], body)
}

impl Preset {
    /// Draws the link.
    pub fn link(&self) -> Html {
        let choose = self.on_choose.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            // With a modifier it is an ordinary link: a new tab opens in that state.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                choose.emit(());
            }
        });
        html! {
            <a class="preset" href={self.href.clone()} aria-current={self.current.then_some("true")} {onclick}>{ &self.label }</a>
        }
    }
}

/// A paragraph that style sheets of other pages may reach.
fn reachable(class: &'static str, part: &'static str, body: Html) -> Html {
    element("p", vec![("class", class.into()), ("part", part.into())], vec![body])
}

/// The other controls.
pub fn more(label: &'static str, controls: Html, on_toggle: Callback<bool>) -> Html {
    disclosure("more", label, part("div", "more__body", vec![controls]), on_toggle)
}

/// A heading and its links.
pub fn presets(label: &'static str, presets: &[Preset]) -> Html {
    if presets.is_empty() {
        return Html::default();
    }
    let preset = |preset: &Preset| element("li", Vec::new(), vec![preset.link()]);
    let label = AttrValue::Static(label);
    let head = vec![("class", "presets__head".into()), ("aria-hidden", "true".into())];
    let head = element("span", head, vec![text(label.clone())]);
    let list = element("ul", Vec::new(), presets.iter().map(preset).collect());
    // No landmark: a page with several figures would have as many of the same name.
    let attributes = vec![("class", "presets".into()), ("role", "group".into()), ("aria-label", label)];
    element("div", attributes, vec![head, list])
}

impl Figure {
    /// Draws it.
    pub fn view(self) -> Html {
        let notices = notices(&self);
        let title = (!self.bare).then(|| reachable("figure__title", "title", text(self.title.into())));
        let stage = html! { <div class="figure__stage" part="stage" ref={self.stage_ref}>{ self.stage }</div> };
        let spoken =
            vec![("class", "visually-hidden".into()), ("role", "status".into()), ("aria-live", "polite".into())];
        // What is not always there keeps its place.
        let children = vec![
            title.unwrap_or_default(),
            notices,
            stage,
            // Always there, so that a failure is announced when it comes.
            element("div", vec![("class", "figure__work".into()), ("role", "status".into())], vec![self.work]),
            part("div", "figure__controls", vec![self.controls]),
            reachable("figure__result", "caption", self.result),
            element("p", spoken, vec![text(self.spoken)]),
            self.note.map(|note| words("p", "figure__note", note.into())).unwrap_or_default(),
            self.more,
            self.under,
        ];
        let frame = vec![
            ("class", written(["figure figure--", self.name].concat())),
            ("lang", self.lang.into()),
            ("part", "frame".into()),
            ("aria-label", self.title.into()),
        ];
        element("figure", frame, children)
    }
}

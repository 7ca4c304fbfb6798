//! Playing a timeline: play and pause, a step back and forth, scrub, speed.

mod play;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Edit;
use super::element::{element, part, text, words};
use play::{Film, use_film};

/// The words on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TransportText {
    /// What all of it is.
    pub timeline: &'static str,
    /// Starts it.
    pub play: &'static str,
    /// Stops it.
    pub pause: &'static str,
    /// A step back.
    pub back: &'static str,
    /// A step forward.
    pub forward: &'static str,
    /// How fast it plays.
    pub speed: &'static str,
}

/// The controls of a timeline of whole steps from 0.
#[derive(Properties, PartialEq)]
pub struct Transport {
    /// The words on it.
    pub text: TransportText,
    /// Where it stands, written and spoken.
    pub shown: AttrValue,
    /// Where it stands.
    pub at: u32,
    /// The last step.
    pub end: u32,
    /// Whether the picture of this step is not finished: playing waits.
    pub busy: bool,
    /// Receives steps: live while it plays or is dragged.
    pub on_seek: Callback<Edit<u32>>,
}

/// Multiples of the plain speed.
const SPEEDS: [(&str, f64); 4] = [("½×", 0.5), ("1×", 1.0), ("2×", 2.0), ("4×", 4.0)];

impl Transport {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Controls ..self /> }
    }
}

/// A button with a drawn sign.
fn sign(label: &'static str, sign: &'static str, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    let path = element("path", vec![("d", sign.into())], Vec::new());
    let attributes =
        vec![("class", "transport__sign".into()), ("viewBox", "0 0 16 16".into()), ("aria-hidden", "true".into())];
    let drawn = element("svg", attributes, vec![path]);
    html! {
        <button type="button" class="button transport__button" part="control" aria-label={label} title={label} {disabled} {onclick}>{ drawn }</button>
    }
}

/// A native range along the timeline.
fn scrub(props: &Transport, film: &Film) -> Html {
    let listener = |done: bool| {
        let film = film.clone();
        move |input: Option<HtmlInputElement>| {
            let step = input.map(|input| input.value_as_number()).filter(|at| at.is_finite() && *at >= 0.0);
            if let Some(step) = step {
                film.moved(step as u32, done);
            }
        }
    };
    let (live, done) = (listener(false), listener(true));
    let oninput = Callback::from(move |event: InputEvent| live(event.target_dyn_into()));
    let onchange = Callback::from(move |event: Event| done(event.target_dyn_into()));
    html! {
        <input class="slider__range transport__range" type="range" min="0" max={props.end.to_string()} step="1"
            value={props.at.to_string()} aria-label={props.text.timeline} aria-valuetext={props.shown.clone()} {oninput} {onchange} />
    }
}

#[component]
fn Controls(props: &Transport) -> Html {
    let place = use_node_ref();
    let speed = use_state(|| 1_usize);
    let film = use_film(props, &place, SPEEDS.get(*speed).map_or(1.0, |speed| speed.1));
    let text_of = props.text;
    let (at, end) = (props.at, props.end);
    let step = |to: u32| {
        let film = film.clone();
        Callback::from(move |_: MouseEvent| film.moved(to, true))
    };
    let playing = film.playing();
    let (label, drawn) =
        if playing { (text_of.pause, "M4 3h3v10H4zM9 3h3v10H9z") } else { (text_of.play, "M4 2.5 13 8 4 13.5z") };
    let toggle = {
        let film = film.clone();
        Callback::from(move |_: MouseEvent| film.toggle())
    };
    let buttons = vec![
        sign(label, drawn, end == 0, toggle),
        sign(text_of.back, "M11.5 3 5.5 8l6 5zM3.5 3h1.5v10H3.5z", at == 0, step(at.saturating_sub(1))),
        sign(text_of.forward, "M4.5 3l6 5-6 5zM11 3h1.5v10H11z", at >= end, step(at.saturating_add(1).min(end))),
    ];
    let faster = {
        let speed = speed.clone();
        Callback::from(move |edit: Edit<usize>| speed.set(edit.value))
    };
    let options = SPEEDS.iter().map(|(name, _)| AttrValue::Static(name)).collect();
    let speed = super::Select { label: text_of.speed.into(), options, chosen: *speed, on_edit: faster }.view();
    let shown =
        element("output", vec![("class", "slider__value transport__at".into())], vec![text(props.shown.clone())]);
    let label = words("span", "visually-hidden", text_of.timeline.into());
    html! {
        <div ref={place} class="control transport" role="group" aria-label={text_of.timeline}>
            { label }
            { part("div", "transport__buttons", buttons) }
            { scrub(props, &film) }
            { shown }
            { speed }
        </div>
    }
}

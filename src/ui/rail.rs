//! A handle on a horizontal line inside an SVG.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, PointerEvent, SvgElement};
use yew::prelude::*;

use super::Edit;

/// A step asked for by keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A little less.
    Less,
    /// A little more.
    More,
    /// Much less.
    MuchLess,
    /// Much more.
    MuchMore,
    /// To the low end.
    First,
    /// To the high end.
    Last,
}

impl Step {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" | "ArrowDown" => Self::Less,
            "ArrowRight" | "ArrowUp" => Self::More,
            "PageDown" => Self::MuchLess,
            "PageUp" => Self::MuchMore,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// A slider (WAI-ARIA APG) drawn inside an SVG as wide as the line it stands on.
#[derive(Properties, PartialEq)]
pub struct Rail {
    /// What is moved.
    pub label: AttrValue,
    /// Where it stands, spoken.
    pub text: AttrValue,
    /// Where the handle stands along the line, 0 to 1; none if it is off the line.
    pub at: Option<f64>,
    /// Upper edge of the touched strip, with its unit.
    pub top: AttrValue,
    /// Height of the touched strip, with its unit.
    pub height: AttrValue,
    /// Height at which the handle is drawn, with its unit.
    pub middle: AttrValue,
    /// Class of the handle.
    pub class: Option<&'static str>,
    /// Receives positions from 0 to 1.
    pub on_edit: Callback<Edit<f64>>,
    /// Receives steps.
    pub on_step: Callback<Step>,
    /// Goes back to the value shown now; called on Escape while dragging.
    pub on_restore: Callback<()>,
}

/// A drag under way.
struct Drag {
    /// Goes back to where it began.
    restore: Callback<()>,
    /// Whether it has moved anything yet.
    moved: bool,
}

type Held = std::rc::Rc<std::cell::RefCell<Option<Drag>>>;

fn fraction(strip: &NodeRef, event: &PointerEvent) -> Option<f64> {
    let bounds = strip.cast::<Element>()?.get_bounding_client_rect();
    let fraction = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
    fraction.is_finite().then(|| fraction.clamp(0.0, 1.0))
}

fn on_down(props: &Rail, strip: &NodeRef, held: &Held) -> Callback<PointerEvent> {
    let (strip, held, edit, restore) = (strip.clone(), held.clone(), props.on_edit.clone(), props.on_restore.clone());
    Callback::from(move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(element) = strip.cast::<Element>() {
            // Only fails for a pointer that is gone already.
            let _ = element.set_pointer_capture(event.pointer_id());
            // The browser gives no focus: it would also begin to select text.
            if let Some(handle) = element.parent_element().and_then(|handle| handle.dyn_into::<SvgElement>().ok()) {
                let _ = handle.focus();
            }
        }
        // A finger may be about to scroll: it moves the handle only once it moves along.
        let moved = event.pointer_type() != "touch";
        *held.borrow_mut() = Some(Drag { restore: restore.clone(), moved });
        if moved && let Some(at) = fraction(&strip, &event) {
            edit.emit(Edit::live(at));
        }
    })
}

fn on_move(props: &Rail, strip: &NodeRef, held: &Held) -> Callback<PointerEvent> {
    let (strip, held, edit) = (strip.clone(), held.clone(), props.on_edit.clone());
    Callback::from(move |event: PointerEvent| {
        let dragging = held.borrow_mut().as_mut().map(|drag| drag.moved = true).is_some();
        if dragging && let Some(at) = fraction(&strip, &event) {
            edit.emit(Edit::live(at));
        }
    })
}

fn on_up(props: &Rail, strip: &NodeRef, held: &Held) -> Callback<PointerEvent> {
    let (strip, held, edit) = (strip.clone(), held.clone(), props.on_edit.clone());
    Callback::from(move |event: PointerEvent| {
        if held.borrow_mut().take().is_some()
            && let Some(at) = fraction(&strip, &event)
        {
            edit.emit(Edit::done(at));
        }
    })
}

fn on_cancel(held: &Held) -> Callback<PointerEvent> {
    let held = held.clone();
    Callback::from(move |_: PointerEvent| {
        let drag = held.borrow_mut().take();
        if let Some(drag) = drag.filter(|drag| drag.moved) {
            drag.restore.emit(());
        }
    })
}

fn on_key(props: &Rail, held: &Held) -> Callback<KeyboardEvent> {
    let (held, step) = (held.clone(), props.on_step.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let dragged = if event.key() == "Escape" { held.borrow_mut().take() } else { None };
        let asked = Step::of(&event.key());
        if dragged.is_none() && asked.is_none() {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        if let Some(drag) = dragged {
            drag.restore.emit(());
        }
        if let Some(asked) = asked {
            step.emit(asked);
        }
    })
}

impl Rail {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Handle ..self /> }
    }
}

#[component]
fn Handle(props: &Rail) -> Html {
    let strip = use_node_ref();
    let held = use_mut_ref(|| None::<Drag>);
    let percent = |at: f64| [&crate::decimal::shortest(libm::round(at * 1e4) / 100.0), "%"].concat();
    let now = props.at.map_or(0.0, |at| libm::round(at * 1e3));
    html! {
        <g class={classes!("handle", props.class)} role="slider" tabindex="0" aria-label={props.label.clone()}
            aria-valuemin="0" aria-valuemax="1000" aria-valuenow={crate::decimal::shortest(now)}
            aria-valuetext={props.text.clone()} onkeydown={on_key(props, &held)}
            onpointerdown={on_down(props, &strip, &held)} onpointermove={on_move(props, &strip, &held)}
            onpointerup={on_up(props, &strip, &held)} onpointercancel={on_cancel(&held)}
            onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}>
            <rect ref={strip.clone()} class="handle__reach" x="0" y={props.top.clone()} width="100%" height={props.height.clone()} />
            if let Some(at) = props.at {
                <circle class="handle__dot" cx={percent(at)} cy={props.middle.clone()} r="6" />
            }
        </g>
    }
}

//! A handle inside a drawing that slides along fixed places.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Element, SvgElement};
use yew::prelude::*;

use super::Edit;
use super::element::{element, written};
use crate::decimal::shortest;

/// The WAI-ARIA slider pattern in SVG: drag anywhere on the track, or arrows, Page keys, Home and End; Escape takes a
/// drag back.
///
/// Lengths are in the units of the drawing.
#[derive(Properties, PartialEq)]
pub struct Scrubber {
    /// What is set.
    pub label: AttrValue,
    /// The value as it is spoken.
    pub shown: AttrValue,
    /// Position in `places` of the present value.
    pub at: usize,
    /// Where the handle can rest: ascending fractions of the track.
    pub places: Rc<Vec<f64>>,
    /// Left end and width of the track.
    pub span: (f64, f64),
    /// Upper end and height of the area that takes the pointer.
    pub depth: (f64, f64),
    /// Where the handle is drawn.
    pub handle: (f64, f64),
    /// Called when the pointer comes and goes.
    pub on_hover: Callback<bool>,
    /// Receives positions in `places`.
    pub on_edit: Callback<Edit<usize>>,
}

/// The place nearest to `fraction`.
fn nearest(places: &[f64], fraction: f64) -> Option<usize> {
    let distance = |at: &usize| f64::abs(places[*at] - fraction);
    (0..places.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// Where a key moves to, among `count` places.
fn moved(key: &str, at: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let leap = (count / 10).max(1);
    Some(match key {
        "ArrowRight" | "ArrowUp" => (at + 1).min(last),
        "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
        "PageUp" => (at + leap).min(last),
        "PageDown" => at.saturating_sub(leap),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

/// What the listeners share.
#[derive(Clone)]
struct Drag {
    track: NodeRef,
    grip: NodeRef,
    places: Rc<Vec<f64>>,
    /// Where it is: a second key may come before the first has been drawn.
    at: Rc<Cell<usize>>,
    /// Where the drag began, while there is one.
    start: Rc<RefCell<Option<usize>>>,
    edit: Callback<Edit<usize>>,
}

impl Drag {
    /// The place nearest to the pointer.
    fn under(&self, event: &PointerEvent) -> Option<usize> {
        let track = self.track.cast::<Element>()?.get_bounding_client_rect();
        let fraction = (f64::from(event.client_x()) - track.left()) / track.width();
        nearest(&self.places, fraction).filter(|_| fraction.is_finite())
    }

    fn begin(&self, event: &PointerEvent) {
        let Some(to) = self.under(event).filter(|_| event.button() == 0) else { return };
        if let Some(track) = self.track.cast::<Element>() {
            // A pointer that is gone already cannot be captured, and need not be.
            let _ = track.set_pointer_capture(event.pointer_id());
        }
        if let Some(grip) = self.grip.cast::<SvgElement>() {
            let _ = grip.focus();
        }
        *self.start.borrow_mut() = Some(self.at.replace(to));
        self.edit.emit(Edit::live(to));
    }

    fn follow(&self, event: &PointerEvent, done: bool) {
        let dragged = if done { self.start.borrow_mut().take() } else { *self.start.borrow() };
        if let (Some(_), Some(value)) = (dragged, self.under(event)) {
            self.at.set(value);
            self.edit.emit(Edit { value, done });
        }
    }

    fn take_back(&self) -> bool {
        let start = self.start.borrow_mut().take();
        if let Some(at) = start {
            self.at.set(at);
            self.edit.emit(Edit::done(at));
        }
        start.is_some()
    }

    fn key(&self, event: &KeyboardEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        let to = moved(&event.key(), self.at.get(), self.places.len()).filter(|_| !modified);
        if let Some(to) = to {
            self.at.set(to);
            self.edit.emit(Edit::done(to));
        }
        if to.is_some() || (event.key() == "Escape" && self.take_back()) {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// A listener that keeps a copy.
    fn on<E: 'static>(&self, then: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let drag = self.clone();
        Callback::from(move |event| then(&drag, event))
    }
}

impl Scrubber {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Handle ..self /> }
    }
}

fn circle(class: &'static str, (x, y): (f64, f64), r: &'static str) -> Html {
    let place =
        vec![("class", class.into()), ("cx", written(shortest(x))), ("cy", written(shortest(y))), ("r", r.into())];
    element("circle", place, Vec::new())
}

#[component]
fn Handle(props: &Scrubber) -> Html {
    let start = use_mut_ref(|| None::<usize>);
    let at = use_memo((), |()| Cell::new(0));
    at.set(props.at);
    let (track, grip) = (use_node_ref(), use_node_ref());
    let drag = Drag {
        track: track.clone(),
        grip: grip.clone(),
        places: props.places.clone(),
        at,
        start,
        edit: props.on_edit.clone(),
    };
    let hover = |on: bool| props.on_hover.reform(move |_: PointerEvent| on);
    html! {
        <g class="handle" onpointerdown={drag.on(|drag, event| drag.begin(&event))}
            onpointermove={drag.on(|drag, event| drag.follow(&event, false))}
            onpointerup={drag.on(|drag, event| drag.follow(&event, true))}
            onpointercancel={drag.on(|drag, _| {
                drag.take_back();
            })}
            // Else the browser would take the focus away again.
            onmousedown={Callback::from(|event: MouseEvent| event.prevent_default())}
            onpointerenter={hover(true)} onpointerleave={hover(false)}>
            <rect ref={track} class="handle__reach" x={shortest(props.span.0)} y={shortest(props.depth.0)}
                width={shortest(props.span.1)} height={shortest(props.depth.1)} />
            <g ref={grip} class="handle__grip" role="slider" tabindex="0" aria-label={props.label.clone()}
                aria-orientation="horizontal" aria-valuemin="0" aria-valuemax={props.places.len().saturating_sub(1).to_string()}
                aria-valuenow={props.at.to_string()} aria-valuetext={props.shown.clone()}
                onkeydown={drag.on(|drag, event| drag.key(&event))}>
                { circle("handle__reach", props.handle, "22") }
                { circle("handle__dot", props.handle, "6") }
            </g>
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rests_on_places() {
        let places = [0.0, 0.25, 1.0];
        assert_eq!(nearest(&places, 0.6), Some(1));
        assert_eq!(nearest(&places, -3.0), Some(0));
        assert_eq!(nearest(&[], 0.5), None);
        assert_eq!(moved("ArrowRight", 2, 3), Some(2));
        assert_eq!(moved("Home", 2, 3), Some(0));
        assert_eq!(moved("a", 2, 3), None);
        assert_eq!(moved("End", 0, 0), None);
    }
}

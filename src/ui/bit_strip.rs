//! A row of switches in groups: click, drag to paint, or walk with the keys.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement, PointerEvent};
use yew::prelude::*;

use super::Edit;

/// Neighbouring switches that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct BitGroup {
    /// What they are, written under them.
    pub label: AttrValue,
    /// Class of the group.
    pub class: AttrValue,
    /// The name of each switch, spoken.
    pub names: Vec<AttrValue>,
    /// Whether the group is lit.
    pub lit: bool,
    /// Lights the group (true) or puts it out.
    pub on_light: Callback<bool>,
}

/// Switches in groups, one tab stop: arrows left and right, Home and End move, Space toggles, up and down are the owner's.
#[derive(Properties, PartialEq)]
pub struct BitStrip {
    /// What the switches are together.
    pub label: AttrValue,
    /// The groups, from the left.
    pub groups: Vec<BitGroup>,
    /// Whether each switch is on, from the left.
    pub bits: Vec<bool>,
    /// Receives a switch by its position and whether it is on.
    pub on_set: Callback<Edit<(usize, bool)>>,
    /// Up (true) or down was pressed.
    pub on_step: Callback<bool>,
}

/// A pointer that went down on a switch.
struct Stroke {
    last: usize,
    on: bool,
    painted: bool,
}

#[derive(Default)]
struct Hand {
    stroke: Option<Stroke>,
    /// The click that follows a stroke says nothing new.
    spent: bool,
}

type Held = Rc<RefCell<Hand>>;

fn switches(strip: &NodeRef) -> Vec<HtmlElement> {
    let list = strip.cast::<Element>().and_then(|strip| strip.query_selector_all("[role=switch]").ok());
    let count = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(|at| wasm_bindgen::JsCast::dyn_into(list.as_ref()?.get(at)?).ok()).collect()
}

/// The switch under a pointer.
fn under(strip: &NodeRef, event: &PointerEvent) -> Option<usize> {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    switches(strip).iter().position(|switch| {
        let bounds = switch.get_bounding_client_rect();
        (bounds.left()..bounds.right()).contains(&x) && (bounds.top()..bounds.bottom()).contains(&y)
    })
}

fn on_down(props: &BitStrip, strip: &NodeRef, held: &Held) -> Callback<PointerEvent> {
    let (strip, held, set, bits) = (strip.clone(), held.clone(), props.on_set.clone(), props.bits.clone());
    Callback::from(move |event: PointerEvent| {
        let Some(at) = under(&strip, &event).filter(|_| event.button() == 0) else { return };
        if let Some(element) = strip.cast::<Element>() {
            // Only fails for a pointer that is gone already.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        let on = !bits.get(at).copied().unwrap_or(false);
        // A finger may be about to scroll: it paints only once it reaches another switch, or on release.
        let painted = event.pointer_type() != "touch";
        held.borrow_mut().stroke = Some(Stroke { last: at, on, painted });
        held.borrow_mut().spent = false;
        if painted {
            set.emit(Edit::live((at, on)));
        }
    })
}

fn on_move(props: &BitStrip, strip: &NodeRef, held: &Held) -> Callback<PointerEvent> {
    let (strip, held, set) = (strip.clone(), held.clone(), props.on_set.clone());
    Callback::from(move |event: PointerEvent| {
        if held.borrow().stroke.is_none() {
            return;
        }
        let Some(at) = under(&strip, &event) else { return };
        let mut edits = Vec::new();
        if let Some(stroke) = held.borrow_mut().stroke.as_mut().filter(|stroke| stroke.last != at) {
            if !stroke.painted {
                edits.push((stroke.last, stroke.on));
            }
            // A quick hand skips switches between two moves.
            let passed = stroke.last.min(at)..=stroke.last.max(at);
            edits.extend(passed.filter(|passed| *passed != stroke.last).map(|passed| (passed, stroke.on)));
            stroke.painted = true;
            stroke.last = at;
        }
        edits.into_iter().for_each(|edit| set.emit(Edit::live(edit)));
    })
}

fn on_up(props: &BitStrip, held: &Held) -> Callback<PointerEvent> {
    let (held, set) = (held.clone(), props.on_set.clone());
    Callback::from(move |_: PointerEvent| {
        let stroke = held.borrow_mut().stroke.take();
        if let Some(stroke) = stroke {
            held.borrow_mut().spent = true;
            set.emit(Edit::done((stroke.last, stroke.on)));
        }
    })
}

fn on_cancel(held: &Held) -> Callback<PointerEvent> {
    let held = held.clone();
    Callback::from(move |_: PointerEvent| held.borrow_mut().stroke = None)
}

fn on_key(props: &BitStrip, strip: &NodeRef, current: &UseStateHandle<usize>) -> Callback<KeyboardEvent> {
    let (strip, current, step, count) = (strip.clone(), current.clone(), props.on_step.clone(), props.bits.len());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let last = count.saturating_sub(1);
        let here = (*current).min(last);
        let target = match event.key().as_str() {
            "ArrowLeft" => Some(here.saturating_sub(1)),
            "ArrowRight" => Some((here + 1).min(last)),
            "Home" => Some(0),
            "End" => Some(last),
            "ArrowUp" | "ArrowDown" => None,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        match target {
            None => step.emit(event.key() == "ArrowUp"),
            Some(at) => {
                current.set(at);
                if let Some(switch) = switches(&strip).get(at) {
                    // Only fails for an element that is gone.
                    let _ = switch.focus();
                }
            }
        }
    })
}

fn switch(props: &BitStrip, at: usize, name: &AttrValue, held: &Held, current: &UseStateHandle<usize>) -> Html {
    let on = props.bits.get(at).copied().unwrap_or(false);
    let onclick = {
        let (held, set) = (held.clone(), props.on_set.clone());
        Callback::from(move |event: MouseEvent| {
            let spent = std::mem::take(&mut held.borrow_mut().spent);
            // Keys and assistive technology click without a pointer.
            if event.detail() == 0 || !spent {
                set.emit(Edit::done((at, !on)));
            }
        })
    };
    let onfocus = {
        let current = current.clone();
        Callback::from(move |_: FocusEvent| current.set(at))
    };
    let stop = (**current).min(props.bits.len().saturating_sub(1)) == at;
    html! {
        <button key={at} type="button" role="switch" class={classes!("bit", on.then_some("bit--on"))} aria-checked={if on { "true" } else { "false" }}
            aria-label={name.clone()} tabindex={if stop { "0" } else { "-1" }} {onclick} {onfocus}>{ if on { "1" } else { "0" } }</button>
    }
}

impl BitStrip {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Strip ..self /> }
    }
}

#[component]
fn Strip(props: &BitStrip) -> Html {
    let strip = use_node_ref();
    let held: Held = use_mut_ref(Hand::default);
    let current = use_state(|| 0);
    let mut first = 0;
    let group = |group: &BitGroup| {
        let start = first;
        first += group.names.len();
        let light = |on: bool| group.on_light.reform(move |_: PointerEvent| on);
        html! {
            <div class={classes!("bits__group", group.class.to_string(), group.lit.then_some("lit"))}
                onpointerenter={light(true)} onpointerleave={light(false)}>
                <div class="bits__row">
                    { for group.names.iter().enumerate().map(|(at, name)| switch(props, start + at, name, &held, &current)) }
                </div>
                <span class="bits__label">{ &group.label }</span>
            </div>
        }
    };
    html! {
        <div ref={strip.clone()} class="bits" role="group" aria-label={props.label.clone()}
            onpointerdown={on_down(props, &strip, &held)} onpointermove={on_move(props, &strip, &held)}
            onpointerup={on_up(props, &held)} onpointercancel={on_cancel(&held)} onkeydown={on_key(props, &strip, &current)}>
            { for props.groups.iter().map(group) }
        </div>
    }
}

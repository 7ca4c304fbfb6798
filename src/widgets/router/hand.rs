//! What pointer and keys do on the experts.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, SvgElement};
use yew::prelude::*;

use super::action::Action;
use super::biases::Biases;
use super::layout::Layout;
use super::model::Model;
use crate::ui::Edit;

/// Pixels before a press becomes a drag.
const THRESHOLD: f64 = 4.0;

/// A drag on the way.
pub struct Drag {
    expert: usize,
    from: (f64, f64),
    start: f64,
    before: Biases,
    /// Across (true) or up and down, once it has moved.
    across: Option<bool>,
    value: f64,
}

/// Everything a handler needs.
#[derive(Clone)]
pub struct Hand {
    /// What is drawn.
    pub model: Rc<Model>,
    /// The biases set so far.
    pub biases: Biases,
    /// Takes actions.
    pub act: Callback<Edit<Action>>,
    /// The expert under the pointer.
    pub hover: UseStateHandle<Option<usize>>,
    /// The expert that keys act on.
    pub active: UseStateHandle<Option<usize>>,
    /// The drag on the way.
    pub drag: Rc<RefCell<Option<Drag>>>,
}

fn expert_at(event: &Event) -> Option<(usize, Element)> {
    let chip = event.target_dyn_into::<Element>()?.closest("[data-e]").ok()??;
    Some((chip.get_attribute("data-e")?.parse().ok()?, chip))
}

impl Hand {
    fn bias(&self, expert: usize) -> f64 {
        let own = self.model.own_bias.get(expert).copied().map_or(0.0, f64::from);
        self.biases.get(expert).unwrap_or_else(|| libm::round(own * 100.0) / 100.0)
    }

    /// Begins a drag, where there is a bias to drag.
    pub fn press(&self, event: &PointerEvent) {
        let Some((expert, chip)) = expert_at(event) else { return };
        self.active.set(Some(expert));
        if !self.model.has_bias() || event.button() != 0 {
            return;
        }
        let start = self.bias(expert);
        let from = (f64::from(event.client_x()), f64::from(event.client_y()));
        *self.drag.borrow_mut() =
            Some(Drag { expert, from, start, before: self.biases.clone(), across: None, value: start });
        // A pointer that is gone already cannot be captured; the drag then ends at the chip's edge.
        let _ = chip.set_pointer_capture(event.pointer_id());
    }

    /// Drags, or lights what is under the pointer.
    pub fn point(&self, event: &PointerEvent) {
        let Some(drag) = &mut *self.drag.borrow_mut() else {
            let over = expert_at(event).map(|(expert, _)| expert);
            // Between two chips the last one stays.
            if over.is_some() && over != *self.hover {
                self.hover.set(over);
            }
            return;
        };
        let right = f64::from(event.client_x()) - drag.from.0;
        let up = drag.from.1 - f64::from(event.client_y());
        if drag.across.is_none() && right.abs().max(up.abs()) >= THRESHOLD {
            drag.across = Some(right.abs() > up.abs());
        }
        let Some(across) = drag.across else { return };
        event.prevent_default();
        let limit = self.model.bias_limit();
        let way = if across { right } else { up };
        // Not clamp: with bounds unknown to the compiler its panic brings the formatting of floats.
        let value = (drag.start + way * limit / 100.0).max(-limit).min(limit);
        let value = libm::round(value * 100.0) / 100.0;
        if value != drag.value {
            drag.value = value;
            self.act.emit(Edit::live(Action::Bias(drag.expert, value)));
        }
    }

    /// Ends a drag.
    pub fn release(&self) {
        if let Some(drag) = self.drag.take()
            && drag.across.is_some()
        {
            self.act.emit(Edit::done(Action::Bias(drag.expert, drag.value)));
        }
    }

    /// Ends a drag as if it had not been.
    pub fn cancel(&self) -> bool {
        let drag = self.drag.take().filter(|drag| drag.across.is_some());
        let cancelled = drag.is_some();
        if let Some(drag) = drag {
            self.act.emit(Edit::done(Action::Biases(drag.before)));
        }
        cancelled
    }

    /// Follows the focus.
    pub fn focus(&self, event: &FocusEvent) {
        if let Some((expert, _)) = expert_at(event)
            && *self.active != Some(expert)
        {
            self.active.set(Some(expert));
        }
    }

    /// Arrows move, plus and minus and the Page keys change the bias, Delete takes it back, Escape cancels a drag.
    pub fn key(&self, event: &KeyboardEvent, layout: &Layout, figure: &NodeRef) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some((expert, _)) = expert_at(event) else { return };
        let handled = match event.key().as_str() {
            "ArrowRight" => self.go(layout.step(expert, 0, 1), figure),
            "ArrowLeft" => self.go(layout.step(expert, 0, -1), figure),
            "ArrowDown" => self.go(layout.step(expert, 1, 0), figure),
            "ArrowUp" => self.go(layout.step(expert, -1, 0), figure),
            "Home" => self.go(layout.ends(expert).0, figure),
            "End" => self.go(layout.ends(expert).1, figure),
            "+" | "=" | "Enter" => self.nudge(expert, 0.01),
            "-" | "_" => self.nudge(expert, -0.01),
            "PageUp" => self.nudge(expert, 0.1),
            "PageDown" => self.nudge(expert, -0.1),
            "Delete" | "Backspace" => {
                self.model.has_bias() && {
                    self.act.emit(Edit::done(Action::Unbias(expert)));
                    true
                }
            }
            "Escape" => self.cancel(),
            _ => false,
        };
        if handled {
            // A pointer left lying on the picture yields to the keys.
            self.hover.set(None);
            event.prevent_default();
            event.stop_propagation();
        }
    }

    fn go(&self, expert: usize, figure: &NodeRef) -> bool {
        self.active.set(Some(expert));
        let selector = ["[data-e=\"", &expert.to_string(), "\"]"].concat();
        let chip = figure.cast::<Element>().and_then(|figure| figure.query_selector(&selector).ok().flatten());
        if let Some(chip) = chip.and_then(|chip| wasm_bindgen::JsCast::dyn_into::<SvgElement>(chip).ok()) {
            // A chip that has just gone keeps the focus where it was.
            let _ = chip.focus();
        }
        true
    }

    /// Changes a bias by so much of its range.
    fn nudge(&self, expert: usize, by: f64) -> bool {
        if !self.model.has_bias() {
            return false;
        }
        let bias = self.bias(expert) + by * self.model.bias_limit();
        self.act.emit(Edit::done(Action::Bias(expert, bias)));
        true
    }
}

//! A handle that is dragged along the x axis: a native range laid over the field.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Axis, Form, up};
use crate::ui::Edit;
use crate::ui::element::{element, group};

/// An upright line to drag, with the keys of a native range.
#[derive(Clone, PartialEq)]
pub struct Cut {
    /// What is set.
    pub label: AttrValue,
    /// The value as it is spoken.
    pub shown: AttrValue,
    /// The value.
    pub at: f64,
    /// How many steps the axis is divided into.
    pub steps: u32,
    /// Receives values.
    pub on_edit: Callback<Edit<f64>>,
}

impl Cut {
    fn position(&self, x: &Axis) -> u32 {
        libm::round(x.fraction(self.at).clamp(0.0, 1.0) * f64::from(self.steps)) as u32
    }

    /// The line and its handle, inside the drawing.
    pub(super) fn mark(&self, form: Form, x: &Axis) -> Html {
        let at = form.across(x.fraction(self.at).clamp(0.0, 1.0));
        let dot = vec![("class", "handle__dot".into()), ("cx", at.clone()), ("cy", up(1.0)), ("r", "6".into())];
        group(vec![form.straight("plot__cut-line", at, true), element("circle", dot, Vec::new())])
    }

    /// The range, over the drawing.
    pub fn handle(self, x: &Axis) -> Html {
        let position = self.position(x);
        let listener = |done: bool| {
            let (edit, x, steps) = (self.on_edit.clone(), x.clone(), f64::from(self.steps.max(1)));
            move |input: Option<HtmlInputElement>| {
                if let Some(at) = input.map(|input| input.value_as_number()).filter(|at| at.is_finite()) {
                    edit.emit(Edit { value: x.value(at / steps), done });
                }
            }
        };
        let (live, done) = (listener(false), listener(true));
        let oninput = Callback::from(move |event: InputEvent| live(event.target_dyn_into()));
        let onchange = Callback::from(move |event: Event| done(event.target_dyn_into()));
        html! {
            <input class="plot__cut" type="range" part="control" min="0" max={self.steps.to_string()} step="1" value={position.to_string()}
                aria-label={self.label} aria-valuetext={self.shown} {oninput} {onchange} />
        }
    }
}

//! Work that is cut into slices, so that a page stays responsive while a widget computes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

use super::facts::Facts;
use super::keep::Message;
use super::turns;
use crate::ui::use_sight;
use crate::widgets::Widget;

/// Milliseconds since some moment; off the browser time stands still.
pub fn now() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        crate::ui::browser::now()
    }
    #[cfg(not(target_arch = "wasm32"))]
    0.0
}

/// The model after slices of work, until none is missing, none comes of it, or `enough`.
fn worked<W: Widget>(state: &W::State, mut model: W::Model, mut enough: impl FnMut() -> bool) -> W::Model {
    let mut before = None;
    while let Some((done, _)) = W::pending(&model) {
        if before == Some(done) || enough() {
            break;
        }
        before = Some(done);
        model = W::advance(state, &model);
    }
    model
}

/// The model with all its work done.
#[cfg(not(feature = "split"))]
pub fn finished<W: Widget>(state: &W::State, model: W::Model) -> W::Model {
    worked::<W>(state, model, || false)
}

/// Counts what figures spend of a frame.
struct Watch(f64);

impl Watch {
    /// Whether the frame's time is used up.
    fn enough(&mut self) -> bool {
        let before = core::mem::replace(&mut self.0, now());
        turns::shared(|turns| {
            turns.spend(self.0 - before);
            turns.is_spent(self.0)
        })
    }
}

/// The model after a slice, and as many more as the frame has time for; off the browser there are no frames, and all work
/// is done.
pub fn a_frame_more<W: Widget>(state: &W::State, model: &W::Model) -> W::Model {
    let mut watch = Watch(now());
    let model = W::advance(state, model);
    worked::<W>(state, model, || cfg!(target_arch = "wasm32") && watch.enough())
}

/// The same of a model that may have no work missing.
pub fn a_frame_of_work<W: Widget>(state: &W::State, model: W::Model) -> W::Model {
    if W::pending(&model).is_some() { a_frame_more::<W>(state, &model) } else { model }
}

/// Asks for a frame's worth of work as long as some is missing and each brings it forward.
#[hook]
pub fn use_work(figure: u32, facts: &Facts, stage: &NodeRef, sink: &Callback<Message>) {
    let sight = use_memo((), |()| Cell::new(true));
    let seen = sight.clone();
    use_sight(stage, Callback::from(move |now| seen.set(now)));
    let sink = sink.clone();
    let work = facts.pending.filter(|_| facts.wanted.is_none());
    use_effect_with((work, facts.serial), move |(work, _)| {
        let frame = work.map(|_| Turn::wait(figure, sight, sink));
        move || drop(frame)
    });
}

/// Waits for a figure's turn; dropped, it is given up.
struct Turn {
    figure: u32,
    frame: Rc<RefCell<Option<AnimationFrame>>>,
}

impl Turn {
    fn wait(figure: u32, sight: Rc<Cell<bool>>, sink: Callback<Message>) -> Self {
        let frame = Rc::default();
        look(figure, sight, sink, &frame);
        Self { figure, frame }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.frame.take();
        turns::shared(|turns| turns.leave(self.figure));
    }
}

/// Works in the next frame in which it is the figure's turn.
fn look(figure: u32, sight: Rc<Cell<bool>>, sink: Callback<Message>, frame: &Rc<RefCell<Option<AnimationFrame>>>) {
    let again = Rc::downgrade(frame);
    let next = request_animation_frame(move |_| {
        if turns::shared(|turns| turns.may_work(figure, sight.get(), now())) {
            sink.emit(Message::Work);
        } else if let Some(frame) = again.upgrade() {
            look(figure, sight, sink, &frame);
        }
    });
    *frame.borrow_mut() = Some(next);
}

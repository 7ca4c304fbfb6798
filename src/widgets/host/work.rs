//! Work that is cut into slices, so that a page stays responsive while a widget computes.

use gloo_render::request_animation_frame;
use yew::prelude::*;

use super::facts::Facts;
use super::keep::Message;
use crate::widgets::Widget;

/// Work of a frame stops here, in ms: one slice more, of about 2, must still fit into 8.
#[cfg(target_arch = "wasm32")]
const FRAME: f64 = 6.0;

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
fn worked<W: Widget>(state: &W::State, mut model: W::Model, enough: impl Fn() -> bool) -> W::Model {
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

/// The model after a frame's worth of work; off the browser there are no frames, and all of it is done.
pub fn a_frame_of_work<W: Widget>(state: &W::State, model: W::Model) -> W::Model {
    #[cfg(target_arch = "wasm32")]
    {
        let start = now();
        worked::<W>(state, model, || now() - start >= FRAME)
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        finished::<W>(state, model)
    }
}

/// Asks for a frame's worth of work as long as some is missing and each brings it forward.
#[hook]
pub fn use_work(facts: &Facts, sink: &Callback<Message>) {
    let sink = sink.clone();
    let work = facts.pending.filter(|_| facts.wanted.is_none());
    use_effect_with((work, facts.serial), move |(work, _)| {
        let frame = work.map(|_| request_animation_frame(move |_| sink.emit(Message::Work)));
        move || drop(frame)
    });
}

//! What makes a timeline run.

use std::cell::Cell;
use std::rc::Rc;

use gloo_render::request_animation_frame;
use web_sys::Element;
use yew::prelude::*;

use super::Transport;
use crate::ui::{Edit, browser};

/// How long, in ms, a whole timeline takes at plain speed, if its steps are neither very few nor very many.
const WHOLE: f64 = 15_000.0;
/// Steps a second at plain speed.
const SLOWEST: f64 = 2.0;
const FASTEST: f64 = 60.0;
/// A frame that took longer, in ms, does not leap: the tab was away.
const LONGEST: f64 = 100.0;
/// Where nothing should move by itself, a larger step, in ms.
const STILL: f64 = 1_000.0;

/// Steps that a frame advances, and what is left over for the next; `speed` in steps a second, `frame` in ms.
fn advanced(frame: f64, speed: f64, carry: f64, still: bool) -> (u32, f64) {
    let carry = carry + frame;
    let stride = if still { STILL } else { 1_000.0 / speed };
    let strides = f64::floor(carry / stride);
    let steps = if still { strides * libm::fmax(1.0, libm::round(speed)) } else { strides };
    (steps as u32, carry - strides * stride)
}

/// What outlives a drawing.
#[derive(Default)]
struct Running {
    /// Known at once, where a frame may come before the next drawing.
    on: Cell<bool>,
    /// Time left over of the last step, in ms.
    carry: Cell<f64>,
    /// When the last frame was.
    last: Cell<Option<f64>>,
}

/// A timeline's hand.
#[derive(Clone)]
pub struct Film {
    at: u32,
    end: u32,
    playing: UseStateHandle<bool>,
    running: Rc<Running>,
    seek: Callback<Edit<u32>>,
}

impl Film {
    pub fn playing(&self) -> bool {
        *self.playing
    }

    /// Starts or stops; at the end it starts over.
    pub fn toggle(&self) {
        if self.running.on.get() {
            self.stop();
        } else {
            if self.at >= self.end {
                self.seek.emit(Edit::live(0));
            }
            self.run(true);
        }
    }

    fn run(&self, on: bool) {
        self.running.on.set(on);
        self.running.carry.set(0.0);
        self.running.last.set(None);
        self.playing.set(on);
    }

    /// Moved by hand.
    pub fn moved(&self, at: u32, done: bool) {
        self.run(false);
        self.seek.emit(Edit { value: at.min(self.end), done });
    }

    fn stop(&self) {
        if self.running.on.get() {
            self.run(false);
            self.seek.emit(Edit::done(self.at));
        }
    }

    /// A frame at a time in ms, unless it was stopped since it was asked for.
    fn play(&self, now: f64, speed: f64, busy: bool, still: bool) {
        let running = &self.running;
        let gone = now - running.last.replace(Some(now)).unwrap_or(now);
        if busy || !running.on.get() {
            return;
        }
        let (steps, rest) = advanced(gone.clamp(0.0, LONGEST), speed, running.carry.get(), still);
        running.carry.set(rest);
        let to = self.at.saturating_add(steps).min(self.end);
        if to >= self.end {
            self.run(false);
            self.seek.emit(Edit::done(self.end));
        } else if steps > 0 {
            self.seek.emit(Edit::live(to));
        }
    }
}

/// Plays as long as it should: until the end, until it is out of sight, until a hand stops it.
#[hook]
pub fn use_film(props: &Transport, place: &NodeRef, speed: f64) -> Film {
    let playing = use_state(|| false);
    let frames = use_state(|| 0_u32);
    let running = use_memo((), |()| Running::default());
    let film = Film { at: props.at, end: props.end, playing: playing.clone(), running, seek: props.on_seek.clone() };
    let speed = speed * (f64::from(props.end) * 1_000.0 / WHOLE).clamp(SLOWEST, FASTEST);
    // The newest hand, for what was set up earlier.
    let newest = use_mut_ref(|| film.clone());
    *newest.borrow_mut() = film.clone();
    {
        let (place, newest, busy) = (place.clone(), newest.clone(), props.busy);
        use_effect_with((*playing, *frames, busy), move |(playing, ..)| {
            let frame = playing.then(|| {
                let frames = frames.clone();
                request_animation_frame(move |now| {
                    let still = place.cast::<Element>().is_some_and(|place| browser::still(&place));
                    newest.borrow().play(now, speed, busy, still);
                    frames.set(frames.wrapping_add(1));
                })
            });
            move || drop(frame)
        });
    }
    let place = place.clone();
    use_effect_with(*playing, move |playing| {
        let unseen = Callback::from(move |seen: bool| {
            if !seen {
                newest.borrow().stop();
            }
        });
        let figure = place.cast::<Element>().and_then(|place| place.closest("figure").ok().flatten());
        let sight = figure.filter(|_| *playing).and_then(|figure| browser::Sight::of(&figure, "0px", unseen));
        move || drop(sight)
    });
    film
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_kept_between_frames() {
        assert_eq!(advanced(40.0, 20.0, 0.0, false), (0, 40.0));
        assert_eq!(advanced(40.0, 20.0, 40.0, false), (1, 30.0));
        assert_eq!(advanced(100.0, 60.0, 0.0, false).0, 6);
    }

    #[test]
    fn without_motion_a_larger_step_a_second() {
        assert_eq!(advanced(16.0, 20.0, 900.0, true), (0, 916.0));
        assert_eq!(advanced(100.0, 20.0, 900.0, true), (20, 0.0));
        assert_eq!(advanced(100.0, 0.5, 900.0, true), (1, 0.0));
    }
}

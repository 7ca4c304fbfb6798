//! When a picture that changed comes to rest: some pictures take time to write, so they do it one after the other.

use core::cell::Cell;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::browser;

/// After the last change, in ms: the next key or step of a timeline comes sooner.
const PAUSE: f64 = 150.0;
/// At most, in ms.
const LONGEST: f64 = 700.0;
/// Between two pictures, in ms: more than a frame.
const APART: f64 = 35.0;

thread_local! {
    /// When the last of those that wait will be written.
    static LAST: Cell<f64> = const { Cell::new(0.0) };
}

/// How long a picture waits that rests now, in ms, when `last` is written last; and when it is written.
fn place(now: f64, last: f64) -> (f64, f64) {
    let at = (last + APART).max(now + PAUSE);
    // Those that were put off again still count; nobody waits for many of them.
    let at = if at - now > LONGEST { now + PAUSE } else { at };
    (at - now, at)
}

/// Whether the picture is drawn as it rests: at once at first, and some time after it was last `live`.
#[hook]
pub fn use_rest(live: bool) -> bool {
    let rested = use_state_eq(|| !live);
    let set = rested.setter();
    use_effect_with(live, move |live| {
        let waits = if *live {
            set.set(false);
            None
        } else {
            let (wait, at) = place(browser::now(), LAST.get());
            LAST.set(at);
            Some(Timeout::new(wait as u32, move || set.set(true)))
        };
        move || drop(waits)
    });
    *rested && !live
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_rest_one_after_the_other() {
        let (first, last) = place(1000.0, 0.0);
        assert_eq!((first, last), (PAUSE, 1000.0 + PAUSE));
        assert_eq!(place(1000.0, last).0, PAUSE + APART);
        assert_eq!(place(5000.0, last).0, PAUSE);
        assert_eq!(place(1000.0, 9000.0).0, PAUSE);
    }
}

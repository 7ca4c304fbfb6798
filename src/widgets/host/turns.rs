//! Whose turn it is to work: all figures of a page share what a frame has to spare.

use core::cell::Cell;

/// Work of a frame stops here, in ms: one slice more, of about 2, must still fit into 8.
const FRAME: f64 = 6.0;
/// The same while the hand moves or a figure plays, which both take time of their own.
const HELD_FRAME: f64 = 3.0;
/// So long, in ms, what was spent counts; a little less than a frame of a screen at 60 Hz.
const STRETCH: f64 = 12.0;
/// A figure counts as moving so long after it last did, in ms.
const HELD: f64 = 300.0;
/// While it moves, the others may work so seldom, in ms.
const SELDOM: f64 = 250.0;
/// A figure in sight that works asks in every frame; one out of sight works when none has for so long, in ms.
const UNASKED: f64 = 40.0;

/// What the figures know of each other. Times are in ms since some moment.
#[derive(Default)]
pub struct Turns {
    figures: Cell<u32>,
    began: Cell<f64>,
    spent: Cell<f64>,
    held: Cell<Option<(u32, f64)>>,
    /// When another figure than the held one worked.
    lent: Cell<f64>,
    waits: Cell<Option<u32>>,
    /// When a figure in sight last asked for a turn.
    asked: Cell<f64>,
}

thread_local! {
    static TURNS: Turns = Turns::default();
}

/// What the figures of this program share.
pub fn shared<T>(use_it: impl FnOnce(&Turns) -> T) -> T {
    TURNS.with(use_it)
}

impl Turns {
    /// A number for one more figure.
    pub fn enter(&self) -> u32 {
        self.figures.set(self.figures.get().wrapping_add(1));
        self.figures.get()
    }

    /// The figure needs no turn any more.
    pub fn leave(&self, figure: u32) {
        if self.waits.get() == Some(figure) {
            self.waits.set(None);
        }
    }

    /// A figure moves: by hand, or because it plays.
    pub fn hold(&self, figure: u32, now: f64) {
        self.held.set(Some((figure, now)));
    }

    /// Whether the time of this frame is used up.
    pub fn is_spent(&self, now: f64) -> bool {
        if now - self.began.get() >= STRETCH {
            self.began.set(now);
            self.spent.set(0.0);
        }
        self.spent.get() >= if self.holder(now).is_some() { HELD_FRAME } else { FRAME }
    }

    fn holder(&self, now: f64) -> Option<u32> {
        self.held.get().filter(|(_, at)| now - at < HELD).map(|(figure, _)| figure)
    }

    /// So long was worked.
    pub fn spend(&self, time: f64) {
        self.spent.set(self.spent.get() + time);
    }

    /// Whether a figure may work now. The one that moves comes first, then those in sight; among these, one that found
    /// nothing left comes first in the next frame.
    pub fn may_work(&self, figure: u32, in_sight: bool, now: f64) -> bool {
        if let Some(holder) = self.holder(now) {
            let may = !self.is_spent(now) && (holder == figure || now - self.lent.get() >= SELDOM);
            if may && holder != figure {
                self.lent.set(now);
            }
            return may;
        }
        if in_sight {
            self.asked.set(now);
        } else if now - self.asked.get() < UNASKED {
            // Nobody in sight waits for one that is not.
            self.leave(figure);
            return false;
        }
        let first = self.waits.get().is_none_or(|waits| waits == figure);
        let may = first && !self.is_spent(now);
        if first {
            self.waits.set((!may).then_some(figure));
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_shared() {
        let turns = Turns::default();
        let (a, b) = (turns.enter(), turns.enter());
        assert!(turns.may_work(a, true, 100.0));
        turns.spend(7.0);
        assert!(!turns.may_work(b, true, 107.0), "nothing is left");
        assert!(!turns.may_work(a, true, 117.0), "the other waits");
        assert!(turns.may_work(b, true, 117.0));
        turns.spend(7.0);
        assert!(!turns.may_work(a, true, 124.0));
        assert!(turns.may_work(a, true, 134.0));
    }

    #[test]
    fn what_is_looked_at_comes_first() {
        let turns = Turns::default();
        let (a, b) = (turns.enter(), turns.enter());
        assert!(turns.may_work(a, false, 100.0), "nobody asks");
        assert!(turns.may_work(b, true, 116.0));
        assert!(!turns.may_work(a, false, 117.0));
        assert!(turns.may_work(a, false, 116.0 + UNASKED), "the other has finished");
        turns.spend(7.0);
        assert!(!turns.may_work(a, false, 157.0), "it waits");
        assert!(
            !turns.may_work(b, true, 158.0) && !turns.may_work(a, false, 159.0),
            "and not once another is in sight"
        );
        assert!(turns.may_work(b, true, 170.0));
    }

    #[test]
    fn one_that_left_is_not_waited_for() {
        let turns = Turns::default();
        let (a, b) = (turns.enter(), turns.enter());
        turns.spend(7.0);
        assert!(!turns.may_work(b, true, 1.0));
        turns.leave(b);
        assert!(turns.may_work(a, true, 20.0));
    }

    #[test]
    fn the_figure_that_moves_comes_first() {
        let turns = Turns::default();
        let (a, b) = (turns.enter(), turns.enter());
        turns.hold(b, 1000.0);
        assert!(turns.may_work(a, true, 1001.0), "now and then");
        assert!(!turns.may_work(a, true, 1016.0));
        assert!(turns.may_work(b, true, 1016.0));
        turns.spend(4.0);
        assert!(!turns.may_work(b, true, 1020.0), "less time than at rest");
        assert!(turns.may_work(a, true, 1000.0 + HELD), "until it rests");
    }
}

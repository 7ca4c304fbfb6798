//! What happens on the timeline: `120:freeze,200:shift,260:remove-5`.

use super::state::END;
use crate::numerics::balance::{Event, What};
use crate::state::{Field, Kind, Reason};

/// Most events at once.
pub const MOST: usize = 8;
const EXAMPLE: &str = "120:freeze,200:shift,260:remove-5";

/// Events, ascending by step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Events(Vec<Event>);

impl Events {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Event> {
        self.0.iter().copied()
    }

    /// Adds one after those of the same step, unless there are enough or it is there already.
    pub fn add(&mut self, event: Event) {
        if self.0.len() < MOST && !self.0.contains(&event) {
            let at = self.0.partition_point(|known| known.step <= event.step);
            self.0.insert(at, event);
        }
    }

    /// Takes one back, by its position.
    pub fn remove(&mut self, at: usize) {
        if at < self.0.len() {
            self.0.remove(at);
        }
    }
}

fn what(text: &str) -> Option<What> {
    match text {
        "freeze" => Some(What::Freeze),
        "shift" => Some(What::Shift),
        _ => text.strip_prefix("remove-")?.parse().ok().map(What::Remove),
    }
}

/// As it stands in a link.
pub fn written(what: What) -> String {
    match what {
        What::Freeze => "freeze".into(),
        What::Shift => "shift".into(),
        What::Remove(expert) => ["remove-", &expert.to_string()].concat(),
    }
}

impl Field for Events {
    type Range = ();

    fn parse(text: &str, (): &()) -> Result<Self, Reason> {
        let mut events = Self::default();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (step, name) = part.split_once(':').ok_or(Reason::Form(EXAMPLE))?;
            let step: usize = step.trim().parse().map_err(|_| Reason::Form(EXAMPLE))?;
            let event = Event { step, what: what(name.trim()).ok_or(Reason::Form(EXAMPLE))? };
            if step > END as usize {
                return Err(Reason::OutOfRange("0".into(), END.to_string()));
            }
            if events.0.contains(&event) {
                return Err(Reason::Twice(part.into()));
            }
            if events.0.len() == MOST {
                return Err(Reason::ListLength(0, MOST));
            }
            events.add(event);
        }
        Ok(events)
    }

    fn write(&self) -> String {
        let part = |event: &Event| [&event.step.to_string(), ":", &written(event.what)].concat();
        self.0.iter().map(part).collect::<Vec<_>>().join(",")
    }

    fn kind((): &()) -> Kind {
        Kind::Form(EXAMPLE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        let events = Events::parse("200:shift, 260:remove-5,120:freeze,", &()).unwrap();
        assert_eq!(events.write(), EXAMPLE);
        assert_eq!(Events::parse("", &()), Ok(Events::default()));
        for (text, reason) in [
            ("120", Reason::Form(EXAMPLE)),
            ("x:freeze", Reason::Form(EXAMPLE)),
            ("-1:freeze", Reason::Form(EXAMPLE)),
            ("1:melt", Reason::Form(EXAMPLE)),
            ("1:remove", Reason::Form(EXAMPLE)),
            ("1:remove-", Reason::Form(EXAMPLE)),
            ("1:remove--1", Reason::Form(EXAMPLE)),
            ("401:freeze", Reason::OutOfRange("0".into(), "400".into())),
            ("1:shift,1:shift", Reason::Twice("1:shift".into())),
            ("1:shift,2:shift,3:shift,4:shift,5:shift,6:shift,7:shift,8:shift,9:shift", Reason::ListLength(0, 8)),
        ] {
            assert_eq!(Events::parse(text, &()), Err(reason), "{text}");
        }
    }

    #[test]
    fn adds_in_order_and_takes_back() {
        let mut events = Events::default();
        for step in [5, 3, 3, 9] {
            events.add(Event { step, what: What::Shift });
        }
        assert_eq!(events.write(), "3:shift,5:shift,9:shift");
        events.remove(1);
        events.remove(7);
        assert_eq!(events.write(), "3:shift,9:shift");
    }
}

//! A widget that works slowly and runs along a timeline, to test what the host makes of it.

use std::rc::Rc;

use yew::prelude::*;

use super::keep::{Keep, Message};
use super::wanted::Wanted;
use super::{Given, Machine as _, Phase};
use crate::i18n::Lang;
use crate::state::{Between, Pairs, readings, table};
use crate::ui::{Edit, Source, TableProps};
use crate::widgets::asset::Asset;
use crate::widgets::{Clock, Formula, Preset, View, Widget};

table! {
    /// Counts up to a step.
    pub struct Toy: "toy" {
        /// Where it stands.
        "at" at: u32 = 3, within Between(0, 1000);
        /// Whether it ever gets anywhere.
        "stuck" stuck: bool = false, within ();
    }
}

readings! {
    /// What was counted.
    pub struct Counted {
        /// Slices that were worked through.
        slices: u32 as Plain,
    }
}

pub struct Counter;

impl Widget for Counter {
    type State = Toy;
    type Action = u32;
    type Model = u32;
    type Readings = Counted;

    fn reduce(state: &mut Toy, _: &u32, action: u32) {
        state.at = action;
    }

    fn compute(_: &Toy, _: Lang) -> u32 {
        0
    }

    fn revise(state: &Toy, _: Lang, before: &u32) -> u32 {
        (*before).min(state.at)
    }

    fn pending(model: &u32) -> Option<(u64, u64)> {
        (*model < 3).then(|| (u64::from(*model), 3))
    }

    fn advance(state: &Toy, model: &u32) -> u32 {
        if state.stuck { *model } else { model + 1 }
    }

    fn clock(state: &Toy, _: &u32) -> Option<Clock> {
        Some(Clock { at: state.at, end: 1000 })
    }

    fn seek(state: &mut Toy, at: u32) {
        state.at = at;
    }

    fn readings(_: &Toy, model: &u32) -> Counted {
        Counted { slices: *model }
    }

    fn title(_: Lang) -> &'static str {
        "Toy"
    }

    fn stage(_: &View<Self>) -> Html {
        Html::default()
    }

    fn controls(_: &View<Self>) -> Html {
        Html::default()
    }

    fn result(_: &View<Self>) -> Html {
        Html::default()
    }

    fn spoken(_: &View<Self>) -> String {
        String::new()
    }

    fn presets(_: Lang) -> Vec<Preset> {
        Vec::new()
    }

    fn table(_: &View<Self>) -> TableProps {
        TableProps { caption: "Toy".into(), columns: Vec::new(), rows: Vec::new() }
    }

    fn formulas(_: &View<Self>) -> Vec<Formula> {
        Vec::new()
    }

    fn sources(_: Lang) -> Vec<Source> {
        Vec::new()
    }
}

fn kept(pairs: &[(&str, &str)]) -> Keep<Counter> {
    let given = Given { pairs: Rc::new(pairs.iter().copied().collect::<Pairs>()), ..Given::default() };
    Keep::new(Lang::En, &Pairs::new(), &given)
}

#[test]
fn off_the_browser_all_work_is_done_at_once() {
    let keep = kept(&[]);
    assert_eq!((*keep.model, keep.facts().pending, keep.facts().settled()), (3, None, true));
    let after = keep.after(Message::Act(Edit::done(Box::new(1_u32)))).unwrap();
    assert_eq!((after.facts().pending, after.facts().phase), (None, Phase::Done));
    assert!(keep.after(Message::Work).is_none(), "nothing is missing");
}

#[test]
fn work_that_gets_nowhere_is_given_up() {
    let keep = kept(&[("stuck", "on")]);
    assert_eq!((*keep.model, keep.facts().pending), (0, Some((0, 3))));
    assert!(!keep.facts().settled());
}

#[test]
fn a_timeline_moves_the_state() {
    let live = kept(&[]).after(Message::Seek(Edit::live(7))).unwrap();
    assert_eq!((live.facts().phase, live.facts().touched), (Phase::Live, true));
    let done = live.after(Message::Seek(Edit::done(8))).unwrap();
    let (_, told) = done.draw(&"toy".into(), &Callback::noop(), true);
    assert_eq!(told.changed, [("at", "8".to_owned())]);
    assert_eq!(done.facts().phase, Phase::Done);
}

#[test]
fn a_file_that_does_not_come_can_be_asked_for_again() {
    let wanted = Wanted { asset: Asset::Attention, tries: 0, lost: true };
    assert_eq!(wanted.again(), Wanted { tries: 1, lost: false, ..wanted });
    assert_eq!(Wanted::of(Some(Asset::FfnOut), Some(wanted)), None, "off the browser every file is there");
}

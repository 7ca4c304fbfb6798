//! Puts a widget on a page: keeps its state, reports changes, and frames what it draws.

mod frame;
mod keep;
mod share;

use std::rc::Rc;

use yew::prelude::*;

use super::view::{View, Widget};
use crate::i18n::{self, Lang};
use crate::state::{Pairs, Readings as _, Table as _, Value};
use crate::ui::{Edit, TableProps};
use keep::{Keep, Message};

/// What fields asked for from outside are laid over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Base {
    /// The default state (with the preset): a link says everything.
    #[default]
    Default,
    /// The present state: only these fields change.
    Current,
}

/// Fields asked for from outside: by a link, an attribute, or words of the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// Fields and their texts.
    pub pairs: Rc<Pairs>,
    /// What they are laid over.
    pub base: Base,
    /// Grows with every request; the same number is not carried out twice.
    pub revision: u32,
}

/// When a change is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The first state is there.
    Ready,
    /// The hand is still on it.
    Live,
    /// The reader let go.
    Done,
    /// Asked for from outside.
    Given,
}

/// A report to the page or the shell.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The instance that changed.
    pub id: AttrValue,
    /// When.
    pub phase: Phase,
    /// Fields that differ from the default with the preset laid over it.
    pub changed: Vec<(&'static str, String)>,
    /// Every field.
    pub fields: Vec<(&'static str, String)>,
    /// The readings.
    pub readings: Vec<(&'static str, Value)>,
    /// The result as plain text.
    pub description: String,
    /// Revision of the request that was carried out last.
    pub revision: u32,
    /// What was not taken of it, one sentence each, until it is dismissed.
    pub problems: Vec<String>,
}

/// What a [`Host`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// The instance, unique on the page; the prefix of its fields in links.
    pub id: AttrValue,
    /// Language.
    pub lang: Lang,
    /// Fields in which the place where it stands starts it, other than by default: fixed while it stands there. What
    /// is given, "start over" and links are relative to them.
    #[prop_or_default]
    pub preset: Rc<Pairs>,
    /// Fields asked for.
    #[prop_or_default]
    pub given: Given,
    /// Address of the site, for links out of an embedded widget; empty on the site itself.
    #[prop_or_default]
    pub site: AttrValue,
    /// How much frame.
    #[prop_or_default]
    pub chrome: Chrome,
    /// Receives reports.
    #[prop_or_default]
    pub on_change: Callback<Change>,
}

/// How much frame is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chrome {
    /// Everything.
    #[default]
    Full,
    /// Title, stage, controls, result.
    Compact,
    /// Stage and controls.
    Bare,
}
crate::state::choice!(Chrome { Full = "full", Compact = "compact", Bare = "bare" });

/// A widget with its frame.
#[component]
pub fn Host<W: Widget>(props: &Props) -> Html {
    let first = props.clone();
    let keep = use_reducer(move || Keep::<W>::new(first.lang, &first.preset, &first.given));
    let dispatch = keep.dispatcher();
    {
        let dispatch = dispatch.clone();
        use_effect_with((props.lang, props.given.clone()), move |(lang, given)| {
            dispatch.dispatch(Message::Given(*lang, given.clone()));
        });
    }
    let act = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| Callback::from(move |edit: Edit<W::Action>| dispatch.dispatch(Message::Act(edit))))
    };
    let light = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| Callback::from(move |term| dispatch.dispatch(Message::Light(term))))
    };
    let view = View::<W> {
        lang: keep.lang,
        id: props.id.clone(),
        state: keep.state.clone(),
        model: keep.model.clone(),
        act: (*act).clone(),
        lit: keep.lit,
        light: (*light).clone(),
        touched: keep.touched,
    };
    let order = {
        let dispatch = dispatch.clone();
        use_memo((), move |()| Callback::from(move |order| dispatch.dispatch(Message::Order(order))))
    };
    let change = change(props, &keep, &view);
    let problems = change.problems.clone();
    let spoken = use_mut_ref(AttrValue::default);
    if matches!(keep.phase, Phase::Done) {
        // While dragging, the last finished result stays: a listener is not flooded.
        *spoken.borrow_mut() = change.description.clone().into();
    }
    let on_change = props.on_change.clone();
    use_effect_with(keep.serial, move |_| on_change.emit(change));
    let table = use_mut_ref(|| None);
    let stage = use_node_ref();
    let spoken = spoken.borrow().clone();
    let table = settled(&mut table.borrow_mut(), &keep, &view);
    frame::frame(props, frame::draw(&keep, &view, table), &order, stage, spoken, &problems)
}

/// The table of the last finished state: hundreds of cells are not written anew for every step of a drag.
fn settled<W: Widget>(kept: &mut Option<(u32, Lang, TableProps)>, keep: &Keep<W>, view: &View<W>) -> TableProps {
    match kept {
        Some((serial, lang, table)) if keep.phase == Phase::Live || (*serial, *lang) == (keep.serial, keep.lang) => {
            table.clone()
        }
        _ => kept.insert((keep.serial, keep.lang, W::table(view))).2.clone(),
    }
}

fn change<W: Widget>(props: &Props, keep: &Keep<W>, view: &View<W>) -> Change {
    let readings = W::readings(&keep.state, &keep.model);
    Change {
        id: props.id.clone(),
        phase: keep.phase,
        changed: keep.state.changed_from(&keep.base),
        fields: keep.state.texts(),
        readings: W::Readings::NAMES.iter().copied().zip(readings.values()).collect(),
        description: W::spoken(view),
        revision: keep.revision,
        problems: keep.problems.iter().map(|problem| i18n::problem(problem, keep.lang)).collect(),
    }
}

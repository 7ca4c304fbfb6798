//! Puts a widget on a page: keeps its state, reports changes, and frames what it draws.

mod aside;
mod challenges;
mod facts;
mod frame;
mod keep;
mod share;
#[cfg(test)]
mod toy;
mod turns;
mod wanted;
mod work;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::parts::Entry;
use crate::i18n::{self, Lang};
use crate::state::{Pairs, Value};
use crate::ui::{Still, use_rest};
use aside::{Aside, Opened};
use facts::{Facts, Told};
use keep::{Kept, Message};
use wanted::use_wanted;
use work::use_work;

pub use keep::{Keep, Machine};
#[cfg(not(feature = "split"))]
pub(super) use work::finished;

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

/// What a [`Host`] needs.
#[derive(Properties, PartialEq)]
pub struct HostProps {
    /// What starts it.
    pub entry: Entry,
    /// What it is given.
    pub props: Props,
}

/// While work goes on, a picture this often, in ms, is enough: each takes time from it.
const PACE: f64 = 100.0;

/// A picture of unfinished work.
struct Sketch {
    /// When it was drawn, in ms.
    at: f64,
    facts: Facts,
    props: Props,
    html: Html,
}

/// What takes messages, and sees by them whose turn it is.
fn taking(figure: u32, dispatch: UseReducerDispatcher<Kept>) -> Callback<Message> {
    Callback::from(move |message| {
        if matches!(message, Message::Act(_) | Message::Seek(_)) {
            turns::shared(|turns| turns.hold(figure, work::now()));
        }
        dispatch.dispatch(message);
    })
}

/// A widget with its frame.
#[component]
pub fn Host(host: &HostProps) -> Html {
    let HostProps { entry, props } = host;
    let first = (entry.start, props.clone());
    let kept = use_reducer(move || Kept(first.0(&first.1)));
    let dispatch = kept.dispatcher();
    {
        let dispatch = dispatch.clone();
        use_effect_with((props.lang, props.given.clone()), move |(lang, given)| {
            dispatch.dispatch(Message::Given(*lang, given.clone()));
        });
    }
    let figure = use_memo((), |()| turns::shared(turns::Turns::enter));
    let sink = use_memo(*figure, move |figure| taking(*figure, dispatch));
    let aside = use_mut_ref(Aside::default);
    let facts = kept.0.facts();
    let settled = facts.settled();
    let stage = use_node_ref();
    use_work(*figure, facts, &stage, &sink);
    use_wanted(facts.wanted, &props.site, &sink);
    let spoken = use_mut_ref(AttrValue::default);
    let sketch = use_mut_ref(|| None::<Sketch>);
    let pictures = use_mut_ref(|| 0_u32);
    let moves = !use_rest(aside::live(facts));
    let holds =
        |known: &&Sketch| !settled && known.facts.like(facts) && known.props == *props && work::now() - known.at < PACE;
    let sketched = sketch.borrow().as_ref().filter(holds).map(|known| known.html.clone());
    let (html, change) = match sketched {
        Some(html) => (html, None),
        None => {
            let (html, change) = drawn(&kept, props, &sink, stage, (&aside, &spoken), moves);
            let version = pictures.borrow().wrapping_add(1);
            *pictures.borrow_mut() = version;
            let html = html! { <Still {version} {html} /> };
            let sketched =
                || Sketch { at: work::now(), facts: facts.clone(), props: props.clone(), html: html.clone() };
            *sketch.borrow_mut() = (!settled).then(sketched);
            (html, Some(change))
        }
    };
    let on_change = props.on_change.clone();
    // Of a state whose model is unfinished nothing is known yet.
    use_effect_with((facts.serial, settled), move |(_, settled)| {
        if let Some(change) = change.filter(|_| *settled) {
            on_change.emit(change);
        }
    });
    html
}

/// The figure, and what is reported of it.
fn drawn(
    kept: &Kept,
    props: &Props,
    sink: &Callback<Message>,
    stage: NodeRef,
    (aside, spoken): (&RefCell<Aside>, &RefCell<AttrValue>),
    moves: bool,
) -> (Html, Change) {
    let facts = kept.0.facts();
    let mut aside = aside.borrow_mut();
    let full = props.chrome == Chrome::Full;
    let more = full && aside.wants_more(moves);
    let (mut drawn, told) = kept.0.draw(&props.id, sink, more);
    let under = if full {
        let on_toggle = Opened::note(&aside.opened.more);
        let controls = drawn.more.take().map(|controls| frame::more(props, controls, on_toggle));
        [aside.more(more.then(|| controls.unwrap_or_default())), aside.under(kept, props, sink, &stage, moves)]
    } else {
        Default::default()
    };
    if facts.phase == Phase::Done && facts.settled() {
        // While dragging, the last finished result stays: a listener is not flooded.
        *spoken.borrow_mut() = told.description.clone().into();
    }
    let change = change(props, facts, told);
    let missing = frame::Missing { problems: &change.problems, pending: facts.pending, wanted: facts.wanted };
    let html = frame::frame(props, drawn, sink, stage, spoken.borrow().clone(), &missing, under);
    (html, change)
}

fn change(props: &Props, facts: &Facts, told: Told) -> Change {
    Change {
        id: props.id.clone(),
        phase: facts.phase,
        changed: told.changed,
        fields: told.fields,
        readings: told.readings,
        description: told.description,
        revision: facts.revision,
        problems: facts.problems.iter().map(|problem| i18n::problem(problem, facts.lang)).collect(),
    }
}

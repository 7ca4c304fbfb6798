//! What a widget is made of, and what its drawing functions are given.

use std::rc::Rc;

use yew::prelude::*;

use super::asset::Asset;
use crate::i18n::{Lang, Piece, pieces};
use crate::state::{Readings, Table};
use crate::ui::{Edit, Source, group, text, written};

/// A formula with the numbers put in, as MathML.
pub type Formula = Html;

/// A state worth trying: what it says, and the fields that differ from the default.
pub struct Preset {
    /// What it says.
    pub label: &'static str,
    /// Fields and their texts.
    pub fields: &'static [(&'static str, &'static str)],
}

/// A question to the reader whose answer is computed.
#[derive(Clone, Copy)]
pub struct Challenge {
    /// What is asked.
    pub question: &'static str,
    /// Computes the answer; called only once the reader checks one or asks for it.
    pub answer: fn() -> f64,
    /// How far off an answer may be, relative to the computed one; 0 for exactly.
    pub tolerance: f64,
    /// Written after the number; may be empty.
    pub unit: &'static str,
    /// Fields and their texts of a state that shows the answer.
    pub shows: &'static [(&'static str, &'static str)],
}

/// A timeline: the frame draws its controls and plays it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Where it stands.
    pub at: u32,
    /// The last step.
    pub end: u32,
}

/// A widget: a pure state, what is computed from it, and how that is drawn.
///
/// The functions that draw must not touch the browser: the default state is also rendered natively.
pub trait Widget: Sized + 'static {
    /// The flat state.
    type State: Table;
    /// What a reader can do.
    type Action: 'static;
    /// Everything computed from a state, once a state.
    type Model: 'static;
    /// What the outside may read.
    type Readings: Readings;

    /// Carries out an action. Pure, and tested natively.
    fn reduce(state: &mut Self::State, model: &Self::Model, action: Self::Action);
    /// Computes everything that is drawn. Takes any state that its table lets in, without panic.
    fn compute(state: &Self::State, lang: Lang) -> Self::Model;
    /// Like [`Widget::compute`]; may take over what still holds in the model of the state before.
    fn revise(state: &Self::State, lang: Lang, _before: &Self::Model) -> Self::Model {
        Self::compute(state, lang)
    }
    /// Work still missing from a model, as (done, total); `done` grows with each slice. Until it is `None` the model is
    /// drawn as it is, and nothing is reported.
    fn pending(_model: &Self::Model) -> Option<(u64, u64)> {
        None
    }
    /// The model after one more slice of at most about 2 ms of work; asked for only while [`Widget::pending`]. The host
    /// does a few a frame; off the browser, all at once.
    fn advance(state: &Self::State, _model: &Self::Model) -> Self::Model {
        Self::compute(state, Lang::default())
    }
    /// The data file that a state needs; fetched then, and computed anew once it is there. A model without it is drawn
    /// like a pending one.
    fn asset(_state: &Self::State) -> Option<Asset> {
        None
    }
    /// The timeline, if the state has one.
    fn clock(_state: &Self::State, _model: &Self::Model) -> Option<Clock> {
        None
    }
    /// Moves along the timeline; `at` is at most [`Clock::end`].
    fn seek(_state: &mut Self::State, _at: u32) {}
    /// The readings of a computed state.
    fn readings(state: &Self::State, model: &Self::Model) -> Self::Readings;
    /// What is odd about the combination of fields, one sentence each.
    fn remarks(_view: &View<Self>) -> Vec<String> {
        Vec::new()
    }

    /// The question it answers.
    fn title(lang: Lang) -> &'static str;
    /// The picture; its figure is an SVG.
    fn stage(view: &View<Self>) -> Html;
    /// At most three controls.
    fn controls(view: &View<Self>) -> Html;
    /// The other controls.
    fn more(_view: &View<Self>) -> Option<Html> {
        None
    }
    /// The result as a sentence with live numbers.
    fn result(view: &View<Self>) -> Html;
    /// The result as it is spoken.
    fn spoken(view: &View<Self>) -> String;
    /// What is synthetic or made by hand, with its recipe.
    fn note(_view: &View<Self>) -> Option<&'static str> {
        None
    }
    /// States worth trying.
    fn presets(lang: Lang) -> Vec<Preset>;
    /// Questions offered at the end, two to four.
    fn challenges(_lang: Lang) -> Vec<Challenge> {
        Vec::new()
    }
    /// The picture as a table.
    fn table(view: &View<Self>) -> crate::ui::TableProps;
    /// The formulas with the numbers put in.
    fn formulas(view: &View<Self>) -> Vec<Formula>;
    /// Where the numbers come from.
    fn sources(lang: Lang) -> Vec<Source>;
}

/// What is drawn: a state, what was computed from it, and a way to act.
pub struct View<W: Widget> {
    /// Language of all texts.
    pub lang: Lang,
    /// Unique on the page, for names of radio groups.
    pub id: AttrValue,
    /// The state.
    pub state: Rc<W::State>,
    /// What was computed from it.
    pub model: Rc<W::Model>,
    /// Takes actions.
    pub act: Callback<Edit<W::Action>>,
    /// The term under the hand: its number, its mark and its symbol are lit together.
    pub lit: Option<&'static str>,
    /// Lights a term.
    pub light: Callback<Option<&'static str>>,
    /// Whether the reader has changed anything yet (hints vanish then).
    pub touched: bool,
    /// Whether the next picture follows within a frame: the hand is on a control, it plays, or work is under way.
    pub live: bool,
}

impl<W: Widget> View<W> {
    /// A callback for a control's values.
    pub fn edit<T: 'static>(&self, action: impl Fn(T) -> W::Action + 'static) -> Callback<Edit<T>> {
        Edit::feed(&self.act, action)
    }

    /// A callback for a button.
    pub fn push(&self, action: impl Fn() -> W::Action + 'static) -> Callback<()> {
        self.act.reform(move |()| Edit::done(action()))
    }

    /// `lit` if the term is under the hand, for the class of a mark.
    #[must_use]
    pub fn lit(&self, term: &'static str) -> Option<&'static str> {
        (self.lit == Some(term)).then_some("lit")
    }

    /// Callbacks that light a term on entering and put it out on leaving.
    #[must_use]
    pub fn hover(&self, term: &'static str) -> (Callback<PointerEvent>, Callback<PointerEvent>) {
        hover(&self.light, term)
    }

    /// Words or a number that belong to a term.
    pub fn term(&self, term: &'static str, body: String) -> Html {
        written_term(self.lit, &self.light, term, body)
    }

    /// A sentence whose places are terms of the same name.
    pub fn sentence(&self, sentence: &str, values: &[(&'static str, String)]) -> Html {
        live_sentence(self.lit, &self.light, sentence, values)
    }
}

// Not methods of `View`: those are compiled once a widget.

type Light = Callback<Option<&'static str>>;

#[inline(never)]
fn hover(light: &Light, term: &'static str) -> (Callback<PointerEvent>, Callback<PointerEvent>) {
    (light.reform(move |_| Some(term)), light.reform(|_| None))
}

#[inline(never)]
fn written_term(lit: Option<&'static str>, light: &Light, term: &'static str, body: String) -> Html {
    let (onpointerenter, onpointerleave) = hover(light, term);
    let class = if lit == Some(term) { "term lit" } else { "term" };
    html! { <span {class} {onpointerenter} {onpointerleave}>{ text(written(body)) }</span> }
}

#[inline(never)]
fn live_sentence(lit: Option<&'static str>, light: &Light, sentence: &str, values: &[(&'static str, String)]) -> Html {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Words(words) => text(written(words.to_owned())),
        Piece::Place(place) => match values.iter().find(|(name, _)| *name == place) {
            Some((name, value)) => written_term(lit, light, name, value.clone()),
            None => text(written(["{", place, "}"].concat())),
        },
    };
    group(pieces(sentence).into_iter().map(piece).collect())
}

//! The state a host keeps, and what can happen to it. Pure.
//!
//! A [`Keep`] knows its widget; the host knows only a [`Machine`]. So the host, its hooks and its frame are compiled
//! once, not once a widget.

use std::any::Any;
use std::cell::OnceCell;
use std::rc::Rc;

use yew::prelude::*;

use super::facts::{Facts, Told};
use super::frame::{Drawn, Order, Under, draw, draw_under};
use super::wanted::Wanted;
use super::work::{a_frame_more, a_frame_of_work};
use super::{Base, Given, Phase};
use crate::i18n::Lang;
use crate::state::{Pairs, Readings as _, Table as _, read};
use crate::ui::{Edit, TableProps};
use crate::widgets::asset::Asset;
use crate::widgets::{View, Widget};

/// What can happen.
pub enum Message {
    /// The reader acts: an `Edit` of the widget's action.
    Act(Edit<Box<dyn Any>>),
    /// The outside asks.
    Given(Lang, Given),
    /// The frame asks.
    Order(Order),
    /// To another step of the timeline.
    Seek(Edit<u32>),
    /// A frame's worth of missing work.
    Work,
    /// A data file came, or did not.
    Fetched(Asset, bool),
    /// A term is under the hand, or none.
    Light(Option<&'static str>),
}

/// A widget with its state.
pub trait Machine {
    fn facts(&self) -> &Facts;
    /// The next one, or none if nothing changes.
    fn after(&self, message: Message) -> Option<Rc<dyn Machine>>;
    /// The picture and the words, with the other controls if `more`.
    fn draw(&self, id: &AttrValue, sink: &Callback<Message>, more: bool) -> (Drawn, Told);
    /// What lies under the picture; with the table written before, if that still holds.
    fn under(&self, id: &AttrValue, sink: &Callback<Message>, table: Option<TableProps>) -> Under;
}

/// Machines are told apart by what happened to them.
#[derive(Clone)]
pub struct Kept(pub Rc<dyn Machine>);

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Kept {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        self.0.after(message).map_or(self, |next| Rc::new(Self(next)))
    }
}

/// State, what was computed from it, and what to say about it.
pub struct Keep<W: Widget> {
    facts: Facts,
    /// The default with the preset laid over it.
    pub base: Rc<W::State>,
    pub state: Rc<W::State>,
    pub model: Rc<W::Model>,
    /// Takes the widget's actions; one for life, so that parts drawn from it can compare it.
    act: Rc<OnceCell<Callback<Edit<W::Action>>>>,
    light: Rc<OnceCell<Callback<Option<&'static str>>>>,
}

impl<W: Widget> Clone for Keep<W> {
    fn clone(&self) -> Self {
        Self {
            facts: self.facts.clone(),
            base: self.base.clone(),
            state: self.state.clone(),
            model: self.model.clone(),
            act: self.act.clone(),
            light: self.light.clone(),
        }
    }
}

/// The model of a first state; off the browser with all its work done.
fn started<W: Widget>(state: &W::State, lang: Lang) -> W::Model {
    let model = W::compute(state, lang);
    if cfg!(target_arch = "wasm32") { model } else { a_frame_of_work::<W>(state, model) }
}

impl<W: Widget> Keep<W> {
    pub fn new(lang: Lang, preset: &Pairs, given: &Given) -> Self {
        let (base, _) = read(&W::State::default(), preset);
        let (state, problems) = read(&base, &given.pairs);
        // Without a first frame of work: this runs while rendering.
        let model = started::<W>(&state, lang);
        let facts = Facts {
            lang,
            problems: Rc::new(problems),
            lit: None,
            phase: Phase::Ready,
            serial: 0,
            touched: false,
            revision: given.revision,
            pending: W::pending(&model),
            wanted: Wanted::of(W::asset(&state), None),
        };
        Self {
            facts,
            base: Rc::new(base),
            model: Rc::new(model),
            state: Rc::new(state),
            act: Rc::default(),
            light: Rc::default(),
        }
    }

    fn renewed(mut self, state: W::State, phase: Phase) -> Self {
        self.state = Rc::new(state);
        self.facts.phase = phase;
        self.facts.serial = self.facts.serial.wrapping_add(1);
        let model = W::revise(&self.state, self.facts.lang, &self.model);
        let model = a_frame_of_work::<W>(&self.state, model);
        self.modelled(model)
    }

    fn modelled(mut self, model: W::Model) -> Self {
        self.facts.pending = W::pending(&model);
        self.facts.wanted = Wanted::of(W::asset(&self.state), self.facts.wanted);
        self.model = Rc::new(model);
        self
    }

    /// The model with one more frame's worth of its missing work.
    fn worked(self) -> Option<Self> {
        let model = self.facts.pending.map(|_| a_frame_more::<W>(&self.state, &self.model))?;
        Some(self.modelled(model))
    }

    fn fetched(mut self, asset: Asset, here: bool) -> Option<Self> {
        let wanted = self.facts.wanted.as_mut().filter(|wanted| wanted.asset == asset)?;
        wanted.lost = !here;
        if !here {
            return Some(self);
        }
        let model = W::compute(&self.state, self.facts.lang);
        let model = a_frame_of_work::<W>(&self.state, model);
        Some(self.modelled(model))
    }

    fn touched(mut self) -> Self {
        self.facts.touched = true;
        self
    }

    fn act(self, action: W::Action, done: bool) -> Self {
        let mut state = (*self.state).clone();
        W::reduce(&mut state, &self.model, action);
        self.renewed(state, if done { Phase::Done } else { Phase::Live }).touched()
    }

    fn sought(self, edit: &Edit<u32>) -> Self {
        let mut state = (*self.state).clone();
        W::seek(&mut state, edit.value);
        self.renewed(state, if edit.done { Phase::Done } else { Phase::Live }).touched()
    }

    fn ordered(mut self, order: Order) -> Self {
        let state = match order {
            Order::Dismiss => {
                self.facts.problems = Rc::default();
                return self;
            }
            Order::Retry => {
                self.facts.wanted = self.facts.wanted.map(Wanted::again);
                return self;
            }
            Order::Reset => (*self.base).clone(),
            Order::Preset(fields) => read(&W::State::default(), &fields.iter().copied().collect()).0,
        };
        self.renewed(state, Phase::Done).touched()
    }

    fn given(mut self, lang: Lang, given: &Given) -> Self {
        let mut state = (*self.state).clone();
        if given.revision != self.facts.revision {
            let base = match given.base {
                Base::Default => &self.base,
                Base::Current => &self.state,
            };
            let (asked, problems) = read(&**base, &given.pairs);
            state = asked;
            self.facts.problems = Rc::new(problems);
        }
        self.facts.lang = lang;
        self.facts.revision = given.revision;
        self.renewed(state, Phase::Given)
    }

    fn view(&self, id: &AttrValue, sink: &Callback<Message>) -> View<W> {
        let act =
            || sink.reform(|edit: Edit<W::Action>| Message::Act(edit.map(|action| Box::new(action) as Box<dyn Any>)));
        View {
            lang: self.facts.lang,
            id: id.clone(),
            state: self.state.clone(),
            model: self.model.clone(),
            act: self.act.get_or_init(act).clone(),
            lit: self.facts.lit,
            light: self.light.get_or_init(|| sink.reform(Message::Light)).clone(),
            touched: self.facts.touched,
            live: self.facts.phase == Phase::Live || !self.facts.settled(),
        }
    }
}

impl<W: Widget> Machine for Keep<W> {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn after(&self, message: Message) -> Option<Rc<dyn Machine>> {
        let mut next = self.clone();
        next = match message {
            Message::Act(edit) => next.act(*edit.value.downcast().ok()?, edit.done),
            Message::Given(lang, given) if lang != self.facts.lang || given.revision != self.facts.revision => {
                next.given(lang, &given)
            }
            Message::Order(order) => next.ordered(order),
            Message::Seek(edit) => next.sought(&edit),
            Message::Work => next.worked()?,
            Message::Fetched(asset, here) => next.fetched(asset, here)?,
            Message::Light(lit) if lit != self.facts.lit => {
                next.facts.lit = lit;
                next
            }
            Message::Given(..) | Message::Light(_) => return None,
        };
        Some(Rc::new(next))
    }

    fn draw(&self, id: &AttrValue, sink: &Callback<Message>, more: bool) -> (Drawn, Told) {
        let view = self.view(id, sink);
        let readings = W::readings(&self.state, &self.model);
        let told = Told {
            changed: self.state.changed_from(&self.base),
            fields: self.state.texts(),
            readings: W::Readings::NAMES.iter().copied().zip(readings.values()).collect(),
            description: W::spoken(&view),
        };
        (draw(self, &view, more), told)
    }

    fn under(&self, id: &AttrValue, sink: &Callback<Message>, table: Option<TableProps>) -> Under {
        draw_under(self, &self.view(id, sink), table)
    }
}

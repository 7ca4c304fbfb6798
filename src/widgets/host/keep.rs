//! The state a host keeps, and what can happen to it. Pure.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::Order;
use super::{Base, Given, Phase};
use crate::i18n::Lang;
use crate::state::{Pairs, Problem, read};
use crate::ui::Edit;
use crate::widgets::Widget;

/// What can happen.
pub enum Message<W: Widget> {
    /// The reader acts.
    Act(Edit<W::Action>),
    /// The outside asks.
    Given(Lang, Given),
    /// The frame asks.
    Order(Order),
    /// A term is under the hand, or none.
    Light(Option<&'static str>),
}

/// State, what was computed from it, and what to say about it.
pub struct Keep<W: Widget> {
    pub lang: Lang,
    /// The default with the preset laid over it.
    pub base: Rc<W::State>,
    pub state: Rc<W::State>,
    pub model: Rc<W::Model>,
    pub problems: Rc<Vec<Problem>>,
    pub lit: Option<&'static str>,
    pub phase: Phase,
    /// Grows with each new state.
    pub serial: u32,
    pub touched: bool,
    /// Revision of the request that was carried out last.
    pub revision: u32,
}

impl<W: Widget> Clone for Keep<W> {
    fn clone(&self) -> Self {
        let (base, state, model) = (self.base.clone(), self.state.clone(), self.model.clone());
        Self { base, state, model, problems: self.problems.clone(), ..*self }
    }
}

impl<W: Widget> Keep<W> {
    pub fn new(lang: Lang, preset: &Pairs, given: &Given) -> Self {
        let (base, _) = read(&W::State::default(), preset);
        let (state, problems) = read(&base, &given.pairs);
        Self {
            lang,
            base: Rc::new(base),
            model: Rc::new(W::compute(&state, lang)),
            state: Rc::new(state),
            problems: Rc::new(problems),
            lit: None,
            phase: Phase::Ready,
            serial: 0,
            touched: false,
            revision: given.revision,
        }
    }

    fn renewed(&self, state: W::State, phase: Phase) -> Self {
        let model = Rc::new(W::compute(&state, self.lang));
        Self { state: Rc::new(state), model, phase, serial: self.serial.wrapping_add(1), ..self.clone() }
    }

    fn act(&self, edit: Edit<W::Action>) -> Self {
        let mut state = (*self.state).clone();
        W::reduce(&mut state, &self.model, edit.value);
        let phase = if edit.done { Phase::Done } else { Phase::Live };
        Self { touched: true, ..self.renewed(state, phase) }
    }

    fn ordered(&self, order: Order) -> Self {
        let state = match order {
            Order::Dismiss => return Self { problems: Rc::default(), ..self.clone() },
            Order::Reset => (*self.base).clone(),
            Order::Preset(fields) => read(&W::State::default(), &fields.iter().copied().collect()).0,
        };
        Self { touched: true, ..self.renewed(state, Phase::Done) }
    }

    fn given(&self, lang: Lang, given: &Given) -> Self {
        let base = match given.base {
            Base::Default => (*self.base).clone(),
            Base::Current => (*self.state).clone(),
        };
        let fresh = given.revision != self.revision;
        let (state, problems) =
            if fresh { read(&base, &given.pairs) } else { ((*self.state).clone(), (*self.problems).clone()) };
        let next = Self { lang, ..self.clone() }.renewed(state, Phase::Given);
        Self { problems: Rc::new(problems), revision: given.revision, ..next }
    }
}

impl<W: Widget> Reducible for Keep<W> {
    type Action = Message<W>;

    fn reduce(self: Rc<Self>, message: Message<W>) -> Rc<Self> {
        match message {
            Message::Act(edit) => Rc::new(self.act(edit)),
            Message::Given(lang, given) if lang != self.lang || given.revision != self.revision => {
                Rc::new(self.given(lang, &given))
            }
            Message::Given(..) => self,
            Message::Order(order) => Rc::new(self.ordered(order)),
            Message::Light(lit) if lit != self.lit => Rc::new(Self { lit, ..(*self).clone() }),
            Message::Light(_) => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Table as _;
    use crate::widgets::float::Float;

    fn given(revision: u32, base: Base, pairs: &[(&str, &str)]) -> Message<Float> {
        Message::Given(Lang::En, Given { pairs: Rc::new(pairs.iter().copied().collect()), base, revision })
    }

    /// The field, and how much of the state a link would have to say.
    fn value(keep: &Keep<Float>) -> (String, usize) {
        let text = keep.state.texts().into_iter().find_map(|(field, text)| (field == "value").then_some(text));
        (text.unwrap_or_default(), keep.state.changed_from(&keep.base).len())
    }

    #[test]
    fn everything_is_relative_to_the_preset() {
        let preset = [("value", "5")].into_iter().collect();
        let keep = Rc::new(Keep::<Float>::new(Lang::En, &preset, &Given::default()));
        assert_eq!(value(&keep), ("5".to_owned(), 0));
        let linked = keep.clone().reduce(given(1, Base::Default, &[("value", "2")]));
        assert_eq!(value(&linked), ("2".to_owned(), 1));
        let bare = linked.reduce(given(2, Base::Default, &[]));
        assert_eq!(value(&bare), ("5".to_owned(), 0));
        let same = bare.clone().reduce(given(2, Base::Default, &[("value", "3")]));
        assert!(Rc::ptr_eq(&same, &bare), "a request is carried out once");
    }
}

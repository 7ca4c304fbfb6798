//! The code as switches, and what it says.

use yew::prelude::*;

use super::super::Float;
use super::super::formulas::{Piece, meaning};
use super::super::names::{bits_of, class_name, code_name};
use super::super::reduce::Action;
use crate::i18n::{self, FloatText, fill, shortest};
use crate::numerics::format::{Class, Specials};
use crate::ui::{BitGroup, BitStrip, Edit};
use crate::widgets::View;

fn group(
    view: &View<Float>,
    text: &FloatText,
    term: &'static str,
    label: &'static str,
    width: u32,
) -> Option<BitGroup> {
    let name = |place: u32| AttrValue::from(fill(text.bit, &[("field", label), ("place", &place.to_string())]));
    let light = view.light.clone();
    (width > 0).then(|| BitGroup {
        label: label.into(),
        class: ["bits__group--", term].concat().into(),
        names: (0..width).rev().map(name).collect(),
        lit: view.lit == Some(term),
        on_light: Callback::from(move |on: bool| light.emit(on.then_some(term))),
    })
}

/// The switches.
pub fn strip(view: &View<Float>) -> Html {
    let text = i18n::float(view.lang);
    let landing = &view.model.landing;
    let fields = landing.format.fields(landing.code);
    let rest = if landing.format.specials() == Specials::Integer { text.digits } else { text.mantissa };
    let groups = [
        group(view, text, "sign", text.sign, fields.sign.width),
        group(view, text, "exponent", text.exponent, fields.exponent.width),
        group(view, text, "mantissa", rest, fields.mantissa.width),
    ];
    let on_set = view.edit(|(at, on)| Action::Bit(at, on));
    let act = view.act.clone();
    let on_step = Callback::from(move |up| act.emit(Edit::done(Action::Step(up))));
    BitStrip {
        label: text.bits.into(),
        groups: groups.into_iter().flatten().collect(),
        bits: bits_of(landing.format, landing.code),
        on_set,
        on_step,
    }
    .view()
}

/// The formula, its result and the kind of number.
pub fn says(view: &View<Float>) -> Html {
    let text = i18n::float(view.lang);
    let landing = &view.model.landing;
    let piece = |piece: Piece| {
        let class = classes!("meaning__piece", piece.term.map(|term| ["meaning__piece--", term].concat()));
        let lit = piece.term.and_then(|term| view.lit(term));
        let (onpointerenter, onpointerleave) = match piece.term {
            Some(term) => view.hover(term),
            None => (Callback::noop(), Callback::noop()),
        };
        html! { <span class={classes!(class, lit)} {onpointerenter} {onpointerleave}><math>{ piece.body }</math></span> }
    };
    let pieces = meaning(landing);
    let agreed = matches!(landing.class, Class::Infinity | Class::Nan);
    html! {
        <p class="meaning">
            <span class="meaning__code">{ code_name(landing.format, landing.code) }</span>
            if agreed {
                <span class="meaning__piece">{ ["= ", &shortest(landing.decoded)].concat() }</span>
            }
            { for pieces.into_iter().map(piece) }
            <span class="meaning__class">{ class_name(landing.class, landing.format, text) }</span>
        </p>
    }
}

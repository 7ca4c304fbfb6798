//! The controls.

use std::ops::RangeInclusive;

use yew::prelude::*;

use super::Float;
use super::names::{code_name, format_name, specials_name};
use super::number::{Code, Number};
use super::reduce::Action;
use super::state::{FormatName, Overflow, Picture, Rounding};
use crate::i18n::{self, FloatText, fill, shortest};
use crate::numerics::format::Specials;
use crate::state::{Between, Choice as _, Field};
use crate::ui::{Button, Choice, Edit, Entry, Select, Slider, Spacing};
use crate::widgets::View;
use crate::widgets::notched::notched;

type Seen = View<Float>;

/// Number, format, rounding; widths of a custom format; what overflow does while there is one.
pub fn main(view: &Seen) -> Html {
    let text = i18n::float(view.lang);
    let format = Select {
        label: text.format.into(),
        options: FormatName::ALL.iter().map(|name| format_name(*name, text).into()).collect(),
        chosen: view.state.format.index(),
        on_edit: view.edit(|at| Action::Format(FormatName::at(at))),
    };
    html! {
        <>
            { value(view, text) }
            if view.state.view == Picture::Sums {
                { start(view, text) }
            }
            { format.view() }
            if view.state.view == Picture::Lines {
                { rounding(view, text) }
            }
            if view.state.format == FormatName::Custom {
                { custom(view, text) }
            }
            if view.model.beyond() {
                { overflow(view, text) }
            }
        </>
    }
}

/// The others.
pub fn more(view: &Seen) -> Html {
    let text = i18n::float(view.lang);
    html! {
        <>
            { code(view, text) }
            if view.state.view != Picture::Lines {
                { rounding(view, text) }
            }
            if !view.model.beyond() {
                { overflow(view, text) }
            }
            { compare(view, text) }
            { dice(view, text) }
        </>
    }
}

/// A callback for an entry: takes what `F` reads, else says `message`.
fn taking<F: Field + 'static>(
    view: &Seen,
    range: F::Range,
    action: impl Fn(F) -> Action + 'static,
    message: impl Fn(&str) -> String + 'static,
) -> Callback<Edit<String>, Result<(), AttrValue>> {
    let act = view.act.clone();
    Callback::from(move |edit: Edit<String>| match F::parse(&edit.value, &range) {
        Ok(read) => {
            act.emit(Edit { value: action(read), done: edit.done });
            Ok(())
        }
        Err(_) => Err(message(&edit.value).into()),
    })
}

fn value(view: &Seen, text: &'static FloatText) -> Html {
    let shown = shortest(view.model.x);
    let on_edit = taking(
        view,
        (),
        |number: Number| Action::Value(number.x),
        move |typed| fill(text.value_message, &[("text", typed), ("shown", &shown)]),
    );
    let value = Number::new(view.model.x).write().into();
    Entry { label: text.value.into(), value, input_mode: "text", max_length: 200, on_edit }.view()
}

fn start(view: &Seen, text: &'static FloatText) -> Html {
    let shown = shortest(view.state.start.x);
    let on_edit = taking(
        view,
        (),
        |number: Number| Action::Start(number.x),
        move |typed| fill(text.value_message, &[("text", typed), ("shown", &shown)]),
    );
    let value = view.state.start.write().into();
    Entry { label: text.start.into(), value, input_mode: "text", max_length: 200, on_edit }.view()
}

/// How often something is done, from 1 to 10,000.
pub fn counted(label: &'static str, times: u32, on_edit: Callback<Edit<f64>>) -> Html {
    const DECADE: [u32; 10] = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80];
    let small = (1..10).map(f64::from);
    let large = [1, 10, 100].into_iter().flat_map(|size| DECADE.map(|n| f64::from(n * size)));
    let notches = small.chain(large).chain([10_000.0]).collect();
    notched(label, i18n::integer(times.into()), f64::from(times), notches, on_edit)
}

fn code(view: &Seen, text: &'static FloatText) -> Html {
    let landing = &view.model.landing;
    let digits = landing.format.bits().div_ceil(4).to_string();
    let on_edit = taking(
        view,
        (),
        |Code(code)| Action::Code(code),
        move |typed| fill(text.code_message, &[("text", typed), ("digits", &digits)]),
    );
    let value = code_name(landing.format, landing.code).into();
    Entry { label: text.code.into(), value, input_mode: "text", max_length: 10, on_edit }.view()
}

fn rounding(view: &Seen, text: &FloatText) -> Html {
    let options = Rounding::ALL.iter().map(|rounding| match rounding {
        Rounding::NearestEven => text.nearest_even,
        Rounding::NearestAway => text.nearest_away,
        Rounding::TowardZero => text.toward_zero,
        Rounding::Stochastic => text.stochastic,
    });
    let choice = Choice {
        label: text.rounding.into(),
        name: [&view.id, "-rounding"].concat().into(),
        options: options.map(AttrValue::from).collect(),
        chosen: view.state.rounding.index(),
        on_edit: view.edit(|at| Action::Rounding(Rounding::at(at))),
    };
    html! { <div class="controls__wide">{ choice.view() }</div> }
}

fn overflow(view: &Seen, text: &FloatText) -> Html {
    let choice = Choice {
        label: text.overflow.into(),
        name: [&view.id, "-overflow"].concat().into(),
        options: vec![text.saturate.into(), text.native.into()],
        chosen: view.state.overflow.index(),
        on_edit: view.edit(|at| Action::Overflow(Overflow::at(at))),
    };
    html! { <div class="controls__wide">{ choice.view() }</div> }
}

fn custom(view: &Seen, text: &FloatText) -> Html {
    let (exponent, mantissa) = view.state.custom_bits();
    let bits = |label: &'static str, value: u32, range: RangeInclusive<u32>, action: fn(u32) -> Action| Slider {
        label: label.into(),
        shown: value.to_string().into(),
        value: value.into(),
        min: (*range.start()).into(),
        max: (*range.end()).into(),
        spacing: Spacing::Linear(1.0),
        on_edit: view.edit(move |bits| action(bits as u32)),
    };
    let specials = Select {
        label: text.specials.into(),
        options: Specials::ALL.iter().map(|specials| specials_name(*specials, text).into()).collect(),
        chosen: view.state.specials.index(),
        on_edit: view.edit(|at| Action::Specials(Specials::at(at))),
    };
    html! {
        <>
            { bits(text.exponent_bits, exponent, view.state.specials.exponent_bits(), Action::ExponentBits).view() }
            { bits(text.mantissa_bits, mantissa, view.state.specials.mantissa_bits(), Action::MantissaBits).view() }
            { specials.view() }
        </>
    }
}

fn compare(view: &Seen, text: &FloatText) -> Html {
    let button = |name: &FormatName| {
        let (name, on) = (*name, view.state.compare.contains(name));
        let disabled = !on && view.state.compare.len() >= 6;
        let on_push = view.push(move || Action::Compare(name, !on));
        Button { label: format_name(name, text).into(), on_push, pressed: Some(on), disabled }.view()
    };
    html! {
        <fieldset class="control controls__wide">
            <legend class="control__label">{ text.compare }</legend>
            <div class="compare__buttons">{ for FormatName::ALL.iter().filter(|name| **name != view.state.format).map(button) }</div>
        </fieldset>
    }
}

fn dice(view: &Seen, text: &'static FloatText) -> Html {
    let on_edit = taking(view, Between(0, 9_007_199_254_740_991), Action::Seed, move |typed| {
        fill(text.seed_message, &[("text", typed)])
    });
    let draws = counted(text.draws, view.state.draws, view.edit(|draws: f64| Action::Draws(draws as u32)));
    let seed = Entry {
        label: text.seed.into(),
        value: view.state.seed.to_string().into(),
        input_mode: "numeric",
        max_length: 16,
        on_edit,
    };
    html! {
        <>
            { draws }
            { seed.view() }
        </>
    }
}

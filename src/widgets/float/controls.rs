//! The controls.

use yew::prelude::*;

use super::Float;
use super::names::{code_name, format_name, specials_name};
use super::number::{Code, Number};
use super::reduce::Action;
use super::state::{FormatName, Overflow, Rounding};
use crate::i18n::{self, FloatText, fill, shortest};
use crate::numerics::format::Specials;
use crate::state::{Between, Choice as _, Field};
use crate::ui::{Button, Choice, Edit, Entry, Select, Slider, Spacing};
use crate::widgets::View;

type Seen = View<Float>;

/// Number, format, rounding; widths of a custom format; what overflow does while there is one.
pub fn main(view: &Seen) -> Html {
    let text = i18n::float(view.lang);
    let formats = FormatName::ALL.iter().map(|name| AttrValue::from(format_name(*name, text))).collect::<Vec<_>>();
    html! {
        <>
            { value(view, text) }
            <Select label={text.format} options={formats} chosen={view.state.format.index()}
                on_edit={view.edit(|at| Action::Format(FormatName::at(at)))} />
            { rounding(view, text) }
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
        |Number(x)| Action::Value(x),
        move |typed| fill(text.value_message, &[("text", typed), ("shown", &shown)]),
    );
    html! { <Entry label={text.value} value={Number(view.model.x).write()} {on_edit} /> }
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
    html! { <Entry label={text.code} value={code_name(landing.format, landing.code)} max_length={10} {on_edit} /> }
}

fn rounding(view: &Seen, text: &FloatText) -> Html {
    let options = Rounding::ALL.iter().map(|rounding| match rounding {
        Rounding::NearestEven => text.nearest_even,
        Rounding::NearestAway => text.nearest_away,
        Rounding::TowardZero => text.toward_zero,
        Rounding::Stochastic => text.stochastic,
    });
    html! {
        <div class="controls__wide">
            <Choice label={text.rounding} name={[&view.id, "-rounding"].concat()} options={options.map(AttrValue::from).collect::<Vec<_>>()}
                chosen={view.state.rounding.index()} on_edit={view.edit(|at| Action::Rounding(Rounding::at(at)))} />
        </div>
    }
}

fn overflow(view: &Seen, text: &FloatText) -> Html {
    let options = vec![AttrValue::from(text.saturate), AttrValue::from(text.native)];
    html! {
        <div class="controls__wide">
            <Choice label={text.overflow} name={[&view.id, "-overflow"].concat()} {options}
                chosen={view.state.overflow.index()} on_edit={view.edit(|at| Action::Overflow(Overflow::at(at)))} />
        </div>
    }
}

fn width(value: f64) -> u32 {
    value as u32
}

fn custom(view: &Seen, text: &FloatText) -> Html {
    let (exponent, mantissa) = view.state.custom_bits();
    let (e, m) = (view.state.specials.exponent_bits(), view.state.specials.mantissa_bits());
    let specials =
        Specials::ALL.iter().map(|specials| AttrValue::from(specials_name(*specials, text))).collect::<Vec<_>>();
    html! {
        <>
            <Slider label={text.exponent_bits} shown={exponent.to_string()} value={f64::from(exponent)}
                min={f64::from(*e.start())} max={f64::from(*e.end())} on_edit={view.edit(|bits| Action::ExponentBits(width(bits)))} />
            <Slider label={text.mantissa_bits} shown={mantissa.to_string()} value={f64::from(mantissa)}
                min={f64::from(*m.start())} max={f64::from(*m.end())} on_edit={view.edit(|bits| Action::MantissaBits(width(bits)))} />
            <Select label={text.specials} options={specials} chosen={view.state.specials.index()}
                on_edit={view.edit(|at| Action::Specials(Specials::at(at)))} />
        </>
    }
}

fn compare(view: &Seen, text: &FloatText) -> Html {
    let button = |name: &FormatName| {
        let (name, on) = (*name, view.state.compare.contains(name));
        let full = !on && view.state.compare.len() >= 6;
        html! {
            <Button label={format_name(name, text)} pressed={Some(on)} disabled={full} on_push={view.push(move || Action::Compare(name, !on))} />
        }
    };
    html! {
        <fieldset class="control controls__wide">
            <legend class="control__label">{ text.compare }</legend>
            <div class="compare__buttons">{ for FormatName::ALL.iter().filter(|name| **name != view.state.format).map(button) }</div>
        </fieldset>
    }
}

fn dice(view: &Seen, text: &'static FloatText) -> Html {
    let seed = taking(view, Between(0, 9_007_199_254_740_991), Action::Seed, move |typed| {
        fill(text.seed_message, &[("text", typed)])
    });
    let draws = f64::from(view.state.draws);
    html! {
        <>
            <Slider label={text.draws} shown={i18n::integer(view.state.draws.into())} value={draws} min={1.0} max={10_000.0}
                spacing={Spacing::Log} snaps={vec![10.0, 100.0, 200.0, 1000.0]}
                on_edit={view.edit(|draws| Action::Draws(libm::round(draws) as u32))} />
            <Entry label={text.seed} value={view.state.seed.to_string()} input_mode="numeric" max_length={16} on_edit={seed} />
        </>
    }
}

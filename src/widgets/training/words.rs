//! The result, as a sentence with live numbers and as plain text.

use yew::prelude::*;

use super::Training;
use super::model::share;
use super::names;
use crate::i18n::{self, Lang, fill, integer, percent, significant};
use crate::numerics::train::Recipe;
use crate::widgets::View;

type Values = Vec<(&'static str, String)>;

/// What guessing costs, log 2.
pub const GUESS: f64 = core::f64::consts::LN_2;

/// The terms of a recipe's stalled updates.
const fn stalled_term(recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::E4m3 => "e4m3_stalled",
        Recipe::E4m3Stochastic => "e4m3_dice_stalled",
        Recipe::Bf16 => "bf16_stalled",
        _ => "stalled",
    }
}

/// What stands between two sentences.
const fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::En => " ",
        Lang::Zh => "",
    }
}

/// A loss with three digits.
pub fn loss(x: f64) -> String {
    significant(x, 3)
}

/// A share to a tenth of a percent: a thousandth of a percent here is a few updates.
pub fn rounded(share: f64) -> String {
    percent(libm::round(share * 1000.0) / 1000.0, 3)
}

fn parts(view: &View<Training>) -> (String, Values) {
    let text = i18n::training(view.lang);
    let (racers, fits) = (view.model.race.racers(), view.model.fits());
    let mut values: Values = vec![("at", integer(view.model.step().into())), ("guess", loss(GUESS))];
    let mut stuck = false;
    for (racer, fit) in racers.iter().zip(fits) {
        let (recipe, counts) = (racer.run().recipe(), racer.run().shot().counts);
        values.push((names::term(recipe), loss(fit.loss)));
        values.push((stalled_term(recipe), rounded(share(counts.stalled, counts))));
        stuck |= recipe == Recipe::E4m3 && fit.loss > 0.5;
    }
    let has = |recipe| view.state.runs.contains(&recipe);
    let mut said = vec![text.after];
    if view.model.step() == 0 {
        said.push(text.begins);
    } else {
        if has(Recipe::E4m3) {
            said.push(if stuck { text.says_e4m3_stuck } else { text.says_e4m3 });
        }
        match (has(Recipe::E4m3Master), has(Recipe::Fp32)) {
            (true, true) => said.push(text.says_master_and_fp32),
            (true, false) => said.push(text.says_master),
            (false, true) => said.push(text.says_fp32),
            (false, false) => {}
        }
        if has(Recipe::E4m3Stochastic) {
            said.push(text.says_e4m3_dice);
        }
        match (has(Recipe::Bf16), has(Recipe::Bf16Stochastic)) {
            (true, true) => said.push(text.says_bf16_both),
            (true, false) => said.push(text.says_bf16),
            (false, true) => said.push(text.says_bf16_dice),
            (false, false) => {}
        }
    }
    (said.join(between(view.lang)), values)
}

/// The result with live numbers.
pub fn result(view: &View<Training>) -> Html {
    let (sentences, values) = parts(view);
    view.sentence(&sentences, &values)
}

/// The result as it is spoken.
pub fn spoken(view: &View<Training>) -> String {
    let (sentences, values) = parts(view);
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(&sentences, &values)
}

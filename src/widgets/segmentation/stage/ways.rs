//! In how many ways a token can choose: a bar for each cut, on a logarithmic axis.

use yew::prelude::*;

use super::{Layout, Part};
use crate::i18n::superscript;
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::marks::{Anchor, line, lit_path, path, rectangle, text, width_of};
use crate::widgets::segmentation::Segmentation;
use crate::widgets::segmentation::model::Cut;
use crate::widgets::segmentation::names::Names;
use crate::widgets::segmentation::words::term;

/// Above the bars.
const TOP: f64 = 22.0;
/// From one bar to the next.
const STEP: f64 = 24.0;
/// Height of a bar.
const BAR: f64 = 18.0;
/// Left end of the bars, after `m = 16`.
const LEFT: f64 = 52.0;
/// Size of a label.
const SIZE: f64 = 12.0;

/// Powers of ten that are worth a mark: at most five.
fn ticks(most: f64) -> Vec<u32> {
    let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| most / f64::from(*step) < 5.0).unwrap_or(200);
    (0..5).map(|at| at * step).filter(|tick| f64::from(*tick) <= most).collect()
}

fn bar(view: &View<Segmentation>, layout: Layout, at: usize, cut: &Cut, most: f64) -> Html {
    let names = Names::new(view.lang);
    let y = TOP + STEP * at as f64;
    let length = (layout.width - LEFT) * (cut.ways.log10().max(0.0) / most);
    let ways = names.ways(&cut.ways);
    let equals = if ways.starts_with('≈') { "\u{a0}" } else { "\u{a0}=\u{a0}" };
    let both = [&names.choice(cut), equals, &ways].concat();
    // Beside the bar where there is room, else at its end; the number alone where it is too long for either.
    let right = |words: &str| LEFT + length + 10.0 + width_of(words, SIZE) <= layout.width;
    let fits = right(&both) || width_of(&both, SIZE) + 10.0 <= length;
    let words = if fits { both } else { ways };
    let beside = right(&words);
    let place = if beside { (LEFT + length + 6.0, Anchor::Start) } else { (LEFT + length - 6.0, Anchor::End) };
    let shape = rectangle((LEFT, y), length.max(1.0), BAR);
    let chosen = at == view.model.at;
    let bar = if chosen {
        lit_path(view, term::WAYS, "cuts__bar cuts__bar--chosen", shape)
    } else {
        path("cuts__bar", shape)
    };
    let class = match (chosen, beside) {
        (true, true) => "cuts__strong",
        (true, false) => "cuts__strong cuts__inside",
        (false, _) => "cuts__label",
    };
    let m = ["m = ", &cut.m.to_string()].concat();
    let m = text((LEFT - 8.0, y + 13.0), Anchor::End, if chosen { "cuts__strong" } else { "cuts__quiet" }, m);
    group(vec![m, bar, text((place.0, y + 13.0), place.1, class, words)])
}

/// All cuts.
pub fn draw(view: &View<Segmentation>, layout: Layout) -> Part {
    let (names, cuts) = (Names::new(view.lang), &view.model.cuts);
    let most = cuts.iter().map(|cut| cut.ways.log10()).fold(1.0, f64::max);
    let floor = TOP + STEP * cuts.len() as f64;
    let tick = |power: u32| {
        let x = LEFT + (layout.width - LEFT) * f64::from(power) / most;
        let words = if power == 0 { "1".into() } else { ["10", &superscript(&power.to_string())].concat() };
        let grid = path("mark-grid", line((x, TOP - 2.0), (x, floor)));
        let (x, anchor) = if x > layout.width - 14.0 { (layout.width, Anchor::End) } else { (x, Anchor::Middle) };
        group(vec![grid, text((x, floor + 13.0), anchor, "cuts__quiet", words)])
    };
    let mut body = vec![text((0.0, 12.0), Anchor::Start, "cuts__head", names.text.ways_head)];
    body.extend(ticks(most).into_iter().map(tick));
    body.extend(cuts.iter().enumerate().map(|(at, cut)| bar(view, layout, at, cut, most)));
    Part { height: floor + 24.0, body: group(body) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_five_ticks() {
        assert_eq!(ticks(40.8), [0, 10, 20, 30, 40]);
        assert_eq!(ticks(1.0), [0, 1]);
        for most in 1..400 {
            let ticks = ticks(f64::from(most));
            assert!((2..=5).contains(&ticks.len()), "{most}: {ticks:?}");
        }
    }
}

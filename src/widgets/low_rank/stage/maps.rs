//! Six pictures: one head's keys and values, and its attention, each before, after, and what is between them.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{self, fill};
use crate::numerics::low_rank::Matrix;
use crate::ui::{HeatMark, Heatmap, Ramp, part, words as line, written};
use crate::widgets::View;
use crate::widgets::low_rank::LowRank;
use crate::widgets::low_rank::model::Found;
use crate::widgets::low_rank::words::looks;

/// Tokens that are written out.
const LOOKS: usize = 3;
/// Width of a picture over its height.
const RATIO: f64 = 1.4;
/// Keys and values have full colour from so many times their root mean square on.
const FULL: f64 = 3.0;

fn bins(matrix: &Matrix, ramp: Ramp, value: impl Fn(f64) -> f64) -> Rc<Vec<u8>> {
    Rc::new(matrix.data().iter().map(|x| ramp.bin(value(*x))).collect())
}

fn difference(a: &Matrix, b: &Matrix) -> Matrix {
    Matrix::new(a.rows(), a.cols(), a.data().iter().zip(b.data()).map(|(a, b)| a - b).collect())
}

/// Small weights are to be seen too: the colour goes with the square root.
fn root(x: f64) -> f64 {
    if x < 0.0 { -libm::sqrt(-x) } else { libm::sqrt(x) }
}

/// A picture with its caption.
fn map(view: &View<LowRank>, caption: &'static str, of: &str, matrix: &Matrix, ramp: Ramp, bins: Rc<Vec<u8>>) -> Html {
    let token = view.state.token as usize;
    let picture = Heatmap {
        label: written([of, ": ", caption].concat()),
        rows: matrix.rows(),
        columns: matrix.cols(),
        bins,
        ramp,
        ratio: RATIO,
        live: view.live,
        // With the rows beside it, so that its own is seen.
        marks: vec![HeatMark::Rows(token.saturating_sub(1), 3)],
        cursor: None,
        cursor_text: AttrValue::default(),
        on_cursor: None,
    };
    part("div", "lowrank__map", vec![line("p", "lowrank__caption", caption.into()), picture.view()])
}

/// All six, under two headings.
pub fn draw(view: &View<LowRank>, found: &Found) -> Html {
    let text = i18n::low_rank(view.lang);
    let head = view.state.head.to_string();
    let title = |words: &str| fill(words, &[("head", &head)]);
    let count = found.original.data().len().max(1) as f64;
    let full = (FULL * found.original.frobenius() / libm::sqrt(count)).max(f64::MIN_POSITIVE);
    let captions = [text.before, text.after, text.between];
    let off = difference(&found.rebuilt, &found.original);
    let of = title(text.keys_values_head);
    let numbers = [&found.original, &found.rebuilt, &off].into_iter().zip(captions).map(|(matrix, caption)| {
        map(view, caption, &of, matrix, Ramp::Diverging, bins(matrix, Ramp::Diverging, |x| x / full))
    });
    let numbers = part("div", "lowrank__maps", numbers.collect());
    let of_attention = title(text.attention_head);
    let (before, after) = (found.before.weights(), found.after.weights());
    let moved = difference(after, before);
    let pictures = [(before, Ramp::Sequential), (after, Ramp::Sequential), (&moved, Ramp::Diverging)];
    let attention = pictures
        .into_iter()
        .zip(captions)
        .map(|((matrix, ramp), caption)| map(view, caption, &of_attention, matrix, ramp, bins(matrix, ramp, root)));
    let attention = part("div", "lowrank__maps", attention.collect());
    part(
        "div",
        "lowrank__pictures",
        vec![
            line("p", "lowrank__head", written(of)),
            numbers,
            line("p", "lowrank__head", written(of_attention)),
            attention,
            line("p", "lowrank__looks", written(looks(view, found, LOOKS))),
        ],
    )
}

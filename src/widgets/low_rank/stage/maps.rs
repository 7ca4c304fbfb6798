//! Nine pictures: all keys and values, one head's, and its attention, each before, after, and what is between them.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{self, fill};
use crate::numerics::low_rank::Matrix;
use crate::ui::{HeatMark, Heatmap, Ramp, part, words as line, written};
use crate::widgets::View;
use crate::widgets::low_rank::LowRank;
use crate::widgets::low_rank::model::{Found, TOGETHER, sizes};
use crate::widgets::low_rank::state::{HEADS, NUMBERS};
use crate::widgets::low_rank::words::looks;

/// Tokens that are written out.
const LOOKS: usize = 3;
/// Width of a picture over its height.
const RATIO: f64 = 1.4;
/// Keys and values have full colour from so many times their root mean square on.
const FULL: f64 = 3.0;
/// The same for the sizes of several together, which vary less.
const FULL_SIZE: f64 = 2.0;

fn bins(matrix: &Matrix, ramp: Ramp, value: impl Fn(f64) -> f64) -> Rc<Vec<u8>> {
    Rc::new(matrix.data().iter().map(|x| ramp.bin(value(*x))).collect())
}

fn difference(a: &Matrix, b: &Matrix) -> Matrix {
    Matrix::new(a.rows(), a.cols(), a.data().iter().zip(b.data()).map(|(a, b)| a - b).collect())
}

/// Small weights are to be seen too: the colour goes with the square root.
fn root(x: f64) -> f64 {
    if x < 0.0 { -f64::sqrt(-x) } else { f64::sqrt(x) }
}

/// Sizes of all keys and values as they are rebuilt, and of what is between.
fn whole_sizes(found: &Found) -> [Matrix; 2] {
    let (before, after) = (found.layer.keys_values.data(), found.whole.data());
    let rows = found.layer.tokens();
    let apart = before.iter().zip(after).map(|(a, b)| a - b);
    [sizes(rows, after.iter().copied()), sizes(rows, apart)]
}

/// The cells of the drawn head among all: its keys, and its values.
fn head_marks(view: &View<LowRank>) -> Vec<HeatMark> {
    let cells = |numbers: u32| numbers as usize / TOGETHER;
    let own = cells(NUMBERS / 2 / HEADS);
    let keys = view.state.head.saturating_sub(1) as usize * own;
    vec![HeatMark::Columns(keys, own), HeatMark::Columns(cells(NUMBERS / 2) + keys, own)]
}

/// The row of the token that is written out, with the rows beside it, so that its own is seen.
fn token_marks(view: &View<LowRank>) -> Vec<HeatMark> {
    vec![HeatMark::Rows((view.state.token as usize).saturating_sub(1), 3)]
}

/// Cells and colours.
type Picture<'a> = (&'a Matrix, Ramp, Rc<Vec<u8>>);

/// A picture with its caption.
fn map(
    view: &View<LowRank>,
    (caption, of): (&'static str, &str),
    (matrix, ramp, bins): Picture<'_>,
    marks: Vec<HeatMark>,
) -> Html {
    let picture = Heatmap {
        label: written([of, ": ", caption].concat()),
        rows: matrix.rows(),
        columns: matrix.cols(),
        bins,
        ramp,
        ratio: RATIO,
        live: view.live,
        marks,
        cursor: None,
        cursor_text: AttrValue::default(),
        on_cursor: None,
    };
    part("div", "lowrank__map", vec![line("p", "lowrank__caption", caption.into()), picture.view()])
}

/// A heading and three pictures.
fn three(view: &View<LowRank>, of: String, pictures: [Picture<'_>; 3], marks: &[HeatMark]) -> [Html; 2] {
    let text = i18n::low_rank(view.lang);
    let captions = [text.before, text.after, text.between];
    let maps = pictures.into_iter().zip(captions);
    let maps = maps.map(|(picture, caption)| map(view, (caption, &of), picture, marks.to_vec())).collect();
    [line("p", "lowrank__head", written(of)), part("div", "lowrank__maps", maps)]
}

fn titles(view: &View<LowRank>) -> [String; 3] {
    let (text, head) = (i18n::low_rank(view.lang), view.state.head.to_string());
    let values = [("head", head), ("own", (NUMBERS / HEADS).to_string()), ("all", NUMBERS.to_string())];
    let heads = [("heads", HEADS.to_string()), ("together", TOGETHER.to_string())];
    let values: Vec<_> = values.iter().chain(&heads).map(|(name, value)| (*name, value.as_str())).collect();
    [text.whole_head, text.keys_values_head, text.attention_head].map(|words| fill(words, &values))
}

/// From which number on the colour is full.
fn full(times: f64, of: &Matrix) -> f64 {
    let mean = of.frobenius() / f64::sqrt(of.data().len().max(1) as f64);
    (times * mean).max(f64::MIN_POSITIVE)
}

/// All nine, under three headings, and where a token looks.
pub fn draw(view: &View<LowRank>, found: &Found) -> Html {
    let [of_all, of_numbers, of_attention] = titles(view);
    let (token, head) = (token_marks(view), head_marks(view));
    let before = &*found.before;
    let (whole, own) = (full(FULL_SIZE, &before.sizes), full(FULL, &before.keys_values));
    let size = |of: &Matrix| bins(of, Ramp::Sequential, |x| x / whole);
    let number = |of: &Matrix| bins(of, Ramp::Diverging, |x| x / own);
    let weight = |of: &Matrix, ramp| bins(of, ramp, root);
    let known =
        || [size(&before.sizes), number(&before.keys_values), weight(before.pattern.weights(), Ramp::Sequential)];
    let [all, numbers, attention] = before.colours.get_or_init(known).clone();

    let [after, apart] = &whole_sizes(found);
    let pictures = [(&before.sizes, all), (after, size(after)), (apart, size(apart))];
    let all = three(view, of_all, pictures.map(|(of, bins)| (of, Ramp::Sequential, bins)), &head);

    let apart = &difference(&found.rebuilt, &before.keys_values);
    let after = &found.rebuilt;
    let pictures = [(&before.keys_values, numbers), (after, number(after)), (apart, number(apart))];
    let numbers = three(view, of_numbers, pictures.map(|(of, bins)| (of, Ramp::Diverging, bins)), &token);

    let (was, is) = (before.pattern.weights(), found.after.weights());
    let moved = &difference(is, was);
    let pictures = [
        (was, Ramp::Sequential, attention),
        (is, Ramp::Sequential, weight(is, Ramp::Sequential)),
        (moved, Ramp::Diverging, weight(moved, Ramp::Diverging)),
    ];
    let attention = three(view, of_attention, pictures, &token);

    let looks = line("p", "lowrank__looks", written(looks(view, found, LOOKS)));
    part("div", "lowrank__pictures", [all, numbers, attention].into_iter().flatten().chain([looks]).collect())
}

/// Their place, while the data is on its way.
pub fn waiting(view: &View<LowRank>) -> Html {
    let nothing = Matrix::zeros(1, 1);
    let empty = || [(); 3].map(|()| (&nothing, Ramp::Sequential, Rc::default()));
    let all = titles(view).map(|of| three(view, of, empty(), &[])).into_iter().flatten();
    part("div", "lowrank__pictures", all.chain([line("p", "lowrank__looks", AttrValue::default())]).collect())
}

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

/// A heading and three pictures.
fn three(view: &View<LowRank>, of: String, pictures: [(&Matrix, Ramp, Rc<Vec<u8>>); 3]) -> [Html; 2] {
    let text = i18n::low_rank(view.lang);
    let captions = [text.before, text.after, text.between];
    let maps = pictures.into_iter().zip(captions);
    let maps = maps.map(|((matrix, ramp, bins), caption)| map(view, caption, &of, matrix, ramp, bins)).collect();
    [line("p", "lowrank__head", written(of)), part("div", "lowrank__maps", maps)]
}

fn titles(view: &View<LowRank>) -> [String; 2] {
    let (text, head) = (i18n::low_rank(view.lang), view.state.head.to_string());
    [text.keys_values_head, text.attention_head].map(|words| fill(words, &[("head", &head)]))
}

/// All six, under two headings, and where a token looks.
pub fn draw(view: &View<LowRank>, found: &Found) -> Html {
    let count = found.original.data().len().max(1) as f64;
    let full = (FULL * found.original.frobenius() / libm::sqrt(count)).max(f64::MIN_POSITIVE);
    let off = difference(&found.rebuilt, &found.original);
    let numbers = |matrix| (matrix, Ramp::Diverging, bins(matrix, Ramp::Diverging, |x| x / full));
    let (before, after) = (found.before.weights(), found.after.weights());
    let moved = difference(after, before);
    let weights = |matrix, ramp| (matrix, ramp, bins(matrix, ramp, root));
    let [of_numbers, of_attention] = titles(view);
    let numbers = three(view, of_numbers, [&found.original, &found.rebuilt, &off].map(numbers));
    let attention = [(before, Ramp::Sequential), (after, Ramp::Sequential), (&moved, Ramp::Diverging)];
    let attention = three(view, of_attention, attention.map(|(matrix, ramp)| weights(matrix, ramp)));
    let looks = line("p", "lowrank__looks", written(looks(view, found, LOOKS)));
    let all = numbers.into_iter().chain(attention).chain([looks]);
    part("div", "lowrank__pictures", all.collect())
}

/// Their place, while the data is on its way.
pub fn waiting(view: &View<LowRank>) -> Html {
    let nothing = Matrix::zeros(1, 1);
    let empty = || [(); 3].map(|()| (&nothing, Ramp::Sequential, Rc::default()));
    let [of_numbers, of_attention] = titles(view);
    let all = three(view, of_numbers, empty()).into_iter().chain(three(view, of_attention, empty()));
    part("div", "lowrank__pictures", all.chain([line("p", "lowrank__looks", AttrValue::default())]).collect())
}

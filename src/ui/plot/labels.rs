//! Labels at the ends of lines, moved apart where they would overlap.

use yew::prelude::*;

use super::{FIELD, Form, Plot, label, percent, written};

/// Height of a label, in em of the plot.
const LINE: f64 = 1.15;

/// Moves ascending places apart until they are at least `gap` apart, within 0 to `room`.
fn apart(places: &mut [f64], gap: f64, room: f64) {
    let mut free = 0.0;
    for place in places.iter_mut() {
        *place = libm::fmax(*place, free);
        free = *place + gap;
    }
    let mut free = room;
    for place in places.iter_mut().rev() {
        *place = libm::fmin(*place, free);
        free = *place - gap;
    }
}

/// The labels of the lines and of the band, each where its line ends.
pub fn ends(plot: &Plot, form: Form) -> Vec<Html> {
    let last = |points: &[(f64, f64)]| points.iter().rev().map(|(_, y)| plot.y.fraction(*y)).find(|y| y.is_finite());
    let lines = plot.lines.iter().map(|line| (last(&line.points), line.class, line.lit, &line.label));
    let middle = |(_, low, high): &(f64, f64, f64)| plot.y.fraction((low + high) / 2.0);
    let band = plot.band.iter().map(|band| (band.points.last().map(middle), "plot__end--band", false, &band.label));
    let ends = lines.chain(band).filter(|(.., body)| !body.is_empty());
    let mut ends: Vec<_> =
        ends.filter_map(|(at, class, lit, body)| Some((1.0 - at?.clamp(0.0, 1.0), class, lit, body))).collect();
    // Few: a sort of std would cost more than it saves.
    for end in 1..ends.len() {
        let mut at = end;
        while at > 0 && ends[at - 1].0 > ends[at].0 {
            ends.swap(at - 1, at);
            at -= 1;
        }
    }
    let mut places: Vec<f64> = ends.iter().map(|(at, ..)| at * FIELD.1).collect();
    // The lowest keeps clear of the numbers along the axis.
    let gap = LINE * 100.0 / plot.height.ems();
    apart(&mut places, gap, FIELD.1 - gap / 4.0);
    let draw = |((_, class, lit, body), place): ((f64, &'static str, bool, &AttrValue), f64)| {
        let words =
            label("plot__end-words", percent(form.width + 1.0), percent(FIELD.0 + place), "0.35em", body.clone());
        let class = [if lit { "plot__end lit " } else { "plot__end " }, class].concat();
        super::element("g", vec![("class", written(class))], vec![words])
    };
    ends.into_iter().zip(places).map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_distance() {
        let mut places = [0.0, 1.0, 2.0, 50.0, 77.0];
        apart(&mut places, 8.0, 77.0);
        assert_eq!(places, [0.0, 8.0, 16.0, 50.0, 77.0]);
        let mut low = [70.0, 76.0, 77.0];
        apart(&mut low, 8.0, 77.0);
        assert_eq!(low, [61.0, 69.0, 77.0]);
    }
}

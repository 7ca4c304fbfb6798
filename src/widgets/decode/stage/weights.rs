//! What each head of the chosen kind looks at.

use super::Columns;
use crate::decimal::hundredths;
use crate::i18n::{fill, fixed};
use crate::ui::{element, group, written};
use crate::widgets::View;
use crate::widgets::decode::Decode;
use crate::widgets::decode::names::Names;
use crate::widgets::marks::{Anchor, rectangle, text};
use crate::widgets::sketch::{Layout, Part};

/// From one head to the next.
const STEP: f64 = 18.0;
/// Where the shapes stand, and where the first head is.
const SHAPES: f64 = 29.0;
const TOP: f64 = 37.0;

/// A row a head, a column a token.
pub fn draw(view: &View<Decode>, layout: Layout, columns: Columns) -> Part {
    let names = Names::new(view.lang);
    let head = fill(names.text.weights_head, &[("kind", names.kind(view.state.attention))]);
    let shapes = names.shapes(view.model.decode(view.state.attention), view.model.written.1);
    let mut body = vec![
        text((0.0, 12.0), Anchor::Start, "sketch__head", head),
        text((0.0, SHAPES), Anchor::Start, "sketch__quiet", shapes),
    ];
    for (head, weights) in view.model.attended.weights.iter().enumerate() {
        let y = TOP + STEP * head as f64;
        for (token, weight) in weights.iter().enumerate() {
            let d = rectangle((columns.left(token), y), columns.wide, STEP - 3.0);
            let strength = written(hundredths(*weight));
            let cell = vec![("class", "decode__weight".into()), ("fill-opacity", strength), ("d", written(d))];
            body.push(element("path", cell, Vec::new()));
            if layout.wide {
                let class = if *weight > 0.5 { "decode__strong" } else { "decode__share" };
                body.push(text(
                    (columns.middle(token), y + 12.0),
                    Anchor::Middle,
                    class,
                    [&fixed(weight * 100.0, 0), "%"].concat(),
                ));
            }
        }
    }
    Part { height: TOP + STEP * view.model.attended.weights.len() as f64 - 3.0, body: group(body) }
}

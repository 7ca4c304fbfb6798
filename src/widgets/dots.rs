//! The field of dots on the first screen: 256 experts, 8 of them lit, another 8 for every place under the pointer.

use web_sys::Element;
use yew::prelude::*;

use crate::i18n::{self, Lang, fill};
use crate::numerics::routing::{Kind, Routed, SyntheticGate};
use crate::ui::{element, group, part, words, written};

/// A row holds one of the gate's eight groups.
const COLUMNS: usize = 32;
const ROWS: usize = 8;
/// Places, each a token; as many as the gate has experts.
const TOKENS: usize = COLUMNS * ROWS;
/// Side of a place in the drawing.
const SIDE: usize = 10;
const SEED: u64 = 0;

/// A synthetic token on its way through the gate of DeepSeek-V3.
fn routed(made: &SyntheticGate, token: usize) -> Option<Routed> {
    Kind::DeepseekV3.gate().route(&made.logits(token.to_string().as_bytes()), made.bias()).ok()
}

/// The token at a place of the field, from a fraction of its width and of its height.
fn token_at(x: f64, y: f64) -> usize {
    let place = |fraction: f64, count: usize| ((fraction * count as f64).max(0.0) as usize).min(count - 1);
    place(y, ROWS) * COLUMNS + place(x, COLUMNS)
}

/// The token after a key; nothing if the key means nothing here.
fn token_after(token: usize, key: &str) -> Option<usize> {
    let moved = |by: usize| (token + by) % TOKENS;
    match key {
        "ArrowRight" => Some(moved(1)),
        "ArrowLeft" => Some(moved(TOKENS - 1)),
        "ArrowDown" => Some(moved(COLUMNS)),
        "ArrowUp" => Some(moved(TOKENS - COLUMNS)),
        "Home" => Some(0),
        "End" => Some(TOKENS - 1),
        _ => None,
    }
}

/// What [`Dots`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of its texts.
    pub lang: Lang,
}

/// 256 dots, 8 of them lit. A place under the pointer is a token; the arrow keys walk through them.
#[component]
pub fn Dots(props: &Props) -> Html {
    let text = i18n::dots(props.lang);
    let token = use_state_eq(|| token_at(0.35, 0.4));
    let field = use_node_ref();
    let follow = {
        let (token, field) = (token.setter(), field.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(frame) = field.cast::<Element>().map(|field| field.get_bounding_client_rect()) else { return };
            let across = (f64::from(event.client_x()) - frame.left()) / frame.width();
            let down = (f64::from(event.client_y()) - frame.top()) / frame.height();
            token.set(token_at(across, down));
        })
    };
    let onkeydown = {
        let token = token.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = token_after(*token, &event.key()) {
                event.prevent_default();
                event.stop_propagation();
                token.set(next);
            }
        })
    };
    let made = use_memo((), |()| SyntheticGate::new(&Kind::DeepseekV3.gate(), SEED).ok());
    let routed = made.as_ref().as_ref().and_then(|made| routed(made, *token));
    let (affinity, lit) = routed.map(|routed| (routed.affinity, routed.selected)).unwrap_or_default();
    let names: Vec<String> = lit.iter().map(usize::to_string).collect();
    let number = token.to_string();
    let value = fill(text.value, &[("token", &number), ("experts", &names.join(", "))]);
    let caption = fill(text.caption, &[("chosen", &lit.len().to_string()), ("experts", &affinity.len().to_string())]);
    let dots = affinity.iter().enumerate().map(|(at, affinity)| dot(at, f64::from(*affinity), lit.contains(&at)));
    let dots = group(dots.collect());
    let note = fill(text.note, &[("token", &number)]);
    let drawing = html! {
            <svg ref={field} class="dots__field" fill="currentColor" viewBox={["0 0 ", &(COLUMNS * SIDE).to_string(), " ", &(ROWS * SIDE).to_string()].concat()}
                role="slider" tabindex="0" aria-label={text.label} aria-valuemin="0" aria-valuemax={(TOKENS - 1).to_string()}
                aria-valuenow={number} aria-valuetext={value}
                onpointermove={follow.clone()} onpointerdown={follow} {onkeydown}>
                { dots }
            </svg>
    };
    let caption = element("p", Vec::new(), vec![crate::ui::text(written(caption))]);
    let caption = part("figcaption", "dots__caption", vec![caption, words("p", "dots__note", written(note))]);
    part("figure", "dots", vec![drawing, caption])
}

/// A larger affinity is a larger dot; the chosen ones are larger than all others.
fn dot(at: usize, affinity: f64, lit: bool) -> Html {
    let radius = if lit { 4.2 } else { 0.8 + 2.0 * affinity };
    let centre = |place: usize| written((place * SIDE + SIDE / 2).to_string());
    let class = if lit { "dots__dot dots__dot--lit" } else { "dots__dot" };
    let attributes = vec![
        ("class", class.into()),
        ("cx", centre(at % COLUMNS)),
        ("cy", centre(at / COLUMNS)),
        ("r", written(i18n::fixed(radius, 2))),
    ];
    element("circle", attributes, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_lights_eight_dots_in_at_most_four_rows() {
        let made = SyntheticGate::new(&Kind::DeepseekV3.gate(), SEED).unwrap();
        let lit = |token| routed(&made, token).unwrap().selected;
        for token in 0..TOKENS {
            let mut rows: Vec<usize> = lit(token).iter().map(|expert| expert / COLUMNS).collect();
            assert_eq!(rows.len(), 8);
            rows.sort_unstable();
            rows.dedup();
            assert!(rows.len() <= 4 && rows.iter().all(|row| *row < ROWS), "{token}: {rows:?}");
        }
        assert_ne!(lit(1), lit(2));
    }

    #[test]
    fn every_place_and_key_leads_to_a_token() {
        assert_eq!(token_at(0.0, 0.0), 0);
        assert_eq!(token_at(1.0, 1.0), TOKENS - 1);
        assert_eq!(token_at(f64::NAN, -1e300), 0);
        assert_eq!(token_at(f64::INFINITY, 0.99), TOKENS - 1);
        assert_eq!(token_after(0, "ArrowUp"), Some(TOKENS - COLUMNS));
        assert_eq!(token_after(TOKENS - 1, "ArrowRight"), Some(0));
        assert_eq!(token_after(3, "a"), None);
    }
}

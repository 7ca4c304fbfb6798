//! The field of dots on the first screen: 256 experts, 8 of them lit, another 8 for every place under the pointer.

use web_sys::Element;
use yew::prelude::*;

use crate::i18n::{self, Lang, fill};
use crate::numerics::rng::SplitMix64;

const COLUMNS: usize = 32;
const ROWS: usize = 8;
/// Experts, and also tokens: one for each place.
const EXPERTS: usize = COLUMNS * ROWS;
const CHOSEN: usize = 8;
/// Side of a place in the drawing.
const SIDE: usize = 10;

/// Sigmoid affinities of a synthetic token: its logits are standard normal, seeded by its number.
fn affinities(token: usize) -> Vec<f64> {
    let mut rng = SplitMix64::new(token as u64);
    (0..EXPERTS).map(|_| 1.0 / (1.0 + libm::exp(-rng.normal()))).collect()
}

/// Positions of the largest affinities, the largest first; the lower position wins a tie.
fn chosen(affinities: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..affinities.len()).collect();
    order.sort_by(|a, b| affinities[*b].total_cmp(&affinities[*a]));
    order.truncate(CHOSEN);
    order
}

/// The token at a place of the field, from a fraction of its width and of its height.
fn token_at(x: f64, y: f64) -> usize {
    let place = |fraction: f64, count: usize| ((fraction * count as f64).max(0.0) as usize).min(count - 1);
    place(y, ROWS) * COLUMNS + place(x, COLUMNS)
}

/// The token after a key; nothing if the key means nothing here.
fn token_after(token: usize, key: &str) -> Option<usize> {
    let moved = |by: usize| (token + by) % EXPERTS;
    match key {
        "ArrowRight" => Some(moved(1)),
        "ArrowLeft" => Some(moved(EXPERTS - 1)),
        "ArrowDown" => Some(moved(COLUMNS)),
        "ArrowUp" => Some(moved(EXPERTS - COLUMNS)),
        "Home" => Some(0),
        "End" => Some(EXPERTS - 1),
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
    let affinities = affinities(*token);
    let lit = chosen(&affinities);
    let names: Vec<String> = lit.iter().map(usize::to_string).collect();
    let number = token.to_string();
    let value = fill(text.value, &[("token", &number), ("experts", &names.join(", "))]);
    let places = [("chosen", CHOSEN.to_string()), ("experts", EXPERTS.to_string())];
    let caption = fill(text.caption, &places.each_ref().map(|(name, count)| (*name, count.as_str())));
    html! {
        <figure class="dots">
            <svg ref={field} class="dots__field" viewBox={["0 0 ", &(COLUMNS * SIDE).to_string(), " ", &(ROWS * SIDE).to_string()].concat()}
                role="slider" tabindex="0" aria-label={text.label} aria-valuemin="0" aria-valuemax={(EXPERTS - 1).to_string()}
                aria-valuenow={number.clone()} aria-valuetext={value}
                onpointermove={follow.clone()} onpointerdown={follow} {onkeydown}>
                { for affinities.iter().enumerate().map(|(at, affinity)| dot(at, *affinity, lit.contains(&at))) }
            </svg>
            <figcaption class="dots__caption">
                { caption }{ " " }<span class="dots__note">{ fill(text.note, &[("token", &number)]) }</span>
            </figcaption>
        </figure>
    }
}

/// A larger affinity is a larger dot; the chosen ones are larger than all others.
fn dot(at: usize, affinity: f64, lit: bool) -> Html {
    let radius = if lit { 4.2 } else { 0.8 + 2.0 * affinity };
    let centre = |place: usize| (place * SIDE + SIDE / 2).to_string();
    let class = classes!("dots__dot", lit.then_some("dots__dot--lit"));
    html! {
        <circle key={at} {class} cx={centre(at % COLUMNS)} cy={centre(at / COLUMNS)} r={i18n::fixed(radius, 2)} />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lit_ones_have_the_largest_affinities() {
        for token in 0..EXPERTS {
            let affinities = affinities(token);
            let lit = chosen(&affinities);
            assert_eq!(lit.len(), CHOSEN);
            let least = lit.iter().map(|at| affinities[*at]).fold(f64::INFINITY, f64::min);
            let above = affinities.iter().filter(|affinity| **affinity > least).count();
            assert_eq!(above, CHOSEN - 1);
        }
        assert_ne!(chosen(&affinities(1)), chosen(&affinities(2)));
    }

    #[test]
    fn every_place_and_key_leads_to_a_token() {
        assert_eq!(token_at(0.0, 0.0), 0);
        assert_eq!(token_at(1.0, 1.0), EXPERTS - 1);
        assert_eq!(token_at(f64::NAN, -1e300), 0);
        assert_eq!(token_at(f64::INFINITY, 0.99), EXPERTS - 1);
        assert_eq!(token_after(0, "ArrowUp"), Some(EXPERTS - COLUMNS));
        assert_eq!(token_after(EXPERTS - 1, "ArrowRight"), Some(0));
        assert_eq!(token_after(3, "a"), None);
    }
}

//! Cells as pixels of a canvas.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{Clamped, JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};
use yew::prelude::*;

use super::Heatmap;
use crate::ui::browser;

/// Names of the colours as the style sheet resolves them for a ramp.
const NAMES: [&str; 16] = [
    "--bin-0", "--bin-1", "--bin-2", "--bin-3", "--bin-4", "--bin-5", "--bin-6", "--bin-7", "--bin-8", "--bin-9",
    "--bin-10", "--bin-11", "--bin-12", "--bin-13", "--bin-14", "--bin-15",
];

/// `#rrggbb` as opaque RGBA; anything else is transparent.
fn colour(text: &str) -> [u8; 4] {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6);
    let Some(rgb) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) else { return [0; 4] };
    let [_, r, g, b] = rgb.to_be_bytes();
    [r, g, b, 255]
}

/// One pixel a cell.
fn pixels(bins: &[u8], cells: usize, colours: &Colours) -> Vec<u8> {
    let empty = [0; 4];
    let of = |bin: &u8| *colours.get(usize::from(*bin)).unwrap_or(&empty);
    let mut pixels: Vec<u8> = bins.iter().take(cells).flat_map(of).collect();
    pixels.resize(cells * 4, 0);
    pixels
}

type Colours = [[u8; 4]; 16];

/// The colours as the place sees them. They are asked for once a theme: asking makes the browser settle all styles.
fn colours(known: &RefCell<Option<Colours>>, place: &Element) -> Result<Colours, JsValue> {
    if let Some(colours) = *known.borrow() {
        return Ok(colours);
    }
    let colours = browser::properties(place, &NAMES)?.map(|text| colour(&text));
    *known.borrow_mut() = Some(colours);
    Ok(colours)
}

fn paint(props: &(Rc<Vec<u8>>, usize, usize), colours: &Colours, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
    let (bins, rows, columns) = props;
    let pixels = pixels(bins, rows * columns, colours);
    let image = ImageData::new_with_u8_clamped_array(Clamped(&pixels), u32::try_from(*columns).unwrap_or(0))?;
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.put_image_data(&image, 0.0, 0.0)
}

/// Paints while the picture is `moving`: what is new, and all of it anew in other colours.
#[hook]
pub fn use_paint(props: &Heatmap, moving: bool, place: &NodeRef, canvas: &NodeRef) {
    let theme = use_state(|| 0_u32);
    let known = use_mut_ref(|| None::<Colours>);
    {
        let (place, theme, known) = (place.clone(), theme.clone(), known.clone());
        use_effect_with((moving, props.ramp), move |(moving, _)| {
            // While at rest nobody watched.
            *known.borrow_mut() = None;
            let element = place.cast::<Element>().filter(|_| *moving);
            let count = std::cell::Cell::new(*theme);
            let changed = Callback::from(move |()| {
                *known.borrow_mut() = None;
                count.set(count.get().wrapping_add(1));
                theme.set(count.get());
            });
            let watch = element.and_then(|element| browser::Theme::watch(&element, changed));
            move || drop(watch)
        });
    }
    let (place, canvas) = (place.clone(), canvas.clone());
    let cells = (props.bins.clone(), props.rows, props.columns);
    use_effect_with((cells, props.ramp, moving, *theme), move |(cells, _, moving, _)| {
        if let (Some(place), Some(canvas), true) = (place.cast(), canvas.cast(), *moving) {
            // Without a canvas the picture comes once it rests.
            let _ = colours(&known, &place).and_then(|colours| paint(cells, &colours, &canvas));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_hex() {
        assert_eq!(colour(" #0a10ff"), [10, 16, 255, 255]);
        assert_eq!([colour("red"), colour("#abc"), colour("#gggggg"), colour("")], [[0; 4]; 4]);
    }

    #[test]
    fn missing_cells_are_empty() {
        let mut colours = [[0; 4]; 16];
        colours[1] = [1, 2, 3, 255];
        assert_eq!(pixels(&[1, 77], 3, &colours), [1, 2, 3, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(pixels(&[1, 1], 1, &colours).len(), 4);
    }
}

//! Saving the figure and its table.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url};
use yew::Callback;
use yew::platform::spawn_local;

/// Saves a text as a file.
///
/// # Errors
/// If the host forbids it (a sandboxed frame without downloads).
pub fn save_text(text: &str, mime: &str, name: &str) -> Result<(), JsValue> {
    let url = object_url(text, mime)?;
    let saved = follow(&url, name);
    Url::revoke_object_url(&url)?;
    saved
}

/// Saves the first visible SVG under `stage` as a file that looks the same without our stylesheet.
///
/// # Errors
/// If there is no SVG or the host forbids saving.
pub fn save_svg(stage: &Element, name: &str) -> Result<(), JsValue> {
    save_text(&standalone(stage)?.0, "image/svg+xml", name)
}

/// Saves the first visible SVG under `stage` as a PNG of twice its size on screen; `then` hears whether it worked
/// (a strict content policy forbids images from blobs).
pub fn save_png(stage: &Element, name: String, then: Callback<bool>) {
    let drawing = standalone(stage);
    spawn_local(async move {
        let done = match drawing {
            Ok((svg, width, height)) => paint(&svg, width, height, &name).await,
            Err(error) => Err(error),
        };
        then.emit(done.is_ok());
    });
}

async fn paint(svg: &str, width: f64, height: f64, name: &str) -> Result<(), JsValue> {
    let url = object_url(svg, "image/svg+xml")?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    let loaded = wasm_bindgen_futures::JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&url)?;
    loaded?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.unchecked_into();
    canvas.set_width((width * 2.0) as u32);
    canvas.set_height((height * 2.0) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: web_sys::CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width * 2.0, height * 2.0)?;
    follow(&canvas.to_data_url()?, name)
}

/// Properties that the stylesheet gives to marks and that a file must carry itself.
const STYLED: [&str; 15] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linecap",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "font-variant-numeric",
    "text-anchor",
    "dominant-baseline",
    "paint-order",
];

/// The markup of the first visible SVG with its computed style written into it, and its size in CSS pixels.
fn standalone(stage: &Element) -> Result<(String, f64, f64), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let live = shown(stage)?.ok_or(JsValue::NULL)?;
    let copy: Element = live.clone_node_with_deep(true)?.unchecked_into();
    let (from, to) = (live.query_selector_all("*")?, copy.query_selector_all("*")?);
    for at in 0..from.length() {
        let (Some(from), Some(to)) = (from.get(at), to.get(at)) else { continue };
        let Some(style) = window.get_computed_style(from.unchecked_ref())? else { continue };
        for property in STYLED {
            let value = style.get_property_value(property)?;
            if !value.is_empty() {
                to.unchecked_ref::<Element>().set_attribute(property, &value)?;
            }
        }
    }
    let size = live.get_bounding_client_rect();
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg")?;
    copy.set_attribute("width", &crate::decimal::shortest(size.width()))?;
    copy.set_attribute("height", &crate::decimal::shortest(size.height()))?;
    let markup = web_sys::XmlSerializer::new()?.serialize_to_string(&copy)?;
    Ok((markup, size.width(), size.height()))
}

/// The first SVG that takes up room: a stage may hold one for wide and one for narrow figures.
fn shown(stage: &Element) -> Result<Option<Element>, JsValue> {
    let all = stage.query_selector_all("svg")?;
    let elements = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<Element>().ok());
    Ok(elements.into_iter().find(|svg| svg.get_bounding_client_rect().width() > 0.0))
}

fn object_url(text: &str, mime: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?;
    Url::create_object_url_with_blob(&blob)
}

fn follow(url: &str, name: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(url);
    link.set_download(name);
    link.click();
    Ok(())
}

fn document() -> Result<web_sys::Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)
}

//! The Yew apps behind the custom elements, and the element that each draws in.

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use crate::widgets;

/// What an app shows, if anything.
#[derive(Properties, PartialEq, Clone)]
struct Props {
    shown: Option<Shown>,
}

/// One widget.
#[derive(PartialEq, Clone)]
pub struct Shown {
    /// Its handle: another number is another widget, that shares no state with the one before.
    pub handle: u32,
    pub widget: &'static str,
    pub host: widgets::Props,
}

#[component]
fn Root(props: &Props) -> Html {
    props.shown.as_ref().map_or_else(Html::default, |Shown { handle, widget, host }| {
        html! { <Body key={handle.to_string()} widget={*widget} host={host.clone()} /> }
    })
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    widget: &'static str,
    host: widgets::Props,
}

#[component]
fn Body(props: &BodyProps) -> Html {
    widgets::render(props.widget, props.host.clone())
}

/// An app and its element.
///
/// Yew never removes the listeners of an app's element, and these keep the element alive: apps are not destroyed but
/// emptied, and taken again for the next widget, so that a page that makes and removes widgets does not grow.
pub struct App {
    handle: AppHandle<Root>,
    element: Element,
}

impl App {
    /// An empty app, in a new element in the document of `place`.
    ///
    /// # Errors
    /// If the document makes no elements.
    pub fn new(place: &Element) -> Result<Self, JsValue> {
        let document = place.owner_document().ok_or(JsValue::NULL)?;
        let element = document.create_element("div")?;
        let handle = yew::Renderer::<Root>::with_root_and_props(element.clone(), Props { shown: None }).render();
        Ok(Self { handle, element })
    }

    /// Moves the element to the end of `place`.
    ///
    /// # Errors
    /// If `place` takes no children.
    pub fn place(&self, place: &Element) -> Result<(), JsValue> {
        place.append_child(&self.element).map(|_| ())
    }

    /// Shows a widget, or changes what the one with the same handle is given.
    pub fn show(&mut self, shown: Shown) {
        self.handle.update(Props { shown: Some(shown) });
    }

    /// Destroys the widget.
    pub fn empty(&mut self) {
        self.handle.update(Props { shown: None });
        self.element.remove();
    }
}

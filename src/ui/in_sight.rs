//! A drawing that is left alone while it changes out of sight.

use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::Still;
use super::browser::Sight;
use super::element::{Attributes, group};
use super::rest::use_rest;

/// Tells `then` whether an element is in sight, from its first drawing on.
#[hook]
pub fn use_sight(place: &NodeRef, then: Callback<bool>) {
    let place = place.clone();
    use_effect_with((), move |()| {
        let sight = place.cast::<Element>().and_then(|place| Sight::of(&place, "0px", then));
        move || drop(sight)
    });
}

/// What an [`InSight`] needs.
#[derive(Properties)]
pub struct InSightProps {
    /// The element that has to be in sight.
    pub place: NodeRef,
    /// Whether another drawing follows soon.
    pub live: bool,
    /// The drawing.
    pub html: Html,
}

impl PartialEq for InSightProps {
    fn eq(&self, _: &Self) -> bool {
        // A drawing is not compared: that takes as long as drawing it.
        false
    }
}

/// Of a drawing for wide and one for narrow places only one is in sight; the other follows once the hand rests.
#[component]
pub fn InSight(props: &InSightProps) -> Html {
    let seen = use_state_eq(|| true);
    let set = seen.setter();
    use_sight(&props.place, Callback::from(move |now| set.set(now)));
    let rests = use_rest(props.live);
    let last = use_mut_ref(|| (0_u32, None::<Html>));
    let mut last = last.borrow_mut();
    if rests || *seen || last.1.is_none() {
        *last = (last.0.wrapping_add(1), Some(props.html.clone()));
    }
    html! { <Still version={last.0} html={last.1.clone().unwrap_or_default()} /> }
}

/// What a [`Twin`] needs.
#[derive(Properties)]
struct TwinProps {
    attributes: Attributes,
    body: Html,
    live: bool,
}

impl PartialEq for TwinProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn Twin(props: &TwinProps) -> Html {
    let place = use_node_ref();
    let mut drawing = VTag::new("svg");
    for (name, value) in props.attributes.iter().cloned() {
        drawing.add_attribute(name, value);
    }
    drawing.add_child(props.body.clone());
    drawing.node_ref = place.clone();
    html! { <InSight {place} live={props.live} html={Html::from(drawing)} /> }
}

/// An SVG of which there is another for other widths: while `live`, it is left alone out of sight.
pub fn twin(attributes: Attributes, body: Vec<Html>, live: bool) -> Html {
    html! { <Twin {attributes} body={group(body)} {live} /> }
}

//! Numbers in the text that follow a widget.

use yew::prelude::*;

use super::document;
use super::scene::Scene;
use crate::i18n::{self, Lang, fill, reading_like};
use crate::state::{Unit, Value};
use crate::widgets::TABLES;

/// The reading as it is written in prose; nothing if the widget's state has no such item.
///
/// `fields` and `readings` are what the widget `widget` reports.
#[must_use]
pub fn written(
    reading: &document::Reading,
    widget: &str,
    fields: &[(&str, String)],
    readings: &[(&str, Value)],
    lang: Lang,
) -> Option<String> {
    let (_, value) = readings.iter().find(|(name, _)| *name == reading.name)?;
    let value = match (value, reading.item) {
        (Value::List(values), Some(item)) => values.get(position(item, values.len(), fields)?)?,
        (Value::List(_), None) | (_, Some(_)) => return None,
        (single, None) => single,
    };
    match value {
        Value::Number(number) => Some(reading_like(*number, unit(widget, reading.name)?, reading.text, lang)),
        Value::Text(digits) if unit(widget, reading.name)? == Unit::Count => Some(i18n::abridged(digits)),
        Value::Text(text) => Some(text.clone()),
        Value::Flag(true) => Some(i18n::frame(lang).on.to_owned()),
        Value::Flag(false) => Some(i18n::frame(lang).off.to_owned()),
        Value::List(_) => None,
    }
}

/// Where an item stands in the list of the state to which a list of readings runs parallel.
fn position(item: &str, length: usize, fields: &[(&str, String)]) -> Option<usize> {
    let in_list = |(_, text): &(&str, String)| {
        let items = || text.split(',').filter(|item| !item.is_empty());
        items().position(|known| known == item).filter(|_| items().count() == length)
    };
    fields.iter().find_map(in_list)
}

fn unit(widget: &str, reading: &str) -> Option<Unit> {
    let table = TABLES.iter().find(|table| table.name == widget)?;
    let at = table.readings.iter().position(|name| *name == reading)?;
    table.units.get(at).copied()
}

/// What a [`Reading`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which.
    pub reading: &'static document::Reading,
    /// Language.
    pub lang: Lang,
}

/// A number that follows a widget; until the widget reports, as it stands in the Markdown.
#[component]
pub fn Reading(props: &Props) -> Html {
    let Props { reading, lang } = *props;
    let scene = use_context::<Scene>();
    let slot = scene.as_ref().and_then(|scene| scene.page.slot(reading.id)).filter(|slot| !slot.readings.is_empty());
    let now = slot.map(|slot| written(reading, slot.placement.name, &slot.fields, &slot.readings, lang));
    let text = i18n::article(lang);
    let beside = |sentence| Some(fill(sentence, &[("text", reading.text)]));
    let (class, title, shown) = match now {
        None => (None, None, reading.text.to_owned()),
        Some(None) => (Some("reading--absent"), beside(text.absent), reading.text.to_owned()),
        Some(Some(now)) if same(&now, reading.text) => (None, None, reading.text.to_owned()),
        Some(Some(now)) => (Some("reading--changed"), beside(text.by_default), now),
    };
    html! { <span class={classes!("reading", class)} {title}>{ shown }</span> }
}

/// Whether two texts differ in nothing but which space they use.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    a.replace('\u{a0}', " ") == b.replace('\u{a0}', " ")
}

//! What the shell asks for, read from a plain object.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::i18n::Lang;
use crate::state::{Choice as _, Field as _, Pairs, TableInfo, split};
use crate::widgets::{self, Chrome};

/// Fields and their texts.
#[derive(Default)]
pub struct Fields {
    /// Whether they say everything: the others are at their defaults.
    pub exact: bool,
    pub pairs: Pairs,
}

impl Fields {
    /// Whether they ask for nothing.
    pub fn is_empty(&self) -> bool {
        !self.exact && self.pairs.is_empty()
    }
}

/// The options of `mount` and `update`; what is absent is none.
pub struct Options {
    pub lang: Option<Lang>,
    pub chrome: Option<Chrome>,
    pub site: Option<String>,
    pub fields: Fields,
}

impl Options {
    pub fn read(options: &JsValue, table: &TableInfo) -> Self {
        let get = |key: &str| Reflect::get(options, &key.into()).unwrap_or_default();
        let text = |key: &str| get(key).as_string();
        let chrome =
            |name: String| Chrome::NAMES.iter().position(|known| *known == name).map_or(Chrome::Full, Chrome::at);
        Self {
            lang: text("lang").and_then(|tag| Lang::from_tag(&tag)),
            chrome: text("chrome").map(chrome),
            site: text("site"),
            fields: fields(&get("attributes"), &get("state"), table),
        }
    }
}

fn fields(attributes: &JsValue, state: &JsValue, table: &TableInfo) -> Fields {
    let mut pairs = Pairs::new();
    for (name, value) in entries(attributes) {
        // An element has many attributes that are none of ours: they are left alone in silence.
        if table.fields.iter().any(|field| field.name == name) {
            let text = text(&value).unwrap_or_else(|| widgets::default_of(table.name, &name));
            pairs.push(name, text);
        }
    }
    let given: Option<Pairs> = match state.as_string() {
        Some(query) => Some(split(&query)),
        None if state.is_object() => {
            Some(entries(state).filter_map(|(name, value)| Some((name, text(&value)?))).collect())
        }
        None => None,
    };
    let exact = given.is_some();
    for (name, value) in given.unwrap_or_default().iter() {
        pairs.push(name, value);
    }
    Fields { exact, pairs }
}

/// The own enumerable entries of an object, none of anything else.
fn entries(object: &JsValue) -> impl Iterator<Item = (String, JsValue)> {
    let entries = object.dyn_ref::<Object>().map(Object::entries).unwrap_or_default();
    entries.into_iter().filter_map(|entry| {
        let entry: Array = entry.dyn_into().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1)))
    })
}

/// A value as the text of a field; none for null and undefined.
fn text(value: &JsValue) -> Option<String> {
    if value.is_null() || value.is_undefined() {
        return None;
    }
    if let Some(items) = value.dyn_ref::<Array>() {
        return Some(items.iter().filter_map(|item| text(&item)).collect::<Vec<_>>().join(","));
    }
    let text = value.as_string().or_else(|| value.as_bool().map(|flag| flag.write()));
    let text = text.or_else(|| value.as_f64().map(|number| number.write()));
    // Of anything else only its kind is named, in the notice that it was not taken: its own code is not called.
    text.or_else(|| value.js_typeof().as_string())
}

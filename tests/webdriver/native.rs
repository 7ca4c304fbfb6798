//! Widgets rendered without a browser, in a form that can be compared with what an engine drew.

use crate::outcome::{Failure, Outcome};
use frugal::i18n::Lang;
use frugal::state::{Pairs, Value, join, split};
use frugal::widgets::{Given, Props, readings_of, render};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::task::LocalSet;
use yew::prelude::*;

/// A widget in a state.
#[derive(Properties, PartialEq, Clone)]
pub struct Shown {
    pub name: &'static str,
    pub lang: Lang,
    pub pairs: Rc<Pairs>,
}

#[component]
fn Alone(shown: &Shown) -> Html {
    let props = Props {
        id: shown.name.into(),
        lang: shown.lang,
        preset: Rc::default(),
        given: Given { pairs: shown.pairs.clone(), ..Given::default() },
        site: "".into(),
        chrome: Default::default(),
        on_change: Callback::noop(),
    };
    render(shown.name, props)
}

/// The whole markup.
pub async fn markup(shown: &Shown) -> String {
    let page = yew::LocalServerRenderer::<Alone>::with_props(shown.clone()).hydratable(false);
    LocalSet::new().run_until(page.render()).await
}

/// What is drawn, as [`drawings`] has it, and the readings.
pub type Native = Arc<(Vec<String>, Json)>;

/// Draws and reads a widget; once for all engines, because some take seconds.
pub async fn rendering(shown: &Shown) -> Outcome<Native> {
    static KNOWN: Mutex<BTreeMap<String, Native>> = Mutex::new(BTreeMap::new());
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let key = [shown.name, " ", shown.lang.tag(), " ", &join(&shown.pairs)].concat();
    if let Some(rendering) = known().get(&key) {
        return Ok(Arc::clone(rendering));
    }
    let rendering = Arc::new((drawings(&markup(shown).await)?, readings(shown)));
    known().insert(key, Arc::clone(&rendering));
    Ok(rendering)
}

/// The states that a widget's presets link to, and the default.
pub fn linked_states(name: &'static str, markup: &str) -> Vec<Rc<Pairs>> {
    let href = |part: &str| {
        let (_, rest) = part.split_once("href=\"?")?;
        let query = rest.split(['"', '#']).next()?.replace("&amp;", "&");
        Some(Rc::new(split(&query).of(name)))
    };
    let linked = markup.split("class=\"preset\"").skip(1).filter_map(href);
    std::iter::once(Rc::default()).chain(linked).collect()
}

/// Every drawing of a markup, a line an element (attributes in alphabetical order) or a text: what [`DRAWN`] makes of a page.
fn drawings(markup: &str) -> Outcome<Vec<String>> {
    let mut lines = Vec::new();
    let mut rest = markup;
    while let Some(start) = rest.find("<svg") {
        let end = start + length(&rest[start..]).ok_or_else(|| Failure("an svg has no end".to_owned()))?;
        let document = roxmltree::Document::parse(&rest[start..end])?;
        describe(document.root_element(), &mut lines);
        rest = &rest[end..];
    }
    Ok(lines)
}

/// How long the svg is that a text starts with; svgs may lie in it.
fn length(text: &str) -> Option<usize> {
    const END: &str = "</svg>";
    let (mut at, mut open) = (0, 0_usize);
    loop {
        let end = at + text[at..].find(END)?;
        open += text[at..end].matches("<svg").count();
        at = end + END.len();
        open = open.checked_sub(1)?;
        if open == 0 {
            return Some(at);
        }
    }
}

fn describe(node: roxmltree::Node<'_, '_>, lines: &mut Vec<String>) {
    let mut attributes: Vec<String> =
        node.attributes().map(|attribute| format!("{}={}", attribute.name(), attribute.value())).collect();
    attributes.sort_unstable();
    lines.push(format!("<{}> {}", node.tag_name().name(), attributes.join(" | ")));
    let mut words = String::new();
    for child in node.children() {
        match child.text() {
            Some(text) if child.is_text() => words.push_str(text),
            _ => {
                say(&mut words, lines);
                describe(child, lines);
            }
        }
    }
    say(&mut words, lines);
    lines.push(format!("</{}>", node.tag_name().name()));
}

fn say(words: &mut String, lines: &mut Vec<String>) {
    if !words.is_empty() {
        lines.push(std::mem::take(words));
    }
}

/// The same in an engine: `arguments[0]` is the widget's name; the drawings, then the readings as JSON in a text,
/// because geckodriver reads a number and writes another one unit in the last place away.
pub const DRAWN: &str = "const lines = [];
const say = (words) => { if (words) lines.push(words); return ''; };
const describe = (node) => {
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort((a, b) => a < b ? -1 : 1);
  lines.push(`<${node.localName}> ${attributes.join(' | ')}`);
  let words = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) words += child.data;
    if (child.nodeType !== Node.ELEMENT_NODE) continue;
    words = say(words);
    describe(child);
  }
  say(words);
  lines.push(`</${node.localName}>`);
};
const figure = document.querySelector(`frugal-${arguments[0]}`);
[...figure.shadowRoot.querySelectorAll('svg')].filter((svg) => !svg.parentElement.closest('svg')).forEach(describe);
return [lines, JSON.stringify(figure.readings)];";

/// The readings as the element has them.
fn readings(shown: &Shown) -> Json {
    let computed = readings_of(shown.name, &shown.pairs, shown.lang);
    let readings = computed.map(|computed| computed.readings).unwrap_or_default();
    readings.iter().map(|(name, value)| ((*name).to_owned(), plain(value))).collect::<serde_json::Map<_, _>>().into()
}

fn plain(value: &Value) -> Json {
    match value {
        Value::Number(number) if number.is_finite() => json!(number),
        Value::Number(number) if number.is_nan() => json!("nan"),
        Value::Number(number) => json!(if *number > 0.0 { "inf" } else { "-inf" }),
        Value::Text(text) => json!(text),
        Value::Flag(flag) => json!(flag),
        Value::List(items) => items.iter().map(plain).collect(),
    }
}

/// Whether two readings are the same to the last bit; an engine writes whole numbers without a point.
pub fn same(ours: &Json, theirs: &Json) -> bool {
    match (ours, theirs) {
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        _ => ours == theirs,
    }
}

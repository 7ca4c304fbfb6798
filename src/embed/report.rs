//! A report to the shell, as a plain object that survives a structured clone.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::state::{Value, join};
use crate::widgets::{Change, Phase};

/// `{phase, state, changed, readings, description, settled, problems}`.
///
/// `fresh`: the first report that answers a request; only it carries the problems.
pub fn object(change: &Change, fresh: bool, settled: bool) -> Object {
    let phase = match change.phase {
        Phase::Ready => "ready",
        Phase::Live => "live",
        Phase::Done => "done",
        Phase::Given => "given",
    };
    let problems = change.problems.iter().filter(|_| fresh).map(JsValue::from).collect::<Array>();
    let changed = join(&change.changed.iter().map(|(field, text)| (*field, text.as_str())).collect());
    plain([
        ("phase", phase.into()),
        ("state", plain(change.fields.iter().map(|(field, text)| (*field, text.into()))).into()),
        ("changed", changed.into()),
        ("readings", plain(change.readings.iter().map(|(name, value)| (*name, reading(value)))).into()),
        ("description", change.description.as_str().into()),
        ("settled", settled.into()),
        ("problems", problems.into()),
    ])
}

fn plain<'a>(entries: impl IntoIterator<Item = (&'a str, JsValue)>) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a property of a fresh ordinary object cannot fail.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object
}

fn reading(value: &Value) -> JsValue {
    match value {
        Value::Number(number) if number.is_finite() => (*number).into(),
        Value::Number(number) if number.is_nan() => "nan".into(),
        Value::Number(number) => if *number > 0.0 { "inf" } else { "-inf" }.into(),
        Value::Text(text) => text.as_str().into(),
        Value::Flag(flag) => (*flag).into(),
        Value::List(items) => items.iter().map(reading).collect::<Array>().into(),
    }
}

//! Destinations of links: the three schemes, and what is left to the browser.

use super::document::Fields;
use super::{kept, list};

/// Where a link leads.
#[derive(Debug, PartialEq)]
pub enum Target {
    /// `widget:name?field=text&id=instance`.
    Widget { name: &'static str, id: &'static str, preset: Fields },
    /// `reading:instance.reading@item`.
    Reading { id: &'static str, name: &'static str, item: Option<&'static str> },
    /// `set:instance?field=text`.
    Set { id: &'static str, fields: Fields },
    /// `#anchor`.
    Anchor(&'static str),
    /// Anything else a browser opens.
    Address(&'static str),
}

const SCHEMES: &str = "widget:, reading:, set:, https:, http:, mailto:, an #anchor or a relative address";

/// Reads a destination.
///
/// # Errors
/// Says what is wrong and how it should look.
pub fn target(destination: &str) -> Result<Target, String> {
    if let Some(anchor) = destination.strip_prefix('#') {
        return Ok(Target::Anchor(kept(anchor)));
    }
    let scheme = destination.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#', '.']));
    match scheme {
        Some(("widget", rest)) => widget(rest),
        Some(("reading", rest)) => reading(rest),
        Some(("set", rest)) => set(rest),
        None | Some(("https" | "http" | "mailto", _)) => Ok(Target::Address(kept(destination))),
        Some((other, _)) => Err(format!("unknown scheme `{other}:` in `{destination}`; a link is {SCHEMES}")),
    }
}

fn widget(rest: &str) -> Result<Target, String> {
    let (name, query) = rest.split_once('?').unwrap_or((rest, ""));
    kebab(name, "a widget's name")?;
    let mut preset = fields(query)?;
    let id = match preset.iter().position(|(field, _)| *field == "id") {
        Some(at) => preset.remove(at).1,
        None => name.to_owned(),
    };
    kebab(&id, "an id")?;
    Ok(Target::Widget { name: kept(name), id: kept(&id), preset: keep(&preset) })
}

fn reading(rest: &str) -> Result<Target, String> {
    let (path, item) = match rest.split_once('@') {
        Some((path, item)) => (path, Some(item)),
        None => (rest, None),
    };
    let Some((id, name)) = path.split_once('.').filter(|_| item != Some("")) else {
        return Err(format!(
            "`reading:{rest}` should look like `reading:kv-cache.cache_bytes` or `reading:kv-cache.cache_bytes@deepseek-v3`"
        ));
    };
    kebab(id, "a widget's id")?;
    Ok(Target::Reading { id: kept(id), name: kept(name), item: item.map(kept) })
}

fn set(rest: &str) -> Result<Target, String> {
    let (id, query) = rest.split_once('?').unwrap_or((rest, ""));
    kebab(id, "a widget's id")?;
    let fields = fields(query)?;
    if fields.is_empty() {
        return Err(format!("`set:{rest}` sets nothing; it should look like `set:router?groups=off`"));
    }
    Ok(Target::Set { id: kept(id), fields: keep(&fields) })
}

fn kebab(name: &str, what: &str) -> Result<(), String> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.is_empty() && name.chars().all(good) {
        return Ok(());
    }
    Err(format!("`{name}` is not {what}: those are of lower-case letters, digits and hyphens"))
}

/// `a=1&b=2`, each field once.
fn fields(query: &str) -> Result<Vec<(String, String)>, String> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let Some((field, text)) = part.split_once('=') else {
            return Err(format!("`{part}` has no value; it should look like `{part}=…`"));
        };
        kebab(field, "a field's name")?;
        if fields.iter().any(|(known, _)| known == field) {
            return Err(format!("`{field}` stands there twice"));
        }
        fields.push((field.to_owned(), decoded(text)?));
    }
    Ok(fields)
}

/// Undoes percent-encoding: a destination has no room for spaces.
fn decoded(text: &str) -> Result<String, String> {
    let wrong = || format!("`{text}` is not percent-encoded UTF-8");
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
            let (Some(high), Some(low)) = (digit(), digit()) else { return Err(wrong()) };
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

fn keep(fields: &[(String, String)]) -> Fields {
    list(fields.iter().map(|(field, text)| (kept(field), kept(text))).collect())
}

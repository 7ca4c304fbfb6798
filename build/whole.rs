//! What can be checked once all of an article is read: anchors, ids, and what refers to them.

use super::document::{Document, Fields};
use super::inlines::Reader;
use super::{About, Claim};

/// A place that names another, or can be named.
pub enum Mention {
    /// A heading with this anchor.
    Here(&'static str),
    /// A widget: instance, name, preset.
    Widget(&'static str, &'static str, Fields),
    /// A link to an anchor.
    Anchor(&'static str),
    /// A link that sets fields of an instance.
    Set(&'static str, Fields),
    /// A number: instance, reading, item, default text.
    Reading(&'static str, &'static str, Option<&'static str>, &'static str),
}

/// Ids that the page itself uses.
const TAKEN: [&str; 3] = ["page", "text", "broken"];

/// Reports what does not fit together, and returns what is claimed about widgets.
pub fn check(reader: &mut Reader<'_>, document: &Document) -> Vec<Claim> {
    let mentions = std::mem::take(&mut reader.mentions);
    let mut problems = Vec::new();
    let mut places: Vec<&'static str> = TAKEN.to_vec();
    let mut widgets: Vec<(&'static str, &'static str)> = Vec::new();
    for (line, mention) in &mentions {
        let (Mention::Here(place) | Mention::Widget(place, ..)) = mention else { continue };
        if places.contains(place) {
            problems.push((*line, format!("`#{place}` is taken; a second widget of a kind needs `&id=another-name`")));
        }
        places.push(place);
        if let Mention::Widget(id, name, _) = mention {
            widgets.push((id, name));
        }
    }
    let mut claims = Vec::new();
    for (line, mention) in &mentions {
        match claimed(mention, &places, &widgets) {
            Ok(about) => claims.extend(about.into_iter().map(|(widget, about)| Claim { line: *line, widget, about })),
            Err(problem) => problems.push((*line, problem)),
        }
    }
    if document.sections.is_empty() {
        problems.push((1, "there is no section (`## … {#anchor}`)".to_owned()));
    }
    reader.problems.extend(problems.into_iter().map(|(line, text)| super::Problem { line, text }));
    claims
}

type Claims = Vec<(&'static str, About)>;

fn claimed(
    mention: &Mention,
    places: &[&'static str],
    widgets: &[(&'static str, &'static str)],
) -> Result<Claims, String> {
    let widget = |id: &str| match widgets.iter().find(|(known, _)| *known == id) {
        Some((_, name)) => Ok(*name),
        None => Err(format!("there is no widget `{id}` in this article; there are: {}", ids(widgets))),
    };
    let fields = |widget: &'static str, fields: Fields| {
        fields.iter().map(move |(field, text)| (widget, About::Field(field, text)))
    };
    match mention {
        Mention::Here(_) => Ok(Vec::new()),
        Mention::Widget(_, name, preset) => {
            Ok(std::iter::once((*name, About::Name)).chain(fields(name, preset)).collect())
        }
        Mention::Anchor(anchor) if places.contains(anchor) => Ok(Vec::new()),
        Mention::Anchor(anchor) => Err(format!("there is no anchor `#{anchor}`; there are: {}", places.join(", "))),
        Mention::Set(id, set) => Ok(fields(widget(id)?, set).collect()),
        Mention::Reading(id, name, item, text) => Ok(vec![(widget(id)?, About::Reading(id, name, *item, text))]),
    }
}

fn ids(widgets: &[(&'static str, &'static str)]) -> String {
    if widgets.is_empty() {
        return "none".to_owned();
    }
    widgets.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ")
}

//! TeX to a tree of MathML.

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};

use super::document::{Element, Node};
use super::{kept, list};

/// Reads TeX.
///
/// # Errors
/// Says what is wrong with it.
pub fn formula(tex: &str, display: bool) -> Result<Element, String> {
    let storage = Storage::new();
    if let Some(error) = Parser::new(tex, &storage).find_map(Result::err) {
        return Err(format!("`{tex}` is not a formula: {error}"));
    }
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let mut markup = String::new();
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    push_mathml(&mut markup, Parser::new(tex, &storage), config).map_err(|error| format!("`{tex}`: {error}"))?;
    let markup = xml(&markup);
    let parsed =
        roxmltree::Document::parse(&markup).map_err(|error| format!("`{tex}` gives broken MathML: {error}"))?;
    element(parsed.root_element()).map_err(|error| format!("`{tex}`: {error}"))
}

/// The markup is HTML: it has an entity that XML does not know, and a bare `<` or `&` where those are operators.
fn xml(html: &str) -> String {
    let mut xml = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        let after = &from[1..];
        let tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let entity = ["amp;", "lt;", "gt;", "#"].iter().any(|name| after.starts_with(name));
        xml.push_str(before);
        xml.push_str(match &from[..1] {
            "<" if !tag => "&lt;",
            "&" if after.starts_with("nbsp;") => "&#160;",
            "&" if !entity => "&amp;",
            bare => bare,
        });
        rest = after.strip_prefix("nbsp;").filter(|_| from.starts_with('&')).unwrap_or(after);
    }
    xml.push_str(rest);
    xml
}

fn element(node: roxmltree::Node<'_, '_>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in node.attributes() {
        if attribute.name() == "style" {
            return Err(format!(
                "{} needs `style=\"{}\"`, which strict content policies block; leave out colours, `\\!` and row heights",
                node.tag_name().name(),
                attribute.value()
            ));
        }
        attributes.push((kept(attribute.name()), kept(attribute.value())));
    }
    let mut children = Vec::new();
    for child in node.children() {
        if child.is_element() {
            children.push(Node::Element(element(child)?));
        } else if let Some(text) = child.text() {
            children.push(Node::Text(kept(text)));
        }
    }
    Ok(Element { tag: kept(node.tag_name().name()), attributes: list(attributes), children: list(children) })
}

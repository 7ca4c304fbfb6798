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
    // The one entity that XML does not know.
    let markup = markup.replace("&nbsp;", "\u{a0}");
    let parsed = roxmltree::Document::parse(&markup).map_err(|error| format!("`{tex}` gives broken MathML: {error}"))?;
    element(parsed.root_element()).map_err(|error| format!("`{tex}`: {error}"))
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

//! A data table.

use yew::prelude::*;

use super::element::{Attributes, element, text};

/// What a [`Table`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct TableProps {
    /// What the table shows.
    pub caption: AttrValue,
    /// Heads of the columns.
    pub columns: Vec<AttrValue>,
    /// Rows; the first cell of each is its head.
    pub rows: Vec<Vec<AttrValue>>,
}

/// A real table with scoped heads; scrolls sideways inside itself on a narrow screen.
///
/// A component, so that its hundreds of cells are left alone while something else changes.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let caption = element("caption", Vec::new(), vec![text(props.caption.clone())]);
    let heads = props.columns.iter().map(|head| cell("th", vec![("scope", "col".into())], head)).collect();
    let head = element("thead", Vec::new(), vec![element("tr", Vec::new(), heads)]);
    let body = element("tbody", Vec::new(), props.rows.iter().map(|cells| row(cells)).collect());
    let scrolls = vec![
        ("class", "table".into()),
        ("tabindex", "0".into()),
        ("role", "region".into()),
        ("aria-label", props.caption.clone()),
    ];
    element("div", scrolls, vec![element("table", Vec::new(), vec![caption, head, body])])
}

fn cell(tag: &'static str, attributes: Attributes, words: &AttrValue) -> Html {
    element(tag, attributes, vec![text(words.clone())])
}

fn row(cells: &[AttrValue]) -> Html {
    let cells = cells.iter().enumerate().map(|(at, words)| match at {
        0 => cell("th", vec![("scope", "row".into())], words),
        _ => cell("td", Vec::new(), words),
    });
    element("tr", Vec::new(), cells.collect())
}

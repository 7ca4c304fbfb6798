//! What lies under a figure: table, formulas, sources, and ways to take it along.

use yew::prelude::*;

use super::table::{Props as TableProps, Table};

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Paper or file, section or table, version and date.
    pub text: AttrValue,
    /// Address of the paper or file.
    pub href: AttrValue,
    /// The test that holds the number, if one does.
    pub test: Option<AttrValue>,
}

/// What a [`Drawer`] needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Opens it.
    pub summary: AttrValue,
    /// Heading of the formulas.
    pub formulas_label: AttrValue,
    /// The formulas, each a MathML row.
    pub formulas: Vec<Html>,
    /// Heading of the sources.
    pub sources_label: AttrValue,
    /// Before the name of a test.
    pub guarded_by: AttrValue,
    /// The sources.
    pub sources: Vec<Source>,
    /// The table.
    pub table: TableProps,
    /// Buttons to share and reset.
    pub share: Html,
}

/// A native disclosure.
#[component]
pub fn Drawer(props: &Props) -> Html {
    // A long one scrolls inside itself, which a keyboard has to reach.
    let formula = |body: &Html| {
        html! {
            <div class="formula" tabindex="0" role="group" aria-label={props.formulas_label.clone()}>
                <math display="block">{ body.clone() }</math>
            </div>
        }
    };
    let source = |source: &Source| {
        html! {
            <li>
                <a href={source.href.clone()} rel="noreferrer">{ &source.text }</a>
                if let Some(test) = &source.test {
                    <span class="source__test">{ " · " }{ &props.guarded_by }{ " " }<code>{ test }</code></span>
                }
            </li>
        }
    };
    html! {
        <details class="drawer">
            <summary class="drawer__summary">{ &props.summary }</summary>
            <div class="drawer__body">
                <Table ..props.table.clone() />
                if !props.formulas.is_empty() {
                    <p class="drawer__head">{ &props.formulas_label }</p>
                    { for props.formulas.iter().map(formula) }
                }
                <p class="drawer__head">{ &props.sources_label }</p>
                <ul class="sources">{ for props.sources.iter().map(source) }</ul>
                { props.share.clone() }
            </div>
        </details>
    }
}

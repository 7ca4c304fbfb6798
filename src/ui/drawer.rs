//! What lies under a figure: table, formulas, sources, and ways to take it along.

use yew::prelude::*;

use super::{Table, TableProps};

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

/// A native disclosure.
pub struct Drawer {
    /// Opens it.
    pub summary: &'static str,
    /// Heading of the formulas.
    pub formulas_label: &'static str,
    /// The formulas, each a MathML row.
    pub formulas: Vec<Html>,
    /// Heading of the sources.
    pub sources_label: &'static str,
    /// Before the name of a test.
    pub guarded_by: &'static str,
    /// The sources.
    pub sources: Vec<Source>,
    /// The table.
    pub table: TableProps,
    /// Buttons to share and reset.
    pub share: Html,
}

impl Drawer {
    /// Draws it.
    pub fn view(self) -> Html {
        // A long one scrolls inside itself, which a keyboard has to reach.
        let formula = |body: Html| {
            html! {
                <div class="formula" tabindex="0" role="group" aria-label={self.formulas_label}>
                    <math display="block">{ body }</math>
                </div>
            }
        };
        let source = |source: &Source| {
            html! {
                <li>
                    <a href={source.href.clone()} rel="noreferrer">{ &source.text }</a>
                    if let Some(test) = &source.test {
                        <span class="source__test">{ " · " }{ self.guarded_by }{ " " }<code>{ test }</code></span>
                    }
                </li>
            }
        };
        html! {
            <details class="drawer">
                <summary class="drawer__summary">{ self.summary }</summary>
                <div class="drawer__body">
                    <Table ..self.table />
                    if !self.formulas.is_empty() {
                        <p class="drawer__head">{ self.formulas_label }</p>
                        { for self.formulas.into_iter().map(formula) }
                    }
                    <p class="drawer__head">{ self.sources_label }</p>
                    <ul class="sources">{ for self.sources.iter().map(source) }</ul>
                    { self.share }
                </div>
            </details>
        }
    }
}

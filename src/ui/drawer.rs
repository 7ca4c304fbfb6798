//! What lies under a figure: table, formulas, sources, and ways to take it along.

use yew::prelude::*;

use super::disclosure::disclosure;
use super::element::{element, group, part, text, words};
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
    /// Is told when it opens or closes.
    pub on_toggle: Callback<bool>,
}

impl Drawer {
    /// Draws it.
    pub fn view(self) -> Html {
        let mut formulas = Vec::new();
        if !self.formulas.is_empty() {
            formulas.push(words("p", "drawer__head", self.formulas_label.into()));
            formulas.extend(self.formulas.into_iter().map(|body| formula(self.formulas_label, body)));
        }
        let sources = self.sources.iter().map(|source| source.view(self.guarded_by)).collect();
        let body = vec![
            html! { <Table ..self.table /> },
            group(formulas),
            words("p", "drawer__head", self.sources_label.into()),
            part("ul", "sources", sources),
            self.share,
        ];
        disclosure("drawer", self.summary, part("div", "drawer__body", body), self.on_toggle)
    }
}

/// A long one scrolls inside itself, which a keyboard has to reach.
fn formula(label: &'static str, body: Html) -> Html {
    let scrolls = vec![
        ("class", "formula".into()),
        ("tabindex", "0".into()),
        ("role", "group".into()),
        ("aria-label", label.into()),
    ];
    element("div", scrolls, vec![element("math", vec![("display", "block".into())], vec![body])])
}

impl Source {
    fn view(&self, guarded_by: &'static str) -> Html {
        let link = vec![("href", self.href.clone()), ("rel", "noreferrer".into())];
        let mut body = vec![element("a", link, vec![text(self.text.clone())])];
        if let Some(test) = &self.test {
            let test = element("code", Vec::new(), vec![text(test.clone())]);
            let guard = vec![text(" · ".into()), text(guarded_by.into()), text(" ".into()), test];
            body.push(part("span", "source__test", guard));
        }
        element("li", Vec::new(), body)
    }
}

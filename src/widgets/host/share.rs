//! Taking a figure along: its address, its embed code, its picture, its table.

use web_sys::Element;
use yew::prelude::*;

use crate::i18n::{self, Lang};
use crate::ui::{self, Button, TableProps, browser, element, group, part, words};

/// What [`Share`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct ShareProps {
    pub lang: Lang,
    pub name: &'static str,
    /// Address of this state.
    pub link: AttrValue,
    /// Address of the site, empty on the site itself.
    pub site: AttrValue,
    /// Fields that differ from the default.
    pub fields: Vec<(&'static str, String)>,
    pub stage: NodeRef,
    pub table: TableProps,
    pub on_reset: Callback<()>,
}

/// What became of the last push.
#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    Copied,
    /// The text to copy by hand.
    Refused(AttrValue),
    NotSaved,
}

/// The code that shows this state on any page.
fn embed_code(props: &ShareProps, site: &str) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let attribute = |(field, text): &(&str, String)| [" ", field, "=\"", &escape(text), "\""].concat();
    let attributes: String = props.fields.iter().map(attribute).collect();
    let tag = ["frugal-", props.name].concat();
    // The link of an embedded widget is absolute already.
    let page = if props.site.is_empty() { site } else { "" };
    let script = ["<script type=\"module\" src=\"", site, "frugal.js\"></script>\n"].concat();
    let link = ["<a href=\"", page, &escape(&props.link), "\">", &props.table.caption, "</a>"].concat();
    [&script, "<", &tag, " lang=\"", props.lang.tag(), "\"", &attributes, ">", &link, "</", &tag, ">"].concat()
}

/// Comma-separated values (RFC 4180) with a byte-order mark, which spreadsheets need to read UTF-8.
fn csv(table: &TableProps) -> String {
    let cell = |text: &AttrValue| ["\"", &text.replace('"', "\"\""), "\""].concat();
    let line = |cells: &Vec<AttrValue>| cells.iter().map(cell).collect::<Vec<_>>().join(",");
    let lines = std::iter::once(&table.columns).chain(&table.rows).map(line);
    ["\u{feff}", &lines.collect::<Vec<_>>().join("\r\n"), "\r\n"].concat()
}

fn copier(outcome: &UseStateHandle<Outcome>, text: Box<dyn Fn() -> String>) -> Callback<()> {
    let outcome = outcome.clone();
    Callback::from(move |()| {
        let (outcome, text) = (outcome.clone(), text());
        let shown = AttrValue::from(text.clone());
        let then = move |ok| outcome.set(if ok { Outcome::Copied } else { Outcome::Refused(shown.clone()) });
        browser::copy(text, Callback::from(then));
    })
}

fn saver(outcome: &UseStateHandle<Outcome>, save: Box<dyn Fn(Callback<bool>)>) -> Callback<()> {
    let outcome = outcome.clone();
    Callback::from(move |()| {
        let outcome = outcome.clone();
        save(Callback::from(move |ok| outcome.set(if ok { Outcome::Nothing } else { Outcome::NotSaved })));
    })
}

fn files(props: &ShareProps, outcome: &UseStateHandle<Outcome>) -> [Callback<()>; 3] {
    let name = |extension: &str| ["frugal-", props.name, extension].concat();
    let (stage, file) = (props.stage.clone(), name(".svg"));
    let svg = Box::new(move |then: Callback<bool>| {
        let saved = stage.cast::<Element>().is_some_and(|stage| browser::save_svg(&stage, &file).is_ok());
        then.emit(saved);
    });
    let (stage, file) = (props.stage.clone(), name(".png"));
    let png = Box::new(move |then: Callback<bool>| match stage.cast::<Element>() {
        Some(stage) => browser::save_png(&stage, file.clone(), then),
        None => then.emit(false),
    });
    let (table, file) = (props.table.clone(), name(".csv"));
    let csv = Box::new(move |then: Callback<bool>| {
        then.emit(browser::save_text(&csv(&table), "text/csv", &file).is_ok());
    });
    [saver(outcome, svg), saver(outcome, png), saver(outcome, csv)]
}

/// Buttons under a figure.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let text = i18n::frame(props.lang);
    let outcome = use_state(|| Outcome::Nothing);
    let link = props.link.clone();
    let copy_link = copier(&outcome, Box::new(move || browser::absolute(&link)));
    let copy_embed = {
        let props = props.clone();
        let embed =
            move || embed_code(&props, &browser::absolute(if props.site.is_empty() { "./" } else { &props.site }));
        copier(&outcome, Box::new(embed))
    };
    let [svg, png, csv] = files(props, &outcome);
    let buttons = [
        (text.copy_link, copy_link),
        (text.copy_embed, copy_embed),
        (text.save_svg, svg),
        (text.save_png, png),
        (text.save_csv, csv),
        (text.reset, props.on_reset.clone()),
    ];
    let buttons = buttons.map(|(label, push)| Button::new(label, push).view()).to_vec();
    let told = match &*outcome {
        Outcome::Nothing => Html::default(),
        Outcome::Copied => ui::text(text.copied.into()),
        Outcome::Refused(shown) => {
            group(vec![ui::text(text.copy_failed.into()), words("code", "share__text", shown.clone())])
        }
        Outcome::NotSaved => ui::text(text.save_failed.into()),
    };
    let status = vec![("class", "share__outcome".into()), ("role", "status".into())];
    let head = words("p", "drawer__head", text.share.into());
    part("div", "share", vec![head, part("div", "share__buttons", buttons), element("p", status, vec![told])])
}

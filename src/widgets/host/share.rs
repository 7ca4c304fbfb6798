//! Taking a figure along: its address, its embed code, its picture, its table.

use web_sys::Element;
use yew::prelude::*;

use crate::i18n::{self, Lang};
use crate::ui::{Button, TableProps, browser};

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

fn copier(outcome: &UseStateHandle<Outcome>, text: impl Fn() -> String + 'static) -> Callback<()> {
    let outcome = outcome.clone();
    Callback::from(move |()| {
        let (outcome, text) = (outcome.clone(), text());
        let shown = AttrValue::from(text.clone());
        let then = move |ok| outcome.set(if ok { Outcome::Copied } else { Outcome::Refused(shown.clone()) });
        browser::copy(text, Callback::from(then));
    })
}

fn saver(outcome: &UseStateHandle<Outcome>, save: impl Fn(Callback<bool>) + 'static) -> Callback<()> {
    let outcome = outcome.clone();
    Callback::from(move |()| {
        let outcome = outcome.clone();
        save(Callback::from(move |ok| outcome.set(if ok { Outcome::Nothing } else { Outcome::NotSaved })));
    })
}

fn files(props: &ShareProps, outcome: &UseStateHandle<Outcome>) -> [Callback<()>; 3] {
    let name = |extension: &str| ["frugal-", props.name, extension].concat();
    let (stage, file) = (props.stage.clone(), name(".svg"));
    let svg = saver(outcome, move |then| {
        let saved = stage.cast::<Element>().is_some_and(|stage| browser::save_svg(&stage, &file).is_ok());
        then.emit(saved);
    });
    let (stage, file) = (props.stage.clone(), name(".png"));
    let png = saver(outcome, move |then| match stage.cast::<Element>() {
        Some(stage) => browser::save_png(&stage, file.clone(), then),
        None => then.emit(false),
    });
    let (table, file) = (props.table.clone(), name(".csv"));
    let csv = saver(outcome, move |then| then.emit(browser::save_text(&csv(&table), "text/csv", &file).is_ok()));
    [svg, png, csv]
}

/// Buttons under a figure.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let text = i18n::frame(props.lang);
    let outcome = use_state(|| Outcome::Nothing);
    let link = props.link.clone();
    let copy_link = copier(&outcome, move || browser::absolute(&link));
    let copy_embed = {
        let props = props.clone();
        copier(&outcome, move || {
            embed_code(&props, &browser::absolute(if props.site.is_empty() { "./" } else { &props.site }))
        })
    };
    let [svg, png, csv] = files(props, &outcome);
    html! {
        <div class="share">
            <p class="drawer__head">{ text.share }</p>
            <div class="share__buttons">
                { Button::new(text.copy_link, copy_link).view() }
                { Button::new(text.copy_embed, copy_embed).view() }
                { Button::new(text.save_svg, svg).view() }
                { Button::new(text.save_png, png).view() }
                { Button::new(text.save_csv, csv).view() }
                { Button::new(text.reset, props.on_reset.clone()).view() }
            </div>
            <p class="share__outcome" role="status">
                { match &*outcome {
                    Outcome::Nothing => Html::default(),
                    Outcome::Copied => text.copied.into(),
                    Outcome::Refused(shown) => html! { <>{ text.copy_failed }<code class="share__text">{ shown }</code></> },
                    Outcome::NotSaved => text.save_failed.into(),
                } }
            </p>
        </div>
    }
}

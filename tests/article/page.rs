//! The state of the page, acted on as a reader would.

use std::rc::Rc;

use frugal::article::address::Theme;
use frugal::article::page::{Action, Page, Start, Write};
use frugal::i18n::Lang;
use frugal::widgets::{Base, Change, Phase};
use yew::Reducible as _;

fn open(query: &str, languages: &[&str]) -> Rc<Page> {
    let languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
    Rc::new(Page::new(&Start { query: query.into(), languages }))
}

fn report(page: &Rc<Page>, id: &'static str, phase: Phase, fields: &[(&'static str, &str)]) -> Rc<Page> {
    let changed: Vec<_> = fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    let change = Change {
        id: id.into(),
        phase,
        changed: changed.clone(),
        fields: changed,
        readings: Vec::new(),
        description: String::new(),
        revision: 0,
        problems: Vec::new(),
    };
    page.clone().reduce(Action::Report(change))
}

#[test]
fn the_language_is_the_links_then_the_readers() {
    assert_eq!(open("", &[]).lang, Lang::En);
    assert_eq!(open("", &["fr", "zh-Hant-TW", "en"]).lang, Lang::Zh);
    assert_eq!(open("lang=en", &["zh"]).lang, Lang::En);
    assert_eq!(open("lang=tlh", &["zh"]).lang, Lang::Zh);
}

#[test]
fn a_link_reaches_the_widget_before_anything_else() {
    let page = open("router.stage=keep&x=1", &[]);
    let given = &page.slot("router").unwrap().given;
    assert_eq!((given.pairs.get("stage"), given.base, given.revision), (Some("keep"), Base::Default, 0));
    assert_eq!(page.query(), "x=1&lang=en&router.stage=keep");
}

#[test]
fn what_the_reader_does_is_written_and_what_links_do_is_not() {
    let page = open("", &[]);
    let ready = report(&page, "float", Phase::Ready, &[]);
    assert_eq!(ready.write, page.write);
    let live = report(&ready, "float", Phase::Live, &[("value", "2")]);
    assert_eq!((live.write, live.query().as_str()), ((1, Write::Live), "lang=en&float.value=2"));
    let done = report(&live, "float", Phase::Done, &[("value", "3")]);
    assert_eq!(done.write, (2, Write::Done));
    let back = done.clone().reduce(Action::Arrive("lang=zh&float.value=2".into()));
    assert_eq!((back.write, back.lang), (done.write, Lang::Zh));
    let given = &back.slot("float").unwrap().given;
    assert_eq!((given.pairs.get("value"), given.base, given.revision), (Some("2"), Base::Default, 1));
    let settled = report(&back, "float", Phase::Given, &[("value", "2")]);
    assert_eq!(settled.write, done.write);
    // To the same state again: the widget is not disturbed.
    let again = settled.clone().reduce(Action::Arrive("lang=zh&float.value=2".into()));
    assert_eq!(again.slot("float").unwrap().given.revision, 1);
}

#[test]
fn words_that_act_are_a_step() {
    let page = report(&open("", &[]), "float", Phase::Done, &[("value", "2"), ("code", "1f")]);
    assert_eq!(page.query_with("float", &[("value", "5")]), "lang=en&float.code=1f&float.value=5");
    let asked = page.clone().reduce(Action::Set("float", &[("value", "5")]));
    let given = &asked.slot("float").unwrap().given;
    assert_eq!((given.pairs.get("value"), given.base), (Some("5"), Base::Current));
    assert_eq!(asked.write, page.write);
    let done = report(&asked, "float", Phase::Given, &[("value", "5")]);
    assert_eq!(done.write, (2, Write::Done));
}

#[test]
fn the_switches_keep_everything_else() {
    let page = report(&open("utm_source=x", &[]), "float", Phase::Done, &[("value", "2")]);
    assert_eq!(page.query_in(Lang::Zh), "utm_source=x&lang=zh&float.value=2");
    let zh = page.clone().reduce(Action::Lang(Lang::Zh));
    assert_eq!((zh.query(), zh.write.1), (page.query_in(Lang::Zh), Write::Done));
    assert_eq!(zh.slot("float").unwrap().given, page.slot("float").unwrap().given);
}

#[test]
fn going_back_keeps_the_colours() {
    let dark = open("theme=light", &[]).reduce(Action::Theme(Theme::Dark));
    assert_eq!((dark.write.1, dark.query().as_str()), (Write::Quiet, "lang=en&theme=dark"));
    assert_eq!(dark.reduce(Action::Arrive("lang=zh".into())).theme, Theme::Dark);
}

#[test]
fn reports_of_strangers_are_ignored() {
    let page = open("", &[]);
    let after = report(&page, "nobody", Phase::Done, &[("value", "2")]);
    assert_eq!((after.query(), after.write), (page.query(), page.write));
}

//! `frugal-float` under the hand: switches, handles, the entry.
#![allow(clippy::expect_used, reason = "a test may panic")]

use std::cell::RefCell;
use std::rc::Rc;

use frugal::state::Value;
use frugal::widgets::{Change, Phase, Props, render};
use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

type Changes = Rc<RefCell<Vec<Change>>>;

#[derive(Properties, PartialEq)]
struct PageProps {
    on_change: Callback<Change>,
}

#[component]
fn Page(props: &PageProps) -> Html {
    render(
        "float",
        yew::props!(Props { id: "float", lang: frugal::i18n::Lang::En, on_change: props.on_change.clone() }),
    )
}

/// A mounted widget and what it reported.
struct Bench {
    root: Element,
    changes: Changes,
    app: Option<AppHandle<Page>>,
}

impl Bench {
    async fn new() -> Self {
        let document = web_sys::window().and_then(|window| window.document()).expect("a document");
        let root = document.create_element("div").expect("an element");
        document.body().expect("a body").append_child(&root).expect("a place");
        let changes = Changes::default();
        let sink = changes.clone();
        let on_change = Callback::from(move |change| sink.borrow_mut().push(change));
        let app = yew::Renderer::<Page>::with_root_and_props(root.clone(), PageProps { on_change }).render();
        let bench = Self { root, changes, app: Some(app) };
        bench.settle().await;
        bench
    }

    async fn settle(&self) {
        yew::platform::time::sleep(std::time::Duration::from_millis(60)).await;
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|at| found.get(at))
            .map(JsValue::from)
            .map(|node| node.unchecked_into())
            .collect()
    }

    /// Runs `body` with an element as `e` and `arguments` as `a`, and waits for what follows.
    async fn hand(&self, selector: &str, at: usize, body: &str, argument: impl Into<JsValue>) {
        let element = self.all(selector).into_iter().nth(at).expect("such an element");
        Function::new_with_args("e, a", body).call2(&JsValue::NULL, &element, &argument.into()).expect("no exception");
        self.settle().await;
    }

    async fn key(&self, selector: &str, at: usize, key: &str) {
        let body = "e.focus(); e.dispatchEvent(new KeyboardEvent('keydown', {key: a, bubbles: true, composed: true, cancelable: true}))";
        self.hand(selector, at, body, key).await;
    }

    /// A pointer event at a share of the element's width.
    async fn pointer(&self, selector: &str, at: usize, kind: &str, share: f64) {
        let body = format!(
            "const r = e.getBoundingClientRect(); e.dispatchEvent(new PointerEvent('{kind}', {{pointerId: 1, pointerType: 'mouse', \
             button: 0, buttons: 1, clientX: r.left + a * r.width, clientY: r.top + r.height / 2, bubbles: true, composed: true}}))"
        );
        self.hand(selector, at, &body, share).await;
    }

    fn reading(&self, name: &str) -> Value {
        let changes = self.changes.borrow();
        let last = changes.last().expect("a report");
        last.readings.iter().find(|(known, _)| *known == name).expect("such a reading").1.clone()
    }

    fn bits(&self) -> String {
        self.all("[role=switch]").iter().map(|bit| bit.text_content().unwrap_or_default()).collect()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

#[wasm_bindgen_test]
async fn switches_by_keyboard() {
    let bench = Bench::new().await;
    assert_eq!(bench.bits(), "00011101");
    bench.key("[role=switch]", 0, "End").await;
    let stops: Vec<_> = bench.all("[role=switch]").iter().map(HtmlElement::tab_index).collect();
    assert_eq!(stops, [-1, -1, -1, -1, -1, -1, -1, 0]);
    bench.hand("[role=switch]", 7, "e.click()", JsValue::NULL).await;
    assert_eq!((bench.bits().as_str(), bench.reading("decoded")), ("00011100", Value::Number(0.093_75)));
    bench.key("[role=switch]", 7, "ArrowUp").await;
    bench.key("[role=switch]", 7, "ArrowUp").await;
    assert_eq!(bench.reading("decoded"), Value::Number(0.109_375));
    assert_eq!(bench.changes.borrow().last().expect("a report").changed, [("code", "0x1E".to_owned())]);
}

#[wasm_bindgen_test]
async fn a_stroke_paints_every_switch_it_passes() {
    let bench = Bench::new().await;
    bench.pointer("[role=switch]", 1, "pointerdown", 0.5).await;
    bench.pointer("[role=switch]", 4, "pointermove", 0.5).await;
    bench.pointer("[role=switch]", 4, "pointerup", 0.5).await;
    // The click that a browser sends after it says nothing new.
    bench
        .hand("[role=switch]", 4, "e.dispatchEvent(new MouseEvent('click', {detail: 1, bubbles: true}))", JsValue::NULL)
        .await;
    assert_eq!(bench.bits(), "01111101");
    assert_eq!(bench.changes.borrow().last().map(|change| change.phase), Some(Phase::Done));
}

#[wasm_bindgen_test]
async fn the_handle_slides_and_the_stored_number_jumps() {
    let bench = Bench::new().await;
    let near = ".handle__reach";
    bench.pointer(near, 1, "pointerdown", 0.6).await;
    let before = bench.reading("decoded");
    bench.pointer(near, 1, "pointermove", 0.45).await;
    assert_eq!((before, bench.reading("decoded")), (Value::Number(0.101_562_5), Value::Number(0.093_75)));
    assert_eq!(bench.changes.borrow().last().map(|change| change.phase), Some(Phase::Live));
    bench.pointer(near, 1, "pointermove", 0.503).await;
    assert_eq!(bench.reading("is_tie"), Value::Flag(true));
    // Escape puts x back where the drag began.
    bench.key("[role=slider]", 1, "Escape").await;
    assert_eq!(bench.reading("decoded"), Value::Number(0.101_562_5));
    bench.key("[role=slider]", 0, "End").await;
    assert_eq!(bench.reading("decoded"), Value::Number(448.0));
}

#[wasm_bindgen_test]
async fn the_entry_keeps_what_is_typed() {
    let bench = Bench::new().await;
    let typing = "e.focus(); e.value = a; e.dispatchEvent(new InputEvent('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}))";
    let reports = bench.changes.borrow().len();
    bench.hand(".text-field__box", 0, typing, "1,5 🙂").await;
    assert!(bench.all(".control__message")[0].text_content().unwrap_or_default().contains("1,5 🙂"));
    assert_eq!(bench.changes.borrow().len(), reports);
    bench.hand(".text-field__box", 0, typing, "2^-9").await;
    assert!(bench.all(".control__message").is_empty());
    assert_eq!(bench.reading("class"), Value::Text("subnormal".into()));
}

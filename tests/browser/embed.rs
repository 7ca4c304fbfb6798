//! The core behind the custom elements: handles, requests and reports.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::cell::RefCell;
use std::rc::Rc;

use frugal::embed::{Refusal, mount, unmount, update};
use js_sys::{Function, JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &Function, milliseconds: u32);
}

/// Rendering is asynchronous.
async fn settle() {
    let promise = Promise::new(&mut |yes, _| set_timeout(&yes, 30));
    JsFuture::from(promise).await.unwrap();
}

fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// A mounted widget, where it draws, and what it said.
struct Trial {
    handle: u32,
    root: Element,
    said: Rc<RefCell<Vec<JsValue>>>,
}

impl Trial {
    fn new(options: &str) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        let said = Rc::new(RefCell::new(Vec::new()));
        let kept = said.clone();
        let report = Closure::<dyn FnMut(JsValue)>::new(move |report| kept.borrow_mut().push(report));
        let report = report.into_js_value().unchecked_into();
        let handle = mount(root.clone().into(), "float", &object(options), report).unwrap();
        Self { handle, root, said }
    }

    fn update(&self, options: &str) -> bool {
        update(self.handle, &object(options)).unwrap()
    }

    /// A path into the last report, such as `state.value`.
    fn last(&self, path: &str) -> String {
        let said = self.said.borrow();
        let value =
            path.split('.').fold(said.last().unwrap().clone(), |at, key| Reflect::get(&at, &key.into()).unwrap());
        value.as_string().unwrap_or_else(|| JSON::stringify(&value).unwrap().into())
    }
}

#[wasm_bindgen_test]
fn wrong_calls_are_refused() {
    let nothing = JsValue::UNDEFINED;
    assert_eq!(mount(nothing.clone(), "float", &nothing, Function::new_no_args("")), Err(Refusal::NotAnElement));
    assert_eq!(mount(nothing.clone(), "<b>", &nothing, Function::new_no_args("")), Err(Refusal::UnknownWidget));
    for handle in [0, u32::MAX] {
        assert_eq!(update(handle, &nothing), Err(Refusal::StaleHandle));
        assert_eq!(unmount(handle), Err(Refusal::StaleHandle));
    }
}

#[wasm_bindgen_test]
async fn a_state_is_laid_over_attributes_and_both_over_the_default() {
    let trial = Trial::new(r#"{"lang": "zh", "attributes": {"value": "2", "class": "x"}}"#);
    settle().await;
    assert_eq!(
        (trial.last("phase"), trial.last("state.value"), trial.last("settled")),
        ("ready".into(), "2".into(), "true".into())
    );
    assert!(trial.root.query_selector("figure[lang=zh]").unwrap().is_some());
    assert!(trial.update(r#"{"attributes": {"value": "3"}, "state": "value=4"}"#));
    settle().await;
    assert_eq!((trial.last("phase"), trial.last("state.value")), ("given".into(), "4".into()));
    assert!(trial.update(r#"{"attributes": {"value": null}}"#));
    settle().await;
    let default = trial.last("state.value");
    assert!(trial.update(r#"{"state": {"value": 3}}"#) && trial.update(r#"{"state": ""}"#));
    settle().await;
    assert_eq!(trial.last("state.value"), default);
    assert_eq!(trial.last("changed"), "");
    unmount(trial.handle).unwrap();
}

#[wasm_bindgen_test]
async fn what_asks_for_nothing_is_not_answered() {
    let trial = Trial::new("{}");
    settle().await;
    let before = trial.said.borrow().len();
    assert!(!trial.update(r#"{"attributes": {"class": "x", "nonsense": "1"}, "chrome": "bare"}"#));
    settle().await;
    assert_eq!(trial.said.borrow().len(), before);
    assert!(trial.root.query_selector(".figure__title").unwrap().is_none(), "bare has no title");
    unmount(trial.handle).unwrap();
}

#[wasm_bindgen_test]
async fn problems_are_reported_once() {
    let trial = Trial::new(r#"{"lang": "en", "attributes": {"value": "2"}}"#);
    settle().await;
    assert_eq!(trial.last("problems"), "[]");
    trial.update(r#"{"state": {"value": {"a": 1}, "nonsense": true}}"#);
    settle().await;
    let problems = trial.last("problems");
    assert!(problems.contains("value") && problems.contains("nonsense"), "{problems}");
    trial.update(r#"{"lang": "zh"}"#);
    settle().await;
    assert_eq!(trial.last("problems"), "[]");
    unmount(trial.handle).unwrap();
}

#[wasm_bindgen_test]
async fn a_removed_widget_is_gone_and_leaves_no_state_to_the_next() {
    let trial = Trial::new(r#"{"attributes": {"value": "2"}}"#);
    settle().await;
    unmount(trial.handle).unwrap();
    // The next one takes over before the first is cleared away.
    let next = Trial::new("{}");
    settle().await;
    assert!(trial.root.query_selector("figure").unwrap().is_none());
    assert!(next.root.query_selector("figure").unwrap().is_some());
    assert_ne!((next.handle, next.last("state.value")), (trial.handle, "2".into()));
    assert_ne!(next.last("state.value"), "2");
    assert_eq!(update(trial.handle, &JsValue::UNDEFINED), Err(Refusal::StaleHandle));
    assert_eq!(unmount(trial.handle), Err(Refusal::StaleHandle));
    unmount(next.handle).unwrap();
}

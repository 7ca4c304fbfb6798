//! A browser under test, and what scenarios do with it.

use crate::drivers::Driver;
use crate::engines::{Engine, Programs};
use crate::outcome::{Failure, Outcome};
use crate::release::folder;
use crate::server::Server;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, TypingData};

/// How long a page may take to do what is asked of it.
const PATIENCE: Duration = Duration::from_secs(15);

/// Finds by selectors joined with `>>>`, each looked up in the shadow root of the one before.
const FIND: &str = "const steps = arguments[0].split('>>>').map((step) => step.trim());
let roots = [document];
let found = [];
for (const step of steps) {
  found = roots.flatMap((root) => [...root.querySelectorAll(step)]);
  roots = found.map((element) => element.shadowRoot).filter(Boolean);
}
return found;";

/// One engine's browser with the server it looks at.
pub struct Session {
    /// Which engine.
    pub engine: Engine,
    /// The raw WebDriver session.
    pub driver: WebDriver,
    /// The server.
    pub server: Server,
    _process: Driver,
}

impl Session {
    /// Starts server, driver and browser.
    pub async fn start(engine: Engine, programs: &Programs) -> Outcome<Self> {
        let server = Server::start().await?;
        let process = Driver::start(engine, programs).await?;
        let mut capabilities = Capabilities::new();
        if let Value::Object(entries) = engine.capabilities(programs) {
            for (key, value) in entries {
                capabilities.set(key, value)?;
            }
        }
        let driver = WebDriver::new(process.address.as_str(), capabilities).await?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        Ok(Self { engine, driver, server, _process: process })
    }

    /// Opens a path such as `/?lang=zh` and waits for the document, not for the page's WebAssembly.
    pub async fn open(&self, path: &str) -> Outcome {
        if self.engine == Engine::Firefox {
            self.leave().await?;
        }
        Ok(self.driver.goto(format!("{}{path}", self.server.origin)).await?)
    }

    /// Goes to an empty document. In Firefox by a script of the page: its driver would cut off a script that runs, and what is left of
    /// the program then panics in the events of leaving, which only the recorder hears.
    pub async fn leave(&self) -> Outcome {
        const EMPTY: &str = "about:blank";
        if self.engine != Engine::Firefox {
            return Ok(self.driver.goto(EMPTY).await?);
        }
        self.js::<()>("const [to] = arguments; setTimeout(() => location.assign(to));", &[EMPTY.into()]).await?;
        self.wait_until("the page is left", async || Ok(self.driver.current_url().await?.as_str() == EMPTY)).await
    }

    /// Opens the page and waits until it has drawn its title and all its figures.
    pub async fn open_page(&self, query: &str) -> Outcome {
        self.open(&format!("/{query}")).await?;
        self.find("#page h1").await?;
        self.wait_for("!document.querySelector('.figure--waiting')").await
    }

    /// Runs a function body in the page; `arguments[0]` and on are `args`.
    pub async fn js<T: DeserializeOwned>(&self, body: &str, args: &[Value]) -> Outcome<T> {
        let value = self.driver.execute(body, args.to_vec()).await?;
        Ok(serde_json::from_value(value.json().clone())?)
    }

    /// All elements that match now; `a >>> b` looks for `b` in the shadow roots of `a`.
    pub async fn find_all(&self, selector: &str) -> Outcome<Vec<WebElement>> {
        Ok(self.driver.execute(FIND, vec![json!(selector)]).await?.elements()?)
    }

    /// The first element that matches, as soon as there is one.
    pub async fn find(&self, selector: &str) -> Outcome<WebElement> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(element) = self.find_all(selector).await?.into_iter().next() {
                return Ok(element);
            }
            if Instant::now() > deadline {
                return Err(Failure(format!("there is no {selector}")));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until a condition holds; `what` says in the failure what did not come true.
    pub async fn wait_until(&self, what: &str, condition: impl AsyncFn() -> Outcome<bool>) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        while !condition().await? {
            if Instant::now() > deadline {
                return Err(Failure(format!("waited in vain until {what}")));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }

    /// Waits until an expression in the page is true.
    pub async fn wait_for(&self, expression: &str) -> Outcome {
        let body = format!("return Boolean({expression});");
        self.wait_until(expression, async || self.js(&body, &[]).await).await
    }

    /// Presses keys one after another on whatever has the focus: `press(Key::Tab)`, `press("42")`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.actions().send_keys(keys).perform().await?)
    }

    /// Scrolls to the first element that matches and gives it the focus, in one step: a figure may draw itself anew in between.
    pub async fn focus(&self, selector: &str) -> Outcome {
        const FOCUS: &str = "const element = document.querySelector(arguments[0]);
            element?.scrollIntoView({ block: 'center', behavior: 'instant' });
            element?.focus({ focusVisible: true });
            return Boolean(element);";
        self.wait_until(selector, async || self.js(FOCUS, &[selector.into()]).await).await
    }

    /// Scrolls to an element and waits until it stands still: figures above it may still get their heights. Returns its left, top,
    /// width and height in the window; the drivers do not agree on these for parts of a drawing.
    async fn settled(&self, element: &WebElement) -> Outcome<[f64; 4]> {
        const PLACE: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            const { x, y, width, height } = arguments[0].getBoundingClientRect();
            return [x, y, width, height];";
        let element = element.to_json()?;
        let mut before = self.js(PLACE, std::slice::from_ref(&element)).await?;
        for _ in 0..100 {
            tokio::time::sleep(Duration::from_millis(50)).await;
            let now = self.js(PLACE, std::slice::from_ref(&element)).await?;
            if now == before {
                break;
            }
            before = now;
        }
        Ok(before)
    }

    /// Drags inside an element, from one point to another, both as fractions of its box (0 is left and top, 1 right and bottom).
    pub async fn drag(&self, element: &WebElement, from: (f64, f64), to: (f64, f64)) -> Outcome {
        const STEPS: u32 = 12;
        let [left, top, width, height] = self.settled(element).await?;
        let at = |(x, y): (f64, f64)| ((left + x * width).round() as i64, (top + y * height).round() as i64);
        let (x, y) = at(from);
        let mut actions = self.actions().move_to(x, y).click_and_hold();
        for step in 1..=STEPS {
            let done = f64::from(step) / f64::from(STEPS);
            let (x, y) = at((from.0 + (to.0 - from.0) * done, from.1 + (to.1 - from.1) * done));
            actions = actions.move_to(x, y);
        }
        Ok(actions.release().perform().await?)
    }

    /// Puts the pointer on the middle of an element.
    pub async fn hover(&self, element: &WebElement) -> Outcome {
        let [left, top, width, height] = self.settled(element).await?;
        let (x, y) = ((left + width / 2.0).round() as i64, (top + height / 2.0).round() as i64);
        Ok(self.actions().move_to(x, y).perform().await?)
    }

    /// Plays the timeline of a figure past `least` and stops it; returns where it then stands still.
    pub async fn plays(&self, figure: &str, least: u32) -> Outcome<u32> {
        let (button, at) = (format!("{figure} .transport__button"), format!("{figure} .transport__range"));
        let says = |label: &str| format!("document.querySelector('{button}').getAttribute('aria-label') === '{label}'");
        let at = format!("Number(document.querySelector('{at}').value)");
        self.focus(&button).await?;
        self.press(Key::Space).await?;
        self.wait_for(&says("Pause")).await?;
        self.wait_for(&format!("{at} > {least}")).await?;
        self.press(Key::Space).await?;
        self.wait_for(&says("Play")).await?;
        let stopped: u32 = self.js(&format!("return {at};"), &[]).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let later: u32 = self.js(&format!("return {at};"), &[]).await?;
        if stopped == later { Ok(stopped) } else { Err(Failure(format!("{figure} went on from {stopped} to {later}"))) }
    }

    fn actions(&self) -> ActionChain {
        let pause = Some(Duration::from_millis(10));
        self.driver.action_chain_with_delay(pause, pause)
    }

    /// Saves what the browser shows to `target/webdriver/<engine>-<name>.png`.
    pub async fn screenshot(&self, name: &str) -> Outcome {
        let file = format!("{}-{}.png", self.engine, name.replace("::", "-"));
        let file = folder("target/webdriver").join(file);
        let taken = tokio::time::timeout(PATIENCE, self.driver.screenshot(&file)).await;
        Ok(taken.map_err(|_| Failure("no picture in time".to_owned()))??)
    }

    /// Fails with the list of what axe-core finds wrong with the document, its frames and its shadow roots.
    pub async fn axe(&self) -> Outcome {
        crate::checks::axe(self).await
    }
}

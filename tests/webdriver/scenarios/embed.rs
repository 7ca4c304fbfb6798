//! The custom elements on somebody else's page.

use crate::checks;
use crate::outcome::{Outcome, ensure};
use crate::session::Session;
use frugal::widgets::TABLES;
use serde_json::json;
use thirtyfour::Key;

/// Opens the blog page and waits for its first figure; `frugal-*` events are kept in `heard` as `[id, type, detail]`.
async fn open(session: &Session) -> Outcome {
    session.open("/embed.html").await?;
    session
        .js::<()>(
            "window.heard = [];
             for (const type of ['ready', 'input', 'change', 'error'])
               addEventListener('frugal-' + type, (event) => heard.push([event.target.id, type, structuredClone(event.detail)]));",
            &[],
        )
        .await?;
    session.wait_for("document.getElementById('float').phase === 'ready'").await
}

/// Waits until the figure shows everything asked for, then returns one of its fields.
async fn field(session: &Session, id: &str, field: &str) -> Outcome<String> {
    let body = "const done = arguments[2]; const figure = document.getElementById(arguments[0]);
        setTimeout(() => figure.ready.then(() => done(String(figure.state[arguments[1]])), (error) => done('failed: ' + error.code)));";
    Ok(session.driver.execute_async(body, vec![json!(id), json!(field)]).await?.convert()?)
}

/// What a tag says comes first, a state next, the reader's hand last; `reset` goes back to the tag.
pub async fn takes_attributes_and_states(session: &Session) -> Outcome {
    open(session).await?;
    let value = async || field(session, "float", "value").await;
    ensure!(value().await? == "464", "the attribute was not taken");
    session.js::<()>("document.getElementById('float').setAttribute('value', '3');", &[]).await?;
    ensure!(value().await? == "3", "a changed attribute was not taken");
    session.js::<()>("document.getElementById('float').state = { value: 5 };", &[]).await?;
    ensure!(value().await? == "5", "a state was not taken");
    ensure!(
        session.js("return Object.keys(document.getElementById('float').readings).length > 0;", &[]).await?,
        "there are no readings"
    );
    session
        .js::<()>(
            "const float = document.getElementById('float'); float.setAttribute('class', 'wide'); float.reset();",
            &[],
        )
        .await?;
    ensure!(value().await? == "3", "reset does not go back to the tag");
    let heard: usize =
        session.js("return heard.filter(([, type]) => type === 'change' || type === 'input').length;", &[]).await?;
    ensure!(heard == 0, "what the page itself asks for is reported as a change");
    session
        .js::<()>(
            "document.querySelector('#float').shadowRoot.querySelector('.share').closest('details').open = true;",
            &[],
        )
        .await?;
    let buttons = session.find_all("#float >>> .share__buttons button").await?;
    ensure!(!buttons.is_empty(), "the drawer has no buttons");
    buttons[buttons.len() - 1].click().await?;
    session
        .wait_for("heard.some(([id, type, { state, readings }]) => id === 'float' && type === 'change' && state.value && readings)")
        .await?;
    ensure!(value().await? != "3", "starting over does not reach the default");
    Ok(())
}

/// What nobody should write into an attribute; the last has that many digits.
fn nasty(long: usize) -> Vec<String> {
    let long = "9".repeat(long);
    ["", "NaN", "-1e999", "🙂", "a=b&%zz&value", "<img src=x onerror=alert(1)>", "\u{0}", &long]
        .map(String::from)
        .into()
}

/// Any text leaves a working figure, a notice and an event.
pub async fn survives_nasty_values(session: &Session) -> Outcome {
    open(session).await?;
    for value in nasty(1_000_000) {
        for attribute in ["value", "state", "lang", "theme", "motion", "chrome"] {
            session
                .js::<()>(
                    "document.getElementById('float').setAttribute(...arguments);",
                    &[json!(attribute), json!(value)],
                )
                .await?;
        }
        let kept = field(session, "float", "value").await?;
        ensure!(!kept.starts_with("failed"), "the figure broke down: {kept}");
    }
    session.js::<()>("const float = document.getElementById('float'); heard.length = 0; float.state = { value: {}, nonsense: Symbol.iterator };", &[]).await?;
    field(session, "float", "value").await?;
    session.wait_for("heard.some(([id, type, { code, message }]) => id === 'float' && type === 'error' && code === 'state' && /value/.test(message))").await?;
    session.find("#float >>> .notices li").await?;
    ensure!(
        session.js("return document.getElementById('float').phase === 'ready';", &[]).await?,
        "the figure broke down"
    );
    Ok(())
}

/// Every field of every widget takes any text: it names what it cannot take, and works on.
pub async fn names_every_bad_field(session: &Session) -> Outcome {
    open(session).await?;
    let body = "const done = arguments[3]; const [tag, names, text] = arguments;
        const figure = document.querySelector('#nasty') ?? document.createElement('div');
        figure.id = 'nasty';
        const widget = document.createElement(tag);
        for (const name of names) widget.setAttribute(name, text);
        figure.replaceChildren(widget);
        document.body.append(figure);
        widget.load().then(() => done([widget.phase, widget.shadowRoot.querySelector('.notices')?.textContent ?? '']), (error) => done([error.code, '']));";
    for table in TABLES {
        for text in nasty(10_000) {
            let names: Vec<_> = table.fields.iter().map(|field| field.name).collect();
            let arguments = vec![json!(["frugal-", table.name].concat()), json!(names), json!(text)];
            let said: Vec<String> = session.driver.execute_async(body, arguments).await?.convert()?;
            let begins = text.chars().take(20).collect::<String>();
            ensure!(said[0] == "ready", "{} with {begins:?}: {}", table.name, said[0]);
            // More notices than a dozen are not shown.
            for name in names.iter().filter(|name| (table.check)(name, &text).is_err()).take(12) {
                ensure!(said[1].contains(name), "{}: no notice that {name} is no {begins:?}: {}", table.name, said[1]);
            }
        }
    }
    Ok(())
}

/// A moved figure stays as it was; a removed one is gone and comes back in the state it was left in.
pub async fn lives_with_the_page(session: &Session) -> Outcome {
    open(session).await?;
    session.js::<()>("const float = document.getElementById('float'); float.state = { value: 2 };", &[]).await?;
    field(session, "float", "value").await?;
    let kept: bool = session
        .driver
        .execute_async(
            "const done = arguments[0]; const float = document.getElementById('float');
             const drawn = float.shadowRoot.querySelector('.figure');
             document.querySelector('footer').append(float);
             setTimeout(() => done(drawn === float.shadowRoot.querySelector('.figure') && float.phase === 'ready'), 100);",
            vec![],
        )
        .await?
        .convert()?;
    ensure!(kept, "moving a figure redraws it");
    session.js::<()>("window.away = document.getElementById('float'); away.remove();", &[]).await?;
    session.wait_for("away.phase === 'idle' && !away.shadowRoot.querySelector('.figure')").await?;
    session.js::<()>("document.querySelector('main').prepend(away);", &[]).await?;
    session.wait_for("away.phase === 'ready'").await?;
    ensure!(field(session, "float", "value").await? == "2", "the state is lost");
    let cycled: String = session
        .driver
        .execute_async(
            "const done = arguments[0];
             (async () => {
               for (let round = 0; round < 200; round++) {
                 const figure = document.createElement('frugal-float');
                 figure.setAttribute('value', round);
                 document.body.append(figure);
                 figure.load();
                 await figure.ready;
                 if (figure.state.value !== String(round)) throw Error(`${round} became ${figure.state.value}`);
                 figure.remove();
                 await new Promise((yes) => setTimeout(yes));
               }
             })().then(() => done(''), (error) => done(String(error)));",
            vec![],
        )
        .await?
        .convert()?;
    ensure!(cycled.is_empty(), "making and removing 200 figures: {cycled}");
    Ok(())
}

/// The room that is kept for a figure is about what it takes, so that the text below does not jump.
pub async fn keeps_its_room_free(session: &Session) -> Outcome {
    open(session).await?;
    let body = "const done = arguments[1]; const [tag, width] = arguments[0];
        const column = document.createElement('div');
        column.style.width = width + 'px';
        const figure = document.createElement(tag);
        figure.setAttribute('loading', 'click');
        column.append(figure);
        document.body.append(column);
        const height = () => figure.getBoundingClientRect().height;
        const kept = height();
        figure.load().then(() => setTimeout(() => { done([kept, height(), figure.shadowRoot.querySelector('.root').offsetHeight]); column.remove(); }, 100));";
    let mut off = Vec::new();
    for tag in TABLES.iter().map(|table| ["frugal-", table.name].concat()) {
        for width in [380, 640, 760] {
            let heights: Vec<f64> = session.driver.execute_async(body, vec![json!([tag, width])]).await?.convert()?;
            if (heights[2] / heights[0] - 1.0).abs() >= 0.15 {
                off.push(format!("{tag} in {width} px: {:.0} px kept, {:.0} px taken", heights[0], heights[2]));
            }
        }
    }
    ensure!(off.is_empty(), "{off:#?}");
    Ok(())
}

/// A figure waits until somebody comes near, or asks; then one core serves all.
pub async fn waits_until_it_is_near(session: &Session) -> Outcome {
    session.open("/__far.html").await?;
    session.wait_for("customElements.get('frugal-float')").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    for part in ["embed.js", "embed_bg.wasm", "widget.css"] {
        ensure!(!session.server.saw(part), "{part} was loaded for a figure that nobody has scrolled to");
    }
    session.js::<()>("document.getElementById('far').scrollIntoView();", &[]).await?;
    session
        .wait_for("[...document.querySelectorAll('frugal-float')].every((figure) => figure.phase === 'ready')")
        .await?;
    let cores =
        session.server.take_requests().into_iter().filter(|request| request.path.contains("embed_bg.wasm")).count();
    ensure!(cores == 1, "the core was loaded {cores} times");
    Ok(())
}

/// Language and theme come from the place where a figure stands; one that waits for a click starts with it.
pub async fn takes_language_and_theme_from_its_place(session: &Session) -> Outcome {
    open(session).await?;
    session.find("#dark >>> button").await?.click().await?;
    session.find("#dark >>> .root[data-theme=dark] .figure[lang=en]").await?;
    session.js::<()>("document.getElementById('cache').load();", &[]).await?;
    session.find("#cache >>> .figure[lang=zh]").await?;
    session
        .js::<()>(
            "document.getElementById('cache').closest('[lang]').lang = 'en'; document.documentElement.lang = 'en-GB';",
            &[],
        )
        .await?;
    session.find("#cache >>> .figure[lang=en]").await?;
    session.js::<()>("document.body.className = 'night';", &[]).await?;
    session.find("#float >>> .root[data-theme=dark]").await?;
    session.js::<()>("document.getElementById('float').setAttribute('theme', 'light');", &[]).await?;
    session.find("#float >>> .root[data-theme=light]").await?;
    Ok(())
}

/// Keys that a control takes do not reach the shortcuts of the page; others do.
pub async fn keeps_its_keys(session: &Session) -> Outcome {
    open(session).await?;
    session
        .js::<()>("window.keys = []; addEventListener('keydown', (event) => keys.push(event.key)); document.getElementById('float').focus();", &[])
        .await?;
    session.press(Key::Left).await?;
    session.press(Key::Escape).await?;
    session.wait_for("keys.includes('Escape')").await?;
    let keys: Vec<String> = session.js("return keys;", &[]).await?;
    ensure!(keys == ["Escape"], "the page heard {keys:?}");
    Ok(())
}

/// Without its core a figure says why, keeps its fallback, and can be tried again.
pub async fn falls_back(session: &Session) -> Outcome {
    session.open("/__broken.html").await?;
    let button = session.find("#broken >>> button").await?;
    let state = "const figure = document.getElementById('broken');
        return [figure.phase, figure.shadowRoot.querySelector('[role=status]').textContent, String(figure.querySelector('p').getBoundingClientRect().height > 0)];";
    let seen: Vec<String> = session.js(state, &[]).await?;
    ensure!(seen[0] == "error" && seen[1].contains("404") && seen[2] == "true", "without a core: {seen:?}");
    session
        .js::<()>("window.codes = []; addEventListener('frugal-error', ({ detail }) => codes.push(detail.code));", &[])
        .await?;
    button.click().await?;
    session.wait_for("codes.includes('http-404')").await?;
    let problems = checks::take(session).await?;
    let other: Vec<_> = problems.iter().filter(|problem| !problem.contains("404 for /__alone/")).collect();
    ensure!(other.is_empty(), "more than missing files: {other:?}");
    Ok(())
}

/// Without the code of a widget its fallback stays, with the reason; another try brings it.
pub async fn asks_again_for_a_missing_part(session: &Session) -> Outcome {
    session.server.refuse("embed-kv-cache");
    open(session).await?;
    session.js::<()>("window.codes = []; addEventListener('frugal-error', ({ detail }) => codes.push(detail.code)); document.getElementById('cache').load().catch(() => {});", &[]).await?;
    session.wait_for("codes.includes('skew') && document.getElementById('cache').phase === 'error'").await?;
    session.server.refuse("");
    session.find("#cache >>> button").await?.click().await?;
    session.wait_for("document.getElementById('cache').phase === 'ready'").await?;
    let problems = checks::take(session).await?;
    let expected = |problem: &&String| !(problem.contains("embed-kv-cache") || problem.starts_with("console.error: "));
    let other: Vec<_> = problems.iter().filter(expected).collect();
    ensure!(other.is_empty(), "more than a missing part: {other:?}");
    Ok(())
}

/// axe-core finds nothing on the blog page with its figures.
pub async fn axe(session: &Session) -> Outcome {
    open(session).await?;
    for id in ["cache", "dark", "far", "precision", "router", "training"] {
        session.js::<()>("document.getElementById(arguments[0]).load();", &[json!(id)]).await?;
        session.wait_for(&format!("document.getElementById('{id}').phase === 'ready'")).await?;
    }
    session.axe().await
}

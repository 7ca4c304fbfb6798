//! What must not happen in any scenario.

use crate::outcome::{Failure, Outcome};
use crate::session::Session;
use serde_json::Value;
use std::collections::HashSet;

/// Reads the page's records, and every resource it got from elsewhere.
const COLLECT: &str = "return [
  window.__records ?? [],
  performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /^https?:/.test(name) && !name.startsWith(location.origin + '/')),
];";

/// Removes and returns the problems so far, one line each: console errors, errors, rejections, policy violations and reports, requests
/// to other origins, answers of 400 and more.
pub async fn take(session: &Session) -> Outcome<Vec<String>> {
    // A beacon of the last moment is still under way.
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let (here, foreign): (Vec<String>, Vec<String>) = session.js(COLLECT, &[]).await?;
    session
        .js::<()>("if (window.__records) window.__records.length = 0; performance.clearResourceTimings();", &[])
        .await?;
    let mut problems: Vec<String> =
        session.server.take_posted().iter().chain(&here).map(|json| describe(json)).collect();
    problems.extend(foreign.into_iter().map(|address| format!("request to another origin: {address}")));
    let refused = session.server.take_requests().into_iter().filter(|request| request.status >= 400);
    problems.extend(refused.map(|request| format!("{} for {}", request.status, request.path)));
    // In the order in which they came: the first is the cause.
    let mut seen = HashSet::new();
    problems.retain(|problem| seen.insert(problem.clone()));
    Ok(problems)
}

/// Fails if there are problems left.
pub async fn remaining(session: &Session) -> Outcome {
    let problems = take(session).await?;
    if problems.is_empty() { Ok(()) } else { Err(Failure(problems.join("\n    "))) }
}

/// A record or a policy report in words. The same record arrives twice, from the page and by post, in the same words.
fn describe(json: &str) -> String {
    let Ok(value) = serde_json::from_str::<Value>(json) else { return format!("report: {json}") };
    if let Some(report) = value.get("csp-report") {
        return format!("policy report: {} blocked {}", report["effective-directive"], report["blocked-uri"]);
    }
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    format!("{}: {} (on {})", text("kind"), text("text"), text("page"))
}

/// Runs axe-core; a violation is one line with its rule, what it says and where.
const AXE: &str = "const done = arguments[arguments.length - 1];
const run = () => window.axe
  .run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: arguments[0] } })
  .then((result) => done(result.violations.map((violation) =>
    `${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 5).map((node) => node.target.flat().join(' >>> ')).join(' | ')}`)))
  .catch((error) => done([`axe itself failed: ${error}`]));
if (window.axe) run();
else {
  const script = document.createElement('script');
  script.src = '/__axe.js';
  script.onload = run;
  script.onerror = () => done(['axe-core is missing; run make test, or npm ci']);
  document.head.append(script);
}";

/// WCAG 2.2 AA and what axe calls best practice.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/// Fails with everything that axe-core finds wrong in the document as it is now.
pub async fn axe(session: &Session) -> Outcome {
    let violations: Vec<String> = session.driver.execute_async(AXE, vec![serde_json::json!(TAGS)]).await?.convert()?;
    if violations.is_empty() { Ok(()) } else { Err(Failure(format!("axe: {}", violations.join("\n    ")))) }
}

//! The handle on a curve that sets the length of the texts.

use std::rc::Rc;

use yew::prelude::*;

use super::mark::{dot, path, px, series};
use crate::ui::{Scrubber, group, part};
use crate::widgets::View;
use crate::widgets::kv_cache::KvCache;
use crate::widgets::kv_cache::model::Row;
use crate::widgets::kv_cache::names::Names;
use crate::widgets::kv_cache::notches::contexts;
use crate::widgets::kv_cache::state::{Action, MOST_CONTEXT};
use crate::widgets::kv_cache::words::term;
use crate::widgets::notched::nearest;

/// Where a length lies on an axis of equal ratios, 0 to 1.
pub fn fraction(tokens: f64) -> f64 {
    libm::log(tokens.max(1.0)) / libm::log(MOST_CONTEXT as f64)
}

/// The area along which the handle slides.
pub struct Track {
    pub left: f64,
    pub width: f64,
    pub top: f64,
    pub floor: f64,
}

impl Track {
    /// The upright line at the present length, a dot on each curve, and the handle on the first one.
    pub fn draw(&self, view: &View<KvCache>, height: impl Fn(&Row) -> f64) -> Html {
        let names = Names::new(view.lang, &view.state);
        let context = view.state.context as f64;
        let (x, notches) = (self.left + fraction(context) * self.width, contexts());
        let values: Vec<f64> = notches.iter().map(|n| *n as f64).collect();
        let first = view.model.rows.first().map_or(self.floor, &height).max(self.top);
        let seen = view.model.rows.iter().enumerate().filter(|(_, row)| height(row) >= self.top);
        let pick = move |at: usize| Action::Context(notches.get(at).copied().unwrap_or(1));
        let scrubber = Scrubber {
            label: names.text.context.into(),
            shown: names.tokens(view.state.context).into(),
            at: nearest(&values, context),
            places: Rc::new(values.into_iter().map(fraction).collect()),
            span: (self.left, self.width),
            depth: (self.top, self.floor - self.top),
            handle: (x, first),
            on_hover: view.light.reform(|on: bool| on.then_some(term::CONTEXT)),
            on_edit: view.edit(pick),
        };
        let class = if view.lit(term::CONTEXT).is_some() { "kv__now lit" } else { "kv__now" };
        let mut drawn = vec![path(class, ["M", &px(x), " ", &px(self.top), "V", &px(self.floor)].concat())];
        drawn.extend(seen.map(|(at, row)| part("g", series(at), vec![dot(x, height(row))])));
        drawn.push(scrubber.view());
        group(drawn)
    }
}

//! Experts by steps, coloured by each expert's share.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{self, BalanceText, Lang, fill, integer};
use crate::numerics::balance::{Method, What};
use crate::ui::{HeatMark, Heatmap, Ramp, element, group, part, text, words};
use crate::widgets::balance::names::{method, times};
use crate::widgets::balance::state::{END, Scene};
use crate::widgets::balance::{Model, State};

/// Most cells drawn; where there would be more, neighbouring steps share one.
const CELLS: usize = 26_000;
/// No colour: nothing is known of this cell.
const EMPTY: u8 = u8::MAX;

/// The strip and the cell under the hand.
#[derive(Properties)]
pub struct StripProps {
    pub lang: Lang,
    pub model: Rc<Model>,
    pub state: Rc<State>,
    /// The colours of the cells.
    pub bins: Rc<Vec<u8>>,
    pub live: bool,
}

impl PartialEq for StripProps {
    fn eq(&self, other: &Self) -> bool {
        let same = Rc::ptr_eq(&self.model, &other.model) && Rc::ptr_eq(&self.state, &other.state);
        same && (self.lang, self.live) == (other.lang, other.live)
    }
}

/// Steps that share a column.
fn pooled(experts: usize) -> usize {
    (experts * (END as usize + 1)).div_ceil(CELLS).max(1)
}

/// The colour of a load over the even share: four times less to four times more.
fn bin(share: f64) -> u8 {
    Ramp::Diverging.bin(libm::log2(share) / 2.0)
}

/// The colours, row by row from the most popular expert.
pub fn bins(model: &Model, method: Method) -> Vec<u8> {
    let experts = model.ranked.len();
    let pooled = pooled(experts);
    let columns = (END as usize + 1).div_ceil(pooled);
    let mut bins = vec![EMPTY; experts * columns];
    let known = model.last().map_or(0, |last| last + 1);
    for column in 0..known.div_ceil(pooled) {
        let steps = column * pooled..((column + 1) * pooled).min(known);
        let open = model.open(steps.start);
        let mean = steps.clone().map(|step| model.mean_load(step)).sum::<f64>();
        let seen: Vec<_> = steps.filter_map(|step| model.seen(step, method)).collect();
        for (row, expert) in model.ranked.iter().enumerate() {
            if open.get(*expert) == Some(&true) {
                let load: u32 = seen.iter().filter_map(|seen| seen.loads.get(*expert)).sum();
                bins[row * columns + column] = bin(f64::from(load) / mean);
            }
        }
    }
    bins
}

/// What a cell holds.
fn told(props: &StripProps, text: &BalanceText, (row, column): (usize, usize)) -> Option<String> {
    let model = &props.model;
    let step = column * pooled(model.ranked.len());
    let expert = *model.ranked.get(row)?;
    let (at, name) = (step.to_string(), expert.to_string());
    if model.open(step).get(expert) != Some(&true) {
        return Some(fill(text.cell_lost, &[("expert", &name), ("step", &at)]));
    }
    let seen = model.seen(step, props.state.method).filter(|_| Some(step) <= model.last())?;
    let load = *seen.loads.get(expert)?;
    let share = times(text, f64::from(load) / model.mean_load(step));
    let values = [("expert", &*name), ("step", &at), ("load", &integer(load.into())), ("times", &share)];
    Some(fill(text.cell, &values))
}

fn legend(text_of: &BalanceText) -> Html {
    let item = |class: &'static str, label: &'static str| {
        let swatch = element("span", vec![("class", class.into()), ("aria-hidden", "true".into())], Vec::new());
        element("li", Vec::new(), vec![swatch, text(label.into())])
    };
    let items = vec![
        item("balance__swatch balance__swatch--many", text_of.legend_many),
        item("balance__swatch balance__swatch--even", text_of.legend_even),
        item("balance__swatch balance__swatch--none", text_of.legend_none),
    ];
    part("ul", "balance__legend", items)
}

/// Lines where something happens, and at the step that is shown.
fn marks(props: &StripProps, pooled: usize) -> Vec<HeatMark> {
    let events = props.state.events.iter().map(|event| (event.step, event.what));
    let marks = events.filter(|(_, what)| !matches!(what, What::Remove(_)));
    marks.map(|(step, _)| HeatMark::Columns(step / pooled, 0)).collect()
}

/// Draws it.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let cursor = use_state(|| None::<(usize, usize)>);
    let text_of = i18n::balance(props.lang);
    let (experts, shown) = (props.model.ranked.len(), method(text_of, props.state.method));
    let pooled = pooled(experts);
    let cell = (*cursor).and_then(|cell| told(props, text_of, cell));
    let said: AttrValue = cell.map_or(AttrValue::Static(""), AttrValue::from);
    let steps = props.model.last().map_or(0, |last| last + 1).to_string();
    let alt = fill(text_of.strip_alt, &[("experts", &experts.to_string()), ("steps", &steps), ("method", shown)]);
    let on_cursor = {
        let cursor = cursor.clone();
        Callback::from(move |cell| cursor.set(cell))
    };
    let heat = Heatmap {
        label: alt.into(),
        rows: experts,
        columns: (END as usize + 1).div_ceil(pooled),
        bins: props.bins.clone(),
        ramp: Ramp::Diverging,
        ratio: 2.6,
        live: props.live,
        marks: marks(props, pooled),
        cursor: *cursor,
        cursor_text: said.clone(),
        on_cursor: Some(on_cursor),
    };
    let head = if props.state.view == Scene::Learn { text_of.strip_learn } else { text_of.strip };
    let hint = if said.is_empty() { AttrValue::Static(text_of.strip_hint) } else { said };
    let told = vec![("class", AttrValue::Static("balance__told")), ("aria-hidden", "true".into())];
    group(vec![
        words("p", "balance__head", fill(head, &[("method", shown)]).into()),
        part("div", "balance__strip", vec![part("div", "balance__heat", vec![heat.view()]), legend(text_of)]),
        element("p", told, vec![text(hint)]),
    ])
}

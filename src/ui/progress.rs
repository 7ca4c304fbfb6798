//! How far some work is.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::element::{element, part, text};

/// Work shorter than this, in ms, is not worth a word.
const PATIENCE: u32 = 200;

/// A native progress bar; it shows itself only once the work has lasted.
#[derive(Properties, PartialEq)]
pub struct Progress {
    /// What is under way.
    pub label: AttrValue,
    /// Done and total; none where nobody knows.
    pub of: Option<(u64, u64)>,
}

impl Progress {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Bar ..self /> }
    }
}

#[component]
fn Bar(props: &Progress) -> Html {
    let shown = use_state(|| false);
    {
        let shown = shown.clone();
        use_effect_with((), move |()| {
            let timeout = Timeout::new(PATIENCE, move || shown.set(true));
            move || drop(timeout)
        });
    }
    if !*shown {
        return Html::default();
    }
    let of = props.of.map(|(done, total)| [("value", done), ("max", total.max(1))]);
    let of = of.into_iter().flatten().map(|(name, number)| (name, number.to_string().into()));
    let bar = std::iter::once(("class", "progress__bar".into())).chain(of).collect();
    part("label", "progress", vec![text(props.label.clone()), element("progress", bar, Vec::new())])
}

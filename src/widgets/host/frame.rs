//! Fills the frame with what a widget draws and says.
//!
//! Only [`draw`] is compiled once a widget; the rest is compiled once, which saves a tenth of the download.

use yew::prelude::*;

use super::keep::{Keep, Message};
use super::share::Share;
use super::{Chrome, Props};
use crate::i18n;
use crate::state::{Pairs, Table as _, read};
use crate::ui::{Drawer, Figure, Preset, Source, TableProps};
use crate::widgets::view::{View, Widget};

/// What the frame itself can ask for.
#[derive(Clone, Copy)]
pub enum Order {
    /// A state worth trying.
    Preset(&'static [(&'static str, &'static str)]),
    /// Back to the start.
    Reset,
    /// The notices were read.
    Dismiss,
}

/// A preset's label and fields, the fields that tell its state from the start, and whether it is the state now.
type Worth = (crate::widgets::Preset, Vec<(&'static str, String)>, bool);

/// What a widget drew and said.
pub struct Drawn {
    name: &'static str,
    title: &'static str,
    stage: Html,
    controls: Html,
    more: Option<Html>,
    result: Html,
    note: Option<&'static str>,
    presets: Vec<Worth>,
    notices: Vec<String>,
    /// The picture as a table.
    pub table: TableProps,
    formulas: Vec<Html>,
    sources: Vec<Source>,
    /// Fields that differ from the start, for links on the site.
    from_start: Vec<(&'static str, String)>,
    /// Fields that differ from the default, for the embed code.
    from_default: Vec<(&'static str, String)>,
}

/// Lets a widget draw and say everything.
pub fn draw<W: Widget>(keep: &Keep<W>, view: &View<W>, table: TableProps) -> Drawn {
    let worth = |preset: crate::widgets::Preset| {
        let pairs = preset.fields.iter().copied().collect();
        let (state, _) = read(&W::State::default(), &pairs);
        let current = state == *keep.state;
        (preset, state.changed_from(&keep.base), current)
    };
    Drawn {
        name: W::State::NAME,
        title: W::title(view.lang),
        stage: W::stage(view),
        controls: W::controls(view),
        more: W::more(view),
        result: W::result(view),
        note: W::note(view),
        presets: W::presets(view.lang).into_iter().map(worth).collect(),
        notices: W::remarks(view),
        table,
        formulas: W::formulas(view),
        sources: W::sources(view.lang),
        from_start: keep.state.changed_from(&keep.base),
        from_default: keep.state.changed(),
    }
}

/// The address that opens a widget in a state: relative on the site, absolute from elsewhere.
fn address(props: &Props, fields: &[(&'static str, String)]) -> String {
    let mut pairs = Pairs::new();
    pairs.push("lang", props.lang.tag());
    for (field, text) in fields {
        pairs.push([&props.id, ".", field].concat(), text);
    }
    [&props.site, "?", &crate::state::join(&pairs), "#", &props.id].concat()
}

fn presets(props: &Props, worth: Vec<Worth>, sink: &Callback<Message>) -> Vec<Preset> {
    let preset = |(preset, fields, current): Worth| Preset {
        label: preset.label.into(),
        href: address(props, &fields).into(),
        current,
        on_choose: sink.reform(move |()| Message::Order(Order::Preset(preset.fields))),
    };
    worth.into_iter().map(preset).collect()
}

/// The whole figure.
pub fn frame(
    props: &Props,
    drawn: Drawn,
    sink: &Callback<Message>,
    stage: NodeRef,
    spoken: AttrValue,
    problems: &[String],
) -> Html {
    let text = i18n::frame(props.lang);
    let full = props.chrome == Chrome::Full;
    let notices = problems.iter().cloned().chain(drawn.notices).map(AttrValue::from).collect::<Vec<_>>();
    let share = html! {
        <Share lang={props.lang} name={drawn.name} link={address(props, &drawn.from_start)} site={props.site.clone()}
            fields={drawn.from_default} stage={stage.clone()} table={drawn.table.clone()} on_reset={sink.reform(|()| Message::Order(Order::Reset))} />
    };
    let drawer = Drawer {
        summary: text.drawer,
        formulas_label: text.formulas,
        formulas: drawn.formulas,
        sources_label: text.sources,
        guarded_by: text.guarded_by,
        sources: drawn.sources,
        table: drawn.table,
        share,
    };
    let figure = Figure {
        name: drawn.name,
        lang: props.lang.tag(),
        title: drawn.title,
        stage: drawn.stage,
        stage_ref: stage,
        controls: drawn.controls,
        more: drawn.more.filter(|_| full),
        more_label: text.more_controls,
        result: drawn.result,
        spoken,
        note: drawn.note,
        presets_label: text.presets,
        presets: if full { presets(props, drawn.presets, sink) } else { Vec::new() },
        notices,
        notices_label: text.notices,
        dismiss_label: text.dismiss,
        on_dismiss: (!problems.is_empty()).then(|| sink.reform(|()| Message::Order(Order::Dismiss))),
        drawer: if full { drawer.view() } else { Html::default() },
        bare: props.chrome == Chrome::Bare,
    };
    figure.view()
}

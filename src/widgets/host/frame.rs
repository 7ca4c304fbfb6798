//! Fills the frame with what a widget draws and says.
//!
//! Only [`draw`] and [`draw_under`] are compiled once a widget; the rest is compiled once, which saves a tenth of the download.

use yew::prelude::*;

use super::challenges::Challenges;
use super::keep::{Keep, Message};
use super::share::Share;
use super::wanted::Wanted;
use super::{Chrome, Props};
use crate::i18n::{self, Lang, fill};
use crate::state::{Pairs, Table as _, read};
use crate::ui::{
    self, Button, Drawer, Figure, Preset, Progress, Source, TableProps, Transport, TransportText, group, part, text,
};
use crate::widgets::view::{Challenge, Clock, View, Widget};

/// What the frame itself can ask for.
#[derive(Clone, Copy)]
pub enum Order {
    /// A state worth trying.
    Preset(&'static [(&'static str, &'static str)]),
    /// Back to the start.
    Reset,
    /// The notices were read.
    Dismiss,
    /// Fetch once more what did not come.
    Retry,
}

/// A preset's label and fields, the fields that tell its state from the start, and whether it is the state now.
type Worth = (crate::widgets::Preset, Vec<(&'static str, String)>, bool);

/// What stands between a state and its whole picture.
pub struct Missing<'a> {
    /// What was not understood.
    pub problems: &'a [String],
    /// Work: done, total.
    pub pending: Option<(u64, u64)>,
    /// A data file.
    pub wanted: Option<Wanted>,
}

/// What a widget drew and said.
pub struct Drawn {
    name: &'static str,
    title: &'static str,
    stage: Html,
    controls: Html,
    /// The other controls, if they were asked for.
    pub more: Option<Html>,
    result: Html,
    note: Option<&'static str>,
    clock: Option<Clock>,
    notices: Vec<String>,
}

/// What a widget has under its picture.
pub struct Under {
    name: &'static str,
    presets: Vec<Worth>,
    /// Each with the fields that tell the state that shows its answer from the start.
    challenges: Vec<(Challenge, Vec<(&'static str, String)>)>,
    /// The picture as a table.
    pub table: TableProps,
    formulas: Vec<Html>,
    sources: Vec<Source>,
    /// Fields that differ from the start, for links on the site.
    from_start: Vec<(&'static str, String)>,
    /// Fields that differ from the default, for the embed code.
    from_default: Vec<(&'static str, String)>,
}

/// Lets a widget draw its picture, with its other controls if `more`.
pub fn draw<W: Widget>(keep: &Keep<W>, view: &View<W>, more: bool) -> Drawn {
    Drawn {
        name: W::State::NAME,
        title: W::title(view.lang),
        stage: W::stage(view),
        controls: W::controls(view),
        more: more.then(|| W::more(view)).flatten(),
        result: W::result(view),
        note: W::note(view),
        clock: W::clock(&keep.state, &keep.model),
        notices: W::remarks(view),
    }
}

/// Lets a widget draw and say what lies under its picture; with the table written before, if that still holds.
pub fn draw_under<W: Widget>(keep: &Keep<W>, view: &View<W>, table: Option<TableProps>) -> Under {
    let worth = |preset: crate::widgets::Preset| {
        let pairs = preset.fields.iter().copied().collect();
        let (state, _) = read(&W::State::default(), &pairs);
        let current = state == *keep.state;
        (preset, state.changed_from(&keep.base), current)
    };
    let shown = |challenge: Challenge| {
        let (state, _) = read(&W::State::default(), &challenge.shows.iter().copied().collect());
        (challenge, state.changed_from(&keep.base))
    };
    Under {
        name: W::State::NAME,
        presets: W::presets(view.lang).into_iter().map(worth).collect(),
        challenges: W::challenges(view.lang).into_iter().map(shown).collect(),
        table: table.unwrap_or_else(|| W::table(view)),
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

/// A link that sets a state, in place on a plain click.
fn link(
    props: &Props,
    label: &'static str,
    fields: &'static [(&'static str, &'static str)],
    from_start: &[(&'static str, String)],
    sink: &Callback<Message>,
) -> Preset {
    let on_choose = sink.reform(move |()| Message::Order(Order::Preset(fields)));
    Preset { label: label.into(), href: address(props, from_start).into(), current: false, on_choose }
}

fn presets(props: &Props, worth: Vec<Worth>, sink: &Callback<Message>) -> Vec<Preset> {
    let preset = |(preset, fields, current): Worth| Preset {
        current,
        ..link(props, preset.label, preset.fields, &fields, sink)
    };
    worth.into_iter().map(preset).collect()
}

fn challenges(props: &Props, under: &Under, sink: &Callback<Message>) -> Html {
    if under.challenges.is_empty() {
        return Html::default();
    }
    let label = i18n::frame(props.lang).show_state;
    let items = under.challenges.iter();
    let items = items.map(|(challenge, fields)| (*challenge, link(props, label, challenge.shows, fields, sink)));
    html! { <Challenges lang={props.lang} items={items.collect::<Vec<_>>()} /> }
}

/// Play, step and scrub.
fn transport(lang: Lang, clock: Clock, busy: bool, sink: &Callback<Message>) -> Html {
    let text = i18n::frame(lang);
    let shown = fill(text.step_of, &[("at", &clock.at.to_string()), ("end", &clock.end.to_string())]);
    Transport {
        text: TransportText {
            timeline: text.timeline,
            play: text.play,
            pause: text.pause,
            back: text.step_back,
            forward: text.step_forward,
            speed: text.speed,
        },
        shown: shown.into(),
        at: clock.at,
        end: clock.end,
        busy,
        on_seek: sink.reform(Message::Seek),
    }
    .view()
}

/// How far the work is, or that something could not be fetched.
fn work(lang: Lang, missing: &Missing<'_>, sink: &Callback<Message>) -> Html {
    let words = i18n::frame(lang);
    match missing.wanted {
        Some(Wanted { lost: true, .. }) => {
            let retry = Button::new(words.retry, sink.reform(|()| Message::Order(Order::Retry))).view();
            part("p", "figure__lost", vec![text(words.not_fetched.into()), text(" ".into()), retry])
        }
        Some(_) => Progress { label: words.fetching.into(), of: None }.view(),
        None => missing
            .pending
            .map_or_else(Html::default, |of| Progress { label: words.computing.into(), of: Some(of) }.view()),
    }
}

/// States worth trying, questions, and the drawer; nothing in a figure with less frame.
pub fn under(
    props: &Props,
    under: Under,
    sink: &Callback<Message>,
    stage: &NodeRef,
    on_toggle: Callback<bool>,
) -> Html {
    let text = i18n::frame(props.lang);
    let challenges = challenges(props, &under, sink);
    let share = html! {
        <Share lang={props.lang} name={under.name} link={address(props, &under.from_start)} site={props.site.clone()}
            fields={under.from_default} stage={stage.clone()} table={under.table.clone()} on_reset={sink.reform(|()| Message::Order(Order::Reset))} />
    };
    let drawer = Drawer {
        summary: text.drawer,
        formulas_label: text.formulas,
        formulas: under.formulas,
        sources_label: text.sources,
        guarded_by: text.guarded_by,
        sources: under.sources,
        table: under.table,
        share,
        on_toggle,
    };
    group(vec![ui::presets(text.presets, &presets(props, under.presets, sink)), challenges, drawer.view()])
}

/// The other controls behind their disclosure.
pub fn more(props: &Props, controls: Html, on_toggle: Callback<bool>) -> Html {
    ui::more(i18n::frame(props.lang).more_controls, controls, on_toggle)
}

/// The whole figure; `more` and `under` are drawn already.
pub fn frame(
    props: &Props,
    drawn: Drawn,
    sink: &Callback<Message>,
    stage: NodeRef,
    spoken: AttrValue,
    missing: &Missing<'_>,
    [more, under]: [Html; 2],
) -> Html {
    let text = i18n::frame(props.lang);
    let problems = missing.problems;
    let busy = missing.pending.is_some() || missing.wanted.is_some();
    let transport = drawn.clock.map(|clock| transport(props.lang, clock, busy, sink)).unwrap_or_default();
    let notices = problems.iter().cloned().chain(drawn.notices).map(AttrValue::from).collect::<Vec<_>>();
    let figure = Figure {
        name: drawn.name,
        lang: props.lang.tag(),
        title: drawn.title,
        stage: drawn.stage,
        stage_ref: stage,
        work: work(props.lang, missing, sink),
        controls: group(vec![transport, drawn.controls]),
        more,
        result: drawn.result,
        spoken,
        note: drawn.note,
        notices,
        notices_label: text.notices,
        dismiss_label: text.dismiss,
        on_dismiss: (!problems.is_empty()).then(|| sink.reform(|()| Message::Order(Order::Dismiss))),
        under,
        bare: props.chrome == Chrome::Bare,
    };
    figure.view()
}

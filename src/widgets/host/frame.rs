//! Fills the frame with what a widget draws and says.

use yew::prelude::*;

use super::keep::{Keep, Message};
use super::share::Share;
use super::{Chrome, Props};
use crate::i18n;
use crate::state::{Pairs, Table as _, read};
use crate::ui::{Drawer, Figure, Preset, TableProps};
use crate::widgets::view::{View, Widget};

type Dispatch<W> = UseReducerDispatcher<Keep<W>>;

/// The address that opens a widget in a state: relative on the site, absolute from elsewhere.
pub fn address(props: &Props, fields: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let mut pairs = Pairs::new();
    pairs.push("lang", props.lang.tag());
    for (field, text) in fields {
        pairs.push([&props.id, ".", field].concat(), text);
    }
    [&props.site, "?", &crate::state::join(&pairs), "#", &props.id].concat()
}

fn presets<W: Widget>(props: &Props, keep: &Keep<W>, dispatch: &Dispatch<W>) -> Vec<Preset> {
    let preset = |preset: crate::widgets::Preset| {
        let pairs = preset.fields.iter().map(|(field, text)| (*field, *text)).collect();
        let (state, _) = read(&W::State::default(), &pairs);
        let dispatch = dispatch.clone();
        Preset {
            label: preset.label.into(),
            href: address(props, state.changed_from(&keep.base)).into(),
            current: state == *keep.state,
            on_choose: Callback::from(move |()| dispatch.dispatch(Message::Replace(state.clone()))),
        }
    };
    W::presets(props.lang).into_iter().map(preset).collect()
}

fn drawer<W: Widget>(
    props: &Props,
    keep: &Keep<W>,
    view: &View<W>,
    dispatch: &Dispatch<W>,
    stage: &NodeRef,
    table: TableProps,
) -> Html {
    let text = i18n::frame(view.lang);
    let on_reset = {
        let (dispatch, base) = (dispatch.clone(), keep.base.clone());
        Callback::from(move |()| dispatch.dispatch(Message::Replace((*base).clone())))
    };
    let share = html! {
        <Share lang={view.lang} name={W::State::NAME} link={address(props, keep.state.changed_from(&keep.base))} site={props.site.clone()}
            fields={keep.state.changed()} stage={stage.clone()} table={table.clone()} {on_reset} />
    };
    html! {
        <Drawer summary={text.drawer} formulas_label={text.formulas} formulas={W::formulas(view)} sources_label={text.sources}
            guarded_by={text.guarded_by} sources={W::sources(view.lang)} {table} {share} />
    }
}

fn notices<W: Widget>(keep: &Keep<W>, view: &View<W>) -> Vec<AttrValue> {
    let problems = keep.problems.iter().map(|problem| i18n::problem(problem, view.lang));
    problems.chain(W::remarks(view)).map(AttrValue::from).collect()
}

/// The whole figure.
pub fn frame<W: Widget>(
    props: &Props,
    keep: &Keep<W>,
    view: &View<W>,
    dispatch: &Dispatch<W>,
    stage: NodeRef,
    spoken: AttrValue,
    table: TableProps,
) -> Html {
    let text = i18n::frame(view.lang);
    let on_dismiss = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Message::Dismiss))
    };
    let full = props.chrome == Chrome::Full;
    html! {
        <Figure name={W::State::NAME} lang={view.lang.tag()} title={W::title(view.lang)} bare={props.chrome == Chrome::Bare}
            stage={W::stage(view)} stage_ref={stage.clone()}
            controls={W::controls(view)} more={W::more(view).filter(|_| full)} more_label={text.more_controls}
            result={W::result(view)} {spoken} note={W::note(view).map(AttrValue::from)}
            presets_label={text.presets} presets={if full { presets(props, keep, dispatch) } else { Vec::new() }}
            notices={notices(keep, view)} notices_label={text.notices} dismiss_label={text.dismiss} {on_dismiss}
            drawer={if full { drawer(props, keep, view, dispatch, &stage, table) } else { Html::default() }} />
    }
}

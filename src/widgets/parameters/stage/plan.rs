//! The icicle, and the line about the part that is pointed at.

use std::rc::Rc;

use yew::prelude::*;

use super::{LAYOUTS, Layout, gathered, tone};
use crate::i18n::{Lang, fill};
use crate::numerics::models::{Part, Place};
use crate::ui::{Edit, Tree, TreeItem, element, group, part, written};
use crate::widgets::View;
use crate::widgets::marks::{Anchor, drawing, line, moved, path, rectangle, text, width_of};
use crate::widgets::parameters::Parameters;
use crate::widgets::parameters::icicle::{Areas, Piece, Pieces, ROW, Room, areas, pieces};
use crate::widgets::parameters::model::Computed;
use crate::widgets::parameters::names::Names;
use crate::widgets::parameters::state::{Action, Shown};
use crate::widgets::parameters::words::term;
use crate::widgets::parameters::zoom::Zoom;

/// Height of the levels and of the areas below them.
const HEIGHT: f64 = 304.0;
/// Size of a label.
const SIZE: f64 = 12.0;
/// Smallest width that takes a pointer, where neighbours leave room.
const REACH: f64 = 24.0;

/// What a [`Plan`] needs.
#[derive(Properties, Clone)]
pub struct Props {
    model: Rc<Computed>,
    lang: Lang,
    view: Shown,
    tokens: u32,
    touched: bool,
    lit: Option<&'static str>,
    light: Callback<Option<&'static str>>,
    act: Callback<Edit<Action>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
            && (self.lang, self.view, self.lit, self.touched) == (other.lang, other.view, other.lit, other.touched)
            && self.act == other.act
    }
}

impl Props {
    fn names(&self) -> Names {
        Names::new(self.lang)
    }
}

/// Draws the icicle of a view.
pub fn draw(view: &View<Parameters>) -> Html {
    let props = Props {
        model: view.model.clone(),
        lang: view.lang,
        view: view.state.view,
        tokens: view.state.tokens,
        touched: view.touched,
        lit: view.lit,
        light: view.light.clone(),
        act: view.act.clone(),
    };
    html! { <Plan ..props /> }
}

/// A label that fits into a width: name and count, the name alone, or nothing.
fn label(names: &Names, computed: &Computed, piece: &Piece) -> Option<String> {
    let room = piece.span.1 - 8.0;
    let name = names.place(computed, piece.place);
    let count = names.count(computed.model.parameters_in(piece.place));
    let short = match piece.place {
        Place::Part(part) => Some(names.part_short(part).to_owned()),
        Place::Layer(part, at) => Some(computed.model.layer_number(part, at).to_string()),
        Place::Expert(_, _, expert) => Some(expert.to_string()),
        _ => None,
    };
    let both = [&name, "  ", &count].concat();
    [Some(both), Some(name), short].into_iter().flatten().find(|words| width_of(words, SIZE) <= room)
}

/// How a level's node is filled.
const fn box_tone(place: Place) -> &'static str {
    match place {
        Place::All | Place::Rest => "params__part",
        Place::Part(part) | Place::Layer(part, _) | Place::Expert(part, ..) | Place::Tensor(part, ..) => tone(part),
    }
}

fn body(names: &Names, computed: &Computed, room: Room, piece: &Piece) -> Html {
    let (x, width) = piece.span;
    let gap = if width > 3.0 { 1.0 } else { 0.0 };
    let shape = path("params__box", rectangle((x, piece.top), width - gap, ROW - 1.0));
    let mut drawn = vec![shape];
    let baseline = piece.top + 16.0;
    if let Some(words) = label(names, computed, piece) {
        let start = if width < 40.0 { (x + width / 2.0, Anchor::Middle) } else { (x + 5.0, Anchor::Start) };
        let words_end = start.0 + width_of(&words, SIZE);
        drawn.push(text((start.0, baseline), start.1, "params__name", words));
        let above = computed.model.above(piece.place).filter(|_| width > 0.5 * room.width);
        if let Some(above) = above {
            let share = names.share(computed.model.parameters_in(piece.place), computed.model.parameters_in(above));
            let share = fill(names.text.share_of, &[("share", &share), ("whole", &names.place(computed, above))]);
            if words_end + 20.0 + width_of(&share, SIZE) < x + width {
                drawn.push(text((x + width - 6.0, baseline), Anchor::End, "params__quiet", share));
            }
        }
    }
    part("g", box_tone(piece.place), drawn)
}

/// Where a node takes the pointer: its box, and for one inside the open node what is below it.
fn reach(room: Room, piece: &Piece, inside: bool) -> [f64; 4] {
    let (x, width) = piece.span;
    let height = if inside { room.height - piece.top } else { ROW };
    let width = if inside && piece.position.1 <= 9 { f64::max(width, REACH) } else { width };
    [x.min(room.width - width).max(0.0), piece.top, width, height]
}

fn items(props: &Props, pieces: &Pieces, room: Room) -> Vec<TreeItem> {
    let (names, computed) = (props.names(), &*props.model);
    let item = |(at, piece): (usize, &Piece)| TreeItem {
        id: written(id(piece.place)),
        level: piece.level,
        position: piece.position,
        opens: !matches!(piece.place, Place::Tensor(..)),
        label: written(names.described(computed, piece.place)),
        reach: reach(room, piece, at > pieces.open),
        body: body(&names, computed, room, piece),
    };
    pieces.pieces.iter().enumerate().map(item).collect()
}

/// Tells places apart.
fn id(place: Place) -> String {
    let part = |part: Part| Part::ALL.iter().position(|known| *known == part).unwrap_or(0).to_string();
    match place {
        Place::All => "all".into(),
        Place::Rest => "rest".into(),
        Place::Part(of) => ["p", &part(of)].concat(),
        Place::Layer(of, layer) => ["p", &part(of), "-", &layer.to_string()].concat(),
        Place::Expert(of, layer, expert) => {
            ["p", &part(of), "-", &layer.to_string(), "-", &expert.to_string()].concat()
        }
        Place::Tensor(of, layer, expert, at) => {
            ["p", &part(of), "-", &layer.to_string(), "-", &expert.to_string(), "-", &at.to_string()].concat()
        }
    }
}

fn filled(props: &Props, areas: &Areas) -> Html {
    let one = |(part_of, area): (&Part, &super::super::icicle::Area)| {
        let lit = props.lit.is_some_and(|lit| term::part(lit) == Some(*part_of));
        let class = if lit { "params__all lit" } else { "params__all" };
        part("g", tone(*part_of), vec![path(class, area.all.clone()), path("params__lit", area.lit.clone())])
    };
    let mut drawn: Vec<Html> = Part::ALL.iter().zip(&areas.parts).map(one).collect();
    drawn.push(path("params__edges", areas.edges.clone()));
    element("g", vec![("aria-hidden", "true".into())], drawn)
}

/// Under a first node that is too narrow for its name.
fn callout(props: &Props, pieces: &Pieces) -> Html {
    let (names, computed) = (props.names(), &*props.model);
    let first = pieces.pieces.get(pieces.open + 1).filter(|piece| computed.place == Place::All && piece.span.1 < 60.0);
    let Some(piece) = first else { return Html::default() };
    let x = piece.span.1 / 2.0;
    let count = computed.model.parameters_in(piece.place);
    let values = [
        ("name", names.place(computed, piece.place)),
        ("count", names.count(count)),
        ("share", names.share(count, computed.parameters.total())),
    ];
    let words = fill(names.text.callout, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let lead = ["M", &crate::decimal::hundredths(x), " ", &crate::decimal::hundredths(HEIGHT), "v12h6"].concat();
    let words = text((x + 10.0, HEIGHT + 16.0), Anchor::Start, "params__quiet", words);
    group(vec![path("params__lead", lead), words])
}

fn one(props: &Props, layout: Layout, on_point: &Callback<Option<Place>>) -> Html {
    let (names, room) = (props.names(), Room { width: layout.width, height: HEIGHT });
    let pieces = pieces(&props.model, room);
    let places: Rc<[Place]> = pieces.pieces.iter().map(|piece| piece.place).collect();
    let on_open = {
        let (places, model, act) = (places.clone(), props.model.clone(), props.act.clone());
        Callback::from(move |at: usize| {
            if let Some(place) = places.get(at) {
                act.emit(Edit::done(Action::Zoom(Zoom::to(&model.model, *place))));
            }
        })
    };
    let on_point = on_point.reform(move |at: Option<usize>| at.and_then(|at| places.get(at).copied()));
    let open = pieces.open;
    let tree =
        Tree { label: names.text.tree.into(), items: items(props, &pieces, room), open, on_open, on_point }.view();
    let below = HEIGHT + if props.model.place == Place::All { 34.0 } else { 16.0 };
    let gathered = gathered::draw(&props.model, &names, layout, props.lit, props.tokens);
    let floor = path("params__floor", line((0.0, HEIGHT), (layout.width, HEIGHT)));
    let body = vec![
        filled(props, &areas(&props.model, &pieces, room)),
        floor,
        tree,
        callout(props, &pieces),
        moved((0.0, below), vec![gathered]),
    ];
    drawing(layout.class(props.view), names.text.stage_label, (layout.width, below + gathered::HEIGHT), body)
}

fn hint(words: &'static str) -> Html {
    crate::ui::words("span", "params__hint", words.into())
}

/// The icicle in both widths.
#[component]
fn Plan(props: &Props) -> Html {
    let over = use_state_eq(|| None::<Place>);
    let on_point = {
        let over = over.clone();
        use_callback(props.light.clone(), move |place: Option<Place>, light| {
            over.set(place);
            light.emit(place.and_then(term::of));
        })
    };
    // What is pointed at changes one line, not the drawing.
    let drawings = {
        let on_point = on_point.clone();
        use_memo(props.clone(), move |props| LAYOUTS.map(|layout| one(props, layout, &on_point)))
    };
    let computed = &*props.model;
    let shown = over.filter(|place| computed.model.has(*place)).unwrap_or(computed.place);
    let words = written(props.names().described(computed, shown));
    let hint = if props.touched || over.is_some() { Html::default() } else { hint(props.names().text.hint) };
    group(vec![group(drawings.to_vec()), part("p", "params__about", vec![crate::ui::text(words), hint])])
}

//! A tree whose open branch fills a drawing, level by level (an icicle).

use web_sys::{Element, SvgElement};
use yew::prelude::*;

use super::element::{element, group, written};

/// A node of a [`Tree`] that is in sight: one on the way from the root to the open node, or one inside that.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeItem {
    /// Tells it from all other nodes of the tree.
    pub id: AttrValue,
    /// Its depth; the root's is 1.
    pub level: usize,
    /// Its position among its siblings, from 1, and how many there are.
    pub position: (usize, usize),
    /// Whether it can be opened.
    pub opens: bool,
    /// What it is, spoken.
    pub label: AttrValue,
    /// Where it takes the pointer: x, y, width, height, in the units of the drawing.
    pub reach: [f64; 4],
    /// How it is drawn.
    pub body: Html,
}

/// The WAI-ARIA tree pattern, horizontal, inside an SVG. Left and right move among siblings, Home and End to the first
/// and last, the Page keys by ten; down opens a node, and moves into an open one; up moves to the node around it, and
/// closes an open one; Enter opens. Escape closes the open node.
#[derive(Properties, PartialEq)]
pub struct Tree {
    /// What the tree is.
    pub label: AttrValue,
    /// From the root down to the open node, then what is in that.
    pub items: Vec<TreeItem>,
    /// Position of the open node in `items`.
    pub open: usize,
    /// Receives the position of a node to open; that of one on the way closes what is below it.
    pub on_open: Callback<usize>,
    /// Receives the node that is pointed at or has the focus.
    pub on_point: Callback<Option<usize>>,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    /// The focus goes to a node.
    Go(usize),
    /// A node is opened, and keeps the focus.
    Open(usize),
    /// The open node is closed by opening the one around it, and keeps the focus.
    Close(usize),
}

/// What `key` asks for at the node `at`, where `open` is open and `items` nodes are in sight, some of which open.
fn asked(key: &str, at: usize, open: usize, items: usize, opens: bool) -> Option<Ask> {
    let (inside, first, last) = (at > open, open + 1, items.saturating_sub(1));
    let go = |to: usize| (to != at).then_some(Ask::Go(to));
    match key {
        "ArrowRight" if inside => go((at + 1).min(last)),
        "ArrowLeft" if inside => go((at - 1).max(first)),
        "PageDown" if inside => go((at + 10).min(last)),
        "PageUp" if inside => go(at.saturating_sub(10).max(first)),
        "Home" if inside => go(first),
        "End" if inside => go(last),
        "ArrowDown" if at < open => go(at + 1),
        "ArrowDown" if at == open => (first <= last).then_some(Ask::Go(first)),
        "ArrowDown" | "Enter" | " " if inside => opens.then_some(Ask::Open(at)),
        "Enter" | " " if at < open => Some(Ask::Open(at)),
        "ArrowUp" if inside => Some(Ask::Go(open)),
        "ArrowUp" if at < open => at.checked_sub(1).map(Ask::Go),
        "ArrowUp" | "Escape" => open.checked_sub(1).map(Ask::Close),
        _ => None,
    }
}

impl Tree {
    /// Draws it.
    pub fn view(self) -> Html {
        html! { <Nodes ..self /> }
    }
}

fn find(drawing: &NodeRef, id: &str) -> Option<SvgElement> {
    let selector = ["[data-node=\"", id, "\"]"].concat();
    let found = drawing.cast::<Element>()?.query_selector(&selector).ok()??;
    wasm_bindgen::JsCast::dyn_into(found).ok()
}

fn node_of(event: &Event, items: &[TreeItem]) -> Option<usize> {
    let node = event.target_dyn_into::<Element>()?.closest("[data-node]").ok()??.get_attribute("data-node")?;
    items.iter().position(|item| item.id == node)
}

/// A node.
fn drawn(item: &TreeItem, expanded: Option<bool>, focusable: bool) -> Html {
    let [x, y, width, height] = item.reach.map(|length| written(crate::decimal::hundredths(length)));
    let reach = vec![("class", "tree__reach".into()), ("x", x), ("y", y), ("width", width), ("height", height)];
    let mut attributes = vec![
        ("class", "tree__node".into()),
        ("role", "treeitem".into()),
        ("data-node", item.id.clone()),
        ("tabindex", if focusable { "0" } else { "-1" }.into()),
        ("aria-level", written(item.level.to_string())),
        ("aria-posinset", written(item.position.0.to_string())),
        ("aria-setsize", written(item.position.1.to_string())),
        ("aria-label", item.label.clone()),
    ];
    attributes.extend(expanded.map(|on| ("aria-expanded", if on { "true" } else { "false" }.into())));
    element("g", attributes, vec![item.body.clone(), element("rect", reach, Vec::new())])
}

#[component]
fn Nodes(props: &Tree) -> Html {
    let drawing = use_node_ref();
    // The node that keys act on, and whether the focus has to follow it once it is drawn.
    let active = use_state(|| None::<AttrValue>);
    let follow = use_mut_ref(|| false);
    let at = |id: &AttrValue| props.items.iter().position(|item| item.id == *id);
    let active_at = active.as_ref().and_then(at).unwrap_or(props.open);
    let open_id = props.items.get(props.open).map(|item| item.id.clone()).unwrap_or_default();
    let active_id = props.items.get(active_at).map(|item| item.id.clone()).unwrap_or_default();
    {
        let (drawing, follow) = (drawing.clone(), follow.clone());
        use_effect_with((open_id, active_id), move |(_, active)| {
            if follow.replace(false)
                && let Some(node) = find(&drawing, active)
            {
                // A node that has just gone keeps the focus where it was.
                let _ = node.focus();
            }
        });
    }
    let onkeydown = {
        let (items, active, follow) = (props.items.clone(), active.clone(), follow.clone());
        let (open, on_open) = (props.open, props.on_open.clone());
        Callback::from(move |event: KeyboardEvent| {
            let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
            let Some(at) = node_of(&event, &items).filter(|_| !modified) else { return };
            let opens = items.get(at).is_some_and(|item| item.opens);
            let Some(ask) = asked(&event.key(), at, open, items.len(), opens) else { return };
            event.prevent_default();
            event.stop_propagation();
            *follow.borrow_mut() = true;
            let (Ask::Go(to) | Ask::Open(to) | Ask::Close(to)) = ask;
            let focus = if let Ask::Close(_) = ask { open } else { to };
            active.set(items.get(focus).map(|item| item.id.clone()));
            if !matches!(ask, Ask::Go(_)) {
                on_open.emit(to);
            }
        })
    };
    let pointed = |on: bool| {
        let (items, on_point) = (props.items.clone(), props.on_point.clone());
        move |event: &Event| on_point.emit(node_of(event, &items).filter(|_| on))
    };
    let onclick = {
        let (items, open, on_open, active) = (props.items.clone(), props.open, props.on_open.clone(), active.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(at) = node_of(&event, &items).filter(|at| *at != open && items[*at].opens) {
                active.set(Some(items[at].id.clone()));
                on_open.emit(at);
            }
        })
    };
    let (over, focused, out) = (pointed(true), pointed(true), pointed(false));
    let items = props.items.iter().enumerate().map(|(at, item)| {
        let expanded = item.opens.then_some(at <= props.open);
        html! { <key={item.id.as_str()}>{ drawn(item, expanded, at == active_at) }</> }
    });
    html! {
        <g ref={drawing} class="tree" role="tree" aria-orientation="horizontal" aria-label={props.label.clone()} {onkeydown} {onclick}
            onpointerover={Callback::from(move |event: PointerEvent| over(&event))}
            onfocusin={Callback::from(move |event: FocusEvent| focused(&event))}
            onpointerleave={Callback::from(move |event: PointerEvent| out(&event))}>
            { group(items.collect()) }
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Root, two on the way (the second open), three inside.
    fn at(key: &str, at: usize) -> Option<Ask> {
        asked(key, at, 2, 6, true)
    }

    #[test]
    fn keys_move_open_and_close() {
        assert_eq!(at("ArrowRight", 3), Some(Ask::Go(4)));
        assert_eq!(at("ArrowRight", 5), None);
        assert_eq!(at("ArrowLeft", 3), None);
        assert_eq!(
            (at("End", 3), at("Home", 5), at("PageDown", 3)),
            (Some(Ask::Go(5)), Some(Ask::Go(3)), Some(Ask::Go(5)))
        );
        assert_eq!((at("ArrowDown", 0), at("ArrowDown", 2)), (Some(Ask::Go(1)), Some(Ask::Go(3))));
        assert_eq!(
            (at("ArrowDown", 4), at("Enter", 4), at("Enter", 0)),
            (Some(Ask::Open(4)), Some(Ask::Open(4)), Some(Ask::Open(0)))
        );
        assert_eq!(
            (at("ArrowUp", 4), at("ArrowUp", 2), at("ArrowUp", 1), at("ArrowUp", 0)),
            (Some(Ask::Go(2)), Some(Ask::Close(1)), Some(Ask::Go(0)), None)
        );
        assert_eq!(
            (at("Escape", 4), at("Escape", 2), asked("Escape", 0, 0, 1, true)),
            (Some(Ask::Close(1)), Some(Ask::Close(1)), None)
        );
        assert_eq!(asked("Enter", 4, 2, 6, false), None);
        assert_eq!(asked("ArrowDown", 0, 0, 1, true), None);
        assert_eq!(at("a", 4), None);
    }
}

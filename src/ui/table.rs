//! A data table.

use yew::prelude::*;

/// What a [`Table`] needs.
#[derive(Properties, PartialEq, Clone)]
pub struct TableProps {
    /// What the table shows.
    pub caption: AttrValue,
    /// Heads of the columns.
    pub columns: Vec<AttrValue>,
    /// Rows; the first cell of each is its head.
    pub rows: Vec<Vec<AttrValue>>,
}

/// A real table with scoped heads; scrolls sideways inside itself on a narrow screen.
///
/// A component, so that its hundreds of cells are left alone while something else changes.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let row = |cells: &Vec<AttrValue>| {
        html! {
            <tr>
                { for cells.iter().enumerate().map(|(at, cell)| if at == 0 {
                    html! { <th scope="row">{ cell }</th> }
                } else {
                    html! { <td>{ cell }</td> }
                }) }
            </tr>
        }
    };
    html! {
        <div class="table" tabindex="0" role="region" aria-label={props.caption.clone()}>
            <table>
                <caption>{ &props.caption }</caption>
                <thead><tr>{ for props.columns.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for props.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

//! What is computed of many tokens, with the numbers put in.

use yew::prelude::*;

use super::many::{Many, busiest};
use crate::i18n::{fixed, integer, percent, significant};
use crate::numerics::routing::nodes_by_chance;
use crate::ui::{frac, mi, mo, msub, mtext, part, row, written};

fn mn(number: String) -> Html {
    crate::ui::mn(written(number))
}

/// `C(above, below)`.
fn choose(above: usize, below: usize) -> Html {
    row(vec![mi("C"), mo("("), mn(above.to_string()), mo(","), mn(below.to_string()), mo(")")])
}

/// The nodes that chance would touch, how far the busiest expert is above the mean, and what would be dropped.
#[must_use]
pub fn with_numbers(many: &Many, lit: Option<&str>) -> Vec<Html> {
    let (sums, gate) = (&many.sums, many.sums.gate());
    let mut lines = Vec::new();
    let (experts, nodes) = (gate.experts, gate.nodes);
    if nodes > 1 && experts.is_multiple_of(nodes) {
        let missed = frac(choose(experts - experts / nodes, gate.top_k), choose(experts, gate.top_k));
        lines.push(row(vec![
            mn(nodes.to_string()),
            mo("·"),
            mo("("),
            mn("1".to_owned()),
            mo("−"),
            missed,
            mo(")"),
            mo("="),
            mn(fixed(nodes_by_chance(gate), 3)),
        ]));
    }
    let line = |term: &'static str, pieces: Vec<Html>| {
        if lit == Some(term) { part("mrow", "lit", pieces) } else { row(pieces) }
    };
    if sums.mean_load() > 0.0 {
        let own = ("most", sums.load(), sums.max_violation());
        let free = ("free_most", sums.load_without_groups(), sums.max_violation_without_groups());
        let both = std::iter::once(own).chain(gate.limits_groups().then_some(free));
        lines.extend(both.map(|(term, load, value)| line(term, violation(many, load, value))));
        lines.push(line("dropped_share", dropped(many)));
    }
    lines
}

/// How far the busiest expert is above the mean.
fn violation(many: &Many, load: &[usize], value: f64) -> Vec<Html> {
    let (expert, most) = busiest(load);
    let mean = || mn(significant(many.sums.mean_load(), 6));
    let above = row(vec![msub(mn(integer(most as u128)), mn(expert.to_string())), mo("−"), mean()]);
    vec![mtext("MaxVio"), mo("="), frac(above, mean()), mo("="), mn(significant(value, 4))]
}

/// What finds no room, over all choices.
fn dropped(many: &Many) -> Vec<Html> {
    let room = mn(integer(many.room() as u128));
    let load = msub(mi("n"), mi("i"));
    let over = row(vec![
        msub(mo("∑"), mi("i")),
        mi("max"),
        mo("("),
        mn("0".to_owned()),
        mo(","),
        load,
        mo("−"),
        room,
        mo(")"),
    ]);
    let share = mn(percent(many.dropped_share(), 4));
    vec![frac(over, mn(integer(many.choices() as u128))), mo("="), share]
}

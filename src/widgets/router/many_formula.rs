//! What is computed of many tokens, with the numbers put in.

use yew::prelude::*;

use super::many::Many;
use crate::i18n::{fixed, integer, significant};
use crate::numerics::routing::nodes_by_chance;
use crate::ui::{frac, mi, mo, msub, mtext, row, written};

fn mn(number: String) -> Html {
    crate::ui::mn(written(number))
}

/// `C(above, below)`.
fn choose(above: usize, below: usize) -> Html {
    row(vec![mi("C"), mo("("), mn(above.to_string()), mo(","), mn(below.to_string()), mo(")")])
}

/// The nodes that chance would touch, and how far the busiest expert is above the mean.
#[must_use]
pub fn with_numbers(many: &Many) -> Vec<Html> {
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
    let (mean, (expert, most)) = (sums.mean_load(), many.busiest());
    if mean > 0.0 {
        let mean = || mn(significant(mean, 6));
        let most = msub(mn(integer(most as u128)), mn(expert.to_string()));
        let above = row(vec![most, mo("−"), mean()]);
        let value = mn(significant(sums.max_violation(), 4));
        lines.push(row(vec![mtext("MaxVio"), mo("="), frac(above, mean()), mo("="), value]));
    }
    lines
}

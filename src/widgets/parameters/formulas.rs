//! The formulas with the numbers put in.

use yew::prelude::*;

use super::Parameters;
use super::names::Names;
use super::words::term;
use crate::i18n::integer;
use crate::numerics::models::{Attention, Part};
use crate::ui::{mi, mn, mo, msub, mtext, row};
use crate::widgets::{Formula, View};

/// Pieces that light with a term.
fn lit(view: &View<Parameters>, term: &'static str, number: u128) -> Html {
    let (onpointerenter, onpointerleave) = view.hover(term);
    html! { <mrow class={classes!(view.lit(term))} {onpointerenter} {onpointerleave}>{ whole(number) }</mrow> }
}

fn whole(n: impl Into<u128>) -> Html {
    mn(integer(n.into()))
}

/// Pieces with an operator between.
fn joined(operator: &'static str, pieces: Vec<Html>) -> Vec<Html> {
    let mut all = Vec::new();
    for (at, piece) in pieces.into_iter().enumerate() {
        if at > 0 {
            all.push(mo(operator));
        }
        all.push(piece);
    }
    all
}

/// `name = symbols = numbers = result`.
fn equation(name: &str, symbols: Vec<Html>, numbers: Vec<Html>, result: Html) -> Formula {
    let head = vec![mtext(name.to_owned()), mo("=")];
    let symbols = if symbols.is_empty() { symbols } else { [symbols, vec![mo("=")]].concat() };
    row([head, symbols, numbers, vec![mo("="), result]].concat())
}

/// All parts together.
fn total(view: &View<Parameters>, names: &Names) -> Formula {
    let model = &view.model.model;
    let parts: Vec<_> = Part::ALL.into_iter().filter(|part| model.parameters_of(*part) > 0).collect();
    let name = |part: &Part| mtext(names.part(*part));
    let number = |part: &Part| match part {
        Part::RoutedExperts => lit(view, term::ROUTED, model.parameters_of(*part).into()),
        Part::Attention => lit(view, term::ATTENTION, model.parameters_of(*part).into()),
        _ => whole(model.parameters_of(*part)),
    };
    equation(
        names.text.f_total,
        joined("+", parts.iter().map(name).collect()),
        joined("+", parts.iter().map(number).collect()),
        lit(view, term::TOTAL, view.model.parameters.total().into()),
    )
}

/// Layers × experts × three matrices.
fn routed(view: &View<Parameters>, names: &Names) -> Option<Formula> {
    let model = &view.model.model;
    let moe = model.moe.filter(|_| model.moe_layers() > 0)?;
    let mut symbols = vec![msub(mi("L"), mi("e")), mi("N"), mn("3"), mi("h"), msub(mi("h"), mi("e"))];
    let mut numbers =
        vec![whole(model.moe_layers()), whole(moe.experts), mn("3"), whole(model.hidden), whole(moe.intermediate)];
    if moe.biased {
        // The expert as one number: its biases do not fit into the product.
        symbols.truncate(2);
        numbers.truncate(2);
        symbols.push(mtext(names.text.f_expert));
        numbers.push(whole(model.parameters_of_one(Part::RoutedExperts)));
    }
    let result = lit(view, term::ROUTED, view.model.parameters.routed_experts.into());
    Some(equation(names.part(Part::RoutedExperts), joined("×", symbols), joined("×", numbers), result))
}

/// One layer's attention, tensor by tensor.
fn attention(view: &View<Parameters>, names: &Names) -> Formula {
    let model = &view.model.model;
    let tensors = model.tensors_of(Part::Attention);
    let factors = tensors.iter().map(|tensor| match tensor.columns {
        Some(columns) => row(joined("×", vec![whole(tensor.rows), whole(columns)])),
        None => whole(tensor.rows),
    });
    let a_layer = row([vec![mo("(")], joined("+", factors.collect()), vec![mo(")")]].concat());
    let numbers = joined("×", vec![whole(model.layers), a_layer]);
    let result = lit(view, term::ATTENTION, model.parameters_of(Part::Attention).into());
    equation(names.part(Part::Attention), Vec::new(), numbers, result)
}

/// What a token uses, by both conventions.
fn active(view: &View<Parameters>, names: &Names) -> [Formula; 2] {
    let all = &view.model.parameters;
    let asleep = all.routed_experts - all.active_routed_experts;
    let with = equation(
        names.text.f_active_all,
        Vec::new(),
        joined("−", vec![whole(all.total()), whole(asleep)]),
        whole(all.active()),
    );
    let embedding = all.active() - all.active_without_input_embedding();
    let without = equation(
        names.text.f_active,
        Vec::new(),
        joined("−", vec![whole(all.active()), whole(embedding)]),
        lit(view, term::ACTIVE, all.active_without_input_embedding().into()),
    );
    [with, without]
}

fn bytes(view: &View<Parameters>, names: &Names) -> Formula {
    let each = view.state.weight_format.bytes();
    let numbers = joined("×", vec![whole(view.model.parameters.total()), whole(each)]);
    equation(names.text.f_bytes, Vec::new(), numbers, lit(view, term::BYTES, view.model.bytes.into()))
}

/// Two operations for each parameter of a matrix in use, and attention.
fn flops(view: &View<Parameters>, names: &Names) -> Formula {
    let (model, context) = (&view.model.model, view.state.context);
    let width = match model.attention {
        Attention::Heads(heads) => vec![whole(heads.head_dim), whole(heads.head_dim)],
        Attention::Latent(latent) => {
            vec![whole(latent.qk_nope_head_dim + latent.qk_rope_head_dim), whole(latent.v_head_dim)]
        }
    };
    let width = row([vec![mo("(")], joined("+", width), vec![mo(")")]].concat());
    let matrices = joined("×", vec![mn("2"), whole(model.active_matrix_parameters())]);
    let looking = if model.window.is_some() {
        vec![whole(model.attention_flops(context))]
    } else {
        joined("×", vec![mn("2"), whole(model.layers), whole(model.heads), width, whole(context)])
    };
    let numbers = [matrices, vec![mo("+")], looking].concat();
    equation(names.text.f_flops, Vec::new(), numbers, lit(view, term::FLOPS, model.flops_per_token(context)))
}

/// Everything that the result states.
pub fn formulas(view: &View<Parameters>) -> Vec<Formula> {
    let names = Names::new(view.lang);
    let mut all = vec![total(view, &names)];
    all.extend(routed(view, &names));
    all.push(attention(view, &names));
    all.extend(active(view, &names));
    all.extend([bytes(view, &names), flops(view, &names)]);
    all
}

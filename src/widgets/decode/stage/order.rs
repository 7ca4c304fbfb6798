//! The result of a step, and what it would be if the past stood the other way round.

use crate::decimal::hundredths;
use crate::ui::group;
use crate::widgets::View;
use crate::widgets::decode::Decode;
use crate::widgets::decode::names::Names;
use crate::widgets::decode::words::term;
use crate::widgets::marks::{Anchor, dot, lit_path, path, rectangle, text};
use crate::widgets::sketch::{Layout, Part};

/// The line of zero, and how far the largest number reaches from it.
const ZERO: f64 = 56.0;
const REACH: f64 = 34.0;

/// Least difference that is marked, relative to the largest number.
const SEEN: f64 = 1e-6;

/// Bars and dots.
pub fn draw(view: &View<Decode>, layout: Layout) -> Part {
    let (names, computed) = (Names::new(view.lang), &view.model);
    let (now, reversed) = (&computed.attended.output, &computed.reversed);
    let most = now.iter().chain(reversed).fold(f64::MIN_POSITIVE, |most, x| most.max(f64::abs(*x)));
    let each = layout.width / now.len().max(1) as f64;
    let y = |x: f64| ZERO - (x / most).clamp(-1.0, 1.0) * REACH;
    let bar = |(at, x): (usize, &f64)| {
        let height = y(*x);
        rectangle(((at as f64 + 0.15) * each, height.min(ZERO)), each * 0.7, f64::abs(height - ZERO))
    };
    let r = (each * 0.25).min(3.0);
    let head = layout.pick(names.text.order_head, names.text.order_head_short);
    let mut body = vec![
        text((0.0, 12.0), Anchor::Start, "sketch__head", head),
        path("sketch__axis", ["M0 ", &hundredths(ZERO), "H", &hundredths(layout.width)].concat()),
        lit_path(view, term::CHANGE, "decode__result", now.iter().enumerate().map(bar).collect()),
    ];
    let apart = now.iter().zip(reversed).enumerate().filter(|(_, (a, b))| f64::abs(*a - *b) > most * SEEN);
    let gap = |(at, (a, b)): (usize, (&f64, &f64))| {
        ["M", &hundredths((at as f64 + 0.5) * each), " ", &hundredths(y(*a)), "V", &hundredths(y(*b))].concat()
    };
    body.push(path("decode__gap", apart.map(gap).collect()));
    let turned = reversed.iter().enumerate().map(|(at, x)| dot("decode__turned", (at as f64 + 0.5) * each, y(*x), r));
    body.extend(turned);
    Part { height: ZERO + REACH, body: group(body) }
}

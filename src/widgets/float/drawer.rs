//! Table and sources.

use yew::AttrValue;

use super::Float;
use super::model::Landing;
use super::names::{bits_of, class_name, code_name, format_name};
use super::page::Page;
use super::state::{FormatName, Picture};
use super::sums::{Once, nearest_end};
use crate::i18n::{self, FloatText, Lang, fill, integer, plain, shortest};
use crate::numerics::format::Format;
use crate::state::Choice as _;
use crate::ui::{Source, TableProps};
use crate::widgets::View;

/// What is drawn, as a table.
pub fn table(view: &View<Float>) -> TableProps {
    match view.state.view {
        Picture::Lines => landings(view),
        Picture::Codes => codes(view),
        Picture::Sums => sums(view),
    }
}

/// Every code of the grid.
fn codes(view: &View<Float>) -> TableProps {
    let text = i18n::float(view.lang);
    let page = Page::of(&view.model.landing);
    let row = |code: u32| {
        let (bits, value) = (written_bits(page.format, code), shortest(page.format.decode(code)));
        let class = class_name(page.format.class(code), page.format, text).to_owned();
        [code_name(page.format, code), bits, value, class].map(AttrValue::from).to_vec()
    };
    TableProps {
        caption: fill(text.codes_all_drawn, &[("count", &integer(page.count.into()))]).into(),
        columns: [text.col_code, text.col_bits, text.col_decoded, text.col_class].map(AttrValue::from).to_vec(),
        rows: page.codes().map(row).collect(),
    }
}

/// The sum in every format, and where many sums end that are rounded to nearest.
fn sums(view: &View<Float>) -> TableProps {
    let text = i18n::float(view.lang);
    let (state, x) = (&*view.state, view.model.x);
    let (target, times) = (shortest(view.model.sums.target), integer(state.additions.into()));
    let (start, x_shown) = (shortest(state.start.x), shortest(x));
    let becomes = |what: &str| fill(text.col_becomes, &[("x", what)]);
    let columns = [
        text.col_format.to_owned(),
        becomes(&x_shown),
        becomes(&start),
        text.col_sum.to_owned(),
        becomes(&target),
        fill(text.col_many, &[("times", &times)]),
    ];
    let row = |name: &FormatName| {
        let once = Once::new(state, *name, x);
        let values = [once.step, once.start, once.sum, once.direct, nearest_end(state, *name, x)].map(shortest);
        std::iter::once(format_name(*name, text).to_owned()).chain(values).map(AttrValue::from).collect()
    };
    let shown = |name: &&FormatName| **name != FormatName::Custom || state.format == FormatName::Custom;
    TableProps {
        caption: fill(text.table_sums, &[("x", &x_shown), ("start", &start)]).into(),
        columns: columns.map(AttrValue::from).to_vec(),
        rows: FormatName::ALL.iter().filter(shown).map(row).collect(),
    }
}

fn written_bits(format: Format, code: u32) -> String {
    bits_of(format, code).iter().map(|on| if *on { '1' } else { '0' }).collect()
}

/// What becomes of the number in each format.
fn landings(view: &View<Float>) -> TableProps {
    let text = i18n::float(view.lang);
    let model = &*view.model;
    let columns = [
        text.col_format,
        text.col_code,
        text.col_bits,
        text.col_decoded,
        text.col_absolute,
        text.col_relative,
        text.col_ulp,
        text.col_down,
        text.col_up,
        text.col_largest,
        text.col_smallest,
        text.col_count,
    ];
    TableProps {
        caption: fill(text.table, &[("x", &shortest(model.x))]).into(),
        columns: columns.map(AttrValue::from).to_vec(),
        rows: std::iter::once(&model.landing).chain(&model.others).map(|landing| cells(landing, text)).collect(),
    }
}

fn cells(landing: &Landing, text: &FloatText) -> Vec<AttrValue> {
    let format = landing.format;
    let cells = [
        format_name(landing.name, text).to_owned(),
        code_name(format, landing.code),
        written_bits(format, landing.code),
        shortest(landing.decoded),
        plain(landing.absolute_error),
        i18n::percent(landing.relative_error, 3),
        plain(landing.ulp),
        shortest(landing.next_down),
        shortest(landing.next_up),
        shortest(format.max_finite()),
        shortest(format.min_subnormal().unwrap_or(format.min_normal())),
        integer(format.finite_values().into()),
    ];
    cells.map(AttrValue::from).to_vec()
}

/// Papers, specifications and code.
pub fn sources(lang: Lang) -> Vec<Source> {
    let text = i18n::float(lang);
    let (formats, rounding) = (Some("tests/reference_formats.rs"), Some("tests/reference_rounding.rs"));
    [
        (text.source_fp8, "https://arxiv.org/abs/2209.05433", formats),
        (
            text.source_ofp8,
            "https://www.opencompute.org/documents/ocp-8-bit-floating-point-specification-ofp8-revision-1-0-2023-12-01-pdf-1",
            rounding,
        ),
        (
            text.source_mx,
            "https://www.opencompute.org/documents/ocp-microscaling-formats-mx-v1-0-spec-final-pdf",
            formats,
        ),
        (text.source_fnuz, "https://arxiv.org/abs/2206.02915", formats),
        (text.source_ieee, "https://doi.org/10.1109/IEEESTD.2019.8766229", rounding),
        (text.source_dice, "https://arxiv.org/abs/1502.02551", rounding),
        (text.source_overflow, "https://github.com/pytorch/pytorch/pull/178817", rounding),
        (text.source_odd, "https://doi.org/10.1109/TC.2007.70819", Some("src/numerics/addition.rs")),
        (text.source_v3, "https://arxiv.org/abs/2412.19437", None),
    ]
    .map(|(text, href, test)| Source { text: text.into(), href: href.into(), test: test.map(AttrValue::from) })
    .to_vec()
}

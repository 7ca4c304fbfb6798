//! Cells as one path a colour, neighbours in a row drawn as one line.

use yew::prelude::*;

use crate::decimal::shortest;
use crate::ui::element::{element, group, written};

/// Classes of the colours; what lies beyond has none.
const CLASSES: [&str; 16] = [
    "heat__bin heat__bin--0",
    "heat__bin heat__bin--1",
    "heat__bin heat__bin--2",
    "heat__bin heat__bin--3",
    "heat__bin heat__bin--4",
    "heat__bin heat__bin--5",
    "heat__bin heat__bin--6",
    "heat__bin heat__bin--7",
    "heat__bin heat__bin--8",
    "heat__bin heat__bin--9",
    "heat__bin heat__bin--10",
    "heat__bin heat__bin--11",
    "heat__bin heat__bin--12",
    "heat__bin heat__bin--13",
    "heat__bin heat__bin--14",
    "heat__bin heat__bin--15",
];

/// The lines of each colour, in units of a cell; empty where a colour does not occur.
fn lines(bins: &[u8], columns: usize) -> [String; 16] {
    let mut lines: [String; 16] = Default::default();
    for (row, cells) in bins.chunks(columns.max(1)).enumerate() {
        let mut from = 0;
        for run in cells.chunk_by(|a, b| a == b) {
            let line = run.first().and_then(|bin| lines.get_mut(usize::from(*bin)));
            if let Some(line) = line {
                for (mark, number) in [("M", from), (" ", row), ("h", run.len())] {
                    line.push_str(mark);
                    line.push_str(&number.to_string());
                }
            }
            from += run.len();
        }
    }
    lines
}

/// All cells, stretched to `size`.
pub fn paths(bins: &[u8], rows: usize, columns: usize, size: (f64, f64)) -> Html {
    let bins = &bins[..bins.len().min(rows.saturating_mul(columns))];
    let (wide, high) = (size.0 / columns.max(1) as f64, size.1 / rows.max(1) as f64);
    let path = |(line, class): (String, &'static str)| {
        (!line.is_empty()).then(|| element("path", vec![("class", class.into()), ("d", written(line))], Vec::new()))
    };
    let children = lines(bins, columns).into_iter().zip(CLASSES).filter_map(path).collect();
    // A line is as thick as a cell is high, about its middle.
    let transform = ["scale(", &shortest(wide), " ", &shortest(high), ") translate(0 .5)"].concat();
    let attributes = vec![
        ("transform", written(transform)),
        ("stroke-width", AttrValue::Static("1")),
        ("fill", "none".into()),
        ("shape-rendering", "crispEdges".into()),
    ];
    group(vec![element("g", attributes, children)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_of_a_colour_are_one_line() {
        let lines = lines(&[3, 3, 0, 0, 0, 3, 99], 3);
        assert_eq!((lines[3].as_str(), lines[0].as_str()), ("M0 0h2M2 1h1", "M2 0h1M0 1h2"));
        assert!(lines.iter().enumerate().all(|(bin, line)| bin == 3 || bin == 0 || line.is_empty()));
    }

    #[test]
    fn no_cells_are_no_trouble() {
        assert!(lines(&[], 0).iter().all(String::is_empty));
        let _ = paths(&[1, 2, 3], 0, 0, (1000.0, 500.0));
    }
}

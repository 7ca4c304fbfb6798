//! Where each part lies: widths in proportion to parameters, level under level, and what is inside as areas below.

use super::model::Computed;
use crate::numerics::models::{Part, Place};
use crate::widgets::marks::rectangle;

/// Height of a level.
pub const ROW: f64 = 24.0;

/// The room for the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width.
    pub width: f64,
    /// Height of all levels and the areas below them.
    pub height: f64,
}

/// A node in sight.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What it is.
    pub place: Place,
    /// Its depth; the root's is 1.
    pub level: usize,
    /// Its position among its siblings, from 1, and how many there are.
    pub position: (usize, usize),
    /// Left end and width.
    pub span: (f64, f64),
    /// Upper end.
    pub top: f64,
}

/// The nodes from the root down to the open one, then those inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pieces {
    /// All nodes in sight.
    pub pieces: Vec<Piece>,
    /// Position of the open one.
    pub open: usize,
}

/// The way from the root to a place, both included.
fn way(computed: &Computed) -> Vec<Place> {
    let mut way = vec![computed.place];
    while let Some(above) = way.last().and_then(|place| computed.model.above(*place)) {
        way.push(above);
    }
    way.reverse();
    way
}

/// Cuts a length in proportion to the parameters of some places.
fn cut(computed: &Computed, places: &[Place], from: f64, length: f64) -> Vec<(f64, f64)> {
    let counts: Vec<u64> = places.iter().map(|place| computed.model.parameters_in(*place)).collect();
    let all = counts.iter().sum::<u64>().max(1) as f64;
    let mut before = 0;
    let span = |count: &u64| {
        let start = from + length * before as f64 / all;
        before += count;
        (start, length * *count as f64 / all)
    };
    counts.iter().map(span).collect()
}

/// The nodes in sight.
#[must_use]
pub fn pieces(computed: &Computed, room: Room) -> Pieces {
    let way = way(computed);
    let open = way.len() - 1;
    let mut pieces = Vec::new();
    for (at, place) in way.iter().enumerate() {
        let siblings = at.checked_sub(1).map_or_else(Vec::new, |above| computed.model.places_in(way[above]));
        let own = siblings.iter().position(|sibling| sibling == place).unwrap_or(0);
        let position = (own + 1, siblings.len().max(1));
        pieces.push(Piece { place: *place, level: at + 1, position, span: (0.0, room.width), top: ROW * at as f64 });
    }
    let inside = computed.model.places_in(computed.place);
    let spans = cut(computed, &inside, 0.0, room.width);
    let top = ROW * way.len() as f64;
    for (at, (place, span)) in inside.iter().zip(spans).enumerate() {
        pieces.push(Piece { place: *place, level: way.len() + 1, position: (at + 1, inside.len()), span, top });
    }
    Pieces { pieces, open }
}

/// Areas of one part: all of it, and what of it is in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// Everything, as a path.
    pub all: String,
    /// What is in use, as a path.
    pub lit: String,
}

/// What is inside the nodes of the lowest level, as areas in proportion to parameters, one a part, in the order of
/// [`Part::ALL`]; and the lines between columns.
pub struct Areas {
    /// The areas.
    pub parts: [Area; Part::ALL.len()],
    /// Between columns that are wide enough to see.
    pub edges: String,
}

/// Narrowest column that gets an edge.
const EDGE: f64 = 3.0;

struct Filling<'a> {
    computed: &'a Computed,
    top: f64,
    height: f64,
    areas: Areas,
}

/// The areas below the nodes.
#[must_use]
pub fn areas(computed: &Computed, pieces: &Pieces, room: Room) -> Areas {
    let top = ROW * (pieces.open + 2) as f64;
    let areas = Areas { parts: Default::default(), edges: String::new() };
    let mut filling = Filling { computed, top, height: room.height - top, areas };
    let inside = pieces.pieces.get(pieces.open + 1..).unwrap_or_default();
    for piece in inside {
        filling.column(piece.place, piece.span);
    }
    filling.areas
}

impl Filling<'_> {
    /// Fills a column: with columns, as long as layers can stand side by side; then with what is in them, one above the
    /// other.
    fn column(&mut self, place: Place, span: (f64, f64)) {
        let inside = self.computed.model.places_in(place);
        let across = matches!(inside.first(), Some(Place::Part(_) | Place::Layer(..)));
        // Too thin to tell apart; in all parts but the routed experts one layer is like another.
        let thin = span.1 < inside.len() as f64 && matches!(place, Place::Part(part) if part != Part::RoutedExperts);
        if across && thin {
            self.whole(place, span);
            return;
        }
        if across {
            for (place, span) in inside.iter().zip(cut(self.computed, &inside, span.0, span.1)) {
                self.column(*place, span);
            }
            return;
        }
        self.edge(span);
        let part = match place {
            Place::Part(part) | Place::Layer(part, _) | Place::Expert(part, ..) | Place::Tensor(part, ..) => part,
            Place::All | Place::Rest => return,
        };
        let index = Part::ALL.iter().position(|known| *known == part).unwrap_or(0);
        let lit = self.lit(place, &inside, span);
        let area = &mut self.areas.parts[index];
        area.all += &rectangle((span.0, self.top), span.1, self.height);
        area.lit += &lit;
    }

    /// A column that is in use as a whole, or not at all.
    fn whole(&mut self, place: Place, span: (f64, f64)) {
        let Place::Part(part) = place else { return };
        let index = Part::ALL.iter().position(|known| *known == part).unwrap_or(0);
        let shape = rectangle((span.0, self.top), span.1, self.height);
        let area = &mut self.areas.parts[index];
        if self.computed.lit_in(place) > 0 {
            area.lit += &shape;
        }
        area.all += &shape;
    }

    fn edge(&mut self, (x, width): (f64, f64)) {
        if width >= EDGE && x > 0.0 {
            let [x, y, down] = [x, self.top, self.height].map(crate::decimal::hundredths);
            self.areas.edges += &["M", &x, " ", &y, "v", &down].concat();
        }
    }

    /// What of a column is in use: neighbours that are run together.
    fn lit(&self, place: Place, inside: &[Place], (x, width): (f64, f64)) -> String {
        let one = [place];
        let inside = if inside.is_empty() { &one } else { inside };
        let mut d = String::new();
        let mut run: Option<(f64, f64)> = None;
        for (place, (start, length)) in inside.iter().zip(cut(self.computed, inside, self.top, self.height)) {
            let on = self.computed.is_lit(*place);
            match &mut run {
                Some((_, end)) if on => *end = start + length,
                Some((from, end)) => {
                    d += &rectangle((x, *from), width, *end - *from);
                    run = None;
                }
                None if on => run = Some((start, start + length)),
                None => {}
            }
        }
        if let Some((from, end)) = run {
            d += &rectangle((x, from), width, end - from);
        }
        d
    }
}

#[cfg(test)]
mod tests {
    use super::super::state::State;
    use super::*;
    use crate::state::{read, split};

    const ROOM: Room = Room { width: 540.0, height: 300.0 };

    fn computed(query: &str) -> Computed {
        super::super::model::compute(&read(&State::default(), &split(query)).0)
    }

    /// The sum of the rectangles' areas.
    fn size(d: &str) -> f64 {
        let one = |part: &str| {
            let (_, rest) = part.split_once('h').unwrap();
            let (width, rest) = rest.split_once('v').unwrap();
            let height = rest.split('h').next().unwrap();
            width.parse::<f64>().unwrap() * height.parse::<f64>().unwrap()
        };
        d.split('z').filter(|part| !part.is_empty()).map(one).sum()
    }

    #[test]
    fn areas_are_parameters() {
        for (query, tolerance) in
            [("", 0.02), ("zoom=rest", 0.01), ("zoom=attention/3", 0.01), ("model=mixtral-8x7b", 0.01)]
        {
            let all = computed(query);
            let pieces = pieces(&all, ROOM);
            let areas = areas(&all, &pieces, ROOM);
            let whole = ROOM.width * (ROOM.height - ROW * (pieces.open + 2) as f64);
            let within = all.model.parameters_in(all.place) as f64;
            for (part, area) in Part::ALL.iter().zip(&areas.parts) {
                let share = size(&area.all) / whole;
                let expected = match all.place {
                    Place::All | Place::Rest if *part == Part::RoutedExperts && all.place == Place::Rest => 0.0,
                    Place::All | Place::Rest => all.model.parameters_of(*part) as f64 / within,
                    _ => f64::from(u8::from(*part == Part::Attention)),
                };
                assert!((share - expected).abs() < tolerance * expected + 1e-4, "{query} {part:?}: {share} {expected}");
            }
            let lit: f64 = areas.parts.iter().map(|area| size(&area.lit)).sum();
            let expected = all.lit_in(all.place) as f64 / within;
            assert!((lit / whole - expected).abs() < 0.05 * expected, "{query}: {} {expected}", lit / whole);
        }
    }

    #[test]
    fn the_way_down_is_in_sight() {
        let all = computed("zoom=routed-experts/30/17");
        let pieces = pieces(&all, ROOM);
        let way: Vec<_> = pieces.pieces[..=pieces.open].iter().map(|piece| (piece.level, piece.position)).collect();
        assert_eq!(way, [(1, (1, 1)), (2, (2, 2)), (3, (28, 58)), (4, (18, 256))]);
        assert_eq!(pieces.pieces.len() - pieces.open - 1, 3, "three matrices");
        let widths: f64 = pieces.pieces[pieces.open + 1..].iter().map(|piece| piece.span.1).sum();
        assert!((widths - ROOM.width).abs() < 1e-9);
    }
}

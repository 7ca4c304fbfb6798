//! Where experts stand: one layout for a wide container, one for a phone.

use crate::numerics::routing::Gate;

/// Room above the first line.
const TOP: f64 = 16.0;

/// Experts in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The first expert.
    pub start: usize,
    /// How many there are.
    pub len: usize,
    /// The node, on its first line, where the gate has nodes.
    pub node: Option<usize>,
    /// Top of its chips.
    pub y: f64,
}

/// A drawing's measures, in its own units.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Left end of the chips.
    pub left: f64,
    /// From a chip to the next.
    pub pitch: f64,
    /// Side of a chip.
    pub size: f64,
    /// Size of type.
    pub font: f64,
    /// Whether there is room for words and bars.
    pub roomy: bool,
    /// The lines.
    pub lines: Vec<Line>,
}

/// What differs between the two.
struct Frame {
    width: f64,
    left: f64,
    right: f64,
    font: f64,
    most: f64,
}

impl Layout {
    /// For containers from about 520 px.
    #[must_use]
    pub fn wide(gate: &Gate) -> Self {
        let nodes = gate.nodes > 1;
        let frame = Frame {
            width: 640.0,
            left: if nodes { 54.0 } else { 32.0 },
            right: if nodes { 92.0 } else { 0.0 },
            font: 12.5,
            most: 64.0,
        };
        let columns = |count: usize| match count {
            0..=12 => count,
            13..=64 if !nodes => 16,
            _ => 32,
        };
        Self::new(gate, &frame, columns)
    }

    /// For narrower ones.
    #[must_use]
    pub fn narrow(gate: &Gate) -> Self {
        let nodes = gate.nodes > 1;
        let frame = Frame {
            width: 340.0,
            left: if nodes { 16.0 } else { 26.0 },
            right: if nodes { 42.0 } else { 0.0 },
            font: 12.0,
            most: 38.0,
        };
        let columns = |count: usize| match count {
            0..=8 => count,
            17..=20 => count.div_ceil(2),
            _ => 16,
        };
        Self::new(gate, &frame, columns)
    }

    fn new(gate: &Gate, frame: &Frame, columns: impl Fn(usize) -> usize) -> Self {
        let nodes = gate.nodes > 1;
        let block = if nodes { gate.experts.div_ceil(gate.nodes) } else { gate.experts }.max(1);
        let columns = columns(block).clamp(1, block);
        let pitch = ((frame.width - frame.left - frame.right) / columns as f64).min(frame.most);
        let size = pitch - if pitch > 24.0 { 5.0 } else { 3.0 };
        // Weights stand above their chips.
        let step = size + frame.font + 3.0;
        let mut lines = Vec::new();
        let mut y = TOP;
        for (node, first) in (0..gate.experts).step_by(block).enumerate() {
            let end = (first + block).min(gate.experts);
            for start in (first..end).step_by(columns) {
                let len = columns.min(end - start);
                lines.push(Line { start, len, node: (nodes && start == first).then_some(node), y });
                y += step;
            }
            // A node of several lines is told from the next by a gap.
            y += if nodes && block > columns { 5.0 } else { 0.0 };
        }
        let roomy = frame.right > 60.0;
        Self {
            width: frame.width,
            height: y - frame.font + 4.0,
            left: frame.left,
            pitch,
            size,
            font: frame.font,
            roomy,
            lines,
        }
    }

    /// The expert that an arrow key leads to: so many lines down, so many places right; the same at an edge.
    #[must_use]
    pub fn step(&self, expert: usize, down: isize, right: isize) -> usize {
        let Some(at) = self.lines.iter().position(|line| (line.start..line.start + line.len).contains(&expert)) else {
            return 0;
        };
        if down == 0 {
            let last = self.lines.last().map_or(0, |line| line.start + line.len - 1);
            return expert.saturating_add_signed(right).min(last);
        }
        let Some(line) = at.checked_add_signed(down).and_then(|at| self.lines.get(at)) else { return expert };
        line.start + (expert - self.lines[at].start).min(line.len - 1)
    }

    /// First and last expert of an expert's line.
    #[must_use]
    pub fn ends(&self, expert: usize) -> (usize, usize) {
        let holds = |line: &&Line| (line.start..line.start + line.len).contains(&expert);
        self.lines.iter().find(holds).map_or((0, 0), |line| (line.start, line.start + line.len - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::routing::Kind;

    #[test]
    fn every_expert_stands_once_and_inside() {
        for kind in Kind::ALL {
            for layout in [Layout::wide(&kind.gate()), Layout::narrow(&kind.gate())] {
                let all: Vec<usize> = layout.lines.iter().flat_map(|line| line.start..line.start + line.len).collect();
                assert_eq!(all, (0..kind.gate().experts).collect::<Vec<_>>(), "{kind:?}");
                let widest = layout.lines.iter().map(|line| line.len).max().unwrap();
                assert!(layout.left + layout.pitch * widest as f64 <= layout.width + 1e-9, "{kind:?}");
                assert!(layout.size > 10.0, "{kind:?} {}", layout.size);
            }
        }
    }

    #[test]
    fn arrows_stay_inside() {
        let layout = Layout::wide(&Kind::DeepseekV3.gate());
        assert_eq!(layout.lines.len(), 8);
        assert_eq!(layout.step(5, 1, 0), 37);
        assert_eq!(layout.step(5, -1, 0), 5);
        assert_eq!(layout.step(255, 0, 1), 255);
        assert_eq!(layout.step(0, 0, -1), 0);
        assert_eq!(layout.ends(40), (32, 63));
        assert_eq!(layout.step(9_999, 1, 0), 0);
        assert_eq!(Layout::narrow(&Kind::DeepseekV3.gate()).lines.len(), 16);
    }
}

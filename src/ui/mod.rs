//! Controls and marks that know no machine-learning word: finished strings in, `Callback<value>` out.
//!
//! They see neither the numerics nor the texts, and keep working inside a shadow root: no `window`, no `document`
//! outside [`browser`].

mod bit_strip;
pub mod browser;
mod button;
mod cell_grid;
mod choice;
mod disclosure;
mod drawer;
mod edit;
mod element;
mod entry;
mod figure;
mod formula;
mod heatmap;
mod in_sight;
mod plot;
mod progress;
mod radio_row;
mod rail;
mod rest;
mod scrubber;
mod select;
mod slider;
mod still;
mod table;
mod text_field;
mod toggle;
mod transport;
mod tree;

pub use bit_strip::{BitGroup, BitStrip};
pub use button::Button;
pub use cell_grid::CellGrid;
pub use choice::Choice;
pub use drawer::{Drawer, Source};
pub use edit::Edit;
pub use element::{Attributes, element, group, part, text, words, written};
pub use entry::Entry;
pub use figure::{Figure, Preset, more, presets};
pub use formula::{frac, mi, mn, mo, msub, msup, mtext, row};
pub use heatmap::{HeatMark, Heatmap, Ramp};
pub use in_sight::{InSight, twin, use_sight};
pub use plot::{Axis, Band, Cut, Line, Plot, PlotHeight, Point, Rule, ticks};
pub use progress::Progress;
pub use radio_row::{RadioLook, RadioOption, RadioRow};
pub use rail::{Rail, Step};
pub use rest::use_rest;
pub use scrubber::Scrubber;
pub use select::Select;
pub use slider::{Slider, Spacing};
pub use still::Still;
pub use table::{Table, TableProps};
pub use text_field::TextField;
pub use toggle::Toggle;
pub use transport::{Transport, TransportText};
pub use tree::{Tree, TreeItem};

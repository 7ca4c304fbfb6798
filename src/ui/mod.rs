//! Controls and marks that know no machine-learning word: finished strings in, `Callback<value>` out.
//!
//! They see neither the numerics nor the texts, and keep working inside a shadow root: no `window`, no `document`
//! outside [`browser`].

pub mod browser;
mod button;
mod choice;
mod drawer;
mod edit;
mod figure;
mod formula;
mod scrubber;
mod select;
mod slider;
mod table;
mod text_field;
mod toggle;

pub use button::Button;
pub use choice::Choice;
pub use drawer::{Drawer, Source};
pub use edit::Edit;
pub use figure::{Figure, Preset};
pub use formula::{frac, mi, mn, mo, msub, msup, mtext, row};
pub use scrubber::Scrubber;
pub use select::Select;
pub use slider::{Slider, Spacing};
pub use table::{Props as TableProps, Table};
pub use text_field::TextField;
pub use toggle::Toggle;

//! The typed table: a widget's state declared once, used as attributes, link keys, Markdown presets and reference table.
//!
//! A leaf: it knows no widget, no language and no browser.

mod choice;
mod field;
mod query;
mod readings;
mod table;

pub use choice::Choice;
pub use field::{Between, Field, Kind, Length, List, Reason};
pub use query::{Pairs, decode, encode, join, split};
pub use readings::{Readings, Unit, Value};
pub use table::{FieldInfo, Problem, Table, TableInfo, read};

pub(crate) use choice::choice;
pub(crate) use readings::readings;
pub(crate) use table::table;

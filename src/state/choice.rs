//! Enumerations with public names.

use super::field::{Field, Kind, Reason};

/// A closed set of named values.
pub trait Choice: Copy + PartialEq + 'static {
    /// All values, in the order in which they are offered.
    const ALL: &'static [Self];
    /// Their public names, parallel to [`Choice::ALL`].
    const NAMES: &'static [&'static str];

    /// Position in [`Choice::ALL`].
    fn index(self) -> usize {
        Self::ALL.iter().position(|v| *v == self).unwrap_or(0)
    }

    /// The public name.
    fn name(self) -> &'static str {
        Self::NAMES[self.index()]
    }

    /// The value at a position; the first if there is none.
    fn at(index: usize) -> Self {
        Self::ALL.get(index).copied().unwrap_or(Self::ALL[0])
    }
}

impl<T: Choice> Field for T {
    type Range = ();
    const OPTIONS: &'static [&'static str] = T::NAMES;

    fn parse(text: &str, (): &()) -> Result<Self, Reason> {
        T::NAMES.iter().position(|name| *name == text).map(T::at).ok_or(Reason::NotOneOf(T::NAMES))
    }

    fn write(&self) -> String {
        self.name().into()
    }

    fn kind((): &()) -> Kind {
        Kind::Choice(T::NAMES)
    }
}

/// Names the variants of an enumeration: `choice! { Kind { A = "a", B = "b" } }`.
macro_rules! choice {
    ($type:ty { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $crate::state::Choice for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const NAMES: &'static [&'static str] = &[$($name),+];
        }
    };
}
pub(crate) use choice;

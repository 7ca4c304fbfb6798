//! What a widget computes, as the outside sees it.

/// A reading's value; lists run parallel to a list in the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Any number; whole ones are exact to 2⁵³.
    Number(f64),
    /// A text, such as a code in hex.
    Text(String),
    /// True or false.
    Flag(bool),
    /// Several.
    List(Vec<Value>),
}

/// How a number in prose is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A plain number.
    Plain,
    /// A count, shortened with K, M, B or 万, 亿.
    Count,
    /// Bytes, with kB, MB, GB.
    Bytes,
    /// A fraction of one, written in percent.
    Fraction,
    /// A ratio, written with ×.
    Ratio,
}

/// A flat struct of readings, made by [`readings!`].
pub trait Readings: Clone + PartialEq {
    /// Their names, in snake_case with the unit in the name.
    const NAMES: &'static [&'static str];
    /// How each is written in prose, parallel to [`Readings::NAMES`].
    const UNITS: &'static [Unit];
    /// The values, parallel to [`Readings::NAMES`].
    fn values(&self) -> Vec<Value>;

    /// One by its name.
    fn value(&self, name: &str) -> Option<(Value, Unit)> {
        let index = Self::NAMES.iter().position(|known| *known == name)?;
        Some((self.values().into_iter().nth(index)?, Self::UNITS[index]))
    }
}

macro_rules! number {
    ($($type:ty),+) => { $(impl From<$type> for Value {
        fn from(number: $type) -> Self {
            Self::Number(number as f64)
        }
    })+ };
}
number!(f64, u32, u64, usize);

impl From<f32> for Value {
    fn from(number: f32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// Declares readings: `name: Type as Unit`, with a doc comment on each.
macro_rules! readings {
    (
        $(#[$meta:meta])*
        $vis:vis struct $readings:ident {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty as $unit:ident, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        $vis struct $readings {
            $( $(#[doc = $doc])+ pub $field: $type, )+
        }

        impl $crate::state::Readings for $readings {
            const NAMES: &'static [&'static str] = &[$(stringify!($field)),+];
            const UNITS: &'static [$crate::state::Unit] = &[$($crate::state::Unit::$unit),+];

            fn values(&self) -> Vec<$crate::state::Value> {
                vec![$(self.$field.clone().into()),+]
            }
        }
    };
}
pub(crate) use readings;

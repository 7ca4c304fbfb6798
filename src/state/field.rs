//! One field: how its text is read and written, and what it may be.

use crate::decimal;

/// Why a text was not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The widget has no such field.
    Unknown,
    /// No number at all.
    NotANumber,
    /// A number with a fraction where whole numbers count something.
    NotWhole,
    /// Outside the range, whose ends are given.
    OutOfRange(String, String),
    /// None of the names.
    NotOneOf(&'static [&'static str]),
    /// More characters than this.
    TooLong(usize),
    /// A list with fewer or more items than these.
    ListLength(usize, usize),
    /// An item that stands twice.
    Twice(String),
    /// Not of the form shown by this example.
    Form(&'static str),
}

/// What a field accepts, for the generated reference.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A number between two ends.
    Number(String, String),
    /// One of some names.
    Choice(&'static [&'static str]),
    /// Free text of at most so many characters.
    Text(usize),
    /// Between so many and so many of a kind, separated by commas.
    List(usize, usize, Box<Kind>),
    /// A form of its own, shown by an example.
    Form(&'static str),
}

/// A type that can stand in a [`Table`](super::Table).
pub trait Field: Clone + PartialEq {
    /// What limits the values.
    type Range: 'static;
    /// The names to choose from, if it is a choice.
    const OPTIONS: &'static [&'static str] = &[];

    /// Reads a text.
    ///
    /// # Errors
    /// Says why the text is not one of the allowed values.
    fn parse(text: &str, range: &Self::Range) -> Result<Self, Reason>;
    /// Writes a text that [`Field::parse`] reads back as the same value.
    fn write(&self) -> String;
    /// What is accepted.
    fn kind(range: &Self::Range) -> Kind;
}

/// A range of numbers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between<T>(pub T, pub T);

/// The largest number of characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length(pub usize);

/// How many items, and the range of each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct List<R>(pub usize, pub usize, pub R);

macro_rules! whole {
    ($($type:ty),+) => { $(
        impl Field for $type {
            type Range = Between<Self>;

            fn parse(text: &str, Between(low, high): &Self::Range) -> Result<Self, Reason> {
                let real = decimal::parse(text.trim()).ok_or(Reason::NotANumber)?;
                if real.is_nan() {
                    return Err(Reason::NotANumber);
                }
                let outside = || Reason::OutOfRange(low.to_string(), high.to_string());
                if real < *low as f64 || real > *high as f64 {
                    return Err(outside());
                }
                if f64::trunc(real) != real {
                    return Err(Reason::NotWhole);
                }
                // Above 2^53 the digits count, not the float.
                let exact = text.trim().parse().unwrap_or(real as Self);
                if exact < *low || exact > *high { Err(outside()) } else { Ok(exact) }
            }

            fn write(&self) -> String {
                self.to_string()
            }

            fn kind(Between(low, high): &Self::Range) -> Kind {
                Kind::Number(low.to_string(), high.to_string())
            }
        }
    )+ };
}
whole!(u32, u64, usize);

impl Field for f64 {
    type Range = Between<Self>;

    fn parse(text: &str, Between(low, high): &Self::Range) -> Result<Self, Reason> {
        let real = decimal::parse(text.trim()).ok_or(Reason::NotANumber)?;
        if real.is_nan() {
            return Err(Reason::NotANumber);
        }
        if real < *low || real > *high {
            return Err(Reason::OutOfRange(decimal::shortest(*low), decimal::shortest(*high)));
        }
        Ok(real)
    }

    fn write(&self) -> String {
        decimal::shortest(*self)
    }

    fn kind(Between(low, high): &Self::Range) -> Kind {
        Kind::Number(decimal::shortest(*low), decimal::shortest(*high))
    }
}

impl Field for bool {
    type Range = ();
    const OPTIONS: &'static [&'static str] = &["on", "off"];

    fn parse(text: &str, (): &()) -> Result<Self, Reason> {
        match text {
            "on" => Ok(true),
            "off" => Ok(false),
            _ => Err(Reason::NotOneOf(Self::OPTIONS)),
        }
    }

    fn write(&self) -> String {
        if *self { "on" } else { "off" }.into()
    }

    fn kind((): &()) -> Kind {
        Kind::Choice(Self::OPTIONS)
    }
}

impl Field for String {
    type Range = Length;

    fn parse(text: &str, Length(most): &Length) -> Result<Self, Reason> {
        if text.chars().nth(*most).is_some() { Err(Reason::TooLong(*most)) } else { Ok(text.into()) }
    }

    fn write(&self) -> String {
        self.clone()
    }

    fn kind(Length(most): &Length) -> Kind {
        Kind::Text(*most)
    }
}

/// Absent is the empty text.
impl<T: Field> Field for Option<T> {
    type Range = T::Range;
    const OPTIONS: &'static [&'static str] = T::OPTIONS;

    fn parse(text: &str, range: &T::Range) -> Result<Self, Reason> {
        if text.is_empty() { Ok(None) } else { T::parse(text, range).map(Some) }
    }

    fn write(&self) -> String {
        self.as_ref().map(T::write).unwrap_or_default()
    }

    fn kind(range: &T::Range) -> Kind {
        T::kind(range)
    }
}

/// Items separated by commas, none twice.
impl<T: Field> Field for Vec<T> {
    type Range = List<T::Range>;
    const OPTIONS: &'static [&'static str] = T::OPTIONS;

    fn parse(text: &str, List(fewest, most, range): &Self::Range) -> Result<Self, Reason> {
        let mut items = Self::new();
        for part in text.split(',').filter(|part| !part.is_empty()) {
            if items.len() == *most {
                return Err(Reason::ListLength(*fewest, *most));
            }
            let item = T::parse(part, range)?;
            if items.contains(&item) {
                return Err(Reason::Twice(item.write()));
            }
            items.push(item);
        }
        if items.len() < *fewest { Err(Reason::ListLength(*fewest, *most)) } else { Ok(items) }
    }

    fn write(&self) -> String {
        self.iter().map(T::write).collect::<Vec<_>>().join(",")
    }

    fn kind(List(fewest, most, range): &Self::Range) -> Kind {
        Kind::List(*fewest, *most, Box::new(T::kind(range)))
    }
}

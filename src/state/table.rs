//! A widget's state as a table of fields.

use super::field::Reason;
use super::query::Pairs;
use super::readings::Unit;

/// A field as the outside sees it.
pub struct FieldInfo {
    /// Attribute, link key and preset key, in kebab-case.
    pub name: &'static str,
    /// What it is, from its doc comment. This and what follows is for the generated reference, and not shipped.
    #[cfg(not(target_arch = "wasm32"))]
    pub doc: &'static str,
    /// The names to choose from, if it is a choice (or a list of choices).
    #[cfg(not(target_arch = "wasm32"))]
    pub options: &'static [&'static str],
    /// What it accepts.
    #[cfg(not(target_arch = "wasm32"))]
    pub kind: fn() -> super::Kind,
}

/// A widget as the outside sees it, for checks at build time and for the generated reference.
pub struct TableInfo {
    /// The widget's name: the tag without its prefix.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [FieldInfo],
    /// Names of its readings.
    pub readings: &'static [&'static str],
    /// How each reading is written in prose, parallel to `readings`.
    pub units: &'static [Unit],
    /// Whether a text is good for a field. This and what follows is for tests, and not shipped.
    #[cfg(not(target_arch = "wasm32"))]
    pub check: fn(field: &str, text: &str) -> Result<(), Reason>,
    /// The default of a field, as text; empty if there is no such field.
    #[cfg(not(target_arch = "wasm32"))]
    pub default: fn(field: &str) -> String,
}

/// A flat struct of [`Field`](super::Field)s, made by [`table!`].
pub trait Table: Clone + PartialEq + Default + 'static {
    /// The widget's name.
    const NAME: &'static str;
    /// All fields, in the order of declaration.
    const FIELDS: &'static [FieldInfo];

    /// Sets one field from its text; on error nothing changes.
    ///
    /// # Errors
    /// Says why the text was not taken, or that there is no such field.
    fn set(&mut self, field: &str, text: &str) -> Result<(), Reason>;

    /// The text of every field.
    fn texts(&self) -> Vec<(&'static str, String)>;

    /// The fields that differ from the default.
    fn changed(&self) -> Vec<(&'static str, String)> {
        self.changed_from(&Self::default())
    }

    /// The fields that differ from another state.
    fn changed_from(&self, base: &Self) -> Vec<(&'static str, String)> {
        self.texts().into_iter().zip(base.texts()).filter(|(a, b)| a != b).map(|(a, _)| a).collect()
    }

    /// [`Table::set`] on a throw-away value.
    ///
    /// # Errors
    /// As [`Table::set`].
    fn check(field: &str, text: &str) -> Result<(), Reason> {
        Self::default().set(field, text)
    }

    /// The default of a field, as text; empty if there is no such field.
    fn default_of(field: &str) -> String {
        let texts = Self::default().texts();
        texts.into_iter().find(|(name, _)| *name == field).map(|(_, text)| text).unwrap_or_default()
    }
}

/// A text that was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The field it was meant for.
    pub field: String,
    /// The text, cut to a readable length.
    pub given: String,
    /// Why.
    pub reason: Reason,
}

const SHOWN: usize = 40;

/// Nobody reads more notices at once, and a link of a megabyte can hold a hundred thousand bad fields.
const MOST: usize = 12;

/// Reads fields over `base`; a bad one keeps its value in `base`, the others are taken. The first few bad ones are reported.
#[must_use]
pub fn read<T: Table>(base: &T, pairs: &Pairs) -> (T, Vec<Problem>) {
    let mut state = base.clone();
    let mut problems: Vec<Problem> = Vec::new();
    for (field, text) in pairs.iter() {
        if let Err(reason) = state.set(field, text)
            && problems.len() < MOST
            && problems.iter().all(|problem| problem.field != cut(field))
        {
            problems.push(Problem { field: cut(field), given: cut(text), reason });
        }
    }
    (state, problems)
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => text.into(),
        Some((end, _)) => [&text[..end], "…"].concat(),
    }
}

/// Declares a state: `"name" field: Type = default, within range;`, with a doc comment on each.
macro_rules! table {
    (
        $(#[$meta:meta])*
        $vis:vis struct $table:ident: $widget:literal {
            $( $(#[doc = $doc:literal])+ $name:literal $field:ident: $type:ty = $default:expr, within $range:expr; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        $vis struct $table {
            $( $(#[doc = $doc])+ pub $field: $type, )+
        }

        impl Default for $table {
            fn default() -> Self {
                Self { $($field: $default),+ }
            }
        }

        impl $crate::state::Table for $table {
            const NAME: &'static str = $widget;
            const FIELDS: &'static [$crate::state::FieldInfo] = &[$($crate::state::FieldInfo {
                name: $name,
                #[cfg(not(target_arch = "wasm32"))]
                doc: concat!($($doc),+),
                #[cfg(not(target_arch = "wasm32"))]
                options: <$type as $crate::state::Field>::OPTIONS,
                #[cfg(not(target_arch = "wasm32"))]
                kind: || <$type as $crate::state::Field>::kind(&$range),
            }),+];

            fn set(&mut self, field: &str, text: &str) -> Result<(), $crate::state::Reason> {
                match field {
                    $($name => self.$field = $crate::state::Field::parse(text, &$range)?,)+
                    _ => return Err($crate::state::Reason::Unknown),
                }
                Ok(())
            }

            fn texts(&self) -> Vec<(&'static str, String)> {
                vec![$(($name, $crate::state::Field::write(&self.$field))),+]
            }
        }
    };
}
pub(crate) use table;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::split;

    table! {
        /// A state.
        struct Trial: "trial" {
            /// A flag.
            "flag" flag: bool = false, within ();
        }
    }

    #[test]
    fn of_a_megabyte_of_unknown_fields_a_few_are_named() {
        let query = (0..100_000).map(|at| format!("field{at}=1&")).collect::<String>() + "flag=on";
        let (state, problems) = read(&Trial::default(), &split(&query));
        assert!(state.flag);
        assert_eq!((problems[0].field.as_str(), problems.len()), ("field0", MOST));
    }
}

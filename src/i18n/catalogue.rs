//! Declares the shape of a catalogue.

/// A struct of texts, one field a text, which can also be walked (for the test that compares languages).
macro_rules! catalogue {
    ($(#[$meta:meta])* pub struct $name:ident { $( $(#[$doc:meta])* $field:ident, )+ }) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name {
            $( $(#[$doc])* pub $field: &'static str, )+
        }

        impl $name {
            /// Each text with its name.
            #[must_use]
            pub fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($field), self.$field)),+]
            }
        }
    };
}
pub(crate) use catalogue;

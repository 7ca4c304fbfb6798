//! The code of each widget is a part of its own, fetched when it is needed, and what several use is another.
//!
//! A release is built with the feature `split`: `wasm-split-cli` then cuts what only one widget's functions reach
//! out of the WebAssembly (see `scripts/split/`). Without the feature everything is there from the start.

// What the attribute `wasm_split` writes calls the functions of another module.
#![cfg_attr(feature = "split", allow(unsafe_code, reason = "written by wasm_split"))]

use std::rc::Rc;

use super::host::{Keep, Machine, Props};
use super::view::Widget;
use crate::state::Table;
#[cfg(not(feature = "split"))]
use {
    super::computed::{Computed, computed},
    crate::{i18n::Lang, state::Pairs},
};

/// A part that did not come; another try may bring it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What the rest of the code can do with a widget that it does not know.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Starts one.
    pub start: fn(&Props) -> Rc<dyn Machine>,
    /// The default of a field, as text; empty if there is no such field.
    pub default_of: fn(&str) -> String,
    /// Computes a state without drawing it.
    #[cfg(not(feature = "split"))]
    pub compute: fn(&Pairs, Lang) -> Computed,
}

/// A name stands for one widget, and whoever has an entry knows its name.
impl PartialEq for Entry {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

pub(super) const fn entry<W: Widget>() -> Entry {
    Entry {
        start: started::<W>,
        default_of: <W::State as Table>::default_of,
        #[cfg(not(feature = "split"))]
        compute: computed::<W>,
    }
}

fn started<W: Widget>(props: &Props) -> Rc<dyn Machine> {
    Rc::new(Keep::<W>::new(props.lang, &props.preset, &props.given))
}

/// The widget of this name, if its code is there.
#[cfg(not(feature = "split"))]
pub fn present(name: &str) -> Option<Entry> {
    super::code::of(name).ok()
}

/// Nothing to wait for.
///
/// # Errors
/// If there is no widget of this name.
#[cfg(not(feature = "split"))]
#[allow(clippy::unused_async, reason = "as in a release, where the code comes over the network")]
pub async fn load(name: &str) -> Result<(), Missing> {
    super::code::of(name).map(|_| ())
}

#[cfg(feature = "split")]
thread_local! {
    static PRESENT: std::cell::RefCell<Vec<(&'static str, Entry)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// The widget of this name, if its code is there.
#[cfg(feature = "split")]
pub fn present(name: &str) -> Option<Entry> {
    PRESENT.with_borrow(|present| present.iter().find(|(known, _)| *known == name).map(|(_, entry)| *entry))
}

/// Sees to it that the code of a widget is there.
///
/// # Errors
/// If it did not come, or there is no widget of this name.
#[cfg(feature = "split")]
pub async fn load(name: &str) -> Result<(), Missing> {
    let Some(table) = super::TABLES.iter().find(|table| table.name == name) else { return Err(Missing) };
    let entry = super::code::of(name).await?;
    PRESENT.with_borrow_mut(|present| present.push((table.name, entry)));
    Ok(())
}

/// Declares all widgets.
macro_rules! parts {
    ($($module:ident::$widget:ident;)+) => {
        /// Every widget as the outside sees it: fields, readings, and a check for each text.
        pub const TABLES: &[$crate::state::TableInfo] = &[$(info::<$module::$widget>()),+];

        mod code {
            use super::parts::{Entry, Missing, entry};

            $(
                #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($module, fallible))]
                fn $module() -> Result<Entry, Missing> {
                    Ok(entry::<super::$module::$widget>())
                }
            )+

            #[cfg(not(feature = "split"))]
            pub fn of(name: &str) -> Result<Entry, Missing> {
                match name {
                    $(<super::$module::State as $crate::state::Table>::NAME => $module(),)+
                    _ => Err(Missing),
                }
            }

            #[cfg(feature = "split")]
            pub async fn of(name: &str) -> Result<Entry, Missing> {
                match name {
                    $(<super::$module::State as $crate::state::Table>::NAME => $module().await,)+
                    _ => Err(Missing),
                }
            }
        }
    };
}
pub(super) use parts;

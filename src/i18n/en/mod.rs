//! English.

pub mod article;
pub mod frame;

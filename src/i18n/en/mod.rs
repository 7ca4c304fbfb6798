//! English.

pub mod article;
pub mod dots;
pub mod float;
pub mod frame;
pub mod kv_cache;
pub mod parameters;
pub mod router;
pub mod segmentation;

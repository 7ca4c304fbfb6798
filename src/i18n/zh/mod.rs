//! Chinese, in simplified characters.

pub mod article;
pub mod balance;
pub mod dots;
pub mod float;
pub mod frame;
pub mod kv_cache;
pub mod router;

//! Chinese, in simplified characters.

pub mod article;
pub mod frame;

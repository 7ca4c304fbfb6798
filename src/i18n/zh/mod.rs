//! Chinese, in simplified characters.

pub mod absorption;
pub mod accumulator;
pub mod article;
pub mod balance;
pub mod decode;
pub mod dots;
pub mod float;
pub mod frame;
pub mod kv_cache;
pub mod low_rank;
pub mod parameters;
pub mod precision_map;
pub mod router;
pub mod router_place;
pub mod scaling;
pub mod segmentation;
pub mod training;

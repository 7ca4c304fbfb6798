//! The shapes of the catalogues, one file a widget.

mod article;
mod balance;
mod dots;
mod float;
mod frame;
mod kv_cache;
mod router;

pub use article::ArticleText;
pub use balance::BalanceText;
pub use dots::DotsText;
pub use float::FloatText;
pub use frame::{FrameText, ProblemText};
pub use kv_cache::KvCacheText;
pub use router::RouterText;

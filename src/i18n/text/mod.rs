//! The shapes of the catalogues, one file a widget.

mod article;
mod dots;
mod float;
mod frame;
mod kv_cache;
mod parameters;
mod router;
mod segmentation;

pub use article::ArticleText;
pub use dots::DotsText;
pub use float::FloatText;
pub use frame::{FrameText, ProblemText};
pub use kv_cache::KvCacheText;
pub use parameters::ParametersText;
pub use router::RouterText;
pub use segmentation::SegmentationText;

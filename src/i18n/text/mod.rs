//! The shapes of the catalogues, one file a widget.

mod absorption;
mod accumulator;
mod article;
mod balance;
mod decode;
mod dots;
mod float;
mod frame;
mod kv_cache;
mod low_rank;
mod parameters;
mod precision_map;
mod router;
mod router_place;
mod scaling;
mod segmentation;
mod training;

pub use absorption::AbsorptionText;
pub use accumulator::AccumulatorText;
pub use article::ArticleText;
pub use balance::BalanceText;
pub use decode::DecodeText;
pub use dots::DotsText;
pub use float::FloatText;
pub use frame::{FrameText, ProblemText};
pub use kv_cache::KvCacheText;
pub use low_rank::LowRankText;
pub use parameters::ParametersText;
pub use precision_map::PrecisionMapText;
pub use router::RouterText;
pub use router_place::RouterPlaceText;
pub use scaling::ScalingText;
pub use segmentation::SegmentationText;
pub use training::TrainingText;

//! The shapes of the catalogues, one file a widget.

mod article;
mod frame;

pub use article::ArticleText;
pub use frame::{FrameText, ProblemText};

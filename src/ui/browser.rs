//! What needs the window: the clipboard and saving files. Never called while rendering.

mod address;
mod clipboard;
mod save;

pub use address::absolute;
pub use clipboard::copy;
pub use save::{save_png, save_svg, save_text};

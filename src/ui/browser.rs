//! What needs the window: the clipboard, saving files, what is near the screen. Never called while rendering.

mod address;
mod clipboard;
mod near;
mod save;

pub use address::absolute;
pub use clipboard::copy;
pub use near::Near;
pub use save::{save_png, save_svg, save_text};

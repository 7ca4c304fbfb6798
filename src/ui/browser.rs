//! What needs the window: the clipboard, files, time, colours, what is in sight. While drawing only the time is asked for.

mod address;
mod clipboard;
mod fetch;
mod save;
mod sight;
mod theme;
mod time;

pub use address::absolute;
pub use clipboard::copy;
pub use fetch::fetch;
pub use save::{save_png, save_svg, save_text};
pub use sight::Sight;
pub use theme::{Theme, properties};
pub use time::{now, still};

//! Starts the page.

fn main() {
    frugal::widgets::memory::reserve();
    frugal::article::mount("page");
}

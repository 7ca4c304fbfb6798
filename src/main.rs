//! Starts the page.

fn main() {
    frugal::article::mount("page");
}

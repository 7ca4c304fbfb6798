//! The core behind the custom elements.

fn main() {}

//! Compiles the article.

fn main() {}

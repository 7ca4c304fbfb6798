//! Compiles the article: `src/article/en.md` and `src/article/zh.md` become Rust source.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

#[path = "build/mod.rs"]
mod compiler;

use std::path::Path;
use std::{env, fs, io};

/// Each article with the name of its constant.
const ARTICLES: [(&str, &str); 2] = [("EN", "src/article/en.md"), ("ZH", "src/article/zh.md")];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/article/document.rs");
    let mut source = String::new();
    for (name, file) in ARTICLES {
        println!("cargo::rerun-if-changed={file}");
        match compiler::compile(&fs::read_to_string(file)?) {
            Ok(compiled) => source.push_str(&compiler::emit(name, file, &compiled)),
            Err(problems) => problems.iter().for_each(|problem| println!("cargo::error={file}:{problem}")),
        }
    }
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&folder).join("article.rs"), source)
}

//! What the reference tests share.

use serde_json::Value;
use std::path::PathBuf;

/// The reference vectors `file`, from `REFERENCE_DIR` if that is set, else from the repository's own.
pub fn reference(file: &str) -> Value {
    let repository = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference");
    let folder = std::env::var_os("REFERENCE_DIR").map_or_else(|| PathBuf::from(repository), PathBuf::from);
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

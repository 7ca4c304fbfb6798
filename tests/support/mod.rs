//! Reads the reference vectors.

use std::{env, fs, path::PathBuf};

/// `file` from the folder named by `REFERENCE_DIR`, or from `tests/reference`.
pub fn reference(file: &str) -> serde_json::Value {
    let folder = env::var_os("REFERENCE_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reference"), PathBuf::from);
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

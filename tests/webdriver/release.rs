//! The release build that is tested.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A folder of the repository.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Says why there is nothing to test: `dist/` holds no release, or an older one than the sources.
pub fn check() -> Result<(), String> {
    let built = modified(&folder("dist/sizes.json")).ok_or("dist/ holds no release build; run `make build`")?;
    let newest = ["src", "kernels", "static", "index.html", "Trunk.toml"]
        .into_iter()
        .filter_map(|name| newest(&folder(name)))
        .max();
    match newest {
        Some(newest) if newest > built => Err("dist/ is older than the sources; run `make build`".to_owned()),
        _ => Ok(()),
    }
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

fn newest(path: &Path) -> Option<SystemTime> {
    if path.is_dir() {
        std::fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
    } else {
        modified(path)
    }
}

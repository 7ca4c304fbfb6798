//! The dependency rules of DESIGN.md, read from the sources.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// A layer and the layers it may name. `lib.rs` and the two `main`s stand above all.
const LAYERS: [(&str, &[&str]); 9] = [
    ("decimal", &[]),
    ("numerics", &[]),
    ("state", &["decimal"]),
    ("i18n", &["decimal", "state"]),
    ("ui", &["decimal"]),
    ("widgets", &["decimal", "numerics", "state", "i18n", "ui"]),
    ("article", &["state", "i18n", "widgets"]),
    ("embed", &["state", "i18n", "widgets"]),
    ("bin", &["embed"]),
];

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|known| known == extension) {
            found.push(path);
        }
    }
}

fn sources(folder: &str, extension: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    files(&root.join(folder), extension, &mut found);
    found.sort();
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).unwrap())
    };
    found.into_iter().map(named).collect()
}

/// Where a file's own tests begin.
const TESTS: &str = "#[cfg(test)]\nmod tests {";

/// The code of a file without its tests and comments.
fn code(text: &str) -> String {
    let text = text.split(TESTS).next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

fn layer_of(name: &str) -> Option<&str> {
    let mut parts = name.split('/').skip(1);
    let first = parts.next()?;
    Some(first.trim_end_matches(".rs"))
}

#[test]
fn layers_name_only_the_layers_below() {
    let mut seen = 0;
    for (name, text) in sources("src", "rs") {
        let Some((layer, allowed)) = LAYERS.iter().find(|(layer, _)| layer_of(&name) == Some(layer)) else { continue };
        seen += 1;
        let text = code(&text);
        for (other, _) in LAYERS.iter().filter(|(other, _)| other != layer && !allowed.contains(other)) {
            assert!(!text.contains(&format!("crate::{other}")), "{name}: {layer} must not see {other}");
        }
    }
    assert!(seen > 40, "only {seen} files looked at");
}

#[test]
fn the_science_sees_no_web() {
    for (name, text) in sources("src", "rs") {
        let text = code(&text);
        if ["decimal", "numerics", "state", "i18n"].contains(&layer_of(&name).unwrap_or_default()) {
            for web in ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"] {
                assert!(!text.contains(&format!("{web}::")), "{name} must not see {web}");
            }
        }
    }
}

/// The inner loops know numbers only, and only the science calls them.
#[test]
fn the_kernels_lie_under_the_science() {
    let kernels = sources("kernels/src", "rs");
    assert!(kernels.len() > 3, "{kernels:?}");
    for (name, text) in kernels {
        for other in ["frugal::", "yew", "web_sys", "js_sys", "wasm_bindgen", "std::", "unsafe"] {
            assert!(!code(&text).contains(other), "{name} must not see {other}");
        }
    }
    for (name, text) in sources("src", "rs") {
        let may = layer_of(&name) == Some("numerics");
        assert!(may || !code(&text).contains("frugal_kernels"), "{name}: only the science calls the kernels");
    }
}

#[test]
fn widgets_never_reach_for_the_page() {
    for (name, text) in sources("src/widgets", "rs") {
        let text = code(&text);
        for reach in [
            "web_sys::window",
            "web_sys::Document",
            "gloo_utils",
            "get_element_by_id",
            "create_portal",
            "current_target",
        ] {
            assert!(!text.contains(reach), "{name} uses {reach}: it would break in a shadow root");
        }
    }
}

#[test]
fn unsafe_code_is_let_through_in_one_place() {
    for (name, text) in sources("src", "rs") {
        let allowed = name == "src/widgets/parts.rs";
        assert!(allowed || !code(&text).contains("unsafe"), "{name} speaks of unsafe code");
    }
}

#[test]
fn markup_obeys_strict_hosts() {
    for (name, text) in sources("src", "rs") {
        let text = code(&text);
        for banned in
            [" style=", "<style", "inner_html", "set_outer_html", "from_html_unchecked", "insert_adjacent_html"]
        {
            assert!(!text.contains(banned), "{name} uses `{banned}`: blocked by strict content policies");
        }
    }
}

#[test]
fn colours_live_in_tokens() {
    let css = sources("static", "css").into_iter().filter(|(name, _)| name != "static/tokens.css");
    for (name, text) in css.chain(sources("src", "rs")) {
        let text = if name.ends_with("rs") { code(&text) } else { text };
        for mark in ["rgb(", "rgba(", "hsl(", "oklch(", "oklab("] {
            assert!(!text.contains(mark), "{name} names a colour: {mark}");
        }
        let hex = |part: &str| {
            let digits = part.chars().take_while(char::is_ascii_hexdigit).count();
            matches!(digits, 3 | 4 | 6 | 8)
                && !part[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
        };
        assert!(!text.split('#').skip(1).any(hex), "{name} names a colour in hex");
    }
}

#[test]
fn files_stay_small_and_named_after_what_they_hold() {
    let mut lengths = Vec::new();
    for (name, text) in sources("src", "rs").into_iter().chain(sources("kernels/src", "rs")) {
        let lines = text.split(TESTS).next().unwrap().lines().count();
        // Tables of data are read, not followed.
        let table = name.contains("/catalogue") || name.contains("/table") || name.starts_with("src/i18n/");
        assert!(table || lines <= 300, "{name} has {lines} lines");
        lengths.push(lines);
        for vague in ["util", "common", "types.rs", "prelude", "helper", "misc"] {
            assert!(!name.rsplit('/').next().unwrap().contains(vague), "{name} says nothing about what it holds");
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 100, "median file length is {median}");
}

//! What the hand-written shell repeats from the crate.

use frugal::widgets::TABLES;

const SHELL: &str = include_str!("../static/frugal.js");

#[test]
fn the_shell_has_the_version_of_the_crate() {
    assert!(SHELL.contains(&format!("const VERSION = \"{}\";", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn the_shell_has_a_tag_for_each_widget() {
    let line = SHELL.lines().find(|line| line.starts_with("const WIDGETS = {")).unwrap();
    let body = line.trim_start_matches("const WIDGETS = {").trim_end_matches("};");
    let names =
        body.split(']').filter_map(|part| part.split(':').next()).map(|name| name.trim_matches([' ', ',', '"', '}']));
    let mut tags: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let mut widgets: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    tags.sort_unstable();
    widgets.sort_unstable();
    assert_eq!(tags, widgets);
}

#[test]
fn no_field_takes_the_name_of_an_option_of_the_tag() {
    for table in TABLES {
        for field in table.fields {
            let options = [
                "state", "lang", "theme", "motion", "loading", "chrome", "hide", "class", "id", "style", "slot",
                "hidden",
            ];
            assert!(!options.contains(&field.name), "{} has a field {}", table.name, field.name);
        }
    }
}

//! The public names: they follow the rules, and REFERENCE.md lists them as they are.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;

use frugal::state::{FieldInfo, Kind, TableInfo};
use frugal::widgets::TABLES;

/// Global HTML attributes and members of HTMLElement and its ancestors that a field could hide.
const TAKEN: &str = "accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint exportparts hidden id inert \
    inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot spellcheck style tabindex title \
    translate writingsuggestions attributes children click blur focus dataset prefix after before closest matches remove append \
    prepend animate scroll normalize contains offset-top text-content inner-text outer-text node-name node-type node-value \
    state readings phase ready version load reset advance describe loading chrome hide theme motion";

#[test]
fn names_follow_the_rules() {
    for table in TABLES {
        for field in table.fields {
            let name = field.name;
            assert!(
                name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{name} is not kebab-case"
            );
            assert!(
                !TAKEN.split_whitespace().any(|taken| taken == name),
                "{}.{name} hides a member of the element",
                table.name
            );
            assert!(!field.doc.trim().is_empty(), "{name} is not described");
        }
        for reading in table.readings {
            assert!(
                reading.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'),
                "{reading} is not snake_case"
            );
        }
    }
}

#[test]
fn defaults_are_allowed() {
    for table in TABLES {
        for field in table.fields {
            let default = (table.default)(field.name);
            assert_eq!((table.check)(field.name, &default), Ok(()), "{}.{} = {default}", table.name, field.name);
        }
        assert!((table.check)("no-such-field", "1").is_err());
    }
}

fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Number(low, high) => format!("{low} … {high}"),
        Kind::Choice(names) => names.join(" \\| "),
        Kind::Text(most) => format!("text, at most {most} characters"),
        Kind::List(fewest, most, item) => format!("{fewest} to {most} of: {}", self::kind(item)),
        Kind::Form(example) => format!("like `{example}`"),
    }
}

fn line(out: &mut String, table: &TableInfo, field: &FieldInfo) {
    let default = (table.default)(field.name);
    let default = if default.is_empty() { "none".into() } else { format!("`{default}`") };
    writeln!(out, "| `{}` | {} | {} | {} |", field.name, kind(&(field.kind)()), default, field.doc.trim()).unwrap();
}

fn reference() -> String {
    let mut out = String::from(
        "# Fields and readings\n\nGenerated from the sources; `UPDATE=1 cargo test --test reference_table` writes it anew.\n\n\
         A field is an attribute of the element, a key of the page's address (`?router.stage=keep`), a key of the `state` string \
         and a preset in the article's Markdown. A reading is a property of `.readings`.\n",
    );
    for table in TABLES {
        writeln!(out, "\n## `frugal-{}`\n\n| field | values | default | meaning |\n|---|---|---|---|", table.name)
            .unwrap();
        table.fields.iter().for_each(|field| line(&mut out, table, field));
        let readings: Vec<_> = table.readings.iter().map(|reading| format!("`{reading}`")).collect();
        writeln!(out, "\nReadings: {}.", readings.join(", ")).unwrap();
    }
    out
}

#[test]
fn the_reference_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/REFERENCE.md");
    let now = reference();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == now, "REFERENCE.md is out of date: run `UPDATE=1 cargo test --test reference_table`");
}

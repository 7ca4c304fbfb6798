//! Assertions of the compiled article, evaluated by the compiler: the names in its links exist.

use crate::state::TableInfo;
use crate::widgets::TABLES;

/// That there is a widget of this name.
pub const fn widget(place: &str, name: &str) {
    table(place, name);
}

/// That a widget has a field of this name.
pub const fn field(place: &str, widget: &str, name: &str) {
    let table = table(place, widget);
    let mut at = 0;
    let mut known = Message::new();
    while at < table.fields.len() {
        if same(table.fields[at].name, name) {
            return;
        }
        known = known.item(at, table.fields[at].name);
        at += 1;
    }
    fail(place, ["`", widget, "` has no field `", name, "`; it has: "], &known);
}

/// That a widget has a reading of this name.
pub const fn reading(place: &str, widget: &str, name: &str) {
    let table = table(place, widget);
    let mut at = 0;
    let mut known = Message::new();
    while at < table.readings.len() {
        if same(table.readings[at], name) {
            return;
        }
        known = known.item(at, table.readings[at]);
        at += 1;
    }
    fail(place, ["`", widget, "` has no reading `", name, "`; it has: "], &known);
}

const fn table(place: &str, name: &str) -> &'static TableInfo {
    let mut at = 0;
    let mut known = Message::new();
    while at < TABLES.len() {
        if same(TABLES[at].name, name) {
            return &TABLES[at];
        }
        known = known.item(at, TABLES[at].name);
        at += 1;
    }
    fail(place, ["there is no widget `", name, "`; there are: ", "", ""], &known);
}

const fn fail(place: &str, words: [&str; 5], known: &Message) -> ! {
    let mut message = Message::new().push(place);
    let mut at = 0;
    while at < words.len() {
        message = message.push(words[at]);
        at += 1;
    }
    panic!("{}", message.push(known.text()).text());
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// A text put together by the compiler; what does not fit is left off.
struct Message {
    bytes: [u8; 1024],
    length: usize,
}

impl Message {
    const fn new() -> Self {
        Self { bytes: [0; 1024], length: 0 }
    }

    const fn push(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.length + text.len() <= self.bytes.len() {
            let mut at = 0;
            while at < text.len() {
                self.bytes[self.length] = text[at];
                self.length += 1;
                at += 1;
            }
        }
        self
    }

    const fn item(self, at: usize, name: &str) -> Self {
        if at == 0 { self.push(name) } else { self.push(", ").push(name) }
    }

    const fn text(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

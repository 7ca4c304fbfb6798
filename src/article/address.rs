//! Addresses: `?lang=zh&theme=dark&router.stage=keep&kv-cache.context=131072`. Pure.

use crate::i18n::Lang;
use crate::state::{Choice as _, Pairs, decode, encode};

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}
crate::state::choice!(Theme { Auto = "auto", Light = "light", Dark = "dark" });

/// What a query says. Bad values are as good as absent; those of fields are kept, for the widget to complain about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// The language, if it names one.
    pub lang: Option<Lang>,
    /// The colours.
    pub theme: Theme,
    /// The fields of each instance, parallel to the ids it was read for.
    pub fields: Vec<Pairs>,
    /// What is not ours (`utm_source=…`), as it is written there.
    pub foreign: Vec<String>,
}

impl Address {
    /// Reads a query, without its `?`.
    #[must_use]
    pub fn read(query: &str, ids: &[&str]) -> Self {
        let mut address = Self { fields: vec![Pairs::new(); ids.len()], ..Self::default() };
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let (key, value) = (decode(key), decode(value));
            let field =
                key.split_once('.').and_then(|(id, field)| Some((ids.iter().position(|known| *known == id)?, field)));
            match (field, key.as_str()) {
                (Some((at, field)), _) => address.fields[at].push(field, value),
                (None, "lang") => address.lang = Lang::from_tag(&value).or(address.lang),
                (None, "theme") => {
                    let named = Theme::NAMES.iter().position(|name| *name == value);
                    address.theme = named.map_or(address.theme, Theme::at);
                }
                (None, _) => address.foreign.push(part.to_owned()),
            }
        }
        address
    }

    /// Writes the query, without `?`: what is not ours first, then language, colours and fields.
    #[must_use]
    pub fn write(&self, ids: &[&str]) -> String {
        let mut parts = self.foreign.clone();
        parts.extend(self.lang.map(|lang| ["lang=", lang.tag()].concat()));
        if self.theme != Theme::Auto {
            parts.push(["theme=", self.theme.name()].concat());
        }
        for (id, fields) in ids.iter().zip(&self.fields) {
            parts.extend(fields.iter().map(|(field, text)| [id, ".", &encode(field), "=", &encode(text)].concat()));
        }
        parts.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 2] = ["router", "kv-cache"];

    #[test]
    fn the_grammar() {
        let query = "lang=zh&router.stage=keep&kv-cache.context=131072&theme=dark";
        let address = Address::read(query, &IDS);
        assert_eq!((address.lang, address.theme), (Some(Lang::Zh), Theme::Dark));
        assert_eq!(address.fields[0].get("stage"), Some("keep"));
        assert_eq!(address.fields[1].get("context"), Some("131072"));
        assert_eq!(address.write(&IDS), "lang=zh&theme=dark&router.stage=keep&kv-cache.context=131072");
    }

    #[test]
    fn what_is_not_ours_stays_as_it_is() {
        let query = "utm_source=a+b%20c&flag&router.stage=keep&other.stage=x&=&a=b=c";
        let address = Address::read(query, &IDS);
        assert_eq!(address.foreign, ["utm_source=a+b%20c", "flag", "other.stage=x", "=", "a=b=c"]);
        assert!(address.write(&IDS).starts_with("utm_source=a+b%20c&flag&other.stage=x&=&a=b=c"));
    }

    #[test]
    fn bad_values_are_as_good_as_absent() {
        let address = Address::read("lang=xx&theme=pink&lang=zh-Hans&lang=", &IDS);
        assert_eq!((address.lang, address.theme), (Some(Lang::Zh), Theme::Auto));
        assert_eq!(address.write(&IDS), "lang=zh");
    }
}

//! Query strings: `a=1&b=x%20y`.

/// Keys and values in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// No pairs.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Each key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// The last value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// Appends a pair.
    pub fn push(&mut self, key: impl Into<String>, value: impl Into<String>) {
        self.0.push((key.into(), value.into()));
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs whose key starts with `id.`, without it.
    #[must_use]
    pub fn of(&self, id: &str) -> Self {
        let own = |(key, value): &(String, String)| {
            let field = key.strip_prefix(id)?.strip_prefix('.')?;
            Some((field.to_owned(), value.clone()))
        };
        Self(self.0.iter().filter_map(own).collect())
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

/// Reads a query string, with or without its `?`.
#[must_use]
pub fn split(query: &str) -> Pairs {
    let query = query.strip_prefix('?').unwrap_or(query);
    let pair = |part: &str| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (decode(key), decode(value))
    };
    query.split('&').filter(|part| !part.is_empty()).map(pair).collect()
}

/// Writes a query string, without `?`.
#[must_use]
pub fn join(pairs: &Pairs) -> String {
    let pair = |(key, value)| [encode(key), "=".into(), encode(value)].concat();
    pairs.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// Percent-encodes all but letters, digits and the marks that read well and are safe in a query.
#[must_use]
pub fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

/// Undoes percent-encoding and `+`; what is not encoded properly stays as it is, broken UTF-8 becomes U+FFFD.
#[must_use]
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn survives_a_round_trip() {
        let pairs: Pairs =
            [("router.text", "一个 token & more=50% + 🙂"), ("kv-cache.models", "a,b")].into_iter().collect();
        assert_eq!(split(&join(&pairs)), pairs);
        assert_eq!(join(&pairs.of("kv-cache")), "models=a,b");
    }

    #[test]
    fn takes_nonsense() {
        for text in ["?", "&&&", "%", "%zz=%f", "=", "a=b=c", "%ff%fe=1", "\u{0}"] {
            let _ = split(text);
        }
        assert_eq!(split("a=%zz").get("a"), Some("%zz"));
    }
}

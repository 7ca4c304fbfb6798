//! The reader's words, cut into tokens.

/// Tokens that are kept of a text.
pub const MAX_TOKENS: usize = 64;
/// Characters after which a word is divided.
const MAX_CHARS: usize = 32;
/// Characters after which even a combining sequence is divided.
const MAX_SEQUENCE: usize = 64;

/// A text cut into tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens<'a> {
    /// At most [`MAX_TOKENS`], in order, each a slice of the text.
    pub tokens: Vec<&'a str>,
    /// How many more the text had.
    pub cut: usize,
}

/// Cuts `text` into tokens: one CJK character, one word, or one other sign each; white space and control characters
/// separate. A combining mark, variation selector, joiner or skin tone stays with what it modifies. Words longer than
/// 32 characters are divided.
///
/// This is not the tokenizer of any model: those are learned, with a vocabulary of their own.
#[must_use]
pub fn tokenize(text: &str) -> Tokens<'_> {
    let mut found = Tokens { tokens: Vec::new(), cut: 0 };
    let mut open: Option<Open> = None;
    for (at, c) in text.char_indices() {
        if let Some(token) = &mut open {
            let next = text[at + c.len_utf8()..].chars().next();
            if token.takes(c, next) {
                continue;
            }
            found.push(&text[token.start..at]);
        }
        open = if c.is_whitespace() || c.is_control() { None } else { Some(Open::new(at, c)) };
    }
    if let Some(token) = open {
        found.push(&text[token.start..]);
    }
    found
}

impl<'a> Tokens<'a> {
    fn push(&mut self, token: &'a str) {
        if self.tokens.len() < MAX_TOKENS {
            self.tokens.push(token);
        } else {
            self.cut += 1;
        }
    }
}

/// A token that may still grow.
struct Open {
    start: usize,
    chars: usize,
    last: char,
    word: bool,
}

impl Open {
    fn new(start: usize, c: char) -> Self {
        Self { start, chars: 1, last: c, word: is_word(c) }
    }

    /// Takes `c` if it belongs to this token; `next` is the character after it.
    fn takes(&mut self, c: char, next: Option<char>) -> bool {
        let joined = extends(c)
            || (self.last == ZERO_WIDTH_JOINER && !c.is_whitespace() && !c.is_control())
            || (self.chars == 1 && is_regional(self.last) && is_regional(c));
        let apostrophe = matches!(c, '\'' | '’') && is_word(self.last) && next.is_some_and(is_word);
        let spelled = self.word && (is_word(c) || apostrophe);
        let limit = if joined { MAX_SEQUENCE } else { MAX_CHARS };
        let taken = (joined || spelled) && self.chars < limit;
        if taken {
            self.chars += 1;
            self.last = c;
        }
        taken
    }
}

const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// A letter or digit of a script that writes words apart.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_cjk(c) || c == '_'
}

/// Han, kana, bopomofo: written without spaces.
const fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{312f}' | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{3ffff}')
}

/// What modifies the character before it: combining marks, variation selectors, joiners, skin tones, emoji tags.
const fn extends(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Half of a flag.
const fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_characters_and_signs() {
        assert_eq!(tokenize("Don't wake 256 experts!").tokens, ["Don't", "wake", "256", "experts", "!"]);
        assert_eq!(
            tokenize("唤醒8位专家，very快。").tokens,
            ["唤", "醒", "8", "位", "专", "家", "，", "very", "快", "。"]
        );
        assert_eq!(tokenize("'a' b'").tokens, ["'", "a", "'", "b", "'"]);
        assert_eq!(tokenize(" \t\n\u{0}").tokens, [""; 0]);
        assert_eq!(tokenize("").tokens, [""; 0]);
    }

    #[test]
    fn sequences_stay_whole() {
        assert_eq!(tokenize("👩🏽‍🚀👍🏻❤️🇨🇳🇩🇪").tokens, ["👩🏽‍🚀", "👍🏻", "❤️", "🇨🇳", "🇩🇪"]);
        assert_eq!(tokenize("cafe\u{301} か\u{3099}").tokens, ["cafe\u{301}", "か\u{3099}"]);
        assert_eq!(tokenize("\u{301}").tokens, ["\u{301}"]);
        assert_eq!(tokenize("a\u{200d} b").tokens, ["a\u{200d}", "b"]);
    }

    #[test]
    fn bounded_in_number_and_length() {
        let text = "家".repeat(100);
        let tokens = tokenize(&text);
        assert_eq!((tokens.tokens.len(), tokens.cut), (MAX_TOKENS, 36));
        let long = "x".repeat(1_000_000);
        let tokens = tokenize(&long);
        assert_eq!((tokens.tokens.len(), tokens.cut), (MAX_TOKENS, 1_000_000 / MAX_CHARS - MAX_TOKENS));
        let marks = format!("a{}", "\u{301}".repeat(1_000));
        assert!(tokenize(&marks).tokens.iter().all(|token| token.chars().count() <= MAX_SEQUENCE));
    }
}

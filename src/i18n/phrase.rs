//! Sentences with places for values: `{bytes} a token`.

/// A stretch of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// The name of a place.
    Place(&'a str),
}

/// Cuts a sentence at its places.
#[must_use]
pub fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((words, tail)) = rest.split_once('{') {
        let Some((place, after)) = tail.split_once('}') else { break };
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces.push(Piece::Place(place));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// Puts values into the places; a place without a value keeps its braces, which a test looks for.
#[must_use]
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let text = |piece: Piece<'_>| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Place(place) => match values.iter().find(|(name, _)| *name == place) {
            Some((_, value)) => (*value).to_owned(),
            None => ["{", place, "}"].concat(),
        },
    };
    pieces(sentence).into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_places() {
        assert_eq!(fill("{a} of {b}.", &[("a", "1"), ("b", "2")]), "1 of 2.");
        assert_eq!(fill("{c} {", &[]), "{c} {");
    }
}

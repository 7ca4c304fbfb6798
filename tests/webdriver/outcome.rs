//! What a scenario returns.

use std::fmt;

/// `Ok`, or why the scenario failed.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a scenario failed, in words.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        // A WebDriver error prints its stack over many lines; the first says what happened.
        Self(error.to_string().lines().take(3).collect::<Vec<_>>().join(" "))
    }
}

/// Fails the scenario with a formatted message unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($message:tt)+) => {
        let holds: bool = $condition;
        if !holds {
            return Err($crate::outcome::Failure(format!($($message)+)));
        }
    };
}
pub(crate) use ensure;

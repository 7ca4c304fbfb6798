//! Every word a reader sees, in English and Chinese, and how numbers are written; a leaf.
//!
//! `text/` holds the shape of each catalogue, `en/` and `zh/` fill it: a missing text does not compile, and a test
//! asserts that both languages use the same placeholders.

mod catalogue;
mod lang;
mod numbers;
mod numerals;
mod phrase;
mod problems;

mod en;
mod text;
mod zh;

pub use lang::Lang;
pub use numbers::{
    Scale, bytes, count, fixed, grouped, integer, percent, plain, reading_like, shortest, signed, significant,
    superscript, times,
};
pub use numerals::read_number;
pub use phrase::{Piece, fill, pieces};
pub use problems::problem;
pub use text::{ArticleText, BalanceText, DotsText, FloatText, FrameText, KvCacheText, ProblemText, RouterText};

pub(crate) use catalogue::catalogue;

/// The texts of the frame that all widgets share.
#[must_use]
pub const fn frame(lang: Lang) -> &'static FrameText {
    match lang {
        Lang::En => &en::frame::FRAME,
        Lang::Zh => &zh::frame::FRAME,
    }
}

/// The texts about fields that were not taken.
#[must_use]
pub const fn problems(lang: Lang) -> &'static ProblemText {
    match lang {
        Lang::En => &en::frame::PROBLEMS,
        Lang::Zh => &zh::frame::PROBLEMS,
    }
}

/// The texts of the page around the article.
#[must_use]
pub const fn article(lang: Lang) -> &'static ArticleText {
    match lang {
        Lang::En => &en::article::ARTICLE,
        Lang::Zh => &zh::article::ARTICLE,
    }
}

/// The texts of `frugal-balance`.
#[must_use]
pub const fn balance(lang: Lang) -> &'static BalanceText {
    match lang {
        Lang::En => &en::balance::BALANCE,
        Lang::Zh => &zh::balance::BALANCE,
    }
}

/// The texts of the field of dots.
#[must_use]
pub const fn dots(lang: Lang) -> &'static DotsText {
    match lang {
        Lang::En => &en::dots::DOTS,
        Lang::Zh => &zh::dots::DOTS,
    }
}

/// The texts of `frugal-float`.
#[must_use]
pub const fn float(lang: Lang) -> &'static FloatText {
    match lang {
        Lang::En => &en::float::FLOAT,
        Lang::Zh => &zh::float::FLOAT,
    }
}

/// The texts of `frugal-kv-cache`.
#[must_use]
pub const fn kv_cache(lang: Lang) -> &'static KvCacheText {
    match lang {
        Lang::En => &en::kv_cache::KV_CACHE,
        Lang::Zh => &zh::kv_cache::KV_CACHE,
    }
}

/// The texts of `frugal-router`.
#[must_use]
pub const fn router(lang: Lang) -> &'static RouterText {
    match lang {
        Lang::En => &en::router::ROUTER,
        Lang::Zh => &zh::router::ROUTER,
    }
}

/// Every text of a language with its name, for the test that compares languages.
#[must_use]
pub fn entries(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let catalogues = [
        article(lang).entries(),
        balance(lang).entries(),
        dots(lang).entries(),
        float(lang).entries(),
        frame(lang).entries(),
        kv_cache(lang).entries(),
        problems(lang).entries(),
        router(lang).entries(),
    ];
    catalogues.concat()
}

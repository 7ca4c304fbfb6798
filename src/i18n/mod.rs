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
    Scale, abridged, bytes, count, fixed, grouped, integer, percent, plain, reading_like, shortest, signed,
    significant, superscript, times,
};
pub use numerals::read_number;
pub use phrase::{Piece, fill, pieces};
pub use problems::problem;
pub use text::{
    AbsorptionText, AccumulatorText, ArticleText, BalanceText, DecodeText, DotsText, FloatText, FrameText, KvCacheText,
    LowRankText, ParametersText, PrecisionMapText, ProblemText, RouterPlaceText, RouterText, ScalingText,
    SegmentationText, TrainingText,
};

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

/// The texts of the field of dots.
#[must_use]
pub const fn dots(lang: Lang) -> &'static DotsText {
    match lang {
        Lang::En => &en::dots::DOTS,
        Lang::Zh => &zh::dots::DOTS,
    }
}

/// The texts of `frugal-absorption`.
#[must_use]
pub const fn absorption(lang: Lang) -> &'static AbsorptionText {
    match lang {
        Lang::En => &en::absorption::ABSORPTION,
        Lang::Zh => &zh::absorption::ABSORPTION,
    }
}

/// The texts of `frugal-accumulator`.
#[must_use]
pub const fn accumulator(lang: Lang) -> &'static AccumulatorText {
    match lang {
        Lang::En => &en::accumulator::ACCUMULATOR,
        Lang::Zh => &zh::accumulator::ACCUMULATOR,
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

/// The texts of `frugal-decode`.
#[must_use]
pub const fn decode(lang: Lang) -> &'static DecodeText {
    match lang {
        Lang::En => &en::decode::DECODE,
        Lang::Zh => &zh::decode::DECODE,
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

/// The texts of `frugal-low-rank`.
#[must_use]
pub const fn low_rank(lang: Lang) -> &'static LowRankText {
    match lang {
        Lang::En => &en::low_rank::LOW_RANK,
        Lang::Zh => &zh::low_rank::LOW_RANK,
    }
}

/// The texts of `frugal-parameters`.
#[must_use]
pub const fn parameters(lang: Lang) -> &'static ParametersText {
    match lang {
        Lang::En => &en::parameters::PARAMETERS,
        Lang::Zh => &zh::parameters::PARAMETERS,
    }
}

/// The texts of `frugal-precision-map`.
#[must_use]
pub const fn precision_map(lang: Lang) -> &'static PrecisionMapText {
    match lang {
        Lang::En => &en::precision_map::PRECISION_MAP,
        Lang::Zh => &zh::precision_map::PRECISION_MAP,
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

/// The texts of `frugal-router` about nodes.
#[must_use]
pub const fn router_nodes(lang: Lang) -> &'static RouterPlaceText {
    match lang {
        Lang::En => &en::router_place::NODES,
        Lang::Zh => &zh::router_place::NODES,
    }
}

/// The texts of `frugal-router` about devices.
#[must_use]
pub const fn router_devices(lang: Lang) -> &'static RouterPlaceText {
    match lang {
        Lang::En => &en::router_place::DEVICES,
        Lang::Zh => &zh::router_place::DEVICES,
    }
}

/// The texts of `frugal-scaling`.
#[must_use]
pub const fn scaling(lang: Lang) -> &'static ScalingText {
    match lang {
        Lang::En => &en::scaling::SCALING,
        Lang::Zh => &zh::scaling::SCALING,
    }
}

/// The texts of `frugal-segmentation`.
#[must_use]
pub const fn segmentation(lang: Lang) -> &'static SegmentationText {
    match lang {
        Lang::En => &en::segmentation::SEGMENTATION,
        Lang::Zh => &zh::segmentation::SEGMENTATION,
    }
}

/// The texts of `frugal-training`.
#[must_use]
pub const fn training(lang: Lang) -> &'static TrainingText {
    match lang {
        Lang::En => &en::training::TRAINING,
        Lang::Zh => &zh::training::TRAINING,
    }
}

/// Every text of a language with its name, for the test that compares languages.
#[must_use]
pub fn entries(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let catalogues = [
        absorption(lang).entries(),
        accumulator(lang).entries(),
        article(lang).entries(),
        balance(lang).entries(),
        decode(lang).entries(),
        dots(lang).entries(),
        float(lang).entries(),
        frame(lang).entries(),
        kv_cache(lang).entries(),
        low_rank(lang).entries(),
        parameters(lang).entries(),
        precision_map(lang).entries(),
        problems(lang).entries(),
        router(lang).entries(),
        router_nodes(lang).entries(),
        router_devices(lang).entries(),
        scaling(lang).entries(),
        segmentation(lang).entries(),
        training(lang).entries(),
    ];
    catalogues.concat()
}

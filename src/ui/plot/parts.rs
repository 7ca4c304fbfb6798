//! What a plot is made of.

use yew::prelude::*;

/// A line; its label stands at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it shows.
    pub label: AttrValue,
    /// Its class, for its colour: `plot__series--1` to `--4`, or the widget's own.
    pub class: &'static str,
    /// Ascending x with their y; a y that is no number leaves a gap.
    pub points: Vec<(f64, f64)>,
    /// Whether its term is under the hand.
    pub lit: bool,
    /// Called when the pointer comes and goes.
    pub hover: Option<(Callback<PointerEvent>, Callback<PointerEvent>)>,
}

/// An area between two lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What it shows; written at its right end.
    pub label: AttrValue,
    /// Ascending x, each with the lower and the upper y.
    pub points: Vec<(f64, f64, f64)>,
}

/// A straight line across.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What it marks.
    pub label: AttrValue,
    /// Where on its axis.
    pub at: f64,
    /// Upright at an x; else lying at a y.
    pub upright: bool,
}

/// A dot.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Where.
    pub at: (f64, f64),
    /// Its class, as of a [`Line`].
    pub class: &'static str,
    /// Written beside it; may be empty.
    pub label: AttrValue,
    /// Whether its term is under the hand.
    pub lit: bool,
}

/// How high a plot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotHeight {
    /// Below another figure.
    Low,
    /// By itself.
    Middle,
    /// The whole stage.
    Tall,
}

impl PlotHeight {
    /// In em; the style sheet says the same.
    pub(super) const fn ems(self) -> f64 {
        match self {
            Self::Low => 10.0,
            Self::Middle => 15.0,
            Self::Tall => 21.0,
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Low => "plot plot--low",
            Self::Middle => "plot plot--middle",
            Self::Tall => "plot plot--tall",
        }
    }
}

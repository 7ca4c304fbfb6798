//! The frame, in English.

use crate::i18n::text::{FrameText, ProblemText};

/// Texts that every widget shares.
pub const FRAME: FrameText = FrameText {
    presets: "Try",
    drawer: "Numbers, formulas, sources",
    more_controls: "More controls",
    table: "As a table",
    formulas: "With these numbers put in",
    sources: "Sources",
    guarded_by: "held by test",
    share: "Take it with you",
    copy_link: "Copy link",
    copy_embed: "Copy embed code",
    copied: "Copied.",
    copy_failed: "The browser refused to copy; select the text and copy it by hand:",
    save_svg: "Save as SVG",
    save_png: "Save as PNG",
    save_csv: "Save table as CSV",
    save_failed: "This page does not let the figure be saved.",
    reset: "Start over",
    loading: "The figure is on its way.",
    missing: "The figure could not be loaded.",
    retry: "Try again",
    notices: "About the settings",
    dismiss: "Dismiss",
    on: "on",
    off: "off",
};

/// What is said about a field that was not taken.
pub const PROBLEMS: ProblemText = ProblemText {
    unknown: "There is no setting called “{field}” here; it was ignored.",
    sentence: "{field}: “{given}” was not used; {why}.",
    comma: ", ",
    not_a_number: "it has to be a number",
    not_whole: "it has to be a whole number",
    out_of_range: "it has to lie between {low} and {high}",
    not_one_of: "it has to be one of: {names}",
    too_long: "it may have at most {most} characters",
    list_length: "it has to name {fewest} to {most}, separated by commas",
    twice: "{item} stands there twice",
    form: "it has to look like {example}",
};

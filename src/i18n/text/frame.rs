//! Texts of the frame around every widget.

crate::i18n::catalogue! {
    /// Texts that every widget shares.
    pub struct FrameText {
        /// Heading of the presets.
        presets,
        /// Opens the drawer.
        drawer,
        /// Opens the secondary controls.
        more_controls,
        /// Heading of the table.
        table,
        /// Heading of the formulas.
        formulas,
        /// Heading of the sources.
        sources,
        /// Before the name of the test that guards a number.
        guarded_by,
        /// Heading of the buttons below.
        share,
        /// Copies the address of this state.
        copy_link,
        /// Copies the embed code of this state.
        copy_embed,
        /// Said once something was copied.
        copied,
        /// Said when the browser refused to copy.
        copy_failed,
        /// Downloads the figure as SVG.
        save_svg,
        /// Downloads the figure as PNG.
        save_png,
        /// Downloads the table as CSV.
        save_csv,
        /// Said when the figure could not be saved.
        save_failed,
        /// Back to the default state.
        reset,
        /// Said while the figure's code is on its way.
        loading,
        /// Said when the figure's code did not come.
        missing,
        /// Heading of the notices.
        notices,
        /// Dismisses the notices.
        dismiss,
        /// All of the controls that play something.
        timeline,
        /// Starts playing.
        play,
        /// Stops playing.
        pause,
        /// A step back.
        step_back,
        /// A step forward.
        step_forward,
        /// How fast it plays.
        speed,
        /// Where it stands: {at} {end}.
        step_of,
        /// While work is under way.
        computing,
        /// While a data file is on its way.
        fetching,
        /// A data file did not come.
        not_fetched,
        /// Once more.
        retry,
        /// Opens the questions.
        challenges,
        /// Above the box for an answer.
        answer,
        /// Above the box for an answer with a unit: {unit}.
        answer_in,
        /// Compares the answer.
        check,
        /// Reveals the answer.
        show_answer,
        /// Sets the state that shows the answer.
        show_state,
        /// The answer is right: {answer}.
        right,
        /// The answer is right within rounding: {answer}.
        right_about,
        /// The answer is too small.
        too_low,
        /// The answer is too large.
        too_high,
        /// The revealed answer: {answer}.
        answer_is,
        /// What was typed is no number: {example}.
        unreadable,
        /// Nothing was typed.
        nothing_typed,
        /// On.
        on,
        /// Off.
        off,
    }
}

crate::i18n::catalogue! {
    /// What is said about a field that was not taken.
    pub struct ProblemText {
        /// Unknown field: {field}.
        unknown,
        /// Frame of all others: {field} {given} {why}.
        sentence,
        /// Between the names of a choice.
        comma,
        /// Not a number.
        not_a_number,
        /// Has a fraction.
        not_whole,
        /// {low} {high}.
        out_of_range,
        /// {names}.
        not_one_of,
        /// {most}.
        too_long,
        /// {fewest} {most}.
        list_length,
        /// {item}.
        twice,
        /// {example}.
        form,
    }
}

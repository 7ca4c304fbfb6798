//! Texts of `frugal-accumulator`.

crate::i18n::catalogue! {
    /// Texts of `frugal-accumulator`.
    pub struct AccumulatorText {
        /// The question.
        title,
        /// Label.
        k,
        /// Label.
        accumulator,
        /// Label.
        promote,
        /// A choice.
        off,
        /// Label.
        signs,
        /// A choice.
        mixed,
        /// A choice.
        positive,
        /// Label.
        cutting,
        /// A choice.
        floor,
        /// A choice.
        toward_zero,
        /// Label.
        at,
        /// Label.
        seed,
        /// A register.
        fp32,
        /// A register.
        bf16,
        /// A register.
        bits_14_truncate,
        /// A register.
        bits_14_nearest,
        /// A register.
        fp22_fused,
        /// A register.
        fp22_split,
        /// In a drawing.
        short_fp32,
        /// In a drawing.
        short_bf16,
        /// In a drawing.
        short_14_truncate,
        /// In a drawing.
        short_14_nearest,
        /// In a drawing.
        short_fused,
        /// In a drawing.
        short_split,
        /// The sentence: {k} {error}.
        loses,
        /// The sentence: {k} {error} {rms}.
        loses_mixed,
        /// A count: {n}.
        products,
        /// The sentence: {bits} {step} {mean}.
        steps,
        /// The sentence: {bits} {step} {mean} {every}.
        steps_promoted,
        /// A count: {n}.
        bits,
        /// The sentence: {other}.
        with_promotion,
        /// The sentence: {other}.
        without_promotion,
        /// The sentence: {other}.
        with_promotion_mixed,
        /// The sentence: {other}.
        without_promotion_mixed,
        /// The sentence: {nearest}.
        nearest_mixed,
        /// The sentence: {nearest}.
        nearest_instead,
        /// Heading: {from} {to}.
        head_bits,
        /// Heading: {from} {to}.
        head_bits_short,
        /// Label of a row.
        row_register,
        /// Label of a row.
        row_after,
        /// At the line: {step}.
        ends,
        /// In the legend.
        legend_kept,
        /// In the legend: {lost}.
        legend_lost,
        /// Under the bits: {sum}.
        sum_register,
        /// Under the bits: {sum}.
        sum_exact,
        /// Heading.
        head_error,
        /// Axis.
        axis_positive,
        /// Axis.
        axis_mixed,
        /// Axis.
        axis_k,
        /// Under a line's name.
        curve_never,
        /// Under a line's name: {every}.
        curve_every,
        /// A line, in one: {name} {when}.
        curve,
        /// Name of the drawing.
        stage_label,
        /// Head of a column.
        column_k,
        /// Head of a column.
        column_exact,
        /// Head of a column.
        column_sum,
        /// Head of a column.
        column_register,
        /// Head of a column.
        column_error,
        /// Head of a column.
        column_promotions,
        /// Name in a formula.
        f_error,
        /// Name in a formula.
        f_step,
        /// What it is.
        note,
        /// Remark.
        remark_cutting,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_promote,
        /// A state worth trying.
        preset_nearest,
        /// A state worth trying.
        preset_split,
        /// A state worth trying.
        preset_bf16,
        /// A state worth trying.
        preset_mixed,
        /// A state worth trying.
        preset_long,
        /// A challenge.
        ask_interval,
        /// A challenge.
        ask_one_percent,
        /// A challenge.
        ask_nearest,
        /// Unit of an answer.
        unit_products,
        /// Unit of an answer.
        unit_percent,
        /// A source.
        source_report,
        /// A source.
        source_insights,
        /// A source.
        source_sage,
        /// A source.
        source_deepgemm,
    }
}

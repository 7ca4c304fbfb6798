//! Texts of `frugal-scaling`.

crate::i18n::catalogue! {
    /// Texts of `frugal-scaling`.
    pub struct ScalingText {
        /// The question.
        title,
        /// Label.
        source,
        /// A source.
        real,
        /// A source.
        gaussian,
        /// A source.
        outlier_channel,
        /// A source.
        token_spread,
        /// A source.
        gradient_like,
        /// Label.
        outlier,
        /// Label.
        spread,
        /// Label.
        format,
        /// Label.
        granularity,
        /// Label.
        beside_format,
        /// Label.
        beside_granularity,
        /// Label.
        power_of_two,
        /// Label of the handle: {format}.
        scale_shift,
        /// The handle, spoken: {powers}.
        shifted,
        /// Label.
        seed,
        /// A granularity.
        tensor,
        /// A granularity.
        block_128,
        /// A granularity.
        tile_128,
        /// A granularity.
        tile_32,
        /// In the sentence.
        with_tensor,
        /// In the sentence.
        with_block,
        /// In the sentence.
        with_tile_128,
        /// In the sentence.
        with_tile_32,
        /// Row of the overview.
        row_tensor,
        /// Row of the overview.
        row_block,
        /// Row of the overview.
        row_tile_128,
        /// Row of the overview.
        row_tile_32,
        /// First sentence: {count} {largest} {other}.
        about_real,
        /// First sentence: {count}.
        about_gaussian,
        /// First sentence: {outlier} {channels}.
        about_outlier,
        /// First sentence: {spread}.
        about_spread,
        /// First sentence: {spread}.
        about_gradient,
        /// Second sentence: {format} {with} {flushed} {db} {where}.
        loses,
        /// Third sentence: {format} {with} {flushed_beside} {db_beside}.
        loses_beside,
        /// Where decibels are taken.
        on_others,
        /// Where decibels are taken.
        on_tokens,
        /// Where decibels are taken.
        on_all,
        /// Fourth sentence: {whole} {loudest} {share}.
        hides,
        /// Who carries the energy.
        loudest_cell,
        /// Who carries the energy.
        loudest_channel,
        /// Who carries the energy.
        loudest_token,
        /// Instead of a result.
        waiting,
        /// Unit: {n}.
        decibels,
        /// Heading of the image: {tokens} {channels}.
        head_tensor,
        /// Heading of a side: {format} {granularity}.
        way,
        /// Under the images: {flushed} {n}.
        head_images,
        /// Heading of the histogram.
        head_comb,
        /// In the histogram.
        becomes_zero,
        /// In the histogram.
        too_large,
        /// In the histogram: {value}.
        largest_value,
        /// Hint: how to use the handle.
        hint,
        /// Heading of the overview.
        head_plane,
        /// The same, short.
        head_plane_short,
        /// A bar.
        bar_whole,
        /// A bar.
        bar_others,
        /// A bar.
        bar_token,
        /// Head of a column.
        column_way,
        /// Head of a column.
        column_share,
        /// Head of a column.
        column_scales,
        /// Head of a column.
        column_whole,
        /// Head of a column.
        column_others,
        /// Head of a column.
        column_token,
        /// Head of a column.
        column_flushed,
        /// Head of a column.
        column_saturated,
        /// Head of a column.
        column_worst,
        /// Under the tensor: {token} {channel} {x}.
        follow,
        /// Under the tensor: {format} {ratio} {value}.
        follow_to,
        /// A token without a word: {n}.
        token_nth,
        /// A token: {word}.
        token_word,
        /// Hint.
        hint_tensor,
        /// The image, spoken.
        describe_tensor,
        /// The error image, spoken: {way} {flushed}.
        describe_error,
        /// The scale map, spoken: {way} {n}.
        describe_scales,
        /// Name of the drawing.
        stage_label,
        /// In a cell that is being computed.
        not_yet,
        /// Name in a formula.
        f_scale,
        /// Name in a formula.
        f_code,
        /// Name in a formula.
        f_read,
        /// Name in a formula.
        f_round,
        /// Note on the real data.
        note_real,
        /// Note on the synthetic data.
        note_synthetic,
        /// Remark: {field} has no part in {source}.
        remark_unused,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_tiles,
        /// A state worth trying.
        preset_huge,
        /// A state worth trying.
        preset_spread,
        /// A state worth trying.
        preset_block,
        /// A state worth trying.
        preset_range,
        /// A state worth trying.
        preset_micro,
        /// A state worth trying.
        preset_mistake,
        /// A challenge.
        ask_three_db,
        /// A challenge.
        ask_int8,
        /// A challenge.
        ask_spread,
        /// A challenge.
        ask_scales,
        /// Unit of an answer.
        unit_times,
        /// Unit of an answer.
        unit_decades,
        /// Unit of an answer.
        unit_scales,
        /// A source.
        source_kernel,
        /// A source.
        source_report,
        /// A source.
        source_mx,
        /// A source.
        source_data,
        /// A format.
        int8,
        /// A format.
        e4m3fn,
        /// A format.
        e5m2,
        /// A format.
        e3m4,
        /// A format.
        e3m2,
        /// A format.
        e2m3,
        /// A format.
        e2m1,
    }
}

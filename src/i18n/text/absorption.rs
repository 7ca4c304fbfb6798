//! Texts of `frugal-absorption`.

crate::i18n::catalogue! {
    /// Texts of `frugal-absorption`.
    pub struct AbsorptionText {
        /// The question.
        title,
        /// Label: which product comes first.
        order,
        /// Option: unfold the cache first.
        expand,
        /// Option: absorb the matrix into the query.
        absorb,
        /// Label: where the position goes.
        rope,
        /// Option: nowhere.
        rope_none,
        /// Option: onto the unfolded keys.
        rope_turned,
        /// Option: a lane of its own.
        rope_lane,
        /// Label: cached tokens.
        cached,
        /// Label: queries at once.
        queries,
        /// Label: the token that is followed.
        distance,
        /// A distance: {n}.
        back,
        /// The distance 0.
        newest,
        /// Label: position of the first token.
        position,
        /// Label: precision.
        precision,
        /// Option.
        f32,
        /// Option.
        f64,
        /// Label: size of the computed matrices.
        widths,
        /// Option.
        sixteenth,
        /// Option.
        full,
        /// Draws other numbers: {seed}.
        another_seed,
        /// So many tokens: {n}.
        tokens,
        /// One token.
        token,
        /// So many queries: {n}.
        many_queries,
        /// One query.
        query,
        /// Result, parentheses on the left: {absorb} {queries} {cached} {expand} {times}.
        absorbed,
        /// Result, parentheses on the right: {expand} {queries} {cached} {absorb} {times}.
        expanded,
        /// Result where absorbing costs more: {expand} {queries} {cached} {absorb} {times}.
        dearer,
        /// That both agree: {difference} {tolerance}.
        same,
        /// Result on turned keys: {distance} {difference} {tolerance} {matrices} {absorb} {expand}.
        broken,
        /// Everything was moved: {position} {shift}.
        moved,
        /// Some heads are still missing: {done} {all}.
        so_far,
        /// Over the matrices.
        expression_head,
        /// The same for a narrow figure.
        expression_head_short,
        /// Under the matrices, parentheses on the left: {n}.
        first_absorb,
        /// Under the matrices, parentheses on the right: {n}.
        first_expand,
        /// Under the matrices, on turned keys: {n}.
        first_turned,
        /// What follows: {n}.
        then,
        /// Beside what comes out first: {width}.
        folded,
        /// Beside what comes out first: {width} {cached}.
        unfolded,
        /// The same for a narrow figure: {width} {cached}.
        unfolded_short,
        /// Under the lane: {width}.
        lane,
        /// What the handle says.
        handle,
        /// Over the bars: {queries} {cached}.
        bars_head,
        /// The same for a narrow figure: {queries} {cached}.
        bars_head_short,
        /// A bar.
        bar_expand,
        /// A bar.
        bar_absorb,
        /// A bar, on turned keys.
        bar_turned,
        /// A bar: {times}.
        bar_kept,
        /// Beside a bar: {macs} {bytes}.
        bar_value,
        /// Under the scores: {which} {expanded} {absorbed}.
        followed,
        /// Over the scores.
        scores_head,
        /// The same for a narrow figure.
        scores_head_short,
        /// Over the differences: {difference} {tolerance}.
        difference_head,
        /// The same for a narrow figure: {difference}.
        difference_head_short,
        /// Left end of the scores: {n}.
        oldest,
        /// Name of the drawing for those who hear it.
        stage_label,
        /// Remark: {tokens}.
        too_far,
        /// What the table shows.
        table,
        /// Head of a column.
        column_distance,
        /// Head of a column.
        column_expanded,
        /// Head of a column.
        column_absorbed,
        /// Head of a column.
        column_difference,
        /// Name in a formula.
        f_expand,
        /// Name in a formula.
        f_absorb,
        /// Name in a formula.
        f_unfold_one,
        /// Name in a formula.
        f_attend_one,
        /// Name in a formula.
        f_even,
        /// Name in a formula.
        f_sharing,
        /// Name in a formula.
        f_bytes,
        /// Name in a formula.
        f_bound,
        /// What is synthetic.
        note,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_expand,
        /// A state worth trying.
        preset_turned,
        /// A state worth trying.
        preset_moved,
        /// A state worth trying.
        preset_prompt,
        /// A state worth trying.
        preset_full,
        /// A question.
        ask_even,
        /// A question.
        ask_queries,
        /// A question.
        ask_matrices,
        /// A question.
        ask_memory,
        /// After an answer.
        unit_tokens,
        /// After an answer.
        unit_queries,
        /// After an answer.
        unit_times,
        /// A source.
        source_v2,
        /// A source.
        source_v3,
        /// A source.
        source_code,
        /// A source.
        source_rope,
        /// A source.
        source_bound,
    }
}

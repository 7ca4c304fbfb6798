//! Texts of `frugal-balance`.

crate::i18n::catalogue! {
    /// Texts of `frugal-balance`.
    pub struct BalanceText {
        /// The question.
        title,
        /// Label: what is run.
        view,
        /// Option: a fixed router.
        view_loop,
        /// Option: a router that learns.
        view_learn,
        /// Label: how it is balanced.
        method,
        /// Option: nothing.
        none,
        /// Option: auxiliary loss over each sequence.
        auxiliary_sequence,
        /// Option: auxiliary loss over the whole step.
        auxiliary_batch,
        /// Option: bias update.
        bias,
        /// End of a line: nothing.
        short_none,
        /// End of a line: auxiliary loss over each sequence.
        short_sequence,
        /// End of a line: auxiliary loss over the step.
        short_batch,
        /// End of a line: bias.
        short_bias,
        /// Label: size of the bias update.
        gamma,
        /// Label: weight of the auxiliary loss.
        alpha,
        /// Label: experts.
        experts,
        /// Label: experts of a token.
        top_k,
        /// Label: tokens of a step.
        tokens,
        /// Label: spread of popularity.
        skew,
        /// Label: seed.
        seed,
        /// A seed that is none.
        not_a_seed,
        /// Label: events.
        events,
        /// Button: balancing stops.
        freeze,
        /// Button: another domain.
        shift,
        /// Button: the busiest expert is lost.
        remove,
        /// Takes an event back: {event}.
        take_back,
        /// An event: {step}.
        event_freeze,
        /// An event: {step}.
        event_shift,
        /// An event: {step} {expert}.
        event_remove,
        /// Mark of an event.
        rule_freeze,
        /// Mark of an event.
        rule_shift,
        /// Mark of an event: {expert}.
        rule_remove,
        /// Head of the strip: {method}.
        strip,
        /// Head of the strip where experts learn: {method}.
        strip_learn,
        /// What the strip shows: {experts} {steps} {method}.
        strip_alt,
        /// Under the strip.
        strip_hint,
        /// A cell: {expert} {step} {load} {times}.
        cell,
        /// So many times an even share: {times}.
        times,
        /// A cell of a lost expert: {expert} {step}.
        cell_lost,
        /// Legend: few.
        legend_none,
        /// Legend: even.
        legend_even,
        /// Legend: many.
        legend_many,
        /// Axis: MaxVio.
        violation,
        /// Axis: MaxVio where experts learn.
        violation_learn,
        /// What the plot shows.
        violation_alt,
        /// Axis: steps.
        step_axis,
        /// End of the band.
        chance,
        /// Handle: the step that is shown.
        cut,
        /// Handle, spoken: {step} {vio}.
        cut_shown,
        /// Axis: biases.
        biases,
        /// Axis: offsets.
        offsets,
        /// Under the biases.
        biases_rule,
        /// What the plot shows.
        biases_alt,
        /// End of a line.
        popular,
        /// End of a line.
        unpopular,
        /// Axis: loss.
        loss_axis,
        /// What the plot shows.
        loss_alt,
        /// Head of the matrix.
        domains,
        /// What the matrix shows: {method}.
        domains_alt,
        /// Result before the first step.
        waiting,
        /// Result: {step} {times} {mean} {vio} {experts}.
        result,
        /// Result: {idle} {experts}.
        result_idle,
        /// Result where experts learn: {step} {times} {mean} {vio}.
        result_learn,
        /// Result: {half}.
        result_half,
        /// Result: {half}.
        result_risen,
        /// Result.
        result_not_half,
        /// Result: {low} {high}.
        result_chance,
        /// Result: {none}.
        result_none,
        /// Result: {bent}.
        result_bent,
        /// Result: {loss} {none_loss}.
        result_loss,
        /// Result: {loss} {bias_loss}.
        result_loss_none,
        /// Note.
        note_loop,
        /// Note.
        note_learn,
        /// Remark: {given} {experts}.
        remark_top_k,
        /// Remark: {event}.
        remark_unknown,
        /// Remark.
        remark_learn,
        /// Preset.
        preset_default,
        /// Preset.
        preset_large,
        /// Preset.
        preset_small,
        /// Preset.
        preset_shift,
        /// Preset.
        preset_fail,
        /// Preset.
        preset_v3,
        /// Preset.
        preset_collapse,
        /// Preset.
        preset_learn_bias,
        /// Preset.
        preset_learn_sequence,
        /// Question.
        challenge_gamma,
        /// Question.
        challenge_mean,
        /// Question.
        challenge_idle,
        /// Unit.
        unit_tokens,
        /// Unit.
        unit_experts,
        /// Caption of the table: {step}.
        table_caption,
        /// Column.
        col_method,
        /// Column.
        col_violation,
        /// Column.
        col_idle,
        /// Column.
        col_half,
        /// Column.
        col_busiest,
        /// Column.
        col_loss,
        /// A cell of the table.
        never,
        /// In a formula.
        f_busiest,
        /// In a formula.
        f_mean,
        /// In a formula.
        f_sign,
        /// In a formula.
        f_tokens,
        /// Source.
        source_loss_free,
        /// Source.
        source_v3,
        /// Source.
        source_reference,
        /// Source.
        source_gradient,
    }
}

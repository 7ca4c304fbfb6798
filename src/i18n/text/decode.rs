//! Texts of `frugal-decode`.

crate::i18n::catalogue! {
    /// Texts of `frugal-decode`.
    pub struct DecodeText {
        /// The question.
        title,
        /// The sample sentence.
        sample,
        /// Label: what is looked at.
        look,
        /// Option.
        steps,
        /// Option.
        roofline,
        /// Label: kind of attention.
        attention,
        /// A kind.
        mha,
        /// A kind.
        gqa,
        /// A kind.
        mqa,
        /// A kind.
        mla,
        /// Label: whether positions count.
        rope_key,
        /// Label: query heads.
        heads,
        /// The usual number of heads: {n}.
        usual,
        /// Label: tokens in a step.
        tokens_per_step,
        /// Label: the reader's words.
        own_words,
        /// Label: the accelerator.
        gpu,
        /// Label: sequences at once.
        batch,
        /// Label: cached tokens.
        context,
        /// Label: what is counted.
        counted,
        /// Option.
        counted_cache,
        /// Option.
        counted_layer,
        /// Draws other numbers: {seed}.
        another_seed,
        /// Result of a step: {kind} {numbers} {what} {written} {read}.
        keeps,
        /// What MHA keeps.
        keeps_mha,
        /// What GQA keeps.
        keeps_gqa,
        /// What MQA keeps.
        keeps_mqa,
        /// What MLA keeps.
        keeps_mla,
        /// What MLA keeps without positions.
        keeps_latent,
        /// What is not computed again: {entry} {uncached}.
        recomputed,
        /// Order counts: {change}.
        ordered,
        /// Order does not count: {change}.
        blind,
        /// Nothing comes before the step.
        no_past,
        /// Query heads: {n}.
        query_heads,
        /// A single one.
        query_head,
        /// Sequences: {n}.
        sequences,
        /// A single one.
        sequence,
        /// Cached tokens of a sequence: {n}.
        cached,
        /// A single one.
        cached_one,
        /// Result of the roofline: {heads} {kind} {flop} {gpu} {balance}.
        roof,
        /// The same with projections: {heads} {kind} {flop} {gpu} {balance} {batch} {context}.
        roof_layer,
        /// Memory sets the pace: {attainable} {peak}.
        by_memory,
        /// Arithmetic sets the pace: {peak}.
        by_compute,
        /// What DeepSeek reckons with for MLA on an H800: {throttled} {bend} {count}.
        throttled,
        /// Over the caches: {token} {tokens}.
        caches_head,
        /// The same for a narrow figure: {token} {tokens}.
        caches_head_short,
        /// A kind's cache: {kind} {makeup} {numbers}.
        band,
        /// What a kind reads: {bytes}.
        band_read,
        /// Shapes of what a step reads and computes, with keys and values: {t} {g} {d} {h}.
        shapes_heads,
        /// The same with a latent and a rotary key: {t} {c} {r} {h}.
        shapes_latent,
        /// The same with a latent alone: {t} {c} {h}.
        shapes_forgotten,
        /// Over the weights: {kind}.
        weights_head,
        /// Over the results.
        order_head,
        /// The same for a narrow figure.
        order_head_short,
        /// Name of the drawing for those who hear it.
        stage_label,
        /// Name of the plot for those who hear it: {gpu}.
        plot_label,
        /// Along the axis.
        axis_x,
        /// Up the axis.
        axis_y,
        /// The roof: {gpu} {peak}.
        roof_line,
        /// The lower roof of a throttled card: {throttled}.
        roof_throttled,
        /// Where the roof bends: {balance}.
        ridge,
        /// A kind in the plot: {kind} {heads} {flop}.
        point,
        /// Remark: {step} {last}.
        too_late,
        /// The same where there is a single step.
        too_late_one,
        /// Remark: {cut} {most}.
        too_long,
        /// Remark.
        wordless,
        /// What the table shows.
        table,
        /// Head of a column.
        column_kind,
        /// Head of a column.
        column_heads,
        /// Head of a column.
        column_kv_heads,
        /// Head of a column.
        column_numbers,
        /// Head of a column.
        column_written,
        /// Head of a column.
        column_read,
        /// Head of a column.
        column_flops,
        /// Head of a column.
        column_intensity,
        /// Head of a column.
        column_bound,
        /// In a cell.
        memory,
        /// In a cell.
        compute,
        /// Name in a formula.
        f_intensity,
        /// Name in a formula.
        f_balance,
        /// Name in a formula.
        f_read,
        /// What is synthetic, in the steps.
        note_steps,
        /// What is left out, in the roofline.
        note_roofline,
        /// What follows it for the H800.
        note_h800,
        /// What follows it for another card whose figures were not confirmed.
        note_about,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_mha,
        /// A state worth trying.
        preset_blind,
        /// A state worth trying.
        preset_roofline,
        /// A state worth trying.
        preset_ahead,
        /// A state worth trying.
        preset_h20,
        /// A question.
        ask_heads,
        /// A question.
        ask_batch,
        /// A question.
        ask_bytes,
        /// After an answer.
        unit_heads,
        /// After an answer.
        unit_sequences,
        /// After an answer.
        unit_bytes,
        /// A source.
        source_flashmla,
        /// A source.
        source_v2,
        /// A source.
        source_v3,
        /// A source.
        source_kinds,
        /// A source.
        source_code,
    }
}

//! Texts of `frugal-kv-cache`.

crate::i18n::catalogue! {
    /// Texts of `frugal-kv-cache`.
    pub struct KvCacheText {
        /// The question.
        title,
        /// Label: length of the texts.
        context,
        /// Label: number of users.
        batch,
        /// Label: what the cache is compared with.
        baseline,
        /// Option: multi-head attention of the same shape.
        same_shape_mha,
        /// Option: MLA unfolded.
        mha_192,
        /// Option: grouped-query attention.
        gqa_8,
        /// Option: multi-query attention.
        mqa,
        /// Option: DeepSeek-67B.
        deepseek_67b,
        /// Label of a place for a model: {at}.
        model,
        /// Option: no model in this place.
        none,
        /// Label: how cached numbers are stored.
        cache_format,
        /// Label: how weights are stored.
        weight_format,
        /// Option: a format and its bits: {format} {bits}.
        bits,
        /// A format.
        fp32,
        /// A format.
        bf16,
        /// A format.
        fp8,
        /// Option: six bits on average.
        six_bit,
        /// Label: the accelerator.
        gpu,
        /// Option: an accelerator with its memory: {gpu} {memory}.
        gpu_option,
        /// A memory that was not confirmed: {memory}.
        about,
        /// Label: number of accelerators.
        gpus,
        /// Several accelerators: {count} {gpu}.
        gpus_named,
        /// Label: units.
        unit,
        /// Option: powers of 1000.
        decimal,
        /// Option: powers of 1024.
        binary,
        /// Label: what is drawn.
        view,
        /// What is drawn.
        view_memory,
        /// What is drawn.
        view_growth,
        /// What is drawn.
        view_ratios,
        /// Over the curves against the weights.
        outgrow_head,
        /// The same for a narrow figure.
        outgrow_head_short,
        /// Under them: {model} {weights} {tokens}.
        outgrows,
        /// The same for a narrow figure: {model} {tokens}.
        outgrows_short,
        /// Under them: {model} {weights}.
        outgrows_never,
        /// Under them: {first} {tokens}.
        undercuts,
        /// Over the ratios.
        claims_head,
        /// The same for a narrow figure.
        claims_head_short,
        /// The ratio that is set: {model}.
        claim_set,
        /// Its second line: {baseline}.
        claim_set_more,
        /// 56.9 times: {model} {heads}.
        claim_shape,
        /// Its second line: {plain}.
        claim_shape_more,
        /// 71.1 times: {model}.
        claim_unfolded,
        /// Its second line: {heads} {key} {plain}.
        claim_unfolded_more,
        /// 98.2%: {ratio}.
        claim_saved,
        /// Its second line.
        claim_saved_more,
        /// 82.2%: {model} {baseline}.
        claim_before,
        /// Its second line: {bits}.
        claim_before_more,
        /// 93.3%.
        claim_abstract,
        /// Its second line: {bits} {baseline}.
        claim_abstract_more,
        /// Result while growth is drawn: {context} {model} {cache} {outgrows} {weights}.
        grows,
        /// The same for several users: {batch}.
        grows_batch,
        /// The same without a crossing: {far}.
        grows_never,
        /// Result, continued: {other} {tokens}.
        grows_other,
        /// Result, continued: {other} {first} {tokens}.
        passes,
        /// The baseline takes more: {model} {token} {baseline} {ratio} {saved}.
        keeps,
        /// The baseline takes less: {model} {token} {baseline} {ratio}.
        keeps_more,
        /// The baseline takes as much: {model} {token} {baseline}.
        keeps_same,
        /// What it would be at one precision: {equal}.
        equal_precision,
        /// The saving comes from the precision alone.
        only_bits,
        /// Baseline in the sentence: {heads}.
        than_same_shape,
        /// Baseline in the sentence: {heads} {key} {value}.
        than_mha_192,
        /// Baseline in the sentence: {groups}.
        than_gqa_8,
        /// Baseline in the sentence.
        than_mqa,
        /// Baseline in the sentence.
        than_67b,
        /// Some users fit: {context} {cache} {gpus} {fit}.
        fits,
        /// As `fits` for several users: {context} {batch} {cache} {gpus} {fit}.
        fits_batch,
        /// The weights do not fit: {context} {cache} {weights} {needed}.
        too_big,
        /// The next model: {other} {cache} {fit}.
        other,
        /// The next model, whose weights do not fit: {other} {cache} {needed}.
        other_too_big,
        /// DeepSeek's own FP8 cache: {here} {own}.
        released_fp8,
        /// Several users: {n}.
        users,
        /// One user.
        user,
        /// No user.
        nobody,
        /// A length: {n}.
        tokens,
        /// The shortest length.
        one_token,
        /// A window: {tokens} {growing} {layers}.
        window,
        /// A window in every layer: {tokens}.
        window_all,
        /// Over the cells: {mark} {baseline}.
        cells_head,
        /// The same for a narrow figure: {mark} {baseline}.
        cells_head_short,
        /// How a larger baseline is drawn.
        pale,
        /// How a smaller baseline is drawn.
        framed,
        /// After the numbers of one layer: {layers} {bits}.
        layers,
        /// What a token takes: {bytes}.
        per_token,
        /// Short name of a baseline.
        mha_short,
        /// Short name of a baseline.
        mha_192_short,
        /// Short name of a baseline.
        gqa_8_short,
        /// Short name of a baseline.
        mqa_short,
        /// Over the bars: {gpus} {memory}.
        memory_head,
        /// The same for a narrow figure: {gpus} {memory}.
        memory_head_short,
        /// Beside a model's name: {weights} {cache}.
        weights_and,
        /// At the end of a bar: {users}.
        room,
        /// At the end of a bar.
        no_room,
        /// At the end of a bar: {needed}.
        weights_need,
        /// A bar that runs off the stage: {screens}.
        runs_on,
        /// Two remarks in one line: {one} {other}.
        both,
        /// Under a bar of weights and caches: {far}.
        bar_runs_on,
        /// Under a bar: {baseline} {bytes}.
        as_baseline,
        /// Over the curve.
        growth_head,
        /// Right end of the axis: {tokens}.
        growth_x,
        /// At the top of the curve.
        full_at,
        /// Past the end of the axis: {tokens}.
        longest,
        /// Name of the drawing for those who hear it.
        stage_label,
        /// Head of a column.
        column_model,
        /// Head of a column.
        column_kind,
        /// Head of a column.
        column_layer,
        /// Head of a column.
        column_layers,
        /// Head of a column.
        column_token,
        /// Head of a column.
        column_each,
        /// Head of a column.
        column_cache,
        /// Head of a column.
        column_ratio,
        /// Head of a column.
        column_weights,
        /// Head of a column.
        column_fit,
        /// Head of a column: {batch}.
        column_longest,
        /// In a cell: the weights do not fit.
        does_not_fit,
        /// Name in a formula.
        f_token,
        /// Name in a formula.
        f_cache,
        /// Name in a formula.
        f_ratio,
        /// Name in a formula.
        f_fit,
        /// Name in a formula.
        f_outgrows,
        /// Name in a formula.
        f_bits,
        /// Under or over a fraction: {name}.
        f_in_bits,
        /// What is left out.
        note,
        /// The same for a card whose memory was not confirmed.
        note_about,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_93,
        /// A state worth trying.
        preset_outgrow,
        /// A state worth trying.
        preset_ratios,
        /// A state worth trying.
        preset_unfolded,
        /// A state worth trying.
        preset_h200,
        /// A state worth trying.
        preset_million,
        /// A state worth trying.
        preset_heads,
        /// A state worth trying.
        preset_mistake,
        /// A question with a computed answer.
        ask_eight,
        /// A question with a computed answer.
        ask_hundred,
        /// A question with a computed answer.
        ask_outgrow,
        /// A question with a computed answer.
        ask_undercut,
        /// After the box of an answer.
        unit_users,
        /// After the box of an answer.
        unit_gpus,
        /// After the box of an answer.
        unit_tokens,
        /// A source.
        source_v2_table,
        /// A source.
        source_v2_bits,
        /// A source.
        source_fp8,
        /// A source.
        source_insights,
        /// A source.
        source_v3,
        /// A source.
        source_models,
        /// Where an accelerator's figures are from: {gpu} {memory} {bandwidth} {tflops} {sheet}.
        source_card,
        /// The same where no rate is stated: {gpu} {memory} {bandwidth} {sheet}.
        source_card_unrated,
        /// A data sheet.
        sheet_a100,
        /// A data sheet.
        sheet_h100,
        /// What stands for a data sheet.
        sheet_h800,
        /// What stands for a data sheet.
        sheet_h20,
        /// A data sheet.
        sheet_h200,
        /// A data sheet.
        sheet_b200,
        /// A data sheet.
        sheet_mi300x,
        /// A data sheet.
        sheet_rtx_4090,
        /// A data sheet.
        sheet_m3_ultra,
        /// An accelerator.
        a100,
        /// An accelerator.
        h100,
        /// An accelerator.
        h800,
        /// An accelerator.
        h20,
        /// An accelerator.
        h200,
        /// An accelerator.
        b200,
        /// An accelerator.
        mi300x,
        /// An accelerator.
        rtx_4090,
        /// An accelerator.
        m3_ultra,
        /// A kind of attention.
        mla,
        /// A kind of attention.
        mha,
        /// A kind of attention.
        gqa,
        /// A kind of attention.
        mqa_kind,
    }
}

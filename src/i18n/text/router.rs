//! Texts of `frugal-router`.

crate::i18n::catalogue! {
    /// Texts of `frugal-router`.
    pub struct RouterText {
        /// The question.
        title,
        /// The sample sentence; its sixth token, counted from 0, is routed by default.
        sample,
        /// Label of the list of gates.
        kind,
        /// Label of the text field.
        own_words,
        /// Label of the row of tokens.
        tokens,
        /// Label of the row of steps.
        steps,
        /// Step 1.
        stage_logits,
        /// Step 2.
        stage_affinity,
        /// Step 3.
        stage_bias,
        /// Step 4.
        stage_groups,
        /// Step 5.
        stage_keep,
        /// Step 6.
        stage_top_k,
        /// Step 7.
        stage_weights,
        /// Step 8.
        stage_output,
        /// Step 1.
        line_logits,
        /// Step 2, sigmoid.
        line_sigmoid,
        /// Step 2, softmax.
        line_softmax,
        /// Step 3, for the choice alone.
        line_bias,
        /// Step 3, on the logits.
        line_bias_logits,
        /// Step 4, V3.
        line_groups_sum,
        /// Step 6: {k} {candidates}.
        line_top_k,
        /// Step 6 without groups: {k} {experts}.
        line_top_k_free,
        /// After step 6: {missed}.
        dashed,
        /// Step 7: {sum}.
        line_weights_normed,
        /// Step 7: {scale} {sum}.
        line_weights_normed_scaled,
        /// Step 7: {sum}.
        line_weights_raw,
        /// Step 7: {scale} {sum}.
        line_weights_scaled,
        /// Step 7: {sum}.
        line_weights_softmax_selected,
        /// Step 7, Llama 4.
        line_weights_sigmoid_selected,
        /// Step 8: {width}.
        line_output,
        /// Step 8: {width}.
        line_output_shared,
        /// Step 8, Llama 4: {width}.
        line_output_input,
        /// Between names of steps.
        between_steps,
        /// Steps that the gate lacks: {model} {steps}.
        lacks,
        /// Steps that are off: {steps}.
        switched_off,
        /// What the bug does.
        strikes_mask_zero,
        /// What the bug does.
        strikes_bias_in_weights,
        /// What the bug does.
        strikes_group_max,
        /// The grid as it is spoken: {experts}.
        grid,
        /// Shown until the first touch.
        hint,
        /// Label of the slider: {expert}.
        bias_of,
        /// Name of a number.
        expert,
        /// Name of a number.
        group_score,
        /// Name of a number.
        logit,
        /// Name of a number.
        affinity,
        /// Name of a number.
        bias,
        /// Name of a number.
        biased,
        /// Name of a number.
        rank,
        /// Name of a number.
        weight,
        /// Head of a column.
        state,
        /// An outcome.
        chosen,
        /// An outcome.
        not_chosen,
        /// What an expert adds: {weight} {expert}.
        part,
        /// What a shared expert adds.
        part_shared,
        /// What one of several shared experts adds: {at}.
        part_shared_of,
        /// The rest of the sum: {count}.
        part_rest,
        /// The sum.
        part_output,
        /// The picture of the last step as it is spoken.
        blend,
        /// Label of a slider.
        top_k,
        /// Label of a slider.
        experts,
        /// Label of a slider.
        bias_shift,
        /// Label of the list of mistakes.
        bug,
        /// A mistake.
        bug_none,
        /// A mistake.
        bug_mask_zero,
        /// A mistake.
        bug_bias_in_weights,
        /// A mistake.
        bug_group_max,
        /// Label of a button: {seed}.
        another_seed,
        /// Label of a button.
        unbias,
        /// The result of a gate without nodes: {token} {chosen} {experts} {share} {sum}.
        result_plain,
        /// A refusal: {field} {given} {why} {stays}.
        refused,
        /// A reason: {k} {experts}.
        why_top_k,
        /// A reason.
        why_other,
        /// A remark.
        odd_wordless,
        /// A remark: {most} {cut}.
        odd_cut,
        /// A remark: {token} {count}.
        odd_token,
        /// A remark: {model}.
        odd_biases,
        /// A remark: {expert} {experts}.
        odd_bias,
        /// A remark: {bug}.
        odd_bug,
        /// A preset.
        preset_free,
        /// A preset.
        preset_bias,
        /// A preset.
        preset_mask,
        /// A preset.
        preset_leak,
        /// A preset.
        preset_v2,
        /// A preset.
        preset_mixtral,
        /// A preset.
        preset_switch,
        /// A preset.
        preset_dropped,
        /// Caption of the table.
        table,
        /// Before the first formula: {expert}.
        formula_of,
        /// A source.
        source_v3,
        /// A source.
        source_code,
        /// A source.
        source_v2,
        /// A source.
        source_scale,
        /// A source.
        source_mixtral,
        /// A source.
        source_switch,
        /// A source.
        source_others,
        /// A source.
        source_mask,
        /// A source.
        source_mask_first,
        /// A source.
        source_mask_transformers,
        /// A source.
        source_leak,
        /// Label of the choice between one token and many.
        sights,
        /// A view.
        sight_token,
        /// A view.
        sight_many,
        /// Label of a slider, and head of a column.
        many_tokens,
        /// The same of a gate without nodes: {experts}.
        many_line,
        /// At a mean: {mean}.
        mean_limited,
        /// At a mean: {mean}.
        mean_free,
        /// Head of a heat map.
        load_limited,
        /// Head of a heat map.
        load_free,
        /// A heat map as it is spoken: {caption} {name}.
        load_named,
        /// An expert's load: {expert} {count} {times}.
        load_of,
        /// The same with and without the limit: {expert} {count} {times} {free_count} {free_times}.
        load_of_both,
        /// The result of a gate without nodes: {count} {chosen} {experts}.
        result_many_plain,
        /// After it: {busiest} {most} {mean} {least}.
        result_load,
        /// Then, without the limit: {free_most} {free_least}.
        result_load_free,
        /// Then, where experts have no more room: {factor} {room} {dropped} {dropped_share}.
        result_dropped,
        /// Then, where all are taken: {factor} {room} {dropped_share}.
        result_dropless,
        /// A second gate: {rival} {rival_chosen} {rival_experts} {both} {rival_sum}.
        result_rival,
        /// Label of the list of other gates.
        compare,
        /// No other gate.
        compare_none,
        /// Head of the other gate's picture: {model} {step}.
        rival_head,
        /// The other gate's picture as it is spoken: {model}.
        rival_picture,
        /// A remark: {model}.
        odd_compare_same,
        /// A remark.
        odd_compare_many,
        /// What is synthetic, of many tokens.
        note_many,
        /// A preset.
        preset_many,
        /// A preset.
        preset_compare,
        /// Caption of the table of many tokens.
        table_many,
        /// Head of a column.
        of_mean,
        /// A question.
        ask_nodes,
        /// Its unit.
        unit_nodes,
        /// A question.
        ask_bias,
        /// A question.
        ask_even,
        /// A source.
        source_load,
    }
}

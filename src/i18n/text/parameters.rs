//! Texts of `frugal-parameters`.

crate::i18n::catalogue! {
    /// Texts of `frugal-parameters`.
    pub struct ParametersText {
        /// The question.
        title,
        /// Label: the model.
        model,
        /// Label: what is drawn.
        view,
        /// Option.
        view_total,
        /// Option.
        view_active,
        /// Option.
        view_memory,
        /// Label: tokens at once.
        tokens,
        /// Label: how a weight is stored.
        weight_format,
        /// A format.
        fp32,
        /// A format.
        bf16,
        /// A format.
        fp8,
        /// Label: tokens to look back at.
        context,
        /// Label: the part that fills the picture.
        zoom,
        /// Label: a what-if size.
        size_experts,
        /// Label: a what-if size.
        size_top_k,
        /// Label: a what-if size.
        size_shared,
        /// Label: a what-if size.
        size_intermediate,
        /// Label: a what-if size.
        size_dense,
        /// Button: all sizes as published.
        as_published,
        /// Button: other tokens.
        next_token,
        /// A part.
        input_embedding,
        /// The input embedding where it is the output head too.
        tied_embedding,
        /// A part.
        positions,
        /// A part.
        attention,
        /// A part.
        dense_mlp,
        /// The same in one word.
        dense_short,
        /// A part.
        shared_experts,
        /// The same in one word.
        shared_short,
        /// A part.
        router,
        /// A part.
        norms,
        /// A part.
        lm_head,
        /// A part.
        routed_experts,
        /// Everything but the routed experts.
        rest,
        /// A layer: {n}.
        layer,
        /// An expert: {n}.
        expert,
        /// A part, in one line: {name} {count} {share} {model} {in_use}.
        described,
        /// The whole model, in one line: {name} {count} {in_use}.
        described_all,
        /// Some of it is in use: {lit} {share}.
        in_use,
        /// All of it is in use.
        all_in_use,
        /// None of it is in use.
        asleep,
        /// What can be done with the icicle.
        hint,
        /// A share of what is above: {share} {whole}.
        share_of,
        /// A part too narrow for its name: {name} {count} {share}.
        callout,
        /// Name of the icicle for those who hear it.
        tree,
        /// Over the bars, for one token: {lit} {total} {share}.
        gathered,
        /// Over the bars, for several tokens: {tokens} {lit} {total} {share}.
        gathered_many,
        /// The same for a narrow figure.
        gathered_short,
        /// Name of the drawing for those who hear it.
        stage_label,
        /// Name of the other drawing.
        against_label,
        /// Over the plot: {context}.
        axis_compute,
        /// Under the plot: {format}.
        axis_memory,
        /// At the line of dense models.
        dense_line,
        /// Between the line and the point: {times}.
        times_less,
        /// Where they are: {model} {total} {routed}.
        lives,
        /// What a token uses: {active} {fraction} {active_all}.
        works,
        /// The same without what is before it: {model} {total} {active} {fraction} {active_all}.
        of_all,
        /// Attention: {attention} {attention_active}.
        attention_is,
        /// The common mistake: {k} {n} {chosen}.
        not_k_of_n,
        /// Several tokens: {tokens} {touched} {touched_share}.
        together,
        /// A dense model: {model} {total} {active} {fraction}.
        dense,
        /// Attention in a dense model: {attention}.
        attention_alone,
        /// Memory: {total} {format} {bytes}.
        resident,
        /// Compute: {context} {flops} {times}.
        costs,
        /// Compute of a dense model: {context} {flops}.
        costs_dense,
        /// A size that was not taken: {field} {given} {why}.
        refused,
        /// Why: {model}.
        why_dense,
        /// Why: {k} {n}.
        why_top_k,
        /// Why: {model} {layers}.
        why_layers,
        /// Why: {model}.
        why_width,
        /// A place that the model lacks: {zoom} {model} {shown}.
        odd_zoom,
        /// All layers are dense.
        odd_all_dense,
        /// Head of a column.
        column_part,
        /// Head of a column.
        column_layers,
        /// Head of a column.
        column_experts,
        /// Head of a column.
        column_all,
        /// Head of a column.
        column_share,
        /// Head of a column.
        column_active,
        /// Head of a column.
        column_active_share,
        /// A row: the sums.
        row_sum,
        /// A row: the other convention.
        row_sum_all,
        /// A row: the biases for the selection.
        row_buffer,
        /// Name in a formula.
        f_total,
        /// Name in a formula.
        f_expert,
        /// Name in a formula.
        f_active_all,
        /// Name in a formula.
        f_active,
        /// Name in a formula.
        f_bytes,
        /// Name in a formula.
        f_flops,
        /// What is made up, and what is left out.
        note,
        /// The same for memory against compute.
        note_memory,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_active,
        /// A state worth trying.
        preset_expert,
        /// A state worth trying.
        preset_rest,
        /// A state worth trying.
        preset_many,
        /// A state worth trying.
        preset_memory,
        /// A state worth trying.
        preset_mixtral,
        /// A state worth trying.
        preset_dense,
        /// A source.
        source_v3,
        /// A source.
        source_weights,
        /// A source.
        source_counted,
        /// A source.
        source_flops,
        /// A question.
        ask_top_16,
        /// A question.
        ask_quarter,
        /// A question.
        ask_awake,
        /// A question.
        ask_mixtral,
    }
}

//! Texts of `frugal-precision-map`.

crate::i18n::catalogue! {
    /// Texts of `frugal-precision-map`.
    pub struct PrecisionMapText {
        /// The question.
        title,
        /// Label: the part of the step.
        pass,
        /// Option: a part of the step.
        forward,
        /// Option: a part of the step.
        dgrad,
        /// Option: a part of the step.
        wgrad,
        /// Option: a part of the step.
        update,
        /// Label: what is followed.
        tensor,
        /// Label: length of a training text.
        context,
        /// A tensor.
        input,
        /// A tensor.
        weight,
        /// A tensor.
        output,
        /// A tensor.
        output_gradient,
        /// A tensor.
        input_gradient,
        /// A tensor.
        weight_gradient,
        /// A tensor.
        master_weight,
        /// A tensor.
        moments,
        /// A part of the model.
        embedding,
        /// A part of the model.
        head,
        /// A part of the model.
        gate,
        /// A part of the model.
        norm,
        /// A part of the model.
        attention,
        /// A tensor.
        attention_output,
        /// A tensor.
        swiglu_input,
        /// A tensor.
        dispatch,
        /// A tensor.
        dispatch_gradient,
        /// A tensor.
        combine,
        /// Why.
        why_input,
        /// Why.
        why_weight,
        /// Why.
        why_output,
        /// Why.
        why_output_gradient,
        /// Why.
        why_input_gradient,
        /// Why.
        why_weight_gradient,
        /// Why.
        why_master_weight,
        /// Why.
        why_moments,
        /// Why.
        why_embedding,
        /// Why.
        why_head,
        /// Why.
        why_gate,
        /// Why.
        why_norm,
        /// Why.
        why_attention,
        /// Why.
        why_attention_output,
        /// Why.
        why_swiglu_input,
        /// Why.
        why_dispatch,
        /// Why.
        why_dispatch_gradient,
        /// Why.
        why_combine,
        /// A precision.
        e4m3,
        /// A precision.
        e5m6,
        /// A precision.
        bf16,
        /// A precision.
        fp32,
        /// A precision.
        wide,
        /// Over a row.
        head_forward,
        /// Over a row.
        head_dgrad,
        /// Over a row.
        head_wgrad,
        /// Over a row.
        head_update,
        /// Over a row.
        head_wide,
        /// Over a row.
        head_kept,
        /// Over a row.
        head_sent,
        /// Name of the drawing for those who hear it.
        stage_label,
        /// A place of a tensor: {pass} {format}.
        at_place,
        /// Between places.
        comma,
        /// What is followed: {name} {places} {why}.
        followed,
        /// The bytes: {each} {narrow} {weights} {optimizer} {share}.
        bytes,
        /// Head of a column.
        column_tensor,
        /// Head of a column.
        column_pass,
        /// Head of a column.
        column_precision,
        /// Head of a column.
        column_tile,
        /// Head of a column.
        column_bytes,
        /// Bytes of each of two: {bytes}.
        size_two,
        /// Bytes that are left open: {fewest} {most}.
        size_either,
        /// In a cell: no scale.
        no_tile,
        /// In a cell: outside of the four parts.
        elsewhere,
        /// Name in a formula.
        f_each,
        /// Name in a formula.
        f_weights,
        /// Name in a formula.
        f_optimizer,
        /// Name in a formula.
        f_share,
        /// Name in a formula.
        f_scale,
        /// What is counted.
        note,
        /// A source.
        source_framework,
        /// A source.
        source_tiles,
        /// A source.
        source_storage,
        /// A source.
        source_blocks,
        /// A source.
        source_model,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_weight,
        /// A state worth trying.
        preset_master,
        /// A state worth trying.
        preset_attention,
        /// A state worth trying.
        preset_odd,
        /// A state worth trying.
        preset_mistake,
        /// A question.
        ask_optimizer,
        /// A question.
        ask_long,
        /// A question.
        ask_scales,
    }
}

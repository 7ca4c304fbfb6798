//! Texts of `frugal-training`.

crate::i18n::catalogue! {
    /// Texts of `frugal-training`.
    pub struct TrainingText {
        /// The question.
        title,
        /// Label: how the points lie.
        dataset,
        /// Option: a data set.
        spiral,
        /// Option: a data set.
        ring,
        /// Option: a data set.
        xor,
        /// Label: what a gradient is multiplied by.
        learning_rate,
        /// Label: width of the hidden layers.
        hidden_units,
        /// Label: the seed.
        seed,
        /// Label: the recipes side by side.
        runs,
        /// A recipe.
        fp32,
        /// A recipe.
        bf16,
        /// A recipe.
        bf16_stochastic,
        /// A recipe.
        e4m3,
        /// A recipe.
        e4m3_stochastic,
        /// A recipe.
        e4m3_master,
        /// What is multiplied.
        products_e4m3,
        /// In a cell: products in E4M3 of weights that are kept in it.
        products_e4m3_stored,
        /// What is kept between steps.
        kept_fp32,
        /// What is kept between steps.
        kept_bf16,
        /// What is kept between steps.
        kept_bf16_dice,
        /// What is kept between steps.
        kept_e4m3,
        /// What is kept between steps.
        kept_e4m3_dice,
        /// How far it is: {at} {guess}.
        after,
        /// Before the first step.
        begins,
        /// It has learned nothing: {e4m3} {e4m3_stalled}.
        says_e4m3_stuck,
        /// It has learned something: {e4m3} {e4m3_stalled}.
        says_e4m3,
        /// Both: {master} {fp32}.
        says_master_and_fp32,
        /// Master weights: {master}.
        says_master,
        /// All in FP32: {fp32}.
        says_fp32,
        /// Dice: {e4m3_dice} {e4m3_dice_stalled}.
        says_e4m3_dice,
        /// Both: {bf16} {bf16_stalled} {bf16_dice}.
        says_bf16_both,
        /// BF16: {bf16} {bf16_stalled}.
        says_bf16,
        /// BF16 with dice: {bf16_dice}.
        says_bf16_dice,
        /// Axis of the losses.
        loss_axis,
        /// Axis of the steps.
        steps_axis,
        /// The loss of guessing.
        guessing,
        /// The curves, for those who hear them.
        plot_label,
        /// A map, for those who hear it: {run} {right}.
        map_label,
        /// Under a map: {value}.
        tile_loss,
        /// Under a map: {value}.
        tile_stalled,
        /// Head of a column.
        column_run,
        /// Head of a column.
        column_products,
        /// Head of a column.
        column_kept,
        /// Head of a column.
        column_loss,
        /// Head of a column.
        column_right,
        /// Head of a column.
        column_updates,
        /// Head of a column.
        column_stalled,
        /// Head of a column.
        column_below,
        /// Head of a column: {steps}.
        column_unchanged,
        /// Name of a formula.
        f_update,
        /// Name of a formula: {weight}.
        f_bf16,
        /// Name of a formula: {weight}.
        f_e4m3,
        /// Name of a formula.
        f_dice,
        /// Name of a formula.
        f_scale,
        /// What is made by hand, and how.
        note,
        /// A source.
        source_v3,
        /// A source.
        source_dice,
        /// A source.
        source_fp8,
        /// A source.
        source_start,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_where_kept,
        /// A state worth trying.
        preset_dice,
        /// A state worth trying.
        preset_bf16,
        /// A state worth trying.
        preset_larger_steps,
        /// A state worth trying.
        preset_smaller_steps,
        /// A state worth trying.
        preset_easy,
        /// A state worth trying.
        preset_too_large,
        /// A question.
        ask_half_step,
        /// A question.
        ask_below_a_tenth,
        /// A question.
        ask_larger_rate,
    }
}

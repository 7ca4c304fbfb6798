//! Texts of `frugal-segmentation`.

crate::i18n::catalogue! {
    /// Texts of `frugal-segmentation`.
    pub struct SegmentationText {
        /// The question.
        title,
        /// Label: into how many each expert is cut.
        m,
        /// Label: how many are shared.
        shared,
        /// Label: how much of the toy's knowledge is common.
        common,
        /// Label: experts before they are cut.
        experts,
        /// Label: experts a token uses before they are cut.
        top_k,
        /// Button: another seed.
        next_seed,
        /// Over the row of whole experts: {n} {k} {share}.
        cards_whole,
        /// Over the row of cut experts: {m} {n} {k} {share}.
        cards_cut,
        /// The same with shared ones: {m} {n} {k} {share} {shared}.
        cards_shared,
        /// Over the bars.
        ways_head,
        /// Name of the drawing for those who hear it.
        stage_label,
        /// Over the three pictures: {n} {k}.
        toy_title,
        /// Under the pictures.
        toy_legend,
        /// The same where a cell is several pairs: {pairs}.
        toy_legend_grain,
        /// A run of the toy.
        shared_none,
        /// A run of the toy.
        shared_one,
        /// A run of the toy.
        shared_two,
        /// What a picture shows: {shared} {n} {mean}.
        map_label,
        /// Under a picture: {mean} {error}.
        map_mean,
        /// Under a picture without routed experts in use.
        map_none,
        /// Where there is no number.
        undefined,
        /// What the cut brings: {m} {k} {n} {ways} {before} {whole_k} {whole_n} {fraction}.
        cut,
        /// Without a cut: {whole_k} {whole_n} {ways} {fraction}.
        uncut,
        /// As `cut` with shared ones: also {shared} {chosen} {from}.
        cut_shared,
        /// As `uncut` with shared ones: also {shared} {chosen} {from}.
        uncut_shared,
        /// Of V3's numbers: {kept} {groups} {within} {share}.
        limited,
        /// While the toy learns: {without} {with}.
        toy_learning,
        /// What the toy shows: {without} {with} {with_shared} {error_before} {error_after}.
        toy_better,
        /// The same where it does not help.
        toy_worse,
        /// Where all are shared: {without}.
        toy_nothing_routed,
        /// More chosen than there are: {k} {n}.
        odd_top_k,
        /// More shared than used: {shared} {k}.
        odd_shared,
        /// All are shared.
        odd_all_shared,
        /// Head of a column.
        column_what,
        /// Head of a column.
        column_from,
        /// Head of a column.
        column_chosen,
        /// Head of a column.
        column_share,
        /// Head of a column.
        column_ways,
        /// Head of a column.
        column_log,
        /// Head of a column.
        column_alike,
        /// Head of a column.
        column_error,
        /// Head of a row.
        column_toy,
        /// Name in a formula.
        f_units,
        /// Name in a formula.
        f_alike,
        /// In a formula, before what is averaged over all pairs.
        f_mean,
        /// The toy's recipe.
        note,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_whole,
        /// A state worth trying.
        preset_v3,
        /// A state worth trying.
        preset_finest,
        /// A state worth trying.
        preset_shared,
        /// A state worth trying.
        preset_nothing,
        /// A state worth trying.
        preset_mistake,
        /// A source.
        source_moe,
        /// A source.
        source_shared,
        /// A source.
        source_v3,
        /// A question.
        ask_two,
        /// A question.
        ask_v3,
        /// A question.
        ask_error,
    }
}

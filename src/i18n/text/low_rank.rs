//! Texts of `frugal-low-rank`.

crate::i18n::catalogue! {
    /// Texts of `frugal-low-rank`.
    pub struct LowRankText {
        /// The question.
        title,
        /// Label: numbers kept of each token.
        rank,
        /// So many numbers: {n}.
        numbers,
        /// One number.
        one_number,
        /// Label: what shares directions.
        joint,
        /// Option and name of a curve: everything shares.
        shared,
        /// Option and name of a curve: keys and values apart.
        separate,
        /// Option and name of a curve: each head apart.
        per_head,
        /// Label: where the matrices come from.
        source,
        /// Option: recorded.
        real,
        /// Option: random.
        random,
        /// Option: a spectrum that falls off exponentially.
        decaying,
        /// Option: a spectrum that falls off by a power law.
        power_law,
        /// Label: which tokens choose the directions.
        fit,
        /// Option: all of them.
        fit_all,
        /// Option: every second one.
        fit_half,
        /// Label: the head.
        head,
        /// Label: the token that is written out.
        token,
        /// Button: {seed}.
        another_seed,
        /// A token that is a word: {word}.
        word,
        /// A token that is none: {n}.
        token_number,
        /// The result, first sentence: {rank} {all} {fraction} {heads} {error}.
        rebuilds,
        /// The same for one number.
        rebuilds_one,
        /// All tokens chose: {bound}.
        least,
        /// The same for one direction.
        least_one,
        /// Half of them did: {bound}.
        unseen,
        /// The same for one direction.
        unseen_one,
        /// What becomes of attention: {head} {diff} {kl}.
        attention,
        /// What sharing would leave: {other}.
        instead_shared,
        /// What each head apart would leave: {other}.
        instead_per_head,
        /// In place of a result while the data is on its way.
        waiting,
        /// More numbers than directions were asked for: {asked} {most}.
        too_many,
        /// Over the singular values.
        spectrum_head,
        /// Over the curves.
        errors_head,
        /// Beside the cut: {name} {error}.
        curve,
        /// Right end of the axis: {n}.
        axis_end,
        /// On the axis: {n}.
        one_head,
        /// The same for a narrow figure: {n}.
        one_head_short,
        /// Over the bars: {tokens} {stored}.
        bytes_head,
        /// How a number is stored: {bytes}.
        stored,
        /// Under the first bar: {full}.
        bytes_full,
        /// Under the second bar; a semicolon is where a narrow figure breaks it: {kept} {basis} {pays}.
        bytes_kept,
        /// From which token on it is less: {tokens}.
        pays,
        /// It never is.
        never_pays,
        /// Over three pictures: {head} {heads} {all} {together}.
        whole_head,
        /// Over three pictures: {head} {own} {all}.
        keys_values_head,
        /// Over three pictures: {head}.
        attention_head,
        /// Over a picture: as it was.
        before,
        /// Over a picture: rebuilt.
        after,
        /// Over a picture: the difference.
        between,
        /// Where a token looks: {token} {list}.
        looks,
        /// One of them: {token} {before} {after}.
        look,
        /// Between them.
        comma,
        /// Name of the drawing for those who hear it.
        stage_label,
        /// Head of a column.
        column_rank,
        /// Head of a column.
        column_value,
        /// Head of a column.
        column_fraction,
        /// Head of a column.
        column_bytes,
        /// Head of a column.
        column_error,
        /// Unit of the divergence.
        nats,
        /// What the recorded data is.
        note_real,
        /// What the random matrix is.
        note_random,
        /// What the matrix with the decaying spectrum is.
        note_decaying,
        /// What the matrix with the long tail is.
        note_power_law,
        /// A state worth trying.
        preset_default,
        /// A state worth trying.
        preset_per_head,
        /// A state worth trying.
        preset_separate,
        /// A state worth trying.
        preset_random,
        /// A state worth trying.
        preset_half,
        /// A state worth trying.
        preset_few,
        /// A state worth trying.
        preset_worst,
        /// A state worth trying.
        preset_decaying,
        /// A state worth trying.
        preset_power_law,
        /// A question.
        question_groups,
        /// A question.
        question_tenth,
        /// A question.
        question_attention,
        /// A source.
        source_model,
        /// A source.
        source_eckart_young,
        /// A source.
        source_svd,
        /// A source.
        source_jacobi,
        /// A source.
        source_mla,
        /// A source.
        source_conversion,
    }
}

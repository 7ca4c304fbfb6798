//! Texts of `frugal-router` about where experts live: on nodes, or on devices (DeepSeek-V2).

crate::i18n::catalogue! {
    /// Texts of `frugal-router` about where experts live.
    pub struct RouterPlaceText {
        /// Label of the switch: {kept} {nodes}.
        groups,
        /// Step 4, V2.
        line_groups_max,
        /// Step 5: {kept}.
        line_keep,
        /// Head of a row: {node}.
        node,
        /// Head of the nodes.
        node_head,
        /// An outcome.
        out,
        /// The result: {token} {chosen} {experts} {nodes} {all} {free} {kept} {sum}.
        result_limited,
        /// The result where the affinities are below zero: {token} {chosen} {experts} {nodes} {all} {free} {sum}.
        result_limited_undefined,
        /// The result without the limit: {token} {chosen} {experts} {nodes} {all} {sum}.
        result_free,
        /// Means over the text: {count} {mean_nodes} {mean_free} {mean_kept}.
        result_mean,
        /// A reason: {experts} {nodes}.
        why_groups,
        /// A reason: {k} {candidates}.
        why_kept,
        /// What is synthetic.
        note,
        /// Above the pictures of many tokens: {k} {nodes} {chance}.
        many_line_nodes,
        /// Head of the bars.
        spread,
        /// Head of the heat map.
        load,
        /// The result: {count} {nodes} {all} {free} {kept}.
        result_many,
        /// The same where the affinities are below zero: {count} {nodes} {all} {free}.
        result_many_undefined,
        /// The result without the limit: {count} {nodes} {all}.
        result_many_free,
    }
}

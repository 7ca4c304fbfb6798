//! `frugal-router` about where experts live, in English.

use crate::i18n::text::RouterPlaceText;

/// Groups on nodes: DeepSeek-V3.
pub const NODES: RouterPlaceText = RouterPlaceText {
    groups: "At most {kept} of {nodes} nodes a token",
    line_groups_max: "Each node scores as much as its single best expert (underlined).",
    line_keep: "The {kept} nodes with the highest scores stay. The others are out, however good a single expert there may be.",
    node: "node {node}",
    node_head: "node",
    out: "its node is out",
    result_limited: "“{token}” wakes {chosen} of {experts} experts, on {nodes} of {all} nodes; without the limit they would lie on {free}. The limit leaves it {kept} of the best affinity it could have had, and the weights add up to {sum}.",
    result_limited_undefined: "“{token}” wakes {chosen} of {experts} experts, on {nodes} of {all} nodes; without the limit they would lie on {free}. The weights add up to {sum}.",
    result_free: "“{token}” wakes {chosen} of {experts} experts, scattered over {nodes} of {all} nodes because nothing limits them. The weights add up to {sum}.",
    result_mean: " Over all {count} tokens of the text: {mean_nodes} nodes on average instead of {mean_free}, with {mean_kept} of the affinity.",
    why_groups: "{experts} experts cannot be shared equally among {nodes} nodes",
    why_kept: "the nodes that stay hold only {candidates} experts, fewer than {k}",
    note: "Synthetic: a token’s vector is hashed from its bytes and the seed; the gate’s matrix and biases are random numbers from the seed too. They are not DeepSeek’s weights, so which expert wakes means nothing; how the choice is made is exact. Experts are not school subjects: nobody gives them a topic, and Mixtral’s showed no obvious one. Groups are nodes (machines), not topics either, and no model cuts text into tokens quite like this. Routed experts and nodes are counted from 0.",
    many_line_nodes: "Made-up tokens by the thousand, each through the same gate, with the limit and without. {k} experts picked blindly would lie on {chance} of {nodes} nodes.",
    spread: "How many nodes a token touches",
    load: "How often each expert is chosen: a square an expert, a row a node where there are nodes. Never chosen is the colour of the paper; twice the mean or more stands out most.",
    result_many: "Over {count} tokens a token touches {nodes} of {all} nodes on average; without the limit it would be {free}. The limit leaves it {kept} of the best affinity.",
    result_many_undefined: "Over {count} tokens a token touches {nodes} of {all} nodes on average; without the limit it would be {free}.",
    result_many_free: "Over {count} tokens, with nothing to limit it, a token touches {nodes} of {all} nodes on average.",
};

/// Groups on devices: DeepSeek-V2.
pub const DEVICES: RouterPlaceText = RouterPlaceText {
    groups: "At most {kept} of {nodes} devices a token",
    line_groups_max: "Each device scores as much as its single best expert (underlined).",
    line_keep: "The {kept} devices with the highest scores stay. The others are out, however good a single expert there may be.",
    node: "device {node}",
    node_head: "device",
    out: "its device is out",
    result_limited: "“{token}” wakes {chosen} of {experts} experts, on {nodes} of {all} devices; without the limit they would lie on {free}. The limit leaves it {kept} of the best affinity it could have had, and the weights add up to {sum}.",
    result_limited_undefined: "“{token}” wakes {chosen} of {experts} experts, on {nodes} of {all} devices; without the limit they would lie on {free}. The weights add up to {sum}.",
    result_free: "“{token}” wakes {chosen} of {experts} experts, scattered over {nodes} of {all} devices because nothing limits them. The weights add up to {sum}.",
    result_mean: " Over all {count} tokens of the text: {mean_nodes} devices on average instead of {mean_free}, with {mean_kept} of the affinity.",
    why_groups: "{experts} experts cannot be shared equally among {nodes} devices",
    why_kept: "the devices that stay hold only {candidates} experts, fewer than {k}",
    note: "Synthetic: a token’s vector is hashed from its bytes and the seed; the gate’s matrix and biases are random numbers from the seed too. They are not DeepSeek’s weights, so which expert wakes means nothing; how the choice is made is exact. Experts are not school subjects: nobody gives them a topic, and Mixtral’s showed no obvious one. Groups are devices (GPUs), not topics either, and no model cuts text into tokens quite like this. Routed experts and devices are counted from 0.",
    many_line_nodes: "Made-up tokens by the thousand, each through the same gate, with the limit and without. {k} experts picked blindly would lie on {chance} of {nodes} devices.",
    spread: "How many devices a token touches",
    load: "How often each expert is chosen: a square an expert, a row a device where there are devices. Never chosen is the colour of the paper; twice the mean or more stands out most.",
    result_many: "Over {count} tokens a token touches {nodes} of {all} devices on average; without the limit it would be {free}. The limit leaves it {kept} of the best affinity.",
    result_many_undefined: "Over {count} tokens a token touches {nodes} of {all} devices on average; without the limit it would be {free}.",
    result_many_free: "Over {count} tokens, with nothing to limit it, a token touches {nodes} of {all} devices on average.",
};

//! `frugal-router` about where experts live, in Chinese.

use crate::i18n::text::RouterPlaceText;

/// Groups on nodes: DeepSeek-V3.
pub const NODES: RouterPlaceText = RouterPlaceText {
    groups: "每个 token 最多用 {nodes} 个节点中的 {kept} 个",
    line_groups_max: "每个节点的得分，就是其中最好的那一个专家（下划线）的得分。",
    line_keep: "得分最高的 {kept} 个节点留下，其余出局，哪怕里面有一个专家特别合适。",
    node: "节点 {node}",
    node_head: "节点",
    out: "节点出局",
    result_limited: "“{token}”唤醒 {experts} 个专家中的 {chosen} 个，落在 {all} 个节点中的 {nodes} 个上；若不限节点，会落在 {free} 个上。受限之后，亲和度仍有最优选择的 {kept}，权重之和为 {sum}。",
    result_limited_undefined: "“{token}”唤醒 {experts} 个专家中的 {chosen} 个，落在 {all} 个节点中的 {nodes} 个上；若不限节点，会落在 {free} 个上。权重之和为 {sum}。",
    result_free: "“{token}”唤醒 {experts} 个专家中的 {chosen} 个；没有节点限制，它们散落在 {all} 个节点中的 {nodes} 个上。权重之和为 {sum}。",
    result_mean: "整段文字的 {count} 个 token 平均：用到 {mean_nodes} 个节点，而不是 {mean_free} 个，亲和度保住 {mean_kept}。",
    why_groups: "{experts} 个专家没法平分到 {nodes} 个节点",
    why_kept: "留下的节点总共只有 {candidates} 个专家，不足 {k} 个",
    note: "合成数据：token 的向量由其字节和种子哈希而来，router 矩阵和偏置也是由种子产生的随机数，不是 DeepSeek 的权重。所以唤醒的是哪个专家没有含义，怎么选出来的则完全照原样计算。专家不是学科：没有人给它们分派主题，Mixtral 的专家按主题看也没有明显的分工。组是节点（机器），同样不是主题；真实模型切分 token 的方式也不尽相同。路由专家和节点都从 0 数起。",
    many_line_nodes: "成千上万个合成的 token 依次通过同一个 router，限不限节点各走一遍。随便挑 {k} 个专家，平均会落在 {nodes} 个节点中的 {chance} 个上。",
    spread: "一个 token 用到几个节点",
    load: "每个专家被选中多少次：一格一个专家，分节点时一行一个节点。从未选中的与底色相同，次数越多越醒目，到平均值的两倍为止。",
    result_many: "{count} 个 token 平均每个用到 {all} 个节点中的 {nodes} 个；不限节点的话是 {free} 个。受限之后，亲和度平均仍有最优选择的 {kept}。",
    result_many_undefined: "{count} 个 token 平均每个用到 {all} 个节点中的 {nodes} 个；不限节点的话是 {free} 个。",
    result_many_free: "{count} 个 token，不限节点，平均每个用到 {all} 个节点中的 {nodes} 个。",
};

/// Groups on devices: DeepSeek-V2.
pub const DEVICES: RouterPlaceText = RouterPlaceText {
    groups: "每个 token 最多用 {nodes} 台设备中的 {kept} 台",
    line_groups_max: "每台设备的得分，就是其中最好的那一个专家（下划线）的得分。",
    line_keep: "得分最高的 {kept} 台设备留下，其余出局，哪怕里面有一个专家特别合适。",
    node: "设备 {node}",
    node_head: "设备",
    out: "设备出局",
    result_limited: "“{token}”唤醒 {experts} 个专家中的 {chosen} 个，落在 {all} 台设备中的 {nodes} 台上；若不限设备，会落在 {free} 台上。受限之后，亲和度仍有最优选择的 {kept}，权重之和为 {sum}。",
    result_limited_undefined: "“{token}”唤醒 {experts} 个专家中的 {chosen} 个，落在 {all} 台设备中的 {nodes} 台上；若不限设备，会落在 {free} 台上。权重之和为 {sum}。",
    result_free: "“{token}”唤醒 {experts} 个专家中的 {chosen} 个；没有设备限制，它们散落在 {all} 台设备中的 {nodes} 台上。权重之和为 {sum}。",
    result_mean: "整段文字的 {count} 个 token 平均：用到 {mean_nodes} 台设备，而不是 {mean_free} 台，亲和度保住 {mean_kept}。",
    why_groups: "{experts} 个专家没法平分到 {nodes} 台设备",
    why_kept: "留下的设备总共只有 {candidates} 个专家，不足 {k} 个",
    note: "合成数据：token 的向量由其字节和种子哈希而来，router 矩阵和偏置也是由种子产生的随机数，不是 DeepSeek 的权重。所以唤醒的是哪个专家没有含义，怎么选出来的则完全照原样计算。专家不是学科：没有人给它们分派主题，Mixtral 的专家按主题看也没有明显的分工。组是设备（GPU），同样不是主题；真实模型切分 token 的方式也不尽相同。路由专家和设备都从 0 数起。",
    many_line_nodes: "成千上万个合成的 token 依次通过同一个 router，限不限设备各走一遍。随便挑 {k} 个专家，平均会落在 {nodes} 台设备中的 {chance} 台上。",
    spread: "一个 token 用到几台设备",
    load: "每个专家被选中多少次：一格一个专家，分设备时一行一台设备。从未选中的与底色相同，次数越多越醒目，到平均值的两倍为止。",
    result_many: "{count} 个 token 平均每个用到 {all} 台设备中的 {nodes} 台；不限设备的话是 {free} 台。受限之后，亲和度平均仍有最优选择的 {kept}。",
    result_many_undefined: "{count} 个 token 平均每个用到 {all} 台设备中的 {nodes} 台；不限设备的话是 {free} 台。",
    result_many_free: "{count} 个 token，不限设备，平均每个用到 {all} 台设备中的 {nodes} 台。",
};

//! The frame, in Chinese.

use crate::i18n::text::{FrameText, ProblemText};

/// Texts that every widget shares.
pub const FRAME: FrameText = FrameText {
    presets: "试试",
    drawer: "数据、公式与出处",
    more_controls: "更多设置",
    table: "数据表",
    formulas: "代入当前数值",
    sources: "出处",
    guarded_by: "由测试保证：",
    share: "带走这张图",
    copy_link: "复制链接",
    copy_embed: "复制嵌入代码",
    copied: "已复制。",
    copy_failed: "浏览器不允许复制，请手动选中下面的文字：",
    save_svg: "存为 SVG",
    save_png: "存为 PNG",
    save_csv: "把表格存为 CSV",
    save_failed: "当前页面不允许保存图片。",
    reset: "恢复默认",
    loading: "此图正在加载。",
    missing: "此图没能加载。",
    retry: "重试",
    notices: "关于当前的设置",
    dismiss: "知道了",
    on: "开",
    off: "关",
};

/// What is said about a field that was not taken.
pub const PROBLEMS: ProblemText = ProblemText {
    unknown: "这里没有名为“{field}”的设置，已忽略。",
    sentence: "{field}：“{given}”未被采用，{why}。",
    comma: "、",
    not_a_number: "这里要填一个数",
    not_whole: "这里要填整数",
    out_of_range: "取值应在 {low} 到 {high} 之间",
    not_one_of: "只能是 {names} 之一",
    too_long: "最多 {most} 个字符",
    list_length: "应列出 {fewest} 到 {most} 项，用英文逗号隔开",
    twice: "{item} 出现了两次",
    form: "格式应当像 {example}",
};

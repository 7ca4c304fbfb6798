//! The field of dots, in Chinese.

use crate::i18n::text::DotsText;

/// Texts of the field of dots.
pub const DOTS: DotsText = DotsText {
    label: "一片专家；用方向键更换 token",
    value: "token {token}：唤醒专家 {experts}",
    caption: "这个 token 只唤醒 {experts} 个专家中的 {chosen} 个。在点阵上移动：换一个 token，就换一批专家。",
    note: "合成的 token {token} 经过 DeepSeek-V3 的 router：向量与 router 都是由种子生成的随机数；每行是八个节点中的一个，最多四个参与。",
};

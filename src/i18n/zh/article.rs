//! The page around the article, in Chinese.

use crate::i18n::text::ArticleText;

/// Texts of the page around the article.
pub const ARTICLE: ArticleText = ArticleText {
    title: "Frugal：DeepSeek 如何以少胜多",
    language: "语言",
    theme: "配色",
    theme_auto: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    skip: "跳到正文",
    contents: "目录",
    acts: "会改变图中的设置",
    absent: "默认为 {text}，图中现在没有这一项",
    by_default: "默认为 {text}",
    colophon: "页面上的每一张图都在你的浏览器里现场算出，不向任何地方发送数据。",
};

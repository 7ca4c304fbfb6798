//! Good Markdown becomes a tree; bad Markdown is refused with its line and what was meant.

use crate::compiler::document::{Block, Inline};
use crate::compiler::{compile, emit};

const HEAD: &str = "# Title\n\n## Section {#section .memory}\n\n";

fn good(body: &str) -> crate::compiler::Compiled {
    compile(&format!("{HEAD}{body}")).unwrap_or_else(|problems| panic!("{body}: {problems:?}"))
}

/// The problems of a body that begins on line 5.
fn bad(body: &str) -> Vec<String> {
    let problems = compile(&format!("{HEAD}{body}")).expect_err(body);
    problems.iter().map(ToString::to_string).collect()
}

fn refuses(body: &str, line: usize, parts: &[&str]) {
    let problems = bad(body);
    let found = problems
        .iter()
        .any(|problem| problem.starts_with(&format!("{line}: ")) && parts.iter().all(|part| problem.contains(part)));
    assert!(found, "{body:?} should be refused on line {line} with {parts:?}, but: {problems:#?}");
}

fn paragraph(body: &str) -> &'static [Inline] {
    let compiled = good(body);
    let Block::Paragraph(inlines) = compiled.document.sections[0].passages[0].before[0] else { panic!("{body}") };
    inlines
}

const WIDGET: &str = "![Why?](widget:router?kind=deepseek-v3&stage=keep)\n\n";

#[test]
fn the_three_schemes() {
    let compiled = good(&format!(
        "Before.\n\n{WIDGET}[70 kB](reading:router.weights@deepseek-v3) and [off](set:router?groups=off&text=a%20b).\n"
    ));
    let passage = &compiled.document.sections[0].passages[0];
    let widget = passage.widget.as_ref().unwrap();
    assert_eq!((widget.id, widget.name, widget.question), ("router", "router", "Why?"));
    assert_eq!(widget.preset, [("kind", "deepseek-v3"), ("stage", "keep")]);
    assert_eq!((passage.before.len(), passage.after.len()), (1, 1));
    let Block::Paragraph([Inline::Reading(reading), Inline::Text(" and "), Inline::Set("router", fields, _), _]) =
        passage.after[0]
    else {
        panic!("{:?}", passage.after)
    };
    assert_eq!(
        (reading.id, reading.name, reading.item, reading.text),
        ("router", "weights", Some("deepseek-v3"), "70 kB")
    );
    assert_eq!(*fields, [("groups", "off"), ("text", "a b")]);
}

#[test]
fn assertions_name_file_and_line() {
    let source = emit("EN", "src/article/en.md", &good(WIDGET));
    assert!(source.contains("pub static EN: Document = Document { title: &[Inline::Text(\"Title\")]"), "{source}");
    assert!(source.contains("const _: () = known::widget(\"src/article/en.md:5: \", \"router\");"), "{source}");
    assert!(
        source.contains("const _: () = known::field(\"src/article/en.md:5: \", \"router\", \"stage\");"),
        "{source}"
    );
}

#[test]
fn a_second_widget_begins_a_passage() {
    let second = "![And?](widget:router?id=other)\n\n[1](reading:other.weights)\n";
    let compiled = good(&format!("{WIDGET}Text.\n\n{second}"));
    let passages = compiled.document.sections[0].passages;
    assert_eq!(passages.len(), 2);
    assert_eq!(passages[1].widget.as_ref().unwrap().id, "other");
    refuses(&format!("{WIDGET}{WIDGET}"), 7, &["`#router` is taken", "&id="]);
}

#[test]
fn unknown_links_are_refused() {
    refuses("[x](readng:router.weights)", 5, &["unknown scheme `readng:`", "reading:"]);
    refuses("Text.\n\n[x](reading:router.weights)", 7, &["no widget `router` in this article", "none"]);
    refuses(&format!("{WIDGET}[x](set:rooter?groups=off)"), 7, &["no widget `rooter`", "router"]);
    refuses(&format!("{WIDGET}[x](set:router)"), 7, &["sets nothing"]);
    refuses(&format!("{WIDGET}[x](set:router?groups)"), 7, &["`groups` has no value"]);
    refuses(&format!("{WIDGET}[x](reading:weights)"), 7, &["should look like"]);
    refuses(&format!("{WIDGET}[*x*](reading:router.weights)"), 7, &["between its brackets"]);
    refuses("[x](#nowhere)", 5, &["no anchor `#nowhere`", "section"]);
    refuses("[x](widget:router)", 5, &["exclamation mark"]);
    refuses("[x](javascript:alert(1))", 5, &["unknown scheme"]);
    refuses("![x](widget:router?stage=%zz)", 5, &["percent-encoded"]);
    refuses("![x](widget:Router)", 5, &["`Router`", "lower-case"]);
    refuses("![x](widget:router?stage=a&stage=b)", 5, &["twice"]);
}

#[test]
fn places_are_checked() {
    refuses("Look: ![x](widget:router) there", 5, &["paragraph of its own"]);
    refuses("![x](widget:router) there", 5, &["paragraph of its own"]);
    refuses("![x](picture.png)", 5, &["no widget"]);
    refuses("![](widget:router)", 5, &["needs the question"]);
    refuses("- ![x](widget:router)", 5, &["own"]);
    refuses("> ![x](widget:router)", 5, &["inside another block"]);
    refuses("## Another", 5, &["needs an anchor"]);
    refuses("## Another {#section}", 5, &["`#section` is taken"]);
    refuses("## Another {#other .pink}", 5, &["`.pink`", ".experts"]);
    refuses("<b>x</b>", 5, &["no place"]);
    refuses("<div>\nx\n</div>", 5, &["HTML is not shown"]);
    assert_eq!(compile("## Only {#only}\n").unwrap_err()[0].to_string(), "1: there is no title (`# …`)");
    assert!(
        compile("# T\n\n![x](widget:router)\n\n## S {#s}\n").unwrap_err()[0].text.contains("before the first section")
    );
}

#[test]
fn formulas_become_mathml_without_styles() {
    let [Inline::Formula(formula)] = paragraph("$\\frac{a}{b} < 1$") else { panic!() };
    assert_eq!(formula.tag, "math");
    assert!(format!("{formula:?}").contains("mfrac"));
    assert!(format!("{formula:?}").contains("Text(\"<\")"));
    paragraph("$a \\& b \\text{ < & } c \\le d$");
    refuses("$\\frc{a}$", 5, &["not a formula"]);
    refuses("$\\color{red} x$", 5, &["style"]);
}

#[test]
fn line_breaks_are_spaces_but_not_between_chinese_characters() {
    assert_eq!(paragraph("one\ntwo"), [Inline::Text("one two")]);
    assert_eq!(paragraph("一个\n字节"), [Inline::Text("一个字节")]);
    assert_eq!(paragraph("一个，\ntoken"), [Inline::Text("一个，token")]);
    assert_eq!(paragraph("一个\ntoken"), [Inline::Text("一个 token")]);
    refuses("**注意：**后面", 5, &["`**`"]);
}

#[test]
fn blocks() {
    let compiled =
        good("- a\n- b\n\n3. c\n\n   d\n\n> e\n\n```\nf\n```\n\n| g | h |\n|---|---|\n| i | j |\n\n---\n\n### k\n");
    let blocks = compiled.document.sections[0].passages[0].before;
    let Block::List(None, [[Block::Paragraph([Inline::Text("a")])], [_]]) = blocks[0] else {
        panic!("{:?}", blocks[0])
    };
    let Block::List(Some(3), [[Block::Paragraph(_), Block::Paragraph(_)]]) = blocks[1] else {
        panic!("{:?}", blocks[1])
    };
    let Block::Quote([Block::Paragraph(_)]) = blocks[2] else { panic!("{:?}", blocks[2]) };
    assert_eq!(blocks[3], Block::Code("f\n"));
    let Block::Table([_, _], [[_, _]]) = blocks[4] else { panic!("{:?}", blocks[4]) };
    assert_eq!(blocks[5], Block::Rule);
    assert_eq!(blocks[6], Block::Heading(3, None, &[Inline::Text("k")]));
}

#[test]
fn nonsense_is_refused_without_panic() {
    for text in ["", "\u{0}", "# ", "##", "![", "$$", "$", "[x](", "- - - ", "|", "> > >", "# a\n# b\n## c {#", "```"] {
        let _ = compile(text);
        let _ = compile(&format!("{HEAD}{text}"));
    }
}

//! Questions to the reader, whose answers are computed when one asks.

use yew::prelude::*;

use crate::i18n::{self, Lang, fill, read_number};
use crate::ui::{Button, Edit, Entry, Preset, part, text, words};
use crate::widgets::view::Challenge;

/// Some questions, each with the link that shows its answer.
#[derive(Properties, PartialEq)]
pub struct Questions {
    pub lang: Lang,
    pub items: Vec<(Challenge, Preset)>,
}

impl PartialEq for Challenge {
    fn eq(&self, other: &Self) -> bool {
        // The answer belongs to the question.
        (self.question, self.unit, self.shows) == (other.question, other.unit, other.shows)
    }
}

/// What was said about an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    Nothing,
    Empty,
    Unreadable,
    TooLow,
    TooHigh,
    /// The computed answer.
    Right(f64),
    /// The computed answer, given away.
    Shown(f64),
}

/// A native disclosure with one form a question.
#[component]
pub fn Challenges(props: &Questions) -> Html {
    let label = i18n::frame(props.lang).challenges;
    let question = |(at, (challenge, shows)): (usize, &(Challenge, Preset))| {
        html! { <Question key={at} lang={props.lang} challenge={*challenge} shows={shows.clone()} /> }
    };
    let list = part("ol", "challenges__list", props.items.iter().enumerate().map(question).collect());
    part("details", "drawer challenges", vec![words("summary", "drawer__summary", label.into()), list])
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    lang: Lang,
    challenge: Challenge,
    shows: Preset,
}

/// Nothing in decimal is closer to an exact answer than this.
const EXACT: f64 = 4.0 * f64::EPSILON;

/// Compares what was typed; the answer is computed only for a number.
fn judge(typed: &str, challenge: &Challenge) -> Verdict {
    if typed.trim().is_empty() {
        return Verdict::Empty;
    }
    let Some(number) = read_number(typed, challenge.unit) else { return Verdict::Unreadable };
    let answer = (challenge.answer)();
    if f64::abs(number - answer) <= f64::abs(answer) * libm::fmax(challenge.tolerance, EXACT) {
        Verdict::Right(answer)
    } else if number < answer {
        Verdict::TooLow
    } else {
        Verdict::TooHigh
    }
}

/// The computed answer with its unit, in as many digits as it takes to be told from a wrong one.
fn written(answer: f64, challenge: &Challenge) -> String {
    let number = if challenge.tolerance > 0.0 {
        let digits = 2.0 - f64::floor(libm::log10(challenge.tolerance));
        i18n::significant(answer, digits.clamp(3.0, 17.0) as usize)
    } else {
        i18n::shortest(answer)
    };
    match challenge.unit {
        "" => number,
        "%" => [&number, "%"].concat(),
        unit => [&number, "\u{a0}", unit].concat(),
    }
}

fn sentence(verdict: Verdict, lang: Lang, challenge: &Challenge) -> String {
    let text = i18n::frame(lang);
    let answered = |sentence, answer| fill(sentence, &[("answer", &written(answer, challenge))]);
    match verdict {
        Verdict::Nothing => String::new(),
        Verdict::Empty => text.nothing_typed.into(),
        Verdict::Unreadable => fill(text.unreadable, &[("example", "0.001")]),
        Verdict::TooLow => text.too_low.into(),
        Verdict::TooHigh => text.too_high.into(),
        Verdict::Right(answer) if challenge.tolerance > 0.0 => answered(text.right_about, answer),
        Verdict::Right(answer) => answered(text.right, answer),
        Verdict::Shown(answer) => answered(text.answer_is, answer),
    }
}

#[component]
fn Question(props: &QuestionProps) -> Html {
    let text_of = i18n::frame(props.lang);
    let challenge = props.challenge;
    let typed = use_state(AttrValue::default);
    // Enter sends the form in the same moment as the text changes.
    let newest = use_mut_ref(String::new);
    let verdict = use_state(|| Verdict::Nothing);
    let on_edit = {
        let (typed, newest, verdict) = (typed.clone(), newest.clone(), verdict.clone());
        Callback::from(move |edit: Edit<String>| {
            newest.borrow_mut().clone_from(&edit.value);
            typed.set(edit.value.into());
            if !edit.done {
                verdict.set(Verdict::Nothing);
            }
            Ok(())
        })
    };
    let check = {
        let verdict = verdict.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            verdict.set(judge(&newest.borrow(), &challenge));
        })
    };
    let show = {
        let verdict = verdict.clone();
        Callback::from(move |()| verdict.set(Verdict::Shown((challenge.answer)())))
    };
    let label = match challenge.unit {
        "" => AttrValue::Static(text_of.answer),
        unit => fill(text_of.answer_in, &[("unit", unit)]).into(),
    };
    let entry = Entry { label, value: (*typed).clone(), input_mode: "text", max_length: 60, on_edit };
    let settled = matches!(*verdict, Verdict::Right(_) | Verdict::Shown(_));
    let said = vec![text(sentence(*verdict, props.lang, &challenge).into())];
    let link = if settled { props.shows.link() } else { Html::default() };
    html! {
        <li class="challenge">
            { words("p", "challenge__question", challenge.question.into()) }
            <form class="challenge__form" onsubmit={check}>
                { entry.view() }
                <button type="submit" class="button" part="control">{ text_of.check }</button>
                { Button::new(text_of.show_answer, show).view() }
            </form>
            <p class="challenge__verdict" role="status">{ part("span", "challenge__said", said) }</p>
            { link }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXACTLY: Challenge =
        Challenge { question: "", answer: || 409_663_695_276_000.0, tolerance: 0.0, unit: "", shows: &[] };
    const ABOUT: Challenge = Challenge { question: "", answer: || 0.001_234, tolerance: 0.01, unit: "B", shows: &[] };

    #[test]
    fn an_exact_answer_is_exact() {
        assert_eq!(judge("409,663,695,276,000", &EXACTLY), Verdict::Right(409_663_695_276_000.0));
        assert_eq!(judge("409663695276001", &EXACTLY), Verdict::TooHigh);
        assert_eq!(judge("4e14", &EXACTLY), Verdict::TooLow);
        assert_eq!(sentence(Verdict::Right(0.3), Lang::En, &EXACTLY), "Right: it is 0.3.");
    }

    #[test]
    fn a_rounded_answer_is_near() {
        assert_eq!(judge("1.23e-3 B", &ABOUT), Verdict::Right(0.001_234));
        assert_eq!(judge("0,0013", &ABOUT), Verdict::TooHigh);
        assert_eq!(sentence(Verdict::Shown(0.001_234_567), Lang::En, &ABOUT), "Computed just now: 0.001235\u{a0}B.");
    }

    #[test]
    fn nonsense_computes_nothing() {
        let never = Challenge { answer: || unreachable!("nobody asked"), ..ABOUT };
        assert_eq!(judge("  ", &never), Verdict::Empty);
        assert_eq!(judge("a lot", &never), Verdict::Unreadable);
    }
}

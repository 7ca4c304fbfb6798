//! `frugal-router`: its state, its readings and its markup.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "support/fields.rs"]
mod fields;
mod support;

use std::rc::Rc;

use frugal::i18n::Lang;
use frugal::numerics::routing::{BiasUse, Bug, Gate, GroupScore, Kind, Scoring};
use frugal::state::{Pairs, Readings as _, Table as _, Value, read};
use frugal::widgets::router::{Action, EXPERT, Model, Readings, Router, Routing, Sight, Stage, State, WORD};
use frugal::widgets::{Given, Props, Widget, render};
use proptest::prelude::*;
use serde_json::Value as Json;

fn state(fields: &[(&str, &str)]) -> State {
    let (state, problems) = read(&State::default(), &fields.iter().copied().collect::<Pairs>());
    assert_eq!(problems, [], "{fields:?}");
    state
}

fn model(fields: &[(&str, &str)]) -> Model {
    Router::compute(&state(fields), Lang::En)
}

fn readings(fields: &[(&str, &str)]) -> Readings {
    Readings::from(&model(fields).routing)
}

#[test]
fn the_default_shows_eight_of_256_on_four_of_eight_nodes_in_both_languages() {
    for lang in Lang::ALL {
        let state = State::default();
        let model = Router::compute(&state, lang);
        let seen = Router::readings(&state, &model);
        assert_eq!((seen.selected.len(), seen.nodes_touched, seen.groups_kept.len()), (8, 4, 4), "{lang:?}");
        assert_eq!(seen.nodes_touched_without_groups, 6, "{lang:?}");
        assert!((0.98..1.0).contains(&seen.affinity_kept), "{lang:?}");
        assert!((seen.weight_sum - 2.5).abs() < 1e-6, "{lang:?}");
        assert_eq!(model.stage, Stage::Weights);
        let free = Router::compute(&State { groups: false, ..state }, lang);
        assert_eq!(free.routing.routed.nodes_touched, 6);
    }
}

fn floats(value: &Json) -> Vec<f32> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap() as f32).collect()
}

fn whole(config: &Json, field: &str) -> Option<usize> {
    config.get(field).and_then(Json::as_u64).map(|n| usize::try_from(n).unwrap())
}

/// The readings of reference logits are the reference's experts and weights, for every kind of the file.
#[test]
fn readings_equal_the_references() {
    let file = support::reference("routing.json");
    let kinds = [
        ("deepseek_v3", Kind::DeepseekV3),
        ("deepseek_v2_group_limited", Kind::DeepseekV2),
        ("softmax_greedy_unnormalised", Kind::DeepseekMoe),
        ("mixtral", Kind::Mixtral),
        ("qwen3_moe", Kind::Qwen3Moe),
        ("gpt_oss", Kind::GptOss),
        ("llama4", Kind::Llama4),
    ];
    let mut compared = 0;
    for (name, kind) in kinds {
        for set in file["kinds"][name].as_array().unwrap() {
            let config = &set["config"];
            let n_group = whole(config, "n_group").unwrap_or(1);
            let gate = Gate {
                experts: whole(config, "experts").unwrap(),
                top_k: whole(config, "top_k").unwrap(),
                n_group,
                nodes: n_group,
                topk_group: whole(config, "topk_group").unwrap_or(1),
                routed_scaling_factor: config.get("scale").map_or(1.0, |scale| scale.as_f64().unwrap() as f32),
                ..kind.gate()
            };
            for case in set["cases"].as_array().unwrap() {
                let bias = case.get("bias").map_or_else(Vec::new, floats);
                let seen = Readings::from(&Routing::new(gate, floats(&case["logits"]), bias).unwrap());
                let expected: Vec<usize> =
                    case["idx"].as_array().unwrap().iter().map(|i| i.as_u64().unwrap() as usize).collect();
                assert_eq!(seen.selected, expected, "{name}");
                let weights = floats(&case["w"]);
                assert!(
                    seen.weights.iter().zip(&weights).all(|(a, b)| (a - b).abs() <= 1e-6 * b.abs().max(1.0)),
                    "{name}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared >= kinds.len() * 50, "{compared}");
}

#[test]
fn each_kind_has_its_steps() {
    let has = |kind: &str| {
        let model = model(&[("kind", kind)]);
        [Stage::Affinity, Stage::Bias, Stage::Groups, Stage::Keep].map(|stage| stage.is_in(&model.routing.gate))
    };
    assert_eq!(has("deepseek-v3"), [true; 4]);
    assert_eq!(has("kimi-k2"), [true, true, false, false]);
    assert_eq!(has("deepseek-v2"), [true, false, true, true]);
    assert_eq!(has("mixtral"), [true, false, false, false]);
    assert_eq!(has("gpt-oss"), [false, true, false, false]);
    assert_eq!(has("llama-4"), [false; 4]);
    // A step that is not there shows the next.
    assert_eq!(model(&[("kind", "mixtral"), ("stage", "bias")]).stage, Stage::TopK);
    assert_eq!(model(&[("groups", "off"), ("stage", "groups")]).stage, Stage::TopK);
    assert_eq!(model(&[("kind", "llama-4"), ("stage", "affinity")]).stage, Stage::TopK);
}

#[test]
fn impossible_what_ifs_are_refused_and_the_rest_is_kept() {
    let seen = model(&[("experts", "100"), ("top-k", "4")]);
    assert_eq!((seen.routing.gate.experts, seen.routing.gate.top_k), (256, 4));
    assert_eq!(seen.refusals.iter().map(|refusal| refusal.field).collect::<Vec<_>>(), ["experts"]);
    let seen = model(&[("kind", "mixtral"), ("top-k", "9")]);
    assert_eq!((seen.routing.gate.top_k, seen.refusals[0].field), (2, "top-k"));
    // Together possible, though neither is alone.
    let seen = model(&[("kind", "qwen3-moe"), ("experts", "4"), ("top-k", "2")]);
    assert_eq!((seen.routing.gate.experts, seen.routing.gate.top_k, seen.refusals.len()), (4, 2, 0));
    let seen = model(&[("experts", "16"), ("top-k", "9")]);
    assert_eq!(seen.refusals.iter().map(|refusal| refusal.field).collect::<Vec<_>>(), ["top-k"]);
    assert!(markup(&[("experts", "100")], Lang::En).contains("experts: 100 is not possible"));
}

#[test]
fn biases_choose_but_do_not_weigh() {
    for lang in Lang::ALL {
        let quiet = Router::compute(&state(&[]), lang);
        let preset = Router::presets(lang).into_iter().find(|preset| preset.fields.iter().any(|(f, _)| *f == "biases"));
        let fields = preset.unwrap().fields;
        let woken = Router::compute(&state(fields), lang);
        let (expert, _) = state(fields).biases.iter().next().unwrap();
        assert!(quiet.routing.place(expert).is_none() && quiet.routing.routed.affinity[expert] < 0.2, "{lang:?}");
        let place = woken.routing.place(expert).expect("woken");
        assert_eq!(place, 7, "the smallest weight");
        assert!(woken.routing.routed.weights[place] < 0.1);
        assert!((woken.routing.weight_sum() - 2.5).abs() < 1e-6);
        // With the bug the same expert weighs most.
        let fields: Vec<_> = fields.iter().copied().chain([("bug", "bias-in-weights")]).collect();
        let leaked = Router::compute(&state(&fields), lang);
        assert!(leaked.routing.routed.weights[leaked.routing.place(expert).unwrap()] > 0.25);
    }
}

#[test]
fn a_shift_of_all_biases_matters_only_to_the_mask_of_zero() {
    let bugs = |bug, shift| readings(&[("bug", bug), ("bias-shift", shift)]);
    let (as_published, shifted) = (bugs("none", "0"), bugs("none", "-1.5"));
    assert_eq!((as_published.selected, as_published.weights), (shifted.selected, shifted.weights));
    assert_eq!(bugs("mask-zero", "0").selected, readings(&[]).selected);
    let masked = model(&[("bug", "mask-zero"), ("bias-shift", "-1.5")]);
    let routed = &masked.routing.routed;
    assert!(routed.selected.iter().all(|&expert| !routed.candidates[expert]), "only forbidden experts");
    assert!(routed.affinity_kept.is_nan());
}

#[test]
fn group_max_ranks_nodes_by_their_best() {
    let model = model(&[("bug", "group-max")]);
    assert_eq!(model.routing.counted(0).len(), 1);
    assert_eq!(Bug::GroupMax, model.routing.gate.bug);
    let routed = &model.routing.routed;
    let best = routed.biased[..32].iter().copied().fold(f32::MIN, f32::max);
    assert_eq!(routed.group_scores[0], best);
}

#[test]
fn the_reader_acts() {
    let act = |fields: &[(&str, &str)], action: Action| {
        let mut state = state(fields);
        let model = Router::compute(&state, Lang::En);
        Router::reduce(&mut state, &model, action);
        state
    };
    assert_eq!(act(&[], Action::Bias(17, 0.304)).changed(), [("biases", "17:0.3".to_owned())]);
    assert_eq!(act(&[], Action::Bias(17, 9.0)).changed(), [("biases", "17:1".to_owned())]);
    assert_eq!(act(&[("biases", "17:1,3:0.5")], Action::Unbias(17)).changed(), [("biases", "3:0.5".to_owned())]);
    assert_eq!(
        act(&[("biases", "1:1"), ("top-k", "3"), ("stage", "keep")], Action::Kind(Kind::Mixtral)).changed(),
        [("kind", "mixtral".to_owned()), ("stage", "keep".to_owned())]
    );
    let typed = act(&[], Action::Text("Wake up".into()));
    assert_eq!((typed.text.as_str(), typed.token), ("Wake up", 1));
    assert_eq!(act(&[("text", "a b")], Action::Text(String::new())).changed(), []);
    assert_eq!(act(&[], Action::Token(99)).token, 7);
    assert_eq!(act(&[], Action::Sight(Sight::Many)).changed(), [("view", "many".to_owned())]);
    assert_eq!(act(&[], Action::Tokens(u32::MAX)).tokens, 16_384);
    assert_eq!(act(&[], Action::Tokens(0)).tokens, 1);
    assert_eq!(act(&[], Action::Compare(Some(Kind::DeepseekV3))).compare, None);
    assert_eq!(act(&[("compare", "mixtral")], Action::Kind(Kind::Mixtral)).changed(), [("kind", "mixtral".to_owned())]);
    let long = act(&[], Action::Text("专".repeat(10_000)));
    assert_eq!(read(&State::default(), &long.texts().into_iter().collect()), (long, Vec::new()));
}

#[test]
fn the_last_step_adds_up() {
    for (kind, shared) in [("deepseek-v3", 1), ("deepseek-v2", 2), ("mixtral", 0), ("llama-4", 1)] {
        let model = model(&[("kind", kind), ("stage", "output")]);
        let mixture = model.mixture.unwrap();
        assert_eq!(mixture.parts.len(), model.routing.routed.selected.len() + shared);
        for (at, sum) in mixture.output.iter().enumerate() {
            let parts: f32 = mixture.parts.iter().map(|part| part.values[at]).sum();
            assert!((sum - parts).abs() < 1e-5 && sum.is_finite());
        }
        assert_eq!(mixture.output.len(), 16);
    }
}

#[test]
fn readings_have_their_public_names() {
    assert!(
        ["selected", "weights", "groups_kept", "nodes_touched", "affinity_kept"]
            .iter()
            .all(|name| Readings::NAMES.contains(name))
    );
    assert_eq!(readings(&[]).value("nodes_touched").unwrap().0, Value::Number(4.0));
}

/// The set braces of the formula, the only ones that belong on the page.
const BRACES: &str = "<mo>{</mo>";

fn markup(fields: &[(&str, &str)], lang: Lang) -> String {
    let given = Given { pairs: Rc::new(fields.iter().copied().collect()), ..Given::default() };
    html_of(given, lang)
}

fn html_of(given: Given, lang: Lang) -> String {
    #[derive(yew::Properties, PartialEq)]
    struct PageProps {
        given: Given,
        lang: Lang,
    }
    #[yew::component]
    fn Page(props: &PageProps) -> yew::Html {
        let props = Props {
            id: "router".into(),
            lang: props.lang,
            given: props.given.clone(),
            site: "".into(),
            preset: Default::default(),
            chrome: Default::default(),
            on_change: yew::Callback::noop(),
        };
        render("router", props)
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let page = yew::LocalServerRenderer::<Page>::with_props(PageProps { given, lang }).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, page.render())
}

#[test]
fn the_default_renders_natively_in_both_languages() {
    for lang in Lang::ALL {
        let html = markup(&[], lang).replace(BRACES, "");
        assert!(html.contains("<svg") && html.contains("</svg>") && html.contains("<math"), "{lang:?}");
        assert!(
            !html.contains('{'),
            "a place without a value: {:?}",
            html.split('{').nth(1).map(|rest| &rest[..60.min(rest.len())])
        );
        assert!(!html.contains("style=") && !html.contains("NaN"), "{lang:?}");
        // Two drawings of 256 experts, of which the container shows one; 8 rings in each.
        assert_eq!(html.matches("role=\"gridcell\"").count(), 512, "gridcells");
        assert_eq!(html.matches("chip__ring").count(), 16, "rings");
        let stops = html.split('<').filter(|tag| tag.contains("gridcell") && tag.contains("tabindex=\"0\"")).count();
        assert_eq!(stops, 2, "one tab stop a drawing");
    }
}

#[test]
fn every_kind_and_step_renders() {
    let kinds = Kind::ALL.map(Kind::id);
    let stages = ["logits", "affinity", "bias", "groups", "keep", "top-k", "weights", "output"];
    for kind in kinds {
        for stage in stages {
            for lang in Lang::ALL {
                let html = markup(&[("kind", kind), ("stage", stage)], lang).replace(BRACES, "");
                assert!(
                    html.contains("</svg>") && !html.contains('{') && !html.contains("NaN"),
                    "{kind} {stage} {lang:?}"
                );
            }
        }
    }
}

#[test]
fn presets_and_kinds_leave_no_remark() {
    for lang in Lang::ALL {
        let presets = Router::presets(lang).into_iter().map(|preset| preset.fields.to_vec());
        let kinds = Kind::ALL.map(|kind| vec![("kind", kind.id())]);
        for fields in presets.chain(kinds) {
            assert!(!markup(&fields, lang).contains("notices__head"), "{fields:?}");
        }
    }
}

#[test]
fn gates_are_those_of_the_kinds() {
    // route_scale in inference/configs of DeepSeek-V3's repository.
    let scales = [("deepseek-v3", 2.5), ("deepseek-v2", 16.0)];
    for (kind, scale) in scales {
        assert_eq!(model(&[("kind", kind)]).routing.gate.routed_scaling_factor, scale, "{kind}");
    }
    let v2 = model(&[("kind", "deepseek-v2")]).routing.gate;
    assert_eq!((v2.group_score, v2.scoring, v2.bias), (GroupScore::Max, Scoring::Softmax, BiasUse::None));
    let sums = [("kimi-k2", 2.827), ("glm-4.5", 2.5), ("mixtral", 1.0), ("qwen3-moe", 1.0), ("gpt-oss", 1.0)];
    for (kind, sum) in sums {
        assert!((readings(&[("kind", kind)]).weight_sum - sum).abs() < 1e-5, "{kind}");
    }
}

/// A model with all its tokens routed.
fn finished(fields: &[(&str, &str)]) -> Model {
    let state = state(fields);
    let mut model = Router::compute(&state, Lang::En);
    let mut done = 0;
    while let Some((so_far, total)) = Router::pending(&model) {
        assert!((done == 0 || so_far > done) && total == u64::from(state.tokens));
        let most = 32_768 / model.routing.gate.experts as u64;
        assert!(so_far - done <= most.max(1), "a slice of {} tokens", so_far - done);
        done = so_far;
        model = Router::advance(&state, &model);
    }
    model
}

/// V2's groups are devices, V3's are nodes: no text of the one speaks of the other.
#[test]
fn groups_are_called_what_they_are() {
    for (lang, node, device) in [(Lang::En, "node", "device"), (Lang::Zh, "节点", "设备")] {
        for view in ["token", "many"] {
            for stage in ["groups", "keep", "weights"] {
                let of = |kind| {
                    let fields = [("kind", kind), ("view", view), ("stage", stage), ("tokens", "300"), ("top-k", "64")];
                    let html = markup(&fields, lang);
                    // What folds out speaks of other gates too.
                    html.split("<details").next().unwrap().to_owned()
                };
                let (v2, v3) = (of("deepseek-v2"), of("deepseek-v3"));
                assert!(v2.contains(device) && !v2.contains(node), "{lang:?} {view} {stage}");
                assert!(v3.contains(node) && !v3.contains(device), "{lang:?} {view} {stage}");
            }
        }
    }
}

/// What stands in the formula for two shared experts and in the picture is numbered; one alone is not.
#[test]
fn shared_experts_are_told_apart() {
    let of = |kind| markup(&[("kind", kind), ("stage", "output")], Lang::En);
    let (two, one) = (of("deepseek-v2"), of("deepseek-v3"));
    assert!(two.contains("shared expert 1") && two.contains("shared expert 2"));
    assert!(one.contains(">shared expert<") && !one.contains("shared expert 1"));
    let names = |html: &str| html.matches("<mi>s</mi><mo>,</mo>").count();
    assert_eq!((names(&two), names(&one)), (2, 0));
}

/// Each step's marks, numbers and symbols carry its term, on the second gate's board too.
#[test]
fn marks_carry_their_terms() {
    let html = markup(&[("compare", "deepseek-v2"), ("stage", "keep")], Lang::En);
    let boards: Vec<&str> = html.split("<svg").filter(|svg| svg.contains("class=\"board")).collect();
    assert_eq!(boards.len(), 4);
    for board in &boards {
        assert_eq!(board.matches("data-term=\"score\"").count(), 8, "a score a group");
        assert_eq!(board.contains("data-term=\"nodes\""), board.contains("board--still"));
    }
    let html = markup(&[("stage", "output"), ("kind", "deepseek-v2")], Lang::En);
    let count = |term: &str| html.matches(&format!("data-term=\"{term}\"")).count();
    assert_eq!([count("routed"), count("shared"), count("output")], [6, 2, 1]);
}

/// Loads with the limit and without stand side by side, and what Switch would drop is counted from them.
#[test]
fn many_tokens_load_experts_with_and_without_the_limit() {
    let fields = [("view", "many"), ("tokens", "1024")];
    let (seen, html) = (Readings::from(&finished(&fields)), markup(&fields, Lang::En));
    assert_eq!(seen.expert_load_without_groups.iter().sum::<usize>(), 8 * 1024);
    assert_ne!(seen.expert_load, seen.expert_load_without_groups);
    assert_eq!((html.matches("many__load\"").count(), html.matches("heat__drawing").count()), (2, 2));
    let free = Readings::from(&finished(&[("view", "many"), ("tokens", "1024"), ("groups", "off")]));
    assert_eq!(free.expert_load, seen.expert_load_without_groups);
    assert_eq!(free.max_violation, seen.max_violation_without_groups);
    // Room for 8 × 1,024 / 256 × 1.25 choices each.
    let beyond = |load: &[usize]| load.iter().map(|load| load.saturating_sub(40)).sum::<usize>() as f64;
    assert_eq!(seen.dropped_fraction, beyond(&seen.expert_load) / 8192.0);
    assert!(html.contains("V3 drops none") && html.contains("40 tokens an expert"));
    let switch = markup(&[("view", "many"), ("kind", "switch"), ("tokens", "4096")], Lang::En);
    assert!(switch.contains("room for 40 tokens") && switch.contains("pass the layer by"));
}

/// The numbers of the view of many: 5.3 nodes become 4.0, and 99.4 % of the affinity stays.
#[test]
fn many_tokens_touch_four_nodes_instead_of_five() {
    let model = finished(&[("view", "many")]);
    let seen = Readings::from(&model);
    assert_eq!((seen.tokens_routed, seen.expert_load.iter().sum::<usize>()), (4096, 8 * 4096));
    assert!((seen.mean_nodes_touched_without_groups - 5.3).abs() < 0.1, "{}", seen.mean_nodes_touched_without_groups);
    assert!((seen.mean_nodes_touched - 4.0).abs() < 0.1, "{}", seen.mean_nodes_touched);
    assert!((seen.mean_affinity_kept - 0.994).abs() < 0.002, "{}", seen.mean_affinity_kept);
    let most = *seen.expert_load.iter().max().unwrap() as f64;
    assert_eq!(seen.max_violation, most / 128.0 - 1.0);
    let html = markup(&[("view", "many")], Lang::En);
    for number in [seen.mean_nodes_touched, seen.mean_nodes_touched_without_groups] {
        assert!(html.contains(&frugal::i18n::fixed(number, 2)), "{number}");
    }
    assert!(html.contains("99.4") && html.contains("spread__own") && html.contains("heat"));
    // Without the limit both means are the same.
    let free = Readings::from(&finished(&[("view", "many"), ("groups", "off"), ("tokens", "300")]));
    assert_eq!(free.mean_nodes_touched, free.mean_nodes_touched_without_groups);
}

#[test]
fn every_kind_takes_many_tokens() {
    for kind in Kind::ALL {
        let fields = [("view", "many"), ("kind", kind.id()), ("tokens", "300")];
        let seen = Readings::from(&finished(&fields));
        assert_eq!(seen.expert_load.iter().sum::<usize>(), 300 * kind.gate().top_k, "{kind:?}");
        for lang in Lang::ALL {
            let html = markup(&fields, lang).replace(BRACES, "");
            assert!(html.contains("</svg>") && !html.contains('{') && !html.contains("NaN"), "{kind:?} {lang:?}");
        }
    }
}

/// More tokens go on from what is there; other tokens begin anew; either way it is the same.
#[test]
fn many_tokens_are_not_routed_twice() {
    let before = finished(&[("view", "many"), ("tokens", "500")]);
    for (fields, resumes) in [
        (vec![("view", "many"), ("tokens", "700")], true),
        (vec![("view", "many"), ("tokens", "500"), ("stage", "keep")], true),
        (vec![("view", "many"), ("tokens", "300")], false),
        (vec![("view", "many"), ("tokens", "500"), ("seed", "1")], false),
        (vec![("view", "many"), ("tokens", "500"), ("biases", "3:0.5")], false),
    ] {
        let state = state(&fields);
        let mut model = Router::revise(&state, Lang::En, &before);
        let done = model.many.as_ref().unwrap().sums.tokens();
        assert_eq!(done, if resumes { 500 } else { 0 }, "{fields:?}");
        while Router::pending(&model).is_some() {
            model = Router::advance(&state, &model);
        }
        assert_eq!(Readings::from(&model).expert_load, Readings::from(&finished(&fields)).expert_load, "{fields:?}");
    }
}

#[test]
fn two_gates_see_the_same_token() {
    let fields = [("compare", "kimi-k2")];
    let model = model(&fields);
    let seen = Readings::from(&model);
    let own = Readings::from(&model.routing);
    let alone = readings(&[("kind", "kimi-k2")]);
    assert_eq!((&seen.compare_selected, &seen.compare_weights), (&alone.selected, &alone.weights));
    let both = own.selected.iter().filter(|expert| alone.selected.contains(expert)).count();
    assert!(seen.chosen_by_both == both && both > 0, "{both}");
    // The same rows: the first 256 logits are those of the first gate.
    assert_eq!(model.rival.unwrap().routing.raw[..256], model.routing.raw[..]);
    for kind in Kind::ALL {
        for stage in ["logits", "groups", "weights", "output"] {
            let html = markup(&[("compare", kind.id()), ("stage", stage)], Lang::Zh).replace(BRACES, "");
            assert_eq!(html.contains("board--still"), kind != Kind::DeepseekV3, "{kind:?}");
            assert!(!html.contains('{') && !html.contains("NaN"), "{kind:?}");
        }
    }
    assert!(markup(&[("compare", "deepseek-v3")], Lang::En).contains("compare: that is the gate"));
    assert!(
        markup(&[("compare", "mixtral"), ("view", "many"), ("tokens", "9")], Lang::En).contains("compare: gates are")
    );
}

#[test]
fn answers_are_computed() {
    for lang in Lang::ALL {
        let answers: Vec<f64> = Router::challenges(lang).iter().map(|challenge| (challenge.answer)()).collect();
        assert!((answers[0] - 5.295).abs() < 0.0005, "{}", answers[0]);
        // One hundredth less is not enough.
        let chosen = |bias: f64| {
            let biases = format!("{EXPERT}:{bias}");
            readings(&[("text", WORD), ("token", "0"), ("biases", &biases)]).selected.contains(&EXPERT)
        };
        assert!(chosen(answers[1]) && !chosen(answers[1] - 0.01) && answers[1] > 0.02, "{}", answers[1]);
        assert!((answers[2] - 0.6).abs() < 1e-6, "{}", answers[2]);
        for challenge in Router::challenges(lang) {
            let fields: Vec<_> = challenge.shows.iter().copied().filter(|(field, _)| *field != "tokens").collect();
            assert!(!markup(&fields, lang).contains("notices__head"), "{fields:?}");
        }
    }
}

/// A text that no field takes is named in a notice, and the field keeps its value.
#[test]
fn bad_texts_are_named() {
    let long = "x".repeat(401);
    let bad = [
        ("kind", "gpt-4"),
        ("stage", "dream"),
        ("text", long.as_str()),
        ("token", "64"),
        ("seed", "-1"),
        ("groups", "perhaps"),
        ("top-k", "0"),
        ("experts", "385"),
        ("biases", "17"),
        ("bias-shift", "NaN"),
        ("view", "all"),
        ("tokens", "16385"),
        ("compare", "itself"),
        ("bug", "moth"),
    ];
    fields::bad_texts_are_named::<State>(&bad);
    for lang in Lang::ALL {
        let html = markup(&bad[..12], lang);
        let notices = html.split("notices__head").nth(1).expect("notices");
        bad[..12].iter().for_each(|(field, _)| assert!(notices.contains(field), "{lang:?}: {field}"));
    }
}

const FIELDS: [&str; 15] = [
    "kind",
    "stage",
    "text",
    "token",
    "seed",
    "groups",
    "top-k",
    "experts",
    "biases",
    "bias-shift",
    "bug",
    "view",
    "tokens",
    "compare",
    "nonsense",
];

fn nasty() -> impl Strategy<Value = String> {
    let good: Vec<&str> = Kind::ALL
        .map(Kind::id)
        .into_iter()
        .chain(["output", "top-k", "off", "mask-zero", "group-max", "groups", "many", "many"])
        .collect();
    let bad = [
        "",
        "NaN",
        "-1",
        "1e400",
        "17:0.3,40:-0.1",
        "0:4,511:-4",
        "5:5",
        ":",
        "{chosen}",
        "{",
        "👩🏽‍🚀\u{0}",
        "-2",
        "512",
        "64",
        "3",
        "4294967295",
        "\u{202e}x",
    ];
    prop_oneof![
        proptest::sample::select(good).prop_map(str::to_owned),
        proptest::sample::select(bad.to_vec()).prop_map(str::to_owned),
        (0_u32..600).prop_map(|n| n.to_string()),
        (0_u32..520, -5.0_f64..5.0).prop_map(|(expert, bias)| format!("{expert}:{bias}")),
        ".{0,80}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]
    #[test]
    fn no_text_breaks_it(fields in proptest::collection::vec((proptest::sample::select(FIELDS.to_vec()), nasty()), 0..8)) {
        let state: State = fields::read_and_named(&fields.into_iter().collect());
        let (again, problems) = read(&State::default(), &state.changed().into_iter().collect());
        prop_assert_eq!(&again, &state);
        prop_assert!(problems.is_empty());
        let model = Router::compute(&state, Lang::Zh);
        let seen = Router::readings(&state, &model);
        prop_assert_eq!(seen.selected.len(), model.routing.gate.top_k);
        prop_assert_eq!(seen.values().len(), Readings::NAMES.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn no_text_breaks_the_drawing(fields in proptest::collection::vec((proptest::sample::select(FIELDS.to_vec()), nasty()), 0..8)) {
        let given = Given { pairs: Rc::new(fields.into_iter().collect()), ..Given::default() };
        prop_assert!(html_of(given, Lang::En).contains("</figure>"));
    }
}

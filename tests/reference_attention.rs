//! Attention against other people's code: `tests/reference/attention.json`, section i of its `SOURCES.md`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use frugal::numerics::attention::{HeadsLayer, LatentLayer, Layer, Matrix, Order, Precision, Shape, rotate};
use serde_json::Value;
use support::reference;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

fn matrix(value: &Value) -> Matrix {
    let rows = rows(value);
    Matrix::new(rows[0].len(), rows.concat()).unwrap()
}

#[track_caller]
fn close(ours: &[f64], theirs: &[f64], tolerance: f64) {
    assert_eq!(ours.len(), theirs.len());
    for (at, (a, b)) in ours.iter().zip(theirs).enumerate() {
        assert!((a - b).abs() <= tolerance, "number {at}: {a} is not {b}");
    }
}

fn latent(data: &Value) -> LatentLayer {
    let width = |name: &str| data["shape"][name].as_u64().unwrap() as usize;
    let weights = &data["weights"];
    LatentLayer {
        shape: Shape {
            heads: width("heads"),
            kv_lora_rank: width("kv_lora_rank"),
            qk_nope_head_dim: width("qk_nope_head_dim"),
            qk_rope_head_dim: width("qk_rope_head_dim"),
            v_head_dim: width("v_head_dim"),
        },
        q: matrix(&weights["q"]),
        kv_a: matrix(&weights["kv_a"]),
        kv_norm: numbers(&weights["kv_norm"]),
        kv_b: matrix(&weights["kv_b"]),
        o: matrix(&weights["o"]),
    }
}

/// Token by token with a cache, in both orders, from two starting positions.
#[test]
fn latent_attention_is_theirs_in_both_orders() {
    let file = reference("attention.json");
    let (data, hidden) = (&file["mla"], rows(&file["hidden"]));
    let layer = latent(data);
    let wrapped = Layer::Latent(layer.clone());
    for (first, name) in [(0, "output"), (5, "output_positions_from_5")] {
        let theirs = rows(&data[name]);
        let mut cache = Vec::new();
        for (t, x) in hidden.iter().enumerate() {
            let position = Some(first + t as u32);
            cache.push(wrapped.entry(x, position));
            for order in [Order::Expand, Order::Absorb] {
                let got = layer.attend(x, position, &cache, order);
                close(&got.output, &theirs[t], 1e-12);
                close(&got.output, &rows(&data["deepseek_naive_f32"])[t], 1e-5);
                close(&got.output, &rows(&data["deepseek_absorb_f32"])[t], 1e-5);
                for (head, weights) in got.weights.iter().enumerate() {
                    let theirs = numbers(&data["probabilities"][head][t]);
                    close(weights, &theirs[..=t], 3e-7);
                }
            }
        }
    }
}

#[test]
fn heads_and_groups_are_theirs() {
    let file = reference("attention.json");
    let hidden = rows(&file["hidden"]);
    let cases = file["heads"].as_array().unwrap();
    assert_eq!(cases.len(), 3);
    for data in cases {
        let (count, weights) = (|name: &str| data[name].as_u64().unwrap() as usize, &data["weights"]);
        let layer = Layer::Heads(HeadsLayer {
            heads: count("heads"),
            kv_heads: count("kv_heads"),
            q: matrix(&weights["q"]),
            k: matrix(&weights["k"]),
            v: matrix(&weights["v"]),
            o: matrix(&weights["o"]),
        });
        assert_eq!(layer.parts(true), [count("kv_heads") * count("head_dim"); 2]);
        let (mut cache, mut plain) = (Vec::new(), Vec::new());
        for (t, x) in hidden.iter().enumerate() {
            let position = Some(t as u32);
            cache.push(layer.entry(x, position));
            plain.push(layer.entry(x, None));
            let got = layer.attend(x, position, &cache);
            close(&got.output, &rows(&data["output"])[t], 1e-12);
            close(&layer.attend(x, None, &plain).output, &rows(&data["output_without_positions"])[t], 1e-12);
            for (head, weights) in got.weights.iter().enumerate() {
                close(weights, &numbers(&data["probabilities"][head][t])[..=t], 3e-7);
            }
        }
    }
}

#[test]
fn rotation_is_theirs() {
    let data = &reference("attention.json")["rope"];
    let positions = numbers(&data["positions"]);
    for ((mut x, theirs), position) in rows(&data["input"]).into_iter().zip(rows(&data["output_f32"])).zip(positions) {
        let mut single = x.clone();
        rotate(&mut x, position, Precision::F64);
        // Theirs computes the angle in 32 bits: at position 4,000 that alone is worth 4000 · 2⁻²⁴.
        close(&x, &theirs, 2e-6 + position * 1.5e-7);
        rotate(&mut single, position, Precision::F32);
        close(&single, &x, 1e-6);
    }
}

#!/bin/sh
# Builds the release into dist/, compresses each asset, and fails past the byte budgets. Run by `make build`.
set -eu
cd "$(dirname "$0")/.."
# Trunk downloads an older wasm-opt when there is none on PATH.
command -v wasm-opt >/dev/null 2>&1 || { echo "build: no wasm-opt on PATH; use make build" >&2; exit 1; }

# A panic names its place: by paths of the crates, not of this machine. In this form a path may hold spaces.
cargo fetch --quiet --locked --target wasm32-unknown-unknown
flags=
for folder in "$PWD" "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
  flags="${flags:+$flags$(printf '\037')}--remap-path-prefix=$folder="
done
# By the linker's relocations the widgets' code is cut out of the programs, into parts that come when they are needed.
separator=$(printf '\037')
export CARGO_ENCODED_RUSTFLAGS="$flags${separator}-Clink-arg=--emit-relocs"
rm -rf target/split
FRUGAL_WASM_BINDGEN=$(command -v wasm-bindgen)
export FRUGAL_WASM_BINDGEN
# Of warnings there is only one, on each script: Trunk cannot minify what wasm-bindgen writes, and leaves it as it is.
PATH="$PWD/scripts/split:$PATH" trunk --log error build --release --locked --features split

# What Trunk asks of wasm-opt for the program, for its parts. It warns of names that it does not know, and strips them.
WASM_OPT="$(cat scripts/split/features) -Oz --strip-debug $(sed -n 's/.*data-bin="page".* data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html)"
export WASM_OPT
find target/split -name '*-*.wasm' -print0 | xargs -0 -n 1 -P "$(nproc 2> /dev/null || echo 2)" sh -c '
  wasm-opt "$1" $WASM_OPT --output "dist/${1##*/}" 2> "$1.log" || { cat "$1.log" >&2; exit 1; }
' sh

# The scripts are readable in static/ and small in dist/.
terser static/frugal.js --module --ecma 2022 --compress passes=3 --mangle --output dist/frugal.js
for script in dist/page-*.js dist/start-*.js dist/embed.js; do
  terser "$script" --module --ecma 2022 --compress passes=3 --mangle --output "$script"
done
node scripts/sizes.mjs

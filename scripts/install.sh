#!/bin/sh
# Installs what is missing, one line a step, and nothing when nothing is missing.
#   scripts/install.sh serve   wasm32 target, Trunk, the wasm-bindgen CLI of Cargo.lock's version
#   scripts/install.sh build   the same, wasm-split-cli, and the npm packages (wasm-opt, terser)
#   scripts/install.sh test    the same, and browsers, drivers, rustfmt, Clippy
# Tools go into .tools/ and node_modules/; a tool of the right version that is already on PATH is used instead.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.tools/bin:$PATH"

TRUNK_VERSION=0.21.14 # The last one that builds with Rust 1.95.
SPLIT_VERSION=0.2.4 # It reads what wasm_split_helpers 0.2 writes.
GECKODRIVER_VERSION=0.37.1

say() { printf '%s\n' "install: $*"; }
die() { printf '%s\n' "install: $*" >&2; exit 1; }

# The version that Cargo.lock holds a crate to.
locked_version() {
  awk -v crate="\"$1\"" '$1 == "name" { name = $3 } $1 == "version" && name == crate { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

# Is `$1` on PATH, saying that it is version `$2`?
has_version() {
  command -v "$1" >/dev/null 2>&1 || return 1
  case " $("$1" --version 2>/dev/null | head -n 1) " in *" $2 "*) return 0 ;; *) return 1 ;; esac
}

# cargo_tool PROGRAM CRATE VERSION [OPTION…]
cargo_tool() {
  program=$1 crate=$2 version=$3
  shift 3
  has_version "$program" "$version" && return 0
  build_tool "$crate" "$version" "$@"
}

# build_tool CRATE VERSION [OPTION…]: with what they have in common built once, and for a quick build rather than the quickest tool.
build_tool() {
  crate=$1 version=$2
  shift 2
  say "building $crate $version into .tools (minutes, once)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install --quiet --root .tools --target-dir .tools/build --version "$version" "$@" "$crate"
}

serve_tools() {
  command -v cargo >/dev/null 2>&1 || die "Rust is missing; install it with rustup (rustup.rs)"
  if ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
    command -v rustup >/dev/null 2>&1 || die "this Rust has no wasm32-unknown-unknown target, and there is no rustup to add it"
    say "adding Rust's wasm32-unknown-unknown target"
    rustup target add wasm32-unknown-unknown
  fi
  cargo_tool trunk trunk "$TRUNK_VERSION" --locked
  bindgen=$(locked_version wasm-bindgen)
  # The CLI's own lock file may name withdrawn crates, hence no --locked; its version is what has to match.
  cargo_tool wasm-bindgen wasm-bindgen-cli "$bindgen"
}

# It does not say its version; Cargo's list of what is installed does.
split_tool() {
  grep -qF "\"wasm_split_cli_support $SPLIT_VERSION " .tools/.crates.toml 2>/dev/null && return 0
  build_tool wasm_split_cli_support "$SPLIT_VERSION" --features build-binary
}

npm_packages() {
  command -v npm >/dev/null 2>&1 || die "Node is missing (20 or later, with npm)"
  [ node_modules/.package-lock.json -nt package-lock.json ] && return 0
  say "installing npm packages (wasm-opt, terser, axe-core)"
  npm ci --no-audit --no-fund --loglevel=error
}

rust_components() {
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return 0
  say "adding rustfmt and Clippy"
  rustup component add rustfmt clippy
}

# The Debian package for each browser program that is not there.
missing_packages() {
  command -v chromium >/dev/null 2>&1 || echo chromium
  command -v chromedriver >/dev/null 2>&1 || echo chromium-driver
  command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 || echo firefox-esr
  command -v WebKitWebDriver >/dev/null 2>&1 || echo webkit2gtk-driver
  command -v Xvfb >/dev/null 2>&1 || echo xvfb
  [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || echo fonts-noto-cjk
}

browsers() {
  missing=$(missing_packages | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then root=none
  elif [ "$(id -u)" = 0 ]; then root=
  elif sudo -n true 2>/dev/null; then root="sudo -n"
  else root=none
  fi
  if [ "$root" != none ]; then
    say "installing Debian packages: $missing"
    # shellcheck disable=SC2086 # words on purpose
    if $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; then
      return 0
    fi
  fi
  say "these Debian packages, or their like on your system, are missing, and could not be installed from here:"
  say "  $missing"
  say "tests in the engines that they bring will be skipped (with CI set, they fail)"
}

case "${1-}" in
  serve) serve_tools ;;
  build) serve_tools; split_tool; npm_packages ;;
  test) serve_tools; split_tool; npm_packages; rust_components; browsers; cargo_tool geckodriver geckodriver "$GECKODRIVER_VERSION" ;;
  *) die "say serve, build or test" ;;
esac
rm -rf .tools/build

#!/bin/sh
# Everything that must hold, the quick checks first. Run by `make test`, which installs the tools.
#   E2E_ENGINES=chromium,firefox   only these engines in the end-to-end tests (default: all three)
#   E2E_ONLY=axe                   only end-to-end scenarios whose name contains this
#   CI=1                           a missing engine is an error instead of a line
set -eu
cd "$(dirname "$0")/.."

step() {
  name=$1
  shift
  printf '\n== %s\n' "$name"
  started=$(date +%s)
  "$@" || { printf '\n== %s FAILED\n' "$name" >&2; exit 1; }
  printf '== %s: %s s\n' "$name" "$(($(date +%s) - started))"
}

in_browser() {
  if ! command -v chromedriver >/dev/null 2>&1; then
    echo "in-browser unit tests: SKIPPED, there is no chromedriver"
    [ -z "${CI-}" ]
    return
  fi
  CHROMEDRIVER=chromedriver cargo test --target wasm32-unknown-unknown --test browser
}

step "format" cargo fmt --all --check
step "lints" cargo clippy --quiet --workspace --all-targets -- -D warnings
step "lints for the browser" cargo clippy --quiet --package frugal --package frugal-kernels --target wasm32-unknown-unknown --lib --bins --test browser -- -D warnings
step "native tests" env E2E_ENGINES=none cargo test --quiet --workspace
step "unit tests in Chromium" in_browser
step "release build" make --no-print-directory build
step "end-to-end tests" cargo test --quiet --test webdriver -- --nocapture

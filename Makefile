# `make help` lists the targets. Each is quick when there is nothing to do.

# A contributor's own tools serve when they have the right version; see scripts/install.sh.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# Trunk 0.21 takes NO_COLOR=1 for a wrong argument.
unexport NO_COLOR

# What a release is made of.
SOURCES := Cargo.toml Cargo.lock Trunk.toml build.rs index.html package-lock.json scripts/build.sh scripts/sizes.mjs \
	$(shell find src kernels static build -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help serve test build bench shots

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

serve:  ## the page on 127.0.0.1:8080, rebuilt and reloaded on each change
	@sh scripts/install.sh serve
	trunk serve --dist target/serve

test:  ## format, lints, native tests, in-browser unit tests, end-to-end tests in three engines
	@sh scripts/install.sh test
	@sh scripts/test.sh

build: dist/sizes.json  ## release files in dist/, compressed beside each; fails past the byte budgets
	@node scripts/sizes.mjs --report

# The stamp lies in dist/, so that a plain `trunk build` or `trunk serve`, which empties it, counts as no release.
dist/sizes.json: $(SOURCES)
	@sh scripts/install.sh build
	@sh scripts/build.sh

bench: dist/sizes.json  ## frames while dragging, and the kernels in the browser, natively and in plain JavaScript; target/bench.json
	@node scripts/bench.mjs $(ONLY)

shots: dist/sizes.json  ## pictures of the page and embed.html into screenshots/: 360 and 1280 px, light and dark, en and zh
	@node scripts/shots.mjs

# Two commands are enough on a fresh Debian 12 with Swift 6.3: make demo, make test.

PREFIX ?= /usr/local
OUT ?= out
PYTHON := .venv/bin/python
DEBUG := .build/debug/upland
RELEASE := .build/release/upland
# The released program carries Swift's own libraries, so that it runs where there is no Swift.
RELEASE_FLAGS := --configuration release --static-swift-stdlib --product upland

.DEFAULT_GOAL := help
.PHONY: help demo test test-desktop build release lint format examples notebooks oracles sample api install clean dependencies python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: release ## install what is missing, build, run the built-in sample
	@Scripts/demo.sh "$(RELEASE)" "$(OUT)/demo"

test: ## install what is missing, lint, build, run all tests and notebooks
	@Scripts/run-tests.sh

test-desktop: release ## install what it needs and run the tests in a browser and other desktop programs
	@UPLAND="$(CURDIR)/$(RELEASE)" Scripts/run-desktop-tests.sh

build: dependencies ## build for work on the code (debug)
	swift build

release: dependencies ## build for use (optimised, with Swift's libraries inside)
	swift build $(RELEASE_FLAGS)

lint: ## hold the Swift files to .swift-format
	@Scripts/lint.sh

format: ## lay out the Swift files by .swift-format
	@Scripts/lint.sh --fix

examples: release python ## run the tutorials and the examples of the pages as they are written
	UPLAND="$(CURDIR)/$(RELEASE)" $(PYTHON) Scripts/check-tutorial.py \
	  Docs/tutorial.md Docs/huong-dan.md Docs/for-users-of-geopandas.md \
	  $(filter-out %/README.md,$(wildcard Docs/commands/*.md))

notebooks: build python ## run the notebooks and keep them with their pictures in out/notebooks
	UPLAND="$(CURDIR)/$(DEBUG)" $(PYTHON) Scripts/run-notebooks.py --output "$(OUT)/notebooks"

oracles: python ## compute again what the tests compare with, and show what changed
	@set -e; for script in Tests/Oracles/*.py; do echo "==> $$script"; $(PYTHON) "$$script"; done
	@git status --short -- Tests

sample: python ## make the data of GeoData/sample again with their program (2 minutes)
	$(PYTHON) GeoData/generator/make_sample.py
	@git status --short -- GeoData/sample

api: build ## make pages of the documentation comments in out/api (DocC)
	@Scripts/make-api-docs.sh "$(OUT)/api"

install: release ## install the program, its data, manual and completions under PREFIX (/usr/local)
	@Scripts/install.sh "$(RELEASE)" "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built and written (not .venv)
	rm -rf .build "$(OUT)"

dependencies:
	@Scripts/install-dependencies.sh

python: dependencies
	@Scripts/prepare-python.sh

# The commands of this project.  Each makes the locked environment that it needs itself, under .venv.
#
#   PYTHON=python3.12     the interpreter for a new environment (3.11 or newer; the first one found otherwise)
#   VENV=.venv-3.12       another folder for the environment
#   LOCK=lowest           other versions of packages, in .venv-lowest: lowest, highest (requirements/)
#   TESTS="tests/unit -k names"   what `make test` runs; more options of pytest for `make test-quick`
#   JOBS=0                on how many processes it runs (all cores otherwise; 0: in pytest's own, as a debugger needs it)

LOCK ?= dev
VENV ?= .venv$(if $(filter-out dev,$(LOCK)),-$(LOCK))
BIN := $(VENV)/bin
TESTS ?=
JOBS ?= auto
QUICK := tests/unit tests/runtime tests/architecture tests/test_cases.py tests/test_errors.py
CORPUS ?=
GOLDEN ?=
SDK ?=
SEED ?=
SECONDS ?= 1200
export PYTHON

GENERATE := $(VENV)/installed-generate.txt
DEVELOP := $(VENV)/installed-$(LOCK).txt
SDKWRIGHT = $(BIN)/sdkwright $(1) --spec spec/openapi.yaml --config spec/gen.yaml --out generated
BY_SCHEMA = $(BIN)/check-jsonschema --schemafile generator/sdkwright/options/gen.schema.json $(1)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help regenerate check test test-quick lint cases build publish corpus golden test-site check-options wire mock roundtrip account inject docs-check fuzz bench bench-peers bench-runtime lock clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

regenerate: $(GENERATE) ## Write generated/ from spec/
	@$(call SDKWRIGHT,generate)

check: $(GENERATE) ## Say whether generated/ is what spec/ makes (exit 1 if not); writes nothing
	@$(call SDKWRIGHT,check) --diff

test: $(DEVELOP) ## Run the tests (TESTS="tests/unit -k names" for some)
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(TESTS)

test-quick: $(DEVELOP) ## Run the tests that stay in this process and see the generator, the runtime and the cases
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal -m "not slow" $(QUICK) $(TESTS)

lint: $(DEVELOP) ## Formatting, lint and strict types of the generator and of the SDK; workflows
	@$(BIN)/ruff check .
	@$(BIN)/black --quiet --check --diff .
	@$(BIN)/mypy
	@$(BIN)/ruff check --isolated --target-version py311 --line-length 120 --select E4,E7,E9,F,W,B,C4,RET,SIM,PLE generated
	@$(BIN)/black --config /dev/null --quiet --check --diff --extend-exclude /_runtime/ generated
	@$(BIN)/mypy --config-file= --strict generated/src
	@$(BIN)/pyright --project pyproject.toml --pythonpath $(BIN)/python
	@$(BIN)/zizmor --offline --quiet .github/workflows action.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-actions action.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms \
		$(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	@$(BIN)/check-jsonschema --quiet --check-metaschema generator/sdkwright/options/gen.schema.json
	@$(call BY_SCHEMA,--quiet spec/gen.yaml $(wildcard tests/cases/*/gen.yaml))
	@echo "Nothing to mend."

cases: $(DEVELOP) ## Rewrite the expected results under tests/ (read the diff before you commit it)
	@$(BIN)/python scripts/cases.py

build: $(DEVELOP) ## Build the sdist and the wheel of sdkwright into dist/
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist .
	@$(BIN)/twine check --strict dist/*

publish: $(DEVELOP) ## Build, test and upload the SDK in generated/ (index and credentials: TWINE_* variables)
	@$(call SDKWRIGHT,publish) --requirements requirements/sdk.txt $(PUBLISH_ARGS)

corpus: $(DEVELOP) ## Generate an SDK from each document of a folder: make corpus CORPUS=folder [CORPUS_ARGS=--types]
	@test -n "$(CORPUS)" || { echo "Name the folder: make corpus CORPUS=folder" >&2; exit 2; }
	@$(BIN)/python scripts/corpus.py $(CORPUS) $(CORPUS_ARGS)

golden: $(GENERATE) ## Compare docs with published ones: make golden GOLDEN=folder [GOLDEN_ARGS="--worst 5"]
	@test -n "$(GOLDEN)" || { echo "Name the folder: make golden GOLDEN=folder" >&2; exit 2; }
	@$(BIN)/python scripts/golden.py $(GOLDEN) $(GOLDEN_ARGS)

check-options: $(DEVELOP) ## Judge each gen.yaml of a folder by the schema: make check-options GOLDEN=folder
	@test -n "$(GOLDEN)" || { echo "Name the folder: make check-options GOLDEN=folder" >&2; exit 2; }
	@$(call BY_SCHEMA,$(shell find $(GOLDEN) -name gen.yaml))

test-site: $(DEVELOP) ## Build the site of an SDK and look at it in headless Chromium (SITE_ARGS="FOLDER --pictures FOLDER")
	@PYTHONPATH=tests $(BIN)/python -m looked $(SITE_ARGS)

wire: $(DEVELOP) ## Have openapi-core judge requests of all operations: make wire CORPUS=folder [WIRE_ARGS=...]
	@test -n "$(CORPUS)" || { echo "Name the folder: make wire CORPUS=folder" >&2; exit 2; }
	@PYTHONPATH=tests $(BIN)/python -m wire $(CORPUS) $(WIRE_ARGS)

mock: $(DEVELOP) ## Call all operations against `sdkwright mock` and judge its answers: make mock CORPUS=folder [MOCK_ARGS=...]
	@test -n "$(CORPUS)" || { echo "Name the folder: make mock CORPUS=folder" >&2; exit 2; }
	@PYTHONPATH=tests $(BIN)/python -m mocked $(CORPUS) $(MOCK_ARGS)

roundtrip: $(DEVELOP) ## Send values through SDKs and back, and compare: make roundtrip CORPUS=folder [ROUNDTRIP_ARGS=...]
	@test -n "$(CORPUS)" || { echo "Name the folder: make roundtrip CORPUS=folder" >&2; exit 2; }
	@PYTHONPATH=tests $(BIN)/python -m roundtrip $(CORPUS) $(ROUNDTRIP_ARGS)

account: $(DEVELOP) ## Compare coverage reports with a count of all parts of documents: make account CORPUS=folder
	@test -n "$(CORPUS)" || { echo "Name the folder: make account CORPUS=folder" >&2; exit 2; }
	@PYTHONPATH=tests $(BIN)/python -m account $(CORPUS)

inject: $(DEVELOP) ## Put faults into a sound document, one at a time, and see what each costs (INJECT_ARGS="--runs N --seed N")
	@PYTHONPATH=tests $(BIN)/python -m injection $(INJECT_ARGS)

docs-check: $(DEVELOP) ## Count links, anchors and code of an SDK's docs: make docs-check SDK=folder [DOCS_ARGS="--run --types"]
	@test -n "$(SDK)" || { echo "Name the folder: make docs-check SDK=folder" >&2; exit 2; }
	@$(BIN)/python -m scripts.docscheck $(SDK) $(DOCS_ARGS)

fuzz: $(DEVELOP) ## Try what nobody thought of, for a while: make fuzz [SECONDS=1200] [SEED=1] [FUZZ_ARGS="--only strings"]
	@PYTHONPATH=tests $(BIN)/python -m fuzz --seconds $(SECONDS) $(if $(SEED),--seed $(SEED)) $(FUZZ_ARGS)

bench: $(DEVELOP) ## Measure generating, write docs/benchmarks.md (ARGS="--document spec.yaml --config gen.yaml" ...)
	@$(BIN)/python -m scripts.bench --write docs/benchmarks.md $(ARGS)

bench-peers: $(DEVELOP) ## Install other generators that `make bench` measures, each in an environment of its own
	@$(BIN)/python -m scripts.bench.peers

bench-runtime: $(DEVELOP) ## Measure SDKs, write docs/benchmarks.md (ARGS="--document spec.yaml --config gen.yaml" ...)
	@$(BIN)/python -m scripts.bench_runtime --write docs/benchmarks.md $(ARGS)

lock: ## Pin the newest versions that fit (needs uv)
	@command -v uv >/dev/null || { echo "Missing: uv, which only 'make lock' needs." >&2; exit 1; }
	@scripts/lock.sh

clean: ## Remove the environments and what was built
	rm -rf .venv .venv-* dist build

# What `installed-dev.txt` names contains all of `generate.txt` at the same versions, so it serves for both; so do the
# environments of other versions, whose tests generate with them.
$(GENERATE): requirements/generate.txt pyproject.toml scripts/environment.sh
	@if [ -f $(DEVELOP) ]; then scripts/environment.sh $(VENV) requirements/$(LOCK).txt && cp requirements/generate.txt $@; \
	else scripts/environment.sh $(VENV) requirements/generate.txt; fi

$(DEVELOP): requirements/$(LOCK).txt pyproject.toml scripts/environment.sh
	@scripts/environment.sh $(VENV) requirements/$(LOCK).txt
	@cp requirements/generate.txt $(GENERATE)

# `make demo` and `make test` do all their own set-up; nothing is installed twice.
# Needs Python 3.11 or newer, pip and make. Another interpreter: make demo PYTHON=python3.12

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq

.PHONY: help install demo test check docs eval train train-reader bench fuzz soak audit coverage lock clean

help:
	@echo 'make demo     build the facts from the articles in seeds/, ask a few questions, then open a prompt'
	@echo 'make test     run the tests'
	@echo 'make check    run the linter, the type checker and the test of import directions'
	@echo 'make docs     write docs/kinds.md, docs/pictures and .env.example anew from the code'
	@echo 'make eval     score extraction and answers against the gold in tests/corpus'
	@echo 'make bench    measure reading, answers from a million facts (the first time writes them: minutes) and the platforms'
	@echo 'make fuzz     look for text that breaks a parser, ten minutes each; SECONDS=60 for less'
	@echo 'make soak     half an hour of questions, reloads and new articles on both platforms; MINUTES=3 for less'
	@echo 'make coverage run the tests measured, and list by room what they do not reach; twice as long as make test'
	@echo 'make audit    ask for known faults of what is installed; where nobody can be asked, list the versions'
	@echo 'make train    train the small models in data/models; from the articles in data/train'
	@echo 'make train-reader  train the learned reader and its judge, two hours; installs PyTorch first'
	@echo 'make install  make .venv; done by all of the above where needed'
	@echo 'make lock     resolve the dependencies anew into requirements.lock'
	@echo 'make clean    remove .venv, databases and caches'

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo 'no Python 3.11 or newer found: install one, or name it with PYTHON=…' >&2; exit 2; }
	@echo 'Setting up $(VENV); the first time this takes a minute or two …'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

demo: install
	@$(BIN)/bot demo

test: install
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict bot
	@$(BIN)/python -m pytest tests/test_imports.py

docs: install
	@$(BIN)/python -m bot.documenting
	@$(BIN)/python -m bot.documenting.pictures

bench: install
	@$(BIN)/python -m tests.bench.bench_extraction
	@$(BIN)/python -m tests.bench.bench_scale
	@$(BIN)/python -m tests.bench.bench_slack --seconds $(or $(SECONDS),60)
	@$(BIN)/python -m tests.bench.bench_discord

fuzz: install
	@$(BIN)/python -m pip --disable-pip-version-check -qq install -e ".[fuzz]" || true
	@$(BIN)/python -m tests.fuzz.run --seconds $(or $(SECONDS),600) $(PARSER)

MINUTES ?= 30
soak: install
	@$(BIN)/python -m tests.bench.soak --minutes $(MINUTES)

AUDIT := build/audit
audit: install
	@test -x $(AUDIT)/bin/pip-audit || { $(BIN)/python -m venv $(AUDIT) && \
		$(AUDIT)/bin/python -m pip --disable-pip-version-check -qq install pip-audit; } || true
	@mkdir -p $(AUDIT)
	@$(AUDIT)/bin/pip-audit --progress-spinner off --disable-pip --require-hashes -r requirements.lock \
		> $(AUDIT)/said 2>&1; asked=$$?; \
		if grep -qE 'Found [0-9]+ known vulnerabilit' $(AUDIT)/said; then cat $(AUDIT)/said; exit 1; fi; \
		if [ $$asked = 0 ] && ! grep -q 'could not be audited' $(AUDIT)/said; then cat $(AUDIT)/said; exit 0; fi; \
		echo 'Nobody could be asked for known faults of all that requirements.lock installs:'; \
		grep -oE '^[A-Za-z0-9._-]+==[^ ;]+' requirements.lock

coverage: install
	@$(BIN)/python -m pip --disable-pip-version-check -qq install -e ".[coverage]"
	@mkdir -p build/coverage
	@$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=json:build/coverage.json; tests=$$?; \
		$(BIN)/python -m tests.covered build/coverage.json && exit $$tests

eval: install
	@$(BIN)/bot eval

folders = $(patsubst %,data/train/t%,$(1))
ARTICLES ?= $(call folders,1 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19)
LATER := $(call folders,20 21 22)
LATEST := $(call folders,23)
NEWEST := $(call folders,24)
# Names learned from all of them were no better told apart.
train: install
	@$(BIN)/python -m bot.training.entity_kinds $(call folders,1 3 4 5 6 7 8)

# The judge learns how far to trust a reader on articles that the reader does not know: hence each stage is kept.
train-reader: install
	@$(BIN)/python -m pip --disable-pip-version-check -qq install -e ".[train]"
	@$(BIN)/python -m bot.training.reader $(ARTICLES) --to build/first
	@$(BIN)/python -m bot.training.reader $(LATER) --on build/first --to build/later --epochs 3 --rate 4e-5 \
		--again $(ARTICLES) --share 0.25
	@$(BIN)/python -m bot.training.reader $(LATEST) --on build/later --to build/second --epochs 3 --rate 4e-5 \
		--again $(ARTICLES) $(LATER) --share 0.15 --halfway build/first
	@$(BIN)/python -m bot.training.reader $(NEWEST) --on build/second --epochs 3 --rate 4e-5 \
		--again $(ARTICLES) $(LATER) $(LATEST) --share 0.12 --halfway build/second
	@$(BIN)/python -m bot.training.judge --by build/first $(LATER) $(LATEST) --by build/second $(NEWEST)

lock:
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip --disable-pip-version-check -qq install pip-tools
	@build/lock/bin/pip-compile --quiet --extra dev --build-deps-for editable --allow-unsafe --strip-extras \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		$(LOCK_FLAGS) --output-file build/lock/requirements.txt pyproject.toml
	@{ echo '# Made by `make lock` from pyproject.toml: what runs, tests and builds the project. Names, versions, hashes.'; \
		grep -v '^#' build/lock/requirements.txt; } > requirements.lock

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -f data/*.db data/*.db-* data/*.building data/*.lock
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

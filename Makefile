# `make demo` and `make test` do all their own set-up; nothing is installed twice.
# Needs Python 3.11 or newer, pip and make. Another interpreter: make demo PYTHON=python3.12

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq

.PHONY: help install demo test check docs eval train train-reader bench lock clean

help:
	@echo 'make demo     build the facts from the articles in seeds/, ask a few questions, then open a prompt'
	@echo 'make test     run the tests'
	@echo 'make check    run the linter, the type checker and the test of import directions'
	@echo 'make docs     write docs/kinds.md and .env.example anew from the code'
	@echo 'make eval     score extraction and answers against the gold in tests/corpus'
	@echo 'make bench    measure how fast the platforms are served; SECONDS=10 for less than a minute'
	@echo 'make train    train the small models in data/models; from the articles in data/train'
	@echo 'make train-reader  train the learned reader, too; installs PyTorch first'
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

SECONDS ?= 60
bench: install
	@$(BIN)/python -m tests.bench.bench_slack --seconds $(SECONDS)
	@$(BIN)/python -m tests.bench.bench_discord

eval: install
	@$(BIN)/bot eval

ARTICLES ?= $(wildcard data/train/t*)
train: install
	@$(BIN)/python -m bot.training.entity_kinds $(ARTICLES)

train-reader: install
	@$(BIN)/python -m pip --disable-pip-version-check -qq install -e ".[train]"
	@$(BIN)/python -m bot.training.reader $(ARTICLES)

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

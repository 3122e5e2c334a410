# Consult. The commands are explained in docs/running-it.md.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run serve test lint markup words bench clean

export PORT ?= 8000
BIN := .venv/bin
PINS := requirements.txt requirements-pins.txt

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-6s %s\n", $$1, $$2}' Makefile

run: .venv/installed ## try it here, with a made-up authority
	@CONSULT_DEMO=1 $(BIN)/flask --app consult demo
	@echo "Open http://localhost:$(PORT) in a browser. Ctrl-C stops it."
	@CONSULT_DEMO=1 exec $(BIN)/gunicorn --config python:consult.serving

serve: .venv/installed ## the real service; refuses to start without its keys
	@CONSULT_DEMO= exec $(BIN)/gunicorn --config python:consult.serving

test: lint node_modules/.installed ## every check and every test
	@scripts/find_browser.sh
	@$(BIN)/python -m pytest -n auto --dist loadfile

lint: .venv/ready ## style, types, who imports whom
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

markup: .venv/ready ## every page's markup; wants Java
	@command -v java >/dev/null || scripts/install_system.sh default-jre-headless
	@npm install --silent --ignore-scripts --no-audit --no-fund
	@$(BIN)/python scripts/check_markup.py

words: .venv/ready ## collect the sentences to translate
	@$(BIN)/pybabel -q extract -F babel.cfg --no-location --sort-output --project consult --version 1 \
		--copyright-holder "Consult contributors" -k _l -k lazy_gettext -o translations/messages.pot .

bench: .venv/ready ## how fast it is beside a bare page
	@$(BIN)/python scripts/bench.py

clean: ## take away what make made; keeps instance/, where the data is
	rm -rf .venv node_modules test-results .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@python=$$(scripts/find_python.sh) && "$$python" -m venv .venv

.venv/installed: $(PINS) | .venv/bin/python
	@echo "Installing what Consult needs; this happens once."
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready: requirements-dev.txt .venv/installed
	@echo "Installing what the checks need; this happens once."
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

node_modules/.installed: package-lock.json
	@command -v npm >/dev/null || scripts/install_system.sh npm
	@npm ci --silent --no-audit --no-fund --omit=optional
	@touch $@

.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PINNED := --no-header --no-emit-index-url --generate-hashes

.PHONY: run test check format redraw pictures answers bench chaos method migration lock help

.venv/run: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

run: .venv/run ## start the bot; without a token, with a chat page in the browser
	$(BIN)/python -m bot run

test: .venv/dev ## the whole suite, PostgreSQL and a real browser included
	$(BIN)/python tests/browser.py
	$(BIN)/python -m compileall -q bot content db tests
	$(BIN)/python -m pytest -n 3 --dist loadfile

check: .venv/dev ## format, lint, types, floors, then the whole suite
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: .venv/dev ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

redraw: .venv/dev ## write anew what people will see, in each language
	$(BIN)/python -m tests.redraw

pictures: .venv/dev ## draw the README's pictures anew, from the real bot
	$(BIN)/python tests/browser.py
	$(BIN)/python -m tests.pictures

answers: .venv/dev ## what people ask, answered, refused or not: a table with its bars
	$(BIN)/python -m tests.answers
	$(BIN)/python -m tests.crisis

bench: .venv/dev ## the measurements of the README, ratios in one run
	$(BIN)/python -m tests.bench

method: .venv/dev ## the interest test on trial with simulated pupils: a table, ten minutes at most
	$(BIN)/python -m tests.method

chaos: .venv/dev ## kill, cut, flood: each prints one line and fails when it falls short
	$(BIN)/python -m tests.chaos

migration: .venv/dev ## draft the next step of the tables: make migration is="people may …"
	$(BIN)/python -m bot migration "$(is)"

lock: .venv/dev ## pin the dependencies anew, with hashes
	$(BIN)/uv pip compile $(PINNED) --extra dev pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile $(PINNED) -c requirements-dev.txt pyproject.toml -o requirements.txt

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 14

# Sunlit from a fresh clone: python3 (3.11 or later, with venv) and make are all that is needed.

PYTHON ?= python3
bin := .venv/bin
pip := $(bin)/python -m pip --quiet --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check lock format messages reference clean catalogues

help: ## List what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# PORT=8080, SERVE=0 (stop before serving), RESET=1 (start anew), NO_AS_OF=1 (run as of today)
demo: .venv/base.stamp catalogues ## Load the sample year and serve it (PORT=8000 SERVE=0 RESET=1 NO_AS_OF=1)
	@$(bin)/sunlit demo \
	  $(if $(PORT),--port $(PORT)) \
	  $(if $(filter 0 no,$(SERVE)),--no-serve) \
	  $(if $(filter 1 yes,$(RESET)),--reset) \
	  $(if $(filter 1 yes,$(NO_AS_OF)),--no-as-of)

pytest := $(bin)/python -m pytest --numprocesses=auto --dist=loadscope

# TESTS='tests/foi -k clock' runs some of them only. A journey in the browser meets the demonstration,
# which keeps its own SQLite, so it has nothing new to say about PostgreSQL.
test: .venv/dev.stamp .venv/peers.stamp catalogues ## Run every test that this machine can run, on SQLite and on PostgreSQL
	@$(bin)/python -m tests.postgresql --look
	$(pytest) $(TESTS)
	@if $(bin)/python -m tests.postgresql --look --quiet; then \
	  echo "And again, on PostgreSQL:"; $(bin)/python -m tests.postgresql $(pytest) -m 'not browser' $(TESTS) || [ $$? -eq 5 ]; \
	fi

check: .venv/dev.stamp catalogues ## Lint, types, imports, migrations, translations, documents
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports --no-logo
	SUNLIT_DATA=.venv/check $(bin)/python manage.py makemigrations --check --dry-run
	$(bin)/python -m tools.messages check
	$(bin)/python -m tools.reference check
	$(bin)/python -m pytest --quiet --no-header tests/architecture/test_documents.py

lock: .venv/dev.stamp ## Write the hashed requirement files anew from requirements/*.in
	tools/lock.sh

format: .venv/dev.stamp ## Put the code into its one form, and mend what can be mended
	$(bin)/ruff check --fix-only .
	$(bin)/ruff format .

messages: .venv/dev.stamp ## Bring the translation catalogues up to date with the code
	$(bin)/python -m tools.messages update
	$(bin)/python -m tools.messages compile

reference: .venv/dev.stamp catalogues ## Write the reference pages that are generated from the program
	$(bin)/python -m tools.reference write

clean: ## Remove what was made, apart from installations in var/
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name node_modules -prune -o \( -name __pycache__ -o -name '*.mo' \) -print0 | xargs -0 rm -rf

catalogues: .venv/base.stamp
	@$(bin)/python -m tools.compile_messages

# Each stamp is written when its installation is whole. What is needed to develop includes
# what is needed to run, so the second stamp stands for both.

.venv/base.stamp: requirements/base.txt pyproject.toml | $(bin)/python
	@echo "Installing what Sunlit runs on, from requirements/base.txt ..."
	@$(pip) install --require-hashes --no-deps -r requirements/base.txt
	@$(pip) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.txt pyproject.toml | $(bin)/python
	@echo "Installing what Sunlit is built and tested with, from requirements/dev.txt ..."
	@$(pip) install --require-hashes --no-deps -r requirements/dev.txt
	@$(pip) install --no-deps --no-build-isolation --editable .
	@touch .venv/base.stamp $@

# Programs that others made and that read our files in tests, each in a place of its own; a machine
# without npm does without, and its tests say so.
.venv/peers.stamp: requirements/outside.txt tests/outside/package-lock.json | $(bin)/python
	@if command -v npm >/dev/null; then \
	  echo "Installing the programs that read our files in tests ..."; \
	  npm ci --silent --prefix tests/outside; \
	else echo "Without npm the flow charts are not tried in other programs."; fi
	@$(PYTHON) -m venv .venv/outside
	@.venv/outside/bin/python -m pip --quiet --disable-pip-version-check --no-input \
	  install --require-hashes --no-deps -r requirements/outside.txt
	@touch $@

$(bin)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sunlit needs Python 3.11 or later; name one: make PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv

# Two commands are enough: `make serve` to see the site, `make test` to prove it.
# Both first install what is missing, inside this folder: Python packages and Node in .venv, the rest in node_modules.

SHELL := bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install serve test lint build bench coverage mutants lock clean

export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1 # mkdocs-material's notice about another program would hide our own messages

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

install: .venv/.packages .venv/.project node_modules/.package-lock.json ## Install what is missing, each version exact and checked by hash

serve: install ## Show the site with live preview, on port 8000 or a free one
	mkdocs serve --dev-addr "127.0.0.1:$$(python -m tools.free_port 8000)"

test: lint ## Check everything: style, types, imports, then every test
	python -m tools.chromium
	python -m tools.firefox
	pytest

lint: install ## Check style, types and imports only
	ruff check
	ruff format --check
	mypy
	lint-imports --no-logo
	eslint
	tsc --project tsconfig.json
	tsc --project tsconfig.worker.json

build: install ## Write the finished site to site/; FINISH=--policy-in-pages for a host that sends no headers
	mkdocs build --strict
	python -m generator finish $(FINISH)

bench: install ## Measure, and compare with the figures promised
	python -m benchmarks
	python -m benchmarks faults
	python -m benchmarks authors

coverage: install ## Run the tests with few random readers, and say which lines and branches none of them reaches
	coverage erase
	TEST_EFFORT=little coverage run -m pytest --ignore tests/browser --ignore tests/runtime
	coverage combine --quiet
	coverage report

mutants: install ## Change calculators/ in thousands of ways, and list the changes that no test notices (hours)
	python -m tests.mutants run
	python -m tests.mutants results

lock: install ## Write the lock files anew; UPGRADE=--upgrade also takes newer versions
	uv pip compile pyproject.toml --group site --group test --group zensical --group lock --universal --generate-hashes \
		--no-header --quiet $(UPGRADE) --output-file requirements.txt
	npm install --package-lock-only
	npm install --package-lock-only --prefix benchmarks/lighthouse --userconfig .npmrc
	python -m tools.tidy_npm_lock

clean: ## Remove what was built, but not what was installed
	rm -rf site build test-results mutants .coverage .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# --- What `make install` makes. Each file stands for a finished step, so nothing is done twice.

.venv/.packages: requirements.txt .python-version
	@echo "Installing Python packages and Node into .venv (a minute or so the first time)"
	@tools/create_venv
	@python -m pip install --quiet --quiet --only-binary :all: --require-hashes --requirement requirements.txt
	@touch $@

.venv/.project: .venv/.packages pyproject.toml
	@echo "Putting the project itself on Python's path"
	@python -m pip install --quiet --quiet --no-deps --no-index --no-build-isolation --editable .
	@touch $@

node_modules/.package-lock.json: .venv/.packages package-lock.json .npmrc
	@echo "Installing the browser's Python and the page checkers into node_modules"
	@npm ci --loglevel error
	@touch $@

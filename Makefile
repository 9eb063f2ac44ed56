# Everything is done by run.py, which also works where there is no make (Windows: py run.py).
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test check lint format gallery parts wheel locks clean

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## set up, play the demo once, serve it on http://127.0.0.1:8000 (keeps its data)
	@$(PYTHON) run.py run

test: ## every check and the whole test suite (GUONG_TEST_ALL=1: a skip is a failure)
	@$(PYTHON) run.py test

check: ## style, types, order of the rooms, architecture tests
	@$(PYTHON) run.py check

lint: ## style, types, order of the rooms
	@$(PYTHON) run.py lint

format: ## bring the code into shape
	@$(PYTHON) run.py format

gallery: ## draw every screen and paper into docs/gallery
	@$(PYTHON) run.py gallery

parts: ## write the list of parts of a release (CycloneDX) into dist/
	@$(PYTHON) run.py parts

wheel: ## build the wheel, front-end bundle included, into dist/
	@$(PYTHON) run.py wheel

locks: ## pin anew what pyproject.toml asks for (needs uv)
	@for lock in base build dev frontend; do \
	  [ $$lock = base ] && what=pyproject.toml || what="--group pyproject.toml:$$lock -c requirements/base.txt"; \
	  uv pip compile -q --no-config --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --no-emit-index-url --no-emit-find-links $$what -o requirements/$$lock.txt || exit 1; done

clean: ## remove what tools left behind (never data/)
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

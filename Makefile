# make demo       the shipped example articles, traced, on this terminal
# make test       everything a change must pass, in an environment of its own from pinned versions
# make test-long  what takes longer: the news archive, large inputs (needs ../shared)
# make evaluate   figures against the annotations (needs ../shared for the archive's texts)
# make lexicon    compile the lexicon after editing src/asanid/lexicon/data
# make lock       pin the development environment anew
# make format     write the code the way the linter wants it

PYTHON ?= python3.11
TEST := .venv-test/bin
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: demo test test-long evaluate lexicon lock format clean

demo: .venv-demo/ready
	.venv-demo/bin/asanid trace --format terminal examples/articles/scoop-first.txt examples/articles/denial-round.txt

.venv-demo/ready: pyproject.toml hatch_build.py $(shell find src -name '*.py' -o -name '*.yaml' -o -name '*.tsv')
	$(PYTHON) -m venv .venv-demo
	.venv-demo/bin/python -m pip install --quiet --disable-pip-version-check .
	touch $@

test: .venv-test/ready lexicon
	$(TEST)/ruff check .
	$(TEST)/ruff format --check .
	$(TEST)/mypy
	$(TEST)/lint-imports
	$(TEST)/pytest -m "not long"
	$(TEST)/python benchmarks/gate.py
	PYTHON=$(CURDIR)/$(TEST)/python sh tests/wheel.sh

test-long: .venv-test/ready lexicon
	$(TEST)/pytest -m long

evaluate: .venv-test/ready lexicon
	$(TEST)/python benchmarks/evaluate.py

.venv-test/ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv .venv-test
	$(TEST)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(TEST)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

lexicon: .venv-test/ready
	$(TEST)/python -m asanid.lexicon.compile

lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --group dev --output-file requirements/dev.txt pyproject.toml

format: .venv-test/ready
	$(TEST)/ruff check --fix .
	$(TEST)/ruff format .

clean:
	rm -rf .venv-demo .venv-test .venv-lock dist build out

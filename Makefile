# The commands of this project. Each makes its own environment in .venv first, from requirements.lock.
.DEFAULT_GOAL := help
.PHONY: help demo test needs report-check lint types docs docs-check dist self bench soak lock clean

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
TARGETS ?=

help: ## show these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: $(READY) ## judge this repository, a few with known faults, and TARGETS="path ..."; make a report
	@$(BIN)/python -m examples.demo $(TARGETS)

test: needs $(READY) ## run the tests
	@$(BIN)/pytest -n 2

needs:
	@tests/needs

report-check: $(READY) ## let the validators of others judge the formats of a report (PDF, ODF, DCAT)
	@tests/needs judges
	@$(BIN)/pytest -q tests/report/judged.py

lint: $(READY) ## check style, types, layers and licences
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

types: $(READY) ## check types only
	@$(BIN)/mypy

docs: $(READY) ## write the generated pages of docs/ anew
	@$(BIN)/python -m oss_scan.cli.docs

docs-check: $(READY) ## say whether docs/ is up to date
	@$(BIN)/python -m oss_scan.cli.docs --check

dist: $(READY) ## build the wheel, install it elsewhere, try it, and compare what it ships
	@$(BIN)/python -m tests.dist

self: $(READY) ## judge this repository by its own rules
	@$(BIN)/oss-scan check . --community none

bench: $(READY) ## measure how fast it is
	@$(BIN)/python bench/publiccode.py
	@$(BIN)/python bench/bench.py $(TARGETS)
	@$(BIN)/python bench/licences.py
	@$(BIN)/python bench/scan.py
	@PYTHONPATH=. $(BIN)/python bench/fetching.py $(TARGETS)

soak: needs $(READY) ## scan 10,000 repositories, and 1,000 on a cluster, while all is killed; fill a store; a million publiccode.yml
	@$(BIN)/python -m tests.soak
	@$(BIN)/python -m tests.clustered 1000
	@$(BIN)/python -m bench.store $(TARGETS)
	@OSS_SCAN_SOAK=1000000 $(BIN)/pytest tests/publiccode/test_fuzz.py
	@$(BIN)/python -m tests.report.soaked

lock: $(READY) ## write requirements.lock anew (needs uv)
	@uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean: ## remove what these commands made
	@rm -rf .venv build dist demo *.egg-info

# Only this file and the lock decide whether the environment is made again.
$(READY): requirements.lock pyproject.toml setup.cfg
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "oss-scan needs Python 3.11 or newer as $(PYTHON); name another one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "oss-scan needs Python's venv module; install it first (Debian, Ubuntu: apt install python3-venv)" >&2; exit 1; }
	@echo "making .venv (a minute or two, once)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

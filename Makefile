# The workflow, executable. Needs Python 3.11 or newer and make; everything else goes into .venv.

VENV  = .venv
RUN   = $(VENV)/bin
CORES = auto
LOCKS = requirements.lock pyproject.toml src/cellwire/__init__.py

help:            ## this list
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

week: $(VENV)/installed  ## the main job on the bundled weeks: read, record, brief
	$(RUN)/cellwire demo

test: $(VENV)/developed  ## the whole suite, a file of tests to each core in turn (CORES=0: one after the other)
	$(RUN)/python -m pytest -n $(CORES) --dist loadfile

check: lint types docs gate test  ## everything the continuous build does

lint: $(VENV)/developed  ## ruff: rules and layout
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .

types: $(VENV)/developed  ## mypy --strict on src
	$(RUN)/mypy --strict

docs: $(VENV)/developed  ## are the docs' printed terminal blocks what the commands print?
	$(RUN)/python docs/generate.py --check

gate: $(VENV)/developed  ## score the labelled texts; refuses a drop
	$(RUN)/python tests/gate.py

train: $(VENV)/developed  ## learn anew how sure a reading is and what words say (docs/confidence.md)
	@$(PIP) --group train
	$(RUN)/python tests/train.py
	$(RUN)/python tests/learn_exactness.py
	$(RUN)/python tests/learn_values.py
	$(RUN)/python tests/learn_gist.py
	$(RUN)/python tests/learn_likelihood.py

bench: $(VENV)/developed  ## speed and memory of each stage
	$(RUN)/python benchmarks/run.py

write: $(VENV)/developed  ## print the docs' terminal blocks and the lexicon of fields anew
	$(RUN)/python docs/generate.py

lock: $(VENV)/installed  ## pin the newest releases that pyproject.toml allows
	$(RUN)/python -m pip install --quiet uv
	$(RUN)/uv pip compile $(PIN) --group build pyproject.toml --output-file requirements.lock
	$(RUN)/uv pip compile $(PIN) --group build --group dev pyproject.toml --constraint requirements.lock --output-file requirements-dev.lock

clean:           ## remove the virtual environment, caches and the demo's output
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis cellwire-demo

PIN = --quiet --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade
PIP = $(RUN)/python -m pip --disable-pip-version-check --quiet install

# The stamps make a second run quick. pip is brought up to date first: the one that comes with 3.11 stops at some extras.
$(VENV)/bin/python:
	@for python in "$(PYTHON)" python3 python3.13 python3.12 python3.11 python; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "making $(VENV) with $$("$$python" --version)"; exec "$$python" -m venv $(VENV); \
	  fi; \
	done; echo "cellwire needs Python 3.11 or newer; name one: make week PYTHON=/path/to/python3" >&2; exit 1

$(VENV)/installed: $(VENV)/bin/python $(LOCKS)
	@echo "installing cellwire into $(VENV)"
	@$(PIP) --upgrade pip
	@$(PIP) --requirement requirements.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/developed: $(VENV)/installed requirements-dev.lock
	@echo "installing the tools of development into $(VENV)"
	@$(PIP) --requirement requirements-dev.lock
	@touch $@

.PHONY: help week test check lint types docs gate train bench write lock clean

PYTHON ?= python3
UV ?= uv
ARGS ?= new
# Another interpreter wants another folder: make test PYTHON=python3.13 VENV=.venv-3.13
VENV ?= .venv

BIN := $(VENV)/bin
RUN := PYTHONPATH="$(CURDIR)/src" $(BIN)/python
# Without a network at all where the system lets us; everywhere no test may use it.
OFFLINE = $(shell unshare -n true 2>/dev/null && echo unshare -n)
INSTALL := -m pip install --quiet --disable-pip-version-check
INSTALLED := $(HOME)/.local/lib/reflect-journal
COMMAND := $(HOME)/.local/bin/reflect

# The floors that are pure or keep people's words: every branch has a test.
PROVEN := model interview query insight reading journal letters
comma := ,
space := $(subst x,,x x)
PROVEN_FILES := $(subst $(space),$(comma),$(PROVEN:%=*/reflect_journal/%.py) $(PROVEN:%=*/reflect_journal/%/*))

.DEFAULT_GOAL := help
# A question has to own the terminal, also under `make -j`.
.NOTPARALLEL:
.PHONY: help reflect test torture fix docs bank bench reading-report install uninstall pins clean
.PHONY: install-with-pipx install-with-venv

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

# Leaving with Ctrl-C is no failure, for the draft is kept: 130 is not passed on
# to make, which would call it "Error 130". Somebody at a terminal has just read
# what happened, so there only what was not done for want of a usable journal or
# disk (4, 75) or by a fault stays make's error; a script gets every other code.
# The trap keeps the shell waiting when Ctrl-C reaches it and the program at once.
reflect: $(VENV)/run.stamp ## Reflect on a rejection (ARGS="list" for another command)
	@trap : INT; $(RUN) -m reflect_journal $(ARGS); code=$$?; \
	if test -t 2; then \
	  echo 'For reflect list type: make reflect ARGS="list"' >&2; \
	  case $$code in 2|3|5) code=0 ;; esac; \
	fi; \
	test $$code -eq 130 || exit $$code

test: $(VENV)/dev.stamp ## Check everything: style, types, docs, tests, coverage
	@$(BIN)/python -m ruff format --quiet --diff .
	@$(BIN)/python -m ruff check --quiet .
	@$(BIN)/python -m mypy --no-error-summary
	@$(RUN) scripts/make_docs.py --check
	@$(OFFLINE) env $(RUN) -m pytest -n auto --dist worksteal --timeout=300 --cov --cov-report=
	@$(RUN) -m coverage report --format=total | sed 's/.*/Branches and lines covered in all: & %/'
	@$(RUN) -m coverage report --include='$(PROVEN_FILES)' --fail-under=100

torture: $(VENV)/dev.stamp ## Kill, starve and damage the journal in every way
	@$(RUN) -m tests.torture
	@$(RUN) -m pytest -n auto -m hypothesis --hypothesis-profile=thorough -q

fix: $(VENV)/dev.stamp ## Format, and mend what the linter can mend
	@$(BIN)/python -m ruff check --quiet --fix-only .
	@$(BIN)/python -m ruff format --quiet .

docs: $(VENV)/dev.stamp ## Rewrite the generated pages
	@$(RUN) scripts/make_docs.py

bank: $(VENV)/dev.stamp ## Pack the bank of phrasings that reading opens
	@$(RUN) scripts/make_bank.py

reading-report: $(VENV)/dev.stamp ## Measure how well words are read
	@$(RUN) -m tests.reading_report

bench: $(VENV)/dev.stamp ## Measure speed, as ratios
	@$(RUN) -m bench

install: install-with-$(if $(shell command -v pipx 2>/dev/null),pipx,venv) ## Put `reflect` on the path

install-with-pipx:
	$(require-python)
	@pipx install --quiet --force --python "$$(command -v $(PYTHON))" .
	@echo "Installed reflect with pipx."

# Built in $(VENV), so that only what runs is installed.
install-with-venv: $(VENV)/build.stamp
	$(require-home)
	@if test -e "$(COMMAND)" && test "$$(readlink "$(COMMAND)")" != "$(INSTALLED)/bin/reflect"; then \
	  echo "$(COMMAND) belongs to another program; move it away first." >&2; exit 1; fi
	@rm -rf build/wheel
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir build/wheel .
	@$(PYTHON) -m venv "$(INSTALLED)"
	@"$(INSTALLED)/bin/python" $(INSTALL) --require-hashes -r requirements/run.txt
	@"$(INSTALLED)/bin/python" $(INSTALL) --no-index --no-deps --force-reinstall build/wheel/*.whl
	@mkdir -p "$(HOME)/.local/bin" && ln -sf "$(INSTALLED)/bin/reflect" "$(COMMAND)"
	@echo "Installed reflect as $(COMMAND)."
	@case ":$$PATH:" in *":$(HOME)/.local/bin:"*) ;; *) \
	  echo 'It is not on your path yet; add to your shell profile: export PATH="$$HOME/.local/bin:$$PATH"' ;; esac

uninstall: ## Take `reflect` off the path (your journal stays)
	$(require-home)
	@if command -v pipx >/dev/null 2>&1; then pipx uninstall reflect-journal >/dev/null 2>&1 || true; fi
	@if test "$$(readlink "$(COMMAND)")" = "$(INSTALLED)/bin/reflect"; then rm "$(COMMAND)"; fi
	@rm -rf "$(INSTALLED)"
	@echo "reflect is no longer installed; your journal was not touched."

# Needs uv; the pins hold for Python 3.11 and newer on Linux, macOS and Windows.
PIN = $(UV) pip compile --quiet --upgrade --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-header
pins: ## Refresh requirements/*.txt
	@command -v $(UV) >/dev/null || { echo "Refreshing the pins needs uv: pip install uv" >&2; exit 1; }
	@$(PIN) pyproject.toml --output-file requirements/run.txt
	@$(PIN) --group build --output-file requirements/build.txt
	@$(PIN) pyproject.toml --group dev --output-file requirements/dev.txt

clean: ## Remove what can be made again
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* htmlcov build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

define require-python
$(if $(python-trouble),$(error $(python-trouble)))
endef
define require-home
$(if $(HOME),,$(error HOME is not set, so there is no place to install to))
endef
python-trouble = $(shell \
	if ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	  echo 'reflect needs Python 3.11 or newer as "$(PYTHON)"; name another one with PYTHON=/path/to/python3'; \
	elif ! $(PYTHON) -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	  echo '$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv'; \
	fi)

# Without a rule make would stop where there is no interpreter yet, or where the
# one that $(VENV) leads to has been removed or replaced by an upgrade.
$(BIN)/python: ;

$(VENV)/%.stamp: requirements/%.txt $(BIN)/python
	$(require-python)
	@echo "Preparing (once, about half a minute) ..." >&2
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python $(INSTALL) --require-hashes -r $<
	@touch $@ $(if $(filter dev,$*),$(VENV)/run.stamp $(VENV)/build.stamp)

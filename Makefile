# The two commands a newcomer needs are `make serve` and `make test`; `make help` lists the rest.
# uv is used where it is installed (seconds), else venv and pip (half a minute).

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# Tests on every core, those of a module together. Empty: one after the other.
PARALLEL ?= -n auto --dist loadscope
export DATA_DIR PORT

.DEFAULT_GOAL := help
.PHONY: help serve test admin load cncf check fix coverage browser quality postgres bench clean

help:
	@echo "make serve [PORT=8000] [DATA_DIR=folder]  install, load the data, serve on 127.0.0.1"
	@echo "make test                                 install what tests need and run them"
	@echo "make admin                                make a user for /admin/"
	@echo "make load FILES='fixtures/'               load data files"
	@echo "make cncf [CNCF=folder]                   load the answers of four CNCF surveys from a copy of cncf/surveys"
	@echo "make check / make fix                     lint, types, architecture / mend what can be mended"
	@echo "make coverage                             the tests again with the branches they reach; fails under 95 %"
	@echo "make postgres                             the tests again on PostgreSQL"
	@echo "make browser                              walk every address in Chromium"
	@echo "make quality                              measure every kind of page: HTML, accessibility, Lighthouse, links"
	@echo "make bench                                measure search, pictures, answers and lists on this machine"

serve: $(VENV)/.run
	@$(BIN)/python manage.py serve --port $(PORT)

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -m "not browser and not quality" $(PARALLEL)

admin: $(VENV)/.run
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py createsuperuser

load: $(VENV)/.run
	@$(BIN)/python manage.py load $(or $(FILES),fixtures/)

cncf: $(VENV)/.run
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_cncf $(if $(CNCF),"$(CNCF)")

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet portal surveys vendors
	$(BIN)/mypy
	$(BIN)/python manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m pytest -q tests/test_architecture.py

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

coverage: $(VENV)/.dev
	@$(BIN)/python -m pytest -q -m "not browser and not quality" --cov

postgres: $(VENV)/.dev
	@$(BIN)/python tests/with_postgres.py $(BIN)/python -m pytest -q -m "not browser and not quality" $(PARALLEL)

browser: $(VENV)/.dev
	@$(BIN)/python -m pytest -q -m browser

# Needs Node 18.19, npm, Java 17 and Chromium; the tools themselves are pinned in tests/quality/package-lock.json.
quality: $(VENV)/.dev
	@$(BIN)/python -m pytest -q -m quality tests/quality

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) .data .quality .coverage*

# $(1): requirements file. A new virtual environment where the old one's Python is gone.
define install
@$(BIN)/python -c "" 2>/dev/null || { echo "Making the virtual environment in $(VENV) …"; rm -rf $(VENV); \
	$(PYTHON) -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 'Python 3.11 or newer is needed; name one with make PYTHON=…')" && \
	if command -v uv >/dev/null 2>&1; then uv venv --quiet --python $(PYTHON) $(VENV); else $(PYTHON) -m venv $(VENV); fi; }
@echo "Installing $(1) …"
@if command -v uv >/dev/null 2>&1; then VIRTUAL_ENV=$(VENV) uv pip install --quiet -r $(1); \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(1); fi
@touch $@
endef

$(VENV)/.run: requirements.txt
	$(call install,requirements.txt)

$(VENV)/.dev: requirements.txt requirements-dev.txt $(VENV)/.run
	$(call install,requirements-dev.txt)

# luocdo: `make demo` shows what it does, `make test` proves it. See README.md.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
DEMO_SERVE ?= 1
DEMO_STORE ?= .demo-store
DEMO_DIRECTIVE ?= 09/CT-UBND
SIZE ?= 1000

.PHONY: demo test editor fix docs golden bench quality clean

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "luocdo needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@touch $@

demo: $(VENV)/.installed
	@sh webui/fetch_editor.sh $(BIN)/python || echo "The query editor was not fetched; the page of queries has a plain one."
	@rm -rf $(DEMO_STORE)
	$(BIN)/luocdo load --store $(DEMO_STORE) --registers examples/registers examples
	$(BIN)/luocdo lineage --store $(DEMO_STORE) --registers examples/registers "$(DEMO_DIRECTIVE)"
	$(BIN)/luocdo check --store $(DEMO_STORE) --summary || [ $$? -eq 1 ]
	@[ "$(DEMO_SERVE)" = 0 ] || $(BIN)/luocdo serve --store $(DEMO_STORE) --host $(HOST) --port $(PORT)

test: $(VENV)/.installed-test
	@sh tests/install_system_packages.sh
	@sh webui/fetch_editor.sh $(BIN)/python || echo "The query editor was not fetched; its tests are skipped by name."
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -ra

editor: $(VENV)/.installed
	sh webui/fetch_editor.sh $(BIN)/python

fix: $(VENV)/.installed-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.installed-test
	$(BIN)/python docs/generate.py

golden: $(VENV)/.installed-test
	$(BIN)/python -m pytest tests/golden --update-golden

bench: $(VENV)/.installed-test
	$(BIN)/python bench/run.py --size $(SIZE)

quality: $(VENV)/.installed-test
	$(BIN)/python bench/quality.py

clean:
	rm -rf $(VENV) $(DEMO_STORE) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

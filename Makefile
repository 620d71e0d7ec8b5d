# Everything runs in a virtual environment of the project's own folder.
PYTHON ?= python3.11
PYTHON := $(shell command -v $(PYTHON) || command -v python3)
BIN := .venv/bin
STORE := .venv/demo.sqlite
# How large the made-up country of `make bench` is.
DOCUMENTS ?= 20000

.PHONY: demo test lint format bench clean

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --editable .
	touch $@

.venv/ready-dev: .venv/ready
	$(BIN)/pip install --quiet --group dev
	touch $@

.venv/ready-bench: .venv/ready-dev
	$(BIN)/pip install --quiet --group bench
	touch $@

demo: .venv/ready
	@rm -f $(STORE) $(STORE)-wal $(STORE)-shm
	@sh samples/demo.sh $(BIN)/chidao $(STORE)

test: .venv/ready-dev
	$(BIN)/pytest -q

lint: .venv/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/ready-bench
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.stores --documents $(DOCUMENTS)

clean:
	rm -rf .venv

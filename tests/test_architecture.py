"""Promises about the whole that no single module can keep."""

import importlib
import re
import subprocess
import sys
from collections.abc import Mapping
from enum import StrEnum
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from ontology.kinds import KINDS, Kind
from ontology.relations import RELATIONS, Relation

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "docs" / "house.md"
PACKAGES = ("ontology", "loaders", "graph", "checks", "api")
HEAVY = {
    *("docx", "pdfplumber", "pdfminer", "lxml", "sqlite3", "rich", "dateutil", "neo4j"),
    *("icalendar", "xlsxwriter", "pyvis", "resvg_py", "networkx", "scipy"),
    *("rdflib", "pyshacl", "pyoxigraph", "pyarrow"),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_the_name_is_ours(name: str) -> None:
    """Our names are short and any distribution may use them: notice the day that one does."""
    assert set(packages_distributions().get(name, [])) <= {"chidao"}
    assert importlib.import_module(name).__file__ == str(ROOT / name / "__init__.py")


@pytest.mark.parametrize(("enum", "table"), [(Kind, KINDS), (Relation, RELATIONS)])
def test_tables_have_a_row_for_every_member(
    enum: type[StrEnum], table: Mapping[StrEnum, object]
) -> None:
    assert list(table) == list(enum)


@pytest.mark.parametrize(
    "module",
    [
        *("loaders.extract", "graph.questions", "graph.neo4j.importing", "api.cli"),
        *("graph.exporting.forms", "graph.rdf.taking"),
    ],
)
def test_importing_is_free(module: str) -> None:
    """What one command needs, another does not pay for."""
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert HEAVY.isdisjoint(done.stdout.split())


def test_no_file_says_nothing_by_its_name() -> None:
    names = {path.name for package in PACKAGES for path in (ROOT / package).rglob("*.py")}
    assert names.isdisjoint({"utils.py", "util.py", "helpers.py", "common.py", "misc.py"})


def test_the_map_of_the_house_names_what_there_is() -> None:
    folders = "|".join((*PACKAGES, "tests"))
    told = re.findall(rf"`((?:{folders})/[^`]*)`", HOUSE.read_text("utf-8"))
    assert [path for path in told if not (ROOT / path).exists()] == []
    assert {Path(path).parts[0] for path in told} >= set(PACKAGES)

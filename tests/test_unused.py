"""What nobody uses any more: statements that are not run, words that are not shown."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from api.cli import main
from api.words import table
from tests.runs import ROOT, TOPICS

ENDINGS: Final = {"sqlite": "sql", "neo4j": "cypher"}
QUOTED: Final = re.compile(r"""["'`]([\w. :-]+?)(?:["'`]|(?=\$\{))""")
"""A string of a template or script, or its beginning up to what is put in."""


@cache
def said(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the strings of a module, and how those begin that are put together."""
    whole, begun = set(), set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            begun.add(str(node.values[0].value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            whole.add(node.value)
    return frozenset(whole), frozenset(begun)


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (ROOT / folder).rglob("*.py")


@pytest.mark.parametrize("store", ENDINGS)
def test_every_statement_is_run(store: str) -> None:
    """By its name, as a part of another one, or by a name that begins like it."""
    others = {f"graph/{other}" for other in ENDINGS if other != store}
    paths = [
        path
        for path in modules("graph")
        if path.parent.relative_to(ROOT).as_posix() not in others and path.name != "statements.py"
    ]
    whole = frozenset().union(*(said(path)[0] for path in paths))
    begun = tuple({start for path in paths for start in said(path)[1] if start.endswith("_")})
    folder = ROOT / "graph" / store / "questions"
    texts = {path.stem: path.read_text() for path in folder.glob(f"*.{ENDINGS[store]}")}
    parts = {f"part_{name}" for text in texts.values() for name in re.findall(r"{{(\w+)}}", text)}
    assert len(texts) > 50
    assert [n for n in texts if n not in whole | parts and not n.startswith(begun)] == []


def test_every_word_is_shown() -> None:
    """By its key, by a key that is put together from a beginning and more, or as help."""
    files = [p for p in (ROOT / "api" / "pages").rglob("*") if p.suffix in {".html", ".js"}]
    found = {one for path in files for one in QUOTED.findall(path.read_text(encoding="utf-8"))}
    for path in modules("api", "graph"):
        found.update(*said(path))
    begun = tuple(one for one in found if re.fullmatch(r"(?!help\.|short\.)[\w.]+\.", one))
    found |= {f"short.{topic}" for topic in TOPICS}
    for topic, command in (*TOPICS.items(), (main.topic, main)):
        found.add(f"help.{topic}")
        for name in (parameter.name for parameter in command.params):
            own = f"help.{topic}.{name}"
            found.add(own if own in table() else f"help.any.{name}")
    assert len(table()) > 500
    assert [key for key in table() if key not in found and not key.startswith(begun)] == []

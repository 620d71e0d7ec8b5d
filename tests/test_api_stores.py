"""The command line says the same, letter by letter, whatever store it asks."""

from collections.abc import Iterator

import pytest
from neo4j import Driver

from tests.runs import SAMPLES, answer, run
from tests.servers import Server, clear

DAY = ("--as-of", "2026-04-15")
DIRECTIVE = "tw/05-CT-TW/2016-05-15"

COMMANDS = [
    ("tasks", *DAY),
    ("tasks", "--implements", "Chỉ thị 05-CT/TW", *DAY),
    ("tasks", "--implements", "Chỉ thị 05-CT/TW", "--state", "open-in-time", *DAY),
    ("tasks", "--due-from", "2026-04-01", "--due-to", "2026-05-31", *DAY),
    ("due", "--within", "4w", *DAY),
    ("chain", "05-ct/tw", *DAY),
    ("chain", "05-ct/tw", "--down", *DAY),
    ("search", "tong ket 10 nam"),
    ("search", "chỉ thị 05"),
    ("show", DIRECTIVE),
    ("documents",),
    ("documents", "--replaced", *DAY),
    ("documents", "--cites", DIRECTIVE),
    ("bodies",),
    ("bodies", "ban tuyen giao"),
    ("stats", *DAY),
    ("resolve", "20-NQ/TW"),
    ("analyse", "coverage", "05-ct/tw", "--level", "board", "--jurisdiction", "Hà Sơn", *DAY),
    ("analyse", "lag", "05-ct/tw", *DAY),
    ("analyse", "depth", *DAY),
    ("analyse", "relied", *DAY),
    ("analyse", "orphans", *DAY),
    ("analyse", "cycles", *DAY),
    ("analyse", "workload", "Ban Tuyên giáo Tỉnh ủy", *DAY),
    ("analyse", "compare", "Hà Sơn", "Lạng Sơn", *DAY),
]


@pytest.fixture(scope="module")
def stores(
    tmp_path_factory: pytest.TempPathFactory, driver: Driver, server: Server
) -> Iterator[tuple[str, str]]:
    """Give the samples in a file and on a server."""
    path = str(tmp_path_factory.mktemp("samples") / "samples.sqlite")
    clear(driver)
    outputs = [run("load", SAMPLES, store=store).stdout for store in (path, server.uri)]
    assert outputs[0].replace(path, "") == outputs[1].replace(server.uri, "")
    yield path, server.uri
    clear(driver)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("form", ["table", "json"])
def test_both_stores_are_told_alike(
    stores: tuple[str, str], command: tuple[str, ...], form: str
) -> None:
    shown = () if form == "table" else ("--format", form)
    one, other = (run(*command, *shown, store=store) for store in stores)
    assert one.exit_code == other.exit_code == 0, one.stderr + other.stderr
    assert one.stdout == other.stdout
    assert one.stdout.strip()


def test_what_people_said_and_what_is_removed(stores: tuple[str, str]) -> None:
    told = []
    for store in stores:
        task = answer("tasks", *DAY, "--limit", "1", store=store)["rows"][0]["task"]
        said = run("status", task, "done", "--on", "2026-04-01", "--by", "Lan", store=store)
        counted = run("stats", *DAY, store=store).stdout
        removed = run("remove", task.partition("#")[0], store=store)
        left = run("stats", *DAY, store=store).stdout
        assert said.exit_code == removed.exit_code == 0, said.stderr + removed.stderr
        told.append((task, said.stdout, counted, removed.stdout, left))
    assert told[0] == told[1]
    assert told[0][2] != told[0][4]

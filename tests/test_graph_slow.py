"""A question that takes longer than it may ends, and the store can be asked again."""

import datetime as dt
import time
from contextlib import closing
from pathlib import Path

import pytest

from graph.neo4j.address import address_of
from graph.neo4j.connection import Connection
from graph.neo4j.opening import connect
from graph.questions import Counts
from graph.store import SlowError, Store, open_store
from tests.servers import Server

COUNTS = Counts(as_of=dt.date(2026, 4, 15))
ENDLESS = "UNWIND range(1, 100000) AS i UNWIND range(1, 1000000) AS j RETURN count(i + j)"


def test_a_file_is_asked_no_longer(
    source: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(str(tmp_path / "source.sqlite"), seconds=0)) as hasty:
        monkeypatch.setattr("graph.sqlite.session._STEPS", 1)
        with pytest.raises(SlowError):
            hasty.ask(COUNTS)
        hasty.remove(source.loaded()[0].key)  # writing takes the time that it takes
        monkeypatch.undo()
    with closing(open_store(str(tmp_path / "source.sqlite"), seconds=30)) as patient:
        assert patient.ask(COUNTS) == source.ask(COUNTS)


def test_a_server_is_asked_no_longer(server: Server) -> None:
    address = address_of(server.uri)
    with closing(Connection(connect(address, create=True), address, seconds=0.5)) as hasty:

        def ask() -> None:
            assert hasty.session.open is not None
            hasty.session.open.run(ENDLESS).consume()

        began = time.monotonic()
        with pytest.raises(SlowError):
            hasty.read(ask)
        assert time.monotonic() - began < 20
        assert hasty.read(lambda: 1) == 1

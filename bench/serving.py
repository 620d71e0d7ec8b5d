"""How fast the HTTP API answers, against a bare FastAPI route that returns the same bytes.

`python -m bench.serving [--documents N] [--seconds S]`: both servers in turn, the same clients, one
machine. Each of the most used requests is asked for the same answer again and again, and for ever
other ones, which nothing remembers. Then 50 clients ask for all of them, and the memory is watched.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from bench.asking import AS_OF, asked_of
from bench.clients import Asked, ask, get
from bench.corpus import corpus
from bench.filling import fill
from graph.answer_types import DocumentRow
from graph.questions import Documents
from graph.store import Store, open_store

DAY: Final = {"as_of": AS_OF.isoformat()}
FEW: Final = 8
CROWD: Final = 50


def requests(store: Store, keys: list[str]) -> dict[str, list[str]]:
    """Return the most used requests by a name for people, each with variants of it."""
    asked = asked_of(store)
    named = [quote(key) for key in keys]
    popular = quote(asked.popular)
    return {
        "a document": [f"/api/documents/{key}?{urlencode(DAY)}" for key in named],
        "first page of tasks": [
            f"/api/tasks?{urlencode({**DAY, 'document': key})}" for key in keys
        ],
        "tasks that implement a directive": [
            f"/api/documents/{key}/tasks?{urlencode({**DAY, 'limit': 20})}"
            for key in (popular, quote(asked.middling))
        ],
        "due this week": [
            f"/api/due?{urlencode({**DAY, 'within': f'{days}d', 'limit': 20})}"
            for days in range(1, 8)
        ],
        "chain of a plan": [f"/api/documents/{key}/chain?{urlencode(DAY)}" for key in named],
    }


@contextmanager
def served(command: list[str], port: int, environment: dict[str, str]) -> Iterator[int]:
    """Run a server until the block ends; give the number of its process."""
    with subprocess.Popen(
        command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(port)
            yield process.pid
        finally:
            process.terminate()


def _wait(port: int) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def _port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _memory(process: int) -> float:
    """Return how many megabytes a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def _line(name: str, ours: Asked, bare: Asked) -> str:
    ratio = f"{ours.rate / bare.rate:.2f} x bare ({bare.rate:.0f})"
    return f"{name:42}{ours.rate:8.0f} a second, 95 of 100 in {ours.p95:6.1f} ms, {ratio}"


def compare(folder: Path, asked: dict[str, list[str]], server: int, seconds: float) -> None:
    """Print the rates of each request beside those of the bare route with the same bytes."""
    for name, paths in asked.items():
        first = [paths[0]]
        (folder / "body").write_bytes(get(server, first[0]))
        port = _port()
        bare_server = [sys.executable, "-m", "bench.bare_server", str(port), str(folder / "body")]
        with served(bare_server, port, {}):
            ask(port, ["/0"], FEW, seconds / 4)
            bare = ask(port, ["/0"], FEW, seconds)
        fresh = ask(server, paths[1:], FEW, seconds) if len(paths) > 1 else None
        again = ask(server, first, FEW, seconds)
        print(_line(name, again, bare), flush=True)
        if fresh is not None:
            print(_line(f"  of {len(paths) - 1} different ones", fresh, bare), flush=True)


def crowd(asked: dict[str, list[str]], server: int, process: int, seconds: float) -> None:
    """Print how many clients at once fare, and what becomes of the memory."""
    paths = [path for variants in asked.values() for path in variants[:40]]
    ask(server, paths, CROWD, seconds / 6)
    before = _memory(process)
    found = ask(server, paths, CROWD, seconds)
    after = _memory(process)
    print(
        f"{CROWD} clients for {found.seconds:.0f} s: {found.rate:.0f} a second, 95 of 100 in"
        f" {found.p95:.0f} ms, {found.errors} errors, {before:.0f} MB before, {after:.0f} MB after"
    )


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--crowd", type=float, default=60.0, metavar="SECONDS")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), _port()
        path = str(folder / "bench.sqlite")
        store = open_store(path)
        fill(store, corpus(given.documents))
        rows = store.ask(Documents(as_of=AS_OF, standing="loaded", limit=2_000)).rows
        asked = requests(store, [row.key for row in rows if isinstance(row, DocumentRow)])
        store.close()
        environment = {
            "CHIDAO_UPLOADS": str(folder / "uploads"),
            "CHIDAO_AUDIT": str(folder / "audit.jsonl"),
        }
        chidao = str(Path(sys.executable).with_name("chidao"))
        command = [chidao, "serve", "--port", str(port), "--store", path]
        with served(command, port, environment) as process:
            compare(folder, asked, port, given.seconds)
            crowd(asked, port, process, given.crowd)


if __name__ == "__main__":
    main()

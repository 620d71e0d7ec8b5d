"""How many requests a server answers, against a bare FastAPI route that returns the same bytes.

`python -m bench.serving [--documents N] [--clients N] [--seconds S] [--long S]`: the five requests
that are made most, first with answers remembered, then each worked out anew; at last all clients
for `--long` seconds, with the server's memory before and after.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from bench.asking import AS_OF
from bench.bare_route import ANSWERS
from bench.clients import measure
from bench.corpus import corpus, directive
from bench.filling import fill
from graph.store import open_store

_CHIDAO = (sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", "0")
_BARE = (
    *(sys.executable, "-m", "uvicorn", "bench.bare_route:create_app", "--factory"),
    *("--port", "0", "--no-access-log"),
)
_PORT = re.compile(r"http://127\.0\.0\.1:(\d+)")


def urls() -> dict[str, str]:
    """Return the five requests that are made most, by names for people."""
    key, day = quote(directive(60)), f"as_of={AS_OF}"
    return {
        "document": f"/api/documents/{key}?{day}",
        "first page of tasks": f"/api/tasks?implements={quote(key, safe='')}&{day}",
        "chain": f"/api/documents/{key}/chain?{day}",
        "overdue": f"/api/tasks?state=open-overdue&{day}",
        "search": f"/api/search?words=tuyen+truyen&{day}",
    }


@contextmanager
def running(command: tuple[str, ...], **environment: str) -> Iterator[tuple[int, int]]:
    """Run a server and give its port and the id of its process."""
    with subprocess.Popen(
        command, env=os.environ | environment, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stderr is not None  # noqa: S101  (it is piped)
        port = next(int(found[1]) for line in process.stderr if (found := _PORT.search(line)))
        drain = subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)
        try:
            yield port, process.pid
        finally:
            process.terminate()
            process.wait()
            drain.wait()


def get(port: int, url: str) -> str:
    """Return one answer."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{url}") as answer:
        return str(answer.read().decode())


def megabytes(process: int) -> float:
    """Return how much memory a process holds."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def compare(asked: argparse.Namespace, store: str, title: str, remembered: int) -> None:
    """Print the five requests beside their bare twins."""
    print(title)
    chidao = running((*_CHIDAO, "--store", store), CHIDAO_MAX_REMEMBERED=str(remembered))
    with chidao as (port, _), tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        json.dump({url: get(port, url) for url in urls().values()}, file)
        file.flush()
        with running(_BARE, **{ANSWERS: file.name}) as (bare_port, _):
            for name, url in urls().items():
                ours = measure(port, url, asked.clients, asked.seconds)
                bare = measure(bare_port, url, asked.clients, asked.seconds)
                ratio = f"{ours.rate / bare.rate:.2f} x {bare.rate:.0f}/s"
                print(f"{name:24}{ours.rate:8.0f}/s{ours.p95:9.1f} ms p95{ratio:>20}", end="")
                print(f"  {ours.failed} failed" if ours.failed else "")


def endure(asked: argparse.Namespace, store: str) -> None:
    """Print what a long time of requests does to the server's memory."""
    with running((*_CHIDAO, "--store", store)) as (port, process):
        for url in urls().values():
            measure(port, url, asked.clients, 1)
        before = megabytes(process)
        share = asked.long / len(urls())
        told = [measure(port, url, asked.clients, share) for url in urls().values()]
        after = megabytes(process)
    failed = sum(one.failed for one in told)
    print(f"{asked.clients} clients for {asked.long:.0f} s: {failed} failed,", end=" ")
    print(f"{before:.0f} MB before, {after:.0f} MB after")


def main() -> None:
    """Fill a store, then ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--long", type=float, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/bench.sqlite"
        store = open_store(path)
        fill(store, corpus(asked.documents))
        store.close()
        compare(asked, path, "answers remembered", 64 * 1024 * 1024)
        compare(asked, path, "every answer worked out anew", 1)
        endure(asked, path)


if __name__ == "__main__":
    main()

"""Servers as people start them, in processes of their own."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.https import KEYS
from tests.runs import ROOT

_AT = re.compile(r"http://\S+?:\d+")


@dataclass(slots=True)
class Served:
    """A server that runs: where it is, its process, and what it has said so far."""

    url: str
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    def logged(self) -> list[dict[str, Any]]:
        """Return the lines of its log."""
        return [json.loads(line) for line in self.said if line.startswith("{")]


@contextmanager
def serving(store: Path, folder: Path) -> Iterator[Served]:
    """Start `chidao serve` on any free port, and end it."""
    environment = os.environ | {
        "CHIDAO_API_KEYS": " ".join(map(str, KEYS)),
        "CHIDAO_UPLOADS": str(folder / "uploads"),
        "CHIDAO_AUDIT": str(folder / "audit.jsonl"),
    }
    program = "from api.cli import main; main(prog_name='chidao')"
    with subprocess.Popen(
        [sys.executable, "-c", program, "serve", "--port", "0", "--store", str(store)],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stderr is not None
        begun = []
        for line in process.stderr:
            begun.append(line)
            if url := _AT.search(line):
                break
        else:
            pytest.fail("".join(begun))
        served = Served(url[0], process, begun)
        listener = threading.Thread(target=lambda: served.said.extend(process.stderr or ()))
        listener.start()
        try:
            assert httpx2.get(f"{served.url}/readyz").status_code == 200
            yield served
        finally:
            process.kill()
            process.wait()
            listener.join()

"""Reading in several processes."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from loaders.formats.guard import DEFAULT_LIMITS
from loaders.reading_job import Job, Refused
from loaders.workers import read_all
from ontology.facts import DocumentFacts


class _Deadly(type(Path())):  # type: ignore[misc]
    """A path that ends the process in which it arrives."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


class _Stalling(type(Path())):  # type: ignore[misc]
    """A path that holds up the process in which it arrives."""

    def __reduce__(self) -> tuple[Any, ...]:
        return time.sleep, (60,)


@pytest.mark.parametrize("kind", [_Deadly, _Stalling])
def test_a_file_that_ends_or_stalls_its_process_is_refused(
    tmp_path: Path, kind: type[Path]
) -> None:
    paths = [tmp_path / f"{i}.txt" for i in range(6)]
    for path in paths:
        path.write_text("KẾ HOẠCH\n\nCông tác năm 2025\n", encoding="utf-8")
    paths.insert(2, kind(tmp_path / "xấu.txt"))
    limits = replace(DEFAULT_LIMITS, seconds=2)
    jobs = [Job(path, limits, allow_secret=False) for path in paths]
    results = [result for _, result in read_all(jobs, workers=2)]
    assert isinstance(results[2], Refused)
    assert "xấu.txt" in results[2].message
    assert sum(isinstance(result, DocumentFacts) for result in results) == 6


ENDED: str = """
import os, sys, threading, time
from pathlib import Path
from loaders.formats.guard import DEFAULT_LIMITS
from loaders.reading_job import Job
from loaders.workers import Reader
reader = Reader()
reader.read(Job(Path(sys.argv[1]), DEFAULT_LIMITS, allow_secret=False))
large = Job(Path(sys.argv[2]), DEFAULT_LIMITS, allow_secret=False)
threading.Thread(target=reader.read, args=(large,), daemon=True).start()
time.sleep(0.2)
os._exit(0)
"""


def test_a_process_whose_asker_is_ended_goes_without_a_word(tmp_path: Path) -> None:
    small, large = tmp_path / "a.txt", tmp_path / "b.txt"
    small.write_text("KẾ HOẠCH\n\nCông tác năm 2025\n", encoding="utf-8")
    large.write_text("- Thực hiện Chỉ thị số 05-CT/TW.\n" * 60_000, encoding="utf-8")
    program = [sys.executable, "-c", ENDED, str(small), str(large)]
    ended = subprocess.run(program, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")

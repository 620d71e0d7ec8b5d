"""The program as people start it: exit codes, two streams, pipes, Ctrl-C, and a light start."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.runs import ROOT, SAMPLES, samples

CHIDAO = (sys.executable, "-c", "from api.cli import main; main(prog_name='chidao')")


def start(*arguments: object, store: Path | None = None) -> subprocess.Popen[str]:
    environment = os.environ | {"CHIDAO_STORE": str(store or ""), "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(
        [*CHIDAO, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def run(*arguments: object, store: Path | None = None) -> tuple[int, str, str]:
    with start(*arguments, store=store) as process:
        out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def test_answers_and_troubles_go_their_own_ways(tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    code, out, err = run("load", SAMPLES / "01-ke-hoach-41-tu.txt", "nope.txt", store=store)
    assert code == 1
    assert "đã nạp" in out
    assert err.splitlines() == [line for line in err.splitlines() if line.startswith("từ chối")]
    code, out, err = run("tasks", "--implements", "24-CT/TW", "--format", "json", store=store)
    assert code == 0
    assert json.loads(out)["question"] == "tasks"
    assert "có thể là 2 văn bản" in err
    code, out, err = run("tasks", "--implements", "999-CT/TW", store=store)
    assert (code, out) == (2, "")
    assert "999-CT/TW" in err


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    run("load", *samples(), store=store)
    with start("tasks", "--limit", "all", "--format", "json", store=store) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals as a shell sends them")
def test_ctrl_c_keeps_what_was_loaded(tmp_path: Path) -> None:
    folder, store = tmp_path / "nhiều", tmp_path / "s.sqlite"
    folder.mkdir()
    text = (SAMPLES / "01-ke-hoach-41-tu.txt").read_text(encoding="utf-8")
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"{text}\n{number}\n" * 4, encoding="utf-8")
    with interruptible(), start("load", folder, "--workers", "1", store=store) as process:
        wait_for_first_document(store)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "Đã dừng theo yêu cầu" in err
    assert "Traceback" not in err
    code, out, _ = run("stats", "--format", "json", store=store)
    assert code == 0
    assert json.loads(out)["rows"][0]["count"] >= 1


@contextmanager
def interruptible() -> Iterator[None]:
    """Let programs that are started here be interrupted, also where tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def wait_for_first_document(store: Path) -> None:
    for _ in range(600):
        code, out, _ = run("stats", "--format", "json", store=store)
        if code == 0 and json.loads(out)["rows"][0]["count"]:
            return
        time.sleep(0.05)
    pytest.fail("nothing was loaded in time")


def test_help_loads_nothing_that_only_commands_need() -> None:
    """A program for everyday use starts at once; how fast it does is measured in the bench."""
    heavy = ("rich", "docx", "pdfplumber", "sqlite3", "graph", "loaders", "ontology", "dateutil")
    code = (
        "import sys\n"
        "from api.cli import main\n"
        "main(['--help'], prog_name='chidao', standalone_mode=False)\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.strip() == "[]"


def test_the_demo_answers_the_main_question(tmp_path: Path) -> None:
    launcher = tmp_path / "chidao"
    launcher.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -c "{CHIDAO[2]}" "$@"\n',
        encoding="utf-8",
    )
    launcher.chmod(0o755)
    done = subprocess.run(
        ["sh", "samples/demo.sh", str(launcher), str(tmp_path / "demo.sqlite")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "tasks --implements 'Chỉ thị 05-CT/TW'" in done.stdout
    assert "trong hạn" in done.stdout
    assert "quá hạn" in done.stdout
    assert "Hãy thử tiếp:" in done.stdout
    assert "\x1b" not in done.stdout

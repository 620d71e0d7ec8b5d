"""Large input, and a load that is killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.store import open_store
from loaders.extract import extract
from loaders.formats.guard import Refusal, RefusedError
from loaders.formats.source import read_source
from loaders.load import load
from loaders.loader import Outcome
from tests.scoring import SAMPLES

CHIDAO = str(Path(sys.executable).with_name("chidao"))


def test_a_text_of_100_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lớn.txt"
    path.write_bytes(b"- a\n" * 25_000_000)
    with pytest.raises(RefusedError, match=r"lớn\.txt") as caught:
        read_source(path)
    assert caught.value.code == Refusal.TOO_LARGE


def test_a_file_with_100_000_bullets_is_loaded_whole(tmp_path: Path) -> None:
    path = tmp_path / "dài.txt"
    lines = "".join(f"- Báo cáo lần {i}, trước ngày 25/11/2025.\n" for i in range(100_000))
    path.write_text(f"KẾ HOẠCH\nCông tác năm 2025\n\nI. NHIỆM VỤ\n\n{lines}", encoding="utf-8")
    store = open_store(str(tmp_path / "kho.sqlite"))
    (report,) = load([path], store)
    assert report.outcome is Outcome.LOADED
    assert len(extract(read_source(path)).items) == 100_000
    store.close()


@pytest.mark.parametrize("delay", [0.4, 0.7, 1.1])
def test_a_killed_load_leaves_whole_documents_and_goes_on(delay: float, tmp_path: Path) -> None:
    """Killed at any moment, the store opens, holds what was finished, and the next load ends it."""
    for i in range(40):
        text = (SAMPLES / "01-ke-hoach-41-tu.txt").read_text(encoding="utf-8")
        (tmp_path / f"{i:02}.txt").write_text(text.replace("41-KH/TU", f"{500 + i}-KH/TU"), "utf-8")
    whole = extract(read_source(tmp_path / "00.txt"))
    path = tmp_path / "kho.sqlite"
    command = [CHIDAO, "load", str(tmp_path), "--store", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    if path.exists():
        store = open_store(str(path))
        for document in store.loaded():
            facts = store.facts(document.key)
            assert len(facts.items) == len(whole.items)
            assert len(facts.citations) == len(whole.citations)
        store.close()
    subprocess.run(command, check=True, capture_output=True)
    store = open_store(str(path))
    assert len(store.loaded()) == 40
    store.close()

"""The samples in a store, loaded once for all tests that only read it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.task_words import TaskList, task_list
from api.words import Words
from graph.questions import Tasks
from graph.store import Store, open_store
from tests.runs import run, samples
from tests.task_files import DAY


@pytest.fixture(scope="session")
def samples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file with the samples, which nobody writes to."""
    path = tmp_path_factory.mktemp("samples") / "samples.sqlite"
    loaded = run("load", *samples(), store=path)
    assert loaded.exit_code == 0, loaded.stderr
    return path


@pytest.fixture(scope="session")
def sampled(samples_file: Path) -> Iterator[Store]:
    """Give the store of that file."""
    with closing(open_store(str(samples_file))) as opened:
        yield opened


@pytest.fixture(scope="session")
def everything(sampled: Store) -> TaskList:
    """Give all tasks of the samples as a list for files."""
    answer = sampled.ask(Tasks(as_of=DAY, limit=None))
    return task_list(answer, sampled, title="Nhiệm vụ của tỉnh", as_of=DAY, words=Words())

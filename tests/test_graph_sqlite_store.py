"""The file of the embedded store: whose it is, what becomes of it in trouble, who reads beside."""

import datetime as dt
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from graph.answer_types import CountRow
from graph.questions import Counts, Documents, Tasks
from graph.sqlite.opening import APPLICATION, VERSION, connect
from graph.sqlite.statements import statement
from graph.sqlite.store import SqliteStore
from graph.store import StoreError, open_store
from tests.graphs import texts_of
from tests.test_graph_transactions import plan

TODAY = dt.date(2023, 11, 16)
ROOT = Path(__file__).parent.parent


def total(store: SqliteStore) -> int:
    return store.ask(Documents(as_of=TODAY)).total


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a store that is not there yet, in a folder that is not there either."""
    return tmp_path / "mới" / "kho.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """Give an empty store."""
    with_path = SqliteStore.open(str(path), create=True)
    yield with_path
    with_path.close()


# Opening


def test_a_store_is_made_with_its_folder_and_opened_again(path: Path) -> None:
    first = open_store(str(path))
    plan(1).load(first)
    first.close()
    again = open_store(f"sqlite:///{path}", create=False)
    assert [loaded.key for loaded in again.loaded()] == ["p1"]
    again.close()


def test_a_missing_store_is_not_made_unasked(path: Path) -> None:
    with pytest.raises(StoreError, match=r"chưa có kho tại .*kho\.sqlite"):
        open_store(str(path), create=False)
    assert not path.parent.exists()


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE accounts (name TEXT)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    open_store(str(path)).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()


def damaged(path: Path) -> None:
    open_store(str(path)).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4000)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_text("Kế hoạch", encoding="utf-8"), "không phải là cơ sở dữ liệu"),
        (foreign, "của chương trình khác"),
        (newer, "phiên bản mới hơn"),
        (damaged, "hỏng|không phải"),
    ],
    ids=["no database", "not ours", "newer", "damaged"],
)
def test_a_file_that_cannot_be_used_is_left_untouched(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    path = tmp_path / "kho.sqlite"
    make(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=reason) as raised:
        open_store(str(path))
    assert str(path) in str(raised.value)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["kho.sqlite"]


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="thư mục"):
        open_store(str(tmp_path))


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(StoreError, match="ftp"):
        open_store("ftp://kho")


def test_the_file_says_whose_it_is(store: SqliteStore, path: Path) -> None:
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION
    assert int.from_bytes(head[60:64], "big") == VERSION
    assert total(store) == 0


def test_every_statement_is_one_that_sqlite_understands(store: SqliteStore, path: Path) -> None:
    connection = connect(str(path), create=False)
    folder = ROOT / "graph" / "sqlite" / "questions"
    for file in sorted(folder.glob("[!p]*.sql")):
        sql = statement(file.stem)
        assert sqlite3.complete_statement(sql + ";"), file.name
        assert not sqlite3.complete_statement(sql), f"{file.name} is more than one statement"
    connection.close()
    assert total(store) == 0


# Transactions


def test_inner_transactions_join_the_outer_one(store: SqliteStore, path: Path) -> None:
    reader = SqliteStore.open(str(path), create=False)
    with store.transaction():
        with store.transaction():
            plan(1).load(store)
        assert total(store) == 1
        assert total(reader) == 0, "nothing is seen before the outer one ends"
    assert total(reader) == 1
    reader.close()


# Readers and writers


def test_readers_see_a_whole_state_beside_a_writer(store: SqliteStore, path: Path) -> None:
    reader = SqliteStore.open(str(path), create=False)
    with store.transaction():
        plan(1).load(store)
        assert reader.ask(Tasks(as_of=TODAY)).total == 0
    assert reader.ask(Tasks(as_of=TODAY)).total == 20
    reader.close()


def test_what_another_program_wrote_is_not_overlooked(store: SqliteStore, path: Path) -> None:
    other = SqliteStore.open(str(path), create=False)
    for text in texts_of(["p > d", "q > d"]).values():
        text.load(store)
    other.remove("p")
    other.remove("q")
    for text in texts_of(["r > d"]).values():
        text.load(store)
    assert total(store) == total(other) == 2
    other.close()


LOOK = (
    "import sys, graph.store as s; o = s.open_store(sys.argv[1]); print(len(o.loaded())); o.close()"
)


def seen_by_another_process(path: Path) -> int:
    """Return how many documents another process finds, which opens the store and closes it."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, path], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return int(done.stdout)


def test_another_process_that_comes_and_goes_takes_no_writes_along(
    store: SqliteStore, path: Path
) -> None:
    """Whatever this process opens and closes besides, it keeps its locks, and so its log."""
    plan(1).load(store)
    SqliteStore.open(str(path), create=False).close()
    assert seen_by_another_process(path) == 1
    plan(2).load(store)
    assert seen_by_another_process(path) == 2


def test_a_second_writer_is_told_to_wait(path: Path) -> None:
    first = SqliteStore.open(str(path), create=True)
    connection = connect(str(path), create=False)
    connection.execute("PRAGMA busy_timeout = 10")
    second = SqliteStore(connection, str(path))
    with (
        first.transaction(),
        pytest.raises(StoreError, match=r"kho\.sqlite.*chương trình khác ghi"),
    ):
        plan(1).load(second)
    plan(1).load(second)
    assert total(first) == 1
    first.close()
    second.close()


# Trouble


def mounted(disk: Path) -> bool:
    """Make a folder a disk of its own with little room; only root may."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    return subprocess.run(mount, capture_output=True, check=False).returncode == 0


@pytest.fixture(params=["a file of few pages", "a small disk or a file of few pages"])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteStore]:
    """Give a store on a medium with room for about a hundred documents."""
    disk = tmp_path / "disk"
    disk.mkdir()
    own_disk = request.param.startswith("a small disk") and mounted(disk)
    connection = connect(str(disk / "kho.sqlite"), create=True)
    if not own_disk:
        connection.execute("PRAGMA max_page_count = 200")
    store = SqliteStore(connection, str(disk / "kho.sqlite"))
    yield store
    store.close()
    if own_disk:
        subprocess.run(["umount", str(disk)], check=True)


def fill(store: SqliteStore) -> None:
    with store.transaction():
        for number in range(1, 1000):
            plan(number).load(store)


def test_a_full_disk_undoes_the_transaction_and_says_so(small: SqliteStore) -> None:
    plan(0).load(small)
    with pytest.raises(StoreError, match=r"kho\.sqlite.*(đầy|dung lượng)"):
        fill(small)
    assert [loaded.key for loaded in small.loaded()] == ["p0"]
    assert small.facts("p0").items == plan(0).facts().items
    assert small.ask(Tasks(as_of=TODAY)).total == 20


def load_without_end(path: str, done: Connection) -> None:
    """Load one document after the other, telling of each."""
    store = SqliteStore.open(path, create=True)
    for number in count():
        plan(number).load(store)
        done.send(number)


@pytest.mark.parametrize("documents", [0, 3, 17])
def test_a_kill_leaves_whole_documents_only(path: Path, documents: int) -> None:
    here, there = Pipe(duplex=False)
    loader = get_context("fork").Process(target=load_without_end, args=(str(path), there))
    loader.start()
    while here.recv() < documents:
        pass
    loader.kill()
    loader.join()
    here.close()
    there.close()
    store = SqliteStore.open(str(path), create=False)
    loaded = [document.key for document in store.loaded()]
    assert len(loaded) > documents
    for key in loaded:
        assert store.facts(key) == plan(int(key[1:])).facts()
    counts = {
        row.name: row.count
        for row in store.ask(Counts(as_of=TODAY)).rows
        if isinstance(row, CountRow)
    }
    assert counts["tasks"] == 20 * len(loaded)
    plan(0).load(store)
    store.close()

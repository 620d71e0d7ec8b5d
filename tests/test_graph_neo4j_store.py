"""The store on a server: whose the data is, and what becomes of it in trouble."""

import datetime as dt
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver
from neo4j.exceptions import Neo4jError

from graph.answer_types import Answer
from graph.neo4j.statements import VERSION, statement
from graph.questions import Chain, Counts, Documents, Tasks
from graph.store import Store, StoreError, open_store
from tests.graphs import Text, known, texts_of
from tests.proxies import Proxy, proxy_of
from tests.servers import PASSWORD, Server, clear, free_port, own_server
from tests.test_graph_transactions import plan

TODAY = dt.date(2023, 11, 16)
ROOT = Path(__file__).parent.parent
ARROWS = ("p#1 > k", "p > d", "q: k continues d", "r#1 reviews k", "r cites d")


@pytest.fixture
def store(driver: Driver, server: Server) -> Iterator[Store]:
    """Give an empty store."""
    clear(driver)
    opened = open_store(server.uri)
    yield opened
    opened.close()


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    """Give a way to the server that can be cut."""
    with proxy_of(server.uri) as opened:
        yield opened


@pytest.fixture
def far(driver: Driver, proxy: Proxy) -> Iterator[Store]:
    """Give an empty store behind the proxy."""
    clear(driver)
    opened = open_store(proxy.uri)
    yield opened
    opened.close()


def texts() -> list[Text]:
    return list(texts_of(ARROWS).values())


def answers(store: Store) -> list[Answer]:
    """Return what tells one graph from another."""
    return [
        store.ask(Tasks(as_of=TODAY, implements=("d",))),
        store.ask(Chain(as_of=TODAY, document="k", tasks=True)),
        store.ask(Documents(as_of=TODAY)),
        store.ask(Counts(as_of=TODAY)),
    ]


@pytest.fixture
def undisturbed(tmp_path: Path) -> list[Answer]:
    """Give what a store answers in which all texts were loaded without trouble."""
    store = open_store(str(tmp_path / "kho.sqlite"))
    for text in texts():
        text.load(store)
    told = answers(store)
    store.close()
    return told


# Opening


def test_a_wrong_password_is_told_and_never_repeated(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-this-one")
    with pytest.raises(StoreError, match=r"mật khẩu.*NEO4J_PASSWORD") as raised:
        open_store(server.uri)
    assert server.uri in str(raised.value)
    assert "not-this-one" not in str(raised.value)


def test_where_no_server_is_the_address_is_told() -> None:
    uri = f"bolt://127.0.0.1:{free_port()}"
    with pytest.raises(StoreError, match="không kết nối được máy chủ") as raised:
        open_store(uri)
    assert uri in str(raised.value)


def test_an_unknown_database_is_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with pytest.raises(StoreError, match=r"nowhere.*NEO4J_DATABASE"):
        open_store(server.uri)


def test_a_password_in_an_address_is_refused_without_being_repeated() -> None:
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as raised:
        open_store("bolt://neo4j:geheim12@127.0.0.1")
    assert "geheim12" not in str(raised.value)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(StoreError, match="không biết loại kho"):
        open_store("neo4j+x://nowhere")
    with pytest.raises(StoreError, match="địa chỉ không dùng được"):
        open_store("bolt://127.0.0.1?routing=nowhere")


def test_a_scheme_alone_means_the_server_of_the_environment(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(1).load(store)
    again = open_store("neo4j://", create=False)
    assert [loaded.key for loaded in again.loaded()] == ["p1"]
    again.close()
    monkeypatch.delenv("NEO4J_URI")
    with pytest.raises(StoreError, match="NEO4J_URI"):
        open_store("neo4j://")


def test_routing_and_bookmarks_find_what_was_just_written(store: Store, server: Server) -> None:
    store.close()
    routed = open_store(server.uri.replace("bolt://", "neo4j://"))
    for number in range(3):
        plan(number).load(routed)
        assert routed.ask(Documents(as_of=TODAY)).total == number + 1
    routed.close()


def test_without_the_driver_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("graph.neo4j")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "neo4j", None)
    with pytest.raises(StoreError, match=r"pip install 'chidao\[neo4j\]'"):
        open_store("bolt://127.0.0.1")


@pytest.mark.parametrize(("version", "reason"), [(VERSION + 1, "mới hơn"), (VERSION - 1, "cũ hơn")])
def test_a_graph_of_another_version_is_left_untouched(
    store: Store, driver: Driver, server: Server, version: int, reason: str
) -> None:
    plan(1).load(store)
    mark = "MATCH (s:Chidao {key: 'chidao'}) SET s.version = $version"
    driver.execute_query(mark, version=version)
    before = everything(driver)
    try:
        with pytest.raises(StoreError, match=reason):
            open_store(server.uri)
        assert everything(driver) == before
    finally:
        driver.execute_query(mark, version=VERSION)


def test_a_missing_graph_is_not_made_unasked(store: Store, driver: Driver, server: Server) -> None:
    store.close()
    driver.execute_query("MATCH (n:Chidao) DETACH DELETE n")
    with pytest.raises(StoreError, match="chưa có kho"):
        open_store(server.uri, create=False)
    assert not [label for _, labels, _ in everything(driver) for label in labels]
    open_store(server.uri).close()
    clear(driver)


def everything(driver: Driver) -> list[tuple[str, list[str], dict[str, object]]]:
    found = driver.execute_query(
        "MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS told"
        " ORDER BY id"
    )
    return [(row["id"], row["labels"], row["told"]) for row in found.records]


def test_what_others_keep_in_the_database_is_neither_read_nor_changed(
    driver: Driver, store: Store, undisturbed: list[Answer]
) -> None:
    driver.execute_query(
        "CREATE (p:Document {key: 'p', id: 1, standing: 'loaded'})"
        "-[:IMPLEMENTS {other: true}]->(:Document {key: 'd', id: 1}),"
        " (:Task {key: 'p#1', kind: 'task'})-[:PART_OF]->(p), (:Body {key: 'p', words: 'phòng'})"
    )
    theirs = "MATCH (n) WHERE NOT n:Chidao OPTIONAL MATCH (n)-[r]-() RETURN n, r ORDER BY n.key"
    before = [str(row.data()) for row in driver.execute_query(theirs).records]
    try:
        for text in texts():
            text.load(store)
        assert answers(store) == undisturbed
        store.remove("p")
        clear(driver)
        assert [str(row.data()) for row in driver.execute_query(theirs).records] == before
    finally:
        driver.execute_query("MATCH (n) WHERE NOT n:Chidao DETACH DELETE n")


def test_whatever_is_made_in_a_database_bears_our_name(store: Store, driver: Driver) -> None:
    plan(1).load(store)
    shown = "SHOW INDEXES YIELD name, labelsOrTypes WHERE labelsOrTypes IS NOT NULL RETURN *"
    found = {row["name"]: row["labelsOrTypes"] for row in driver.execute_query(shown).records}
    ours = {name: labels for name, labels in found.items() if labels}
    assert len(ours) > 5
    assert all(name.startswith("chidao_") for name in ours)
    assert all(labels == ["Chidao"] for labels in ours.values())


def test_every_statement_is_one_that_neo4j_understands(store: Store, driver: Driver) -> None:
    assert store.loaded() == ()
    folder = ROOT / "graph" / "neo4j" / "questions"
    files = [file for file in sorted(folder.glob("*.cypher")) if not file.stem.startswith("part_")]
    for file in files:
        driver.execute_query(f"EXPLAIN {statement(file.stem)}", given={})
    sql = {file.stem for file in (ROOT / "graph" / "sqlite" / "questions").glob("search_*.sql")}
    assert sql <= {file.stem for file in files}


# Trouble


def test_a_connection_cut_inside_a_transaction_makes_no_difference(
    far: Store, proxy: Proxy, undisturbed: list[Answer]
) -> None:
    with far.transaction():
        for text in texts():
            far.put(text.key, text.facts(), text.mentions())
            proxy.cut()
            far.refer(text.resolutions(), text.cited())
            proxy.cut()
            assert text.key in {loaded.key for loaded in far.loaded()}
    assert answers(far) == undisturbed
    assert proxy.cuts == 2 * len(texts())


def test_a_commit_whose_answer_is_lost_is_made_once(
    far: Store, proxy: Proxy, driver: Driver, undisturbed: list[Answer]
) -> None:
    for text in texts():
        proxy.cut_after_commit = True
        text.load(far)
    assert proxy.cuts == len(texts())
    assert answers(far) == undisturbed
    told = "MATCH (s:Chidao {key: 'chidao'}) RETURN s.generation AS number"
    before = driver.execute_query(told).records[0]["number"]
    proxy.cut_after_commit = True
    plan(1).load(far)
    assert driver.execute_query(told).records[0]["number"] == before + 1


def test_a_question_is_asked_again_when_its_connection_is_cut(far: Store, proxy: Proxy) -> None:
    plan(1).load(far)
    proxy.cut()
    assert far.ask(Tasks(as_of=TODAY)).total == 20


def test_a_lost_transaction_is_not_mixed_with_what_others_wrote_meanwhile(
    far: Store, proxy: Proxy, server: Server
) -> None:
    other = open_store(server.uri)

    def write() -> None:
        with far.transaction():
            plan(1).load(far)
            proxy.cut()
            plan(2).load(other)
            plan(3).load(far)

    with pytest.raises(StoreError, match="chương trình khác đã ghi"):
        write()
    assert [loaded.key for loaded in far.loaded()] == ["p2"]
    plan(1).load(far)
    assert [loaded.key for loaded in other.loaded()] == ["p1", "p2"]
    other.close()


def test_two_writers_at_a_time_lose_nothing(
    store: Store, server: Server, undisturbed: list[Answer]
) -> None:
    other = open_store(server.uri)

    def load(into: Store, mine: list[Text]) -> None:
        for _ in range(5):
            for text in mine:
                text.load(into)

    half = threading.Thread(target=load, args=(other, texts()[::2]))
    half.start()
    load(store, texts()[1::2])
    half.join()
    assert answers(store) == answers(other) == undisturbed
    other.close()


def test_a_deadlock_with_another_program_makes_no_difference(store: Store, driver: Driver) -> None:
    """The other holds a document and wants the turn to write; we have it and want the document."""
    plan(1).load(store)
    store.register([known("d", "Bác")], [], [])
    deadlocks: list[str] = []

    def write() -> None:
        with store.transaction():
            plan(2).load(store)
            store.register([known("d", "Đẩy mạnh")], [], [])

    with driver.session() as session:
        other = session.begin_transaction()
        other.run("MATCH (d:Chidao {key: 'd'}) SET d.held = true").consume()
        writing = threading.Thread(target=write)
        writing.start()
        while not waiting(driver):
            writing.join(0.05)
            assert writing.is_alive(), "it had nothing to wait for"
        try:
            other.run("MATCH (s:Chidao {key: 'chidao'}) SET s.held = true").consume()
        except Neo4jError as error:
            deadlocks.append(error.code or "")
        other.rollback()
        writing.join()
    assert deadlocks in ([], ["Neo.TransientError.Transaction.DeadlockDetected"])
    titles = [row.title for row in store.ask(Documents(as_of=TODAY, keys=("d",))).rows]  # type: ignore[union-attr]
    assert titles == ["Đẩy mạnh"]
    assert [loaded.key for loaded in store.loaded()] == ["p1", "p2"]


def waiting(driver: Driver) -> bool:
    """Tell whether some transaction waits for a lock."""
    shown = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS n"
    return bool(driver.execute_query(shown).records[0]["n"])


@pytest.fixture
def mortal(server: Server, tmp_path: Path) -> Iterator[Server]:
    """Give a server that may be stopped: the tests' own, or else another one."""
    if server.settings:
        yield server
    else:
        with own_server(tmp_path) as another:
            yield another


def test_a_load_goes_on_after_the_server_was_stopped_and_started(
    mortal: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", PASSWORD)
    with mortal.driver() as own:
        open_store(mortal.uri).close()
        clear(own)
    store = open_store(mortal.uri)
    enough, done = threading.Event(), 40

    def load() -> None:
        for number in range(done):
            plan(number).load(store)
            if number == done // 4:
                enough.set()

    loading = threading.Thread(target=load)
    loading.start()
    assert enough.wait(60)
    mortal.run("stop")
    mortal.run("start")
    loading.join()
    assert {loaded.key for loaded in store.loaded()} == {f"p{number}" for number in range(done)}
    assert store.ask(Tasks(as_of=TODAY)).total == 20 * done
    store.close()

"""The state of a store is another one after every write, by whoever, and only then."""

import datetime as dt
from contextlib import closing

from graph.questions import Counts, Tasks
from graph.store import StatusChange, open_store
from ontology.relations import Relation
from tests.graphs import Text, Work
from tests.stores import MakeStore

DAY = dt.date(2026, 4, 15)


def document(key: str) -> Text:
    text = Text(key)
    text.work(Work("1", targets=((Relation.IMPLEMENTS, "tw/05-CT-TW/2016-05-15"),)))
    return text


def test_reading_leaves_the_state_and_writing_does_not(make_store: MakeStore) -> None:
    store = make_store()
    empty = store.state()
    store.ask(Counts(as_of=DAY))
    assert store.state() == empty
    document("p/1-KH-TU/2026-01-01").load(store)
    loaded = store.state()
    assert loaded != empty
    store.ask(Tasks(as_of=DAY))
    assert store.state() == loaded
    moment = dt.datetime(2026, 4, 15, tzinfo=dt.UTC)
    task = "p/1-KH-TU/2026-01-01#1"
    store.change_status(StatusChange(task, "done", DAY, "Lan", "", moment))
    said = store.state()
    assert said not in {empty, loaded}
    store.remove("p/1-KH-TU/2026-01-01")
    assert store.state() not in {empty, loaded, said}


def test_what_another_program_writes_is_seen(make_store: MakeStore) -> None:
    store = make_store()
    with closing(open_store(make_store.url(make_store.made))) as other:
        before = store.state()
        document("p/1-KH-TU/2026-01-01").load(other)
        after = store.state()
    assert after != before
    assert store.state() == after

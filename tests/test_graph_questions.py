"""What every store must answer, asked of the smallest graph that could get it wrong."""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import pytest

from graph.answer_types import (
    Answer,
    BodyRow,
    ChainRow,
    CitingRow,
    CountRow,
    DocumentRow,
    EdgeRow,
    FoundRow,
    Row,
    State,
    TaskRow,
    Tie,
)
from graph.questions import (
    Arcs,
    Bodies,
    Chain,
    Citing,
    Counts,
    Documents,
    Due,
    Evidence,
    Gap,
    InForce,
    Neighbours,
    Question,
    ReplacedRelied,
    Search,
    Tasks,
)
from graph.store import NotFoundError, StatusChange, Store, StoreError
from ontology.facts import Document, ItemKind, Standing
from ontology.kinds import Kind
from ontology.known import KnownBody, KnownRelation
from ontology.periods import Frequency, Interval, Recurrence, month
from ontology.relations import Relation
from tests.graphs import Text, Work, known, texts_of

R = TypeVar("R", bound=Row)

TODAY = dt.date(2023, 11, 16)
DIRECTIVE = "tw/05-CT-TW/2016-05-15"


def graph_of(store: Store, *arrows: str) -> Store:
    """Load the documents that arrows tell of."""
    for text in texts_of(arrows).values():
        text.load(store)
    return store


def rows(kind: type[R], answer: Answer) -> list[R]:
    """Return the rows of an answer, which are all of one kind."""
    assert all(isinstance(row, kind) for row in answer.rows)
    return [row for row in answer.rows if isinstance(row, kind)]


def tasks(store: Store, question: Question) -> list[TaskRow]:
    return rows(TaskRow, store.ask(question))


def names(store: Store, question: Question) -> list[str]:
    return [row.task for row in tasks(store, question)]


def way(row: TaskRow) -> str:
    """Return the nodes of a chain, lowest first."""
    return " ".join([row.chain[0].from_, *(hop.to for hop in row.chain)])


# Tasks that implement a document


@pytest.mark.parametrize(
    ("arrows", "ways"),
    [
        (["p#1 > d"], ["p#1 d"]),
        (["p#1 > k", "q: k continues d"], ["p#1 k d"]),
        (["p > d", "p#1"], ["p#1 p d"]),
        (["p > k", "q: k continues d", "p#1"], ["p#1 p k d"]),
        (["a#1 > p", "p > d"], ["a#1 p d"]),
        (["p > d", "p#1 > d", "p#2"], ["p#1 d", "p#2 p d"]),
        (["p > d", "p#1 > k", "q: k guides d"], ["p#1 k d"]),
        (["p > d", "p#1 > k", "q: k guides l", "q: l guides d"], ["p#1 k l d"]),
        (["b#1 > d", "a#2 > d", "a#1 > d", "z#1 > d"], ["a#1 d", "a#2 d", "b#1 d", "z#1 d"]),
        (["z#1 > d", "a#1 > k", "q: k > d"], ["z#1 d", "a#1 k d"]),
        (["q: d > k", "q: k > d", "p#1 > k"], ["p#1 k d"]),
        (["q: d > k", "p#1 > k"], []),
        (["q: k reviews d", "p#1 > k"], []),
        (["p#1 reviews d", "p#2 based_on d", "p#3 cites d"], ["p#1 d"]),
        (["w reviews d", "w#1"], ["w#1 w d"]),
        (["d > x", "d#1"], []),
        (["p#1 > d", "p#1 > k", "q: k > d"], ["p#1 d"]),
        (["p#1 > l", "p#1 > k", "q: k > d", "q: l > d"], ["p#1 k d"]),
        (["p#1 > l", "q: l > k", "q: l continues j", "q: k > d", "q: j > d"], ["p#1 l k d"]),
    ],
    ids=[
        "own text",
        "chain",
        "plan",
        "plan by a chain",
        "task of another plan",
        "nearer than its plan",
        "chain before plan",
        "even a longer chain before plan",
        "by document and place",
        "nearest first",
        "circle",
        "not downwards",
        "a review of it carries no work",
        "only relations that answer",
        "plan of a review",
        "its own tasks do not implement it",
        "nearest of its own edges",
        "first key of equal ways",
        "first relation of equal ways",
    ],
)
def test_tasks_that_implement(store: Store, arrows: list[str], ways: list[str]) -> None:
    graph_of(store, *arrows, "o cites d")
    answer = store.ask(Tasks(as_of=TODAY, implements=("d",)))
    found = rows(TaskRow, answer)
    assert [way(row) for row in found] == ways
    assert answer.total == len(ways)
    for row in found:
        assert row.implements == "d"
        assert row.through == {2: "own text"}.get(len(way(row).split()), row.through)
        for hop in row.chain:
            text = store.facts(hop.document).source.text
            assert hop.quote == text[hop.start : hop.end]


def test_a_row_tells_its_relation_and_how_it_gets_there(store: Store) -> None:
    graph_of(store, "p#1 reviews d", "p#2 > k", "p#3", "q: k continues d", "p monitors d")
    found = {row.path: row for row in tasks(store, Tasks(as_of=TODAY, implements=("d",)))}
    told = {path: (row.relation, row.through) for path, row in found.items()}
    assert told == {
        "1": ("reviews", "own text"),
        "2": ("implements", "chain"),
        "3": ("monitors", "plan"),
    }
    assert [hop.relation for hop in found["3"].chain] == ["part_of", "monitors"]
    assert found["3"].chain[0].quote == "Nhiệm vụ 3"


def test_other_relations_on_request(store: Store) -> None:
    graph_of(store, "p#1 based_on d", "p#2 cites d", "p#3 > d")
    asked = Tasks(as_of=TODAY, implements=("d",), relations=(Relation.BASED_ON, Relation.CITES))
    assert names(store, asked) == ["p#1", "p#2"]


def test_of_several_documents_the_nearest_is_told(store: Store) -> None:
    graph_of(store, "p#1 > k", "q: k > d", "p#2 > d")
    found = tasks(store, Tasks(as_of=TODAY, implements=("d", "k")))
    assert [(row.task, row.implements) for row in found] == [("p#1", "k"), ("p#2", "d")]


def test_a_hop_is_quoted_from_the_tasks_own_document_first(store: Store) -> None:
    graph_of(store, "a: k > d", "p: k > d", "p#1 > k", "z#1 > k")
    found = tasks(store, Tasks(as_of=TODAY, implements=("d",)))
    assert [row.chain[1].document for row in found] == ["p", "a"]


def test_a_text_is_quoted_before_the_registry(store: Store) -> None:
    said = KnownRelation("k", Relation.CONTINUES, "d", "k tiếp tục thực hiện d", "sổ")
    store.register([known("k"), known("d")], [said], [])
    graph_of(store, "p#1 > k")
    (row,) = tasks(store, Tasks(as_of=TODAY, implements=("d",)))
    hop = row.chain[1]
    assert (hop.document, hop.quote, hop.start) == ("registry", "k tiếp tục thực hiện d", None)
    graph_of(store, "z: k continues d")
    (row,) = tasks(store, Tasks(as_of=TODAY, implements=("d",)))
    assert row.chain[1].document == "z"


def test_tasks_of_one_document_and_kind(store: Store) -> None:
    text = Text("p")
    for path, kind in (("1", ItemKind.TOPIC), ("2", ItemKind.ASSIGNMENT), ("3", ItemKind.TASK)):
        text.work(Work(path, kind=kind))
    text.load(store)
    graph_of(store, "q#1")
    assert names(store, Tasks(as_of=TODAY, document="p")) == ["p#2", "p#3"]
    assert names(store, Tasks(as_of=TODAY, kinds=(ItemKind.TOPIC,))) == ["p#1"]
    assert names(store, Tasks(as_of=TODAY)) == ["p#2", "p#3", "q#1"]


def test_filters_hold_for_every_way(store: Store) -> None:
    text = Text("p")
    text.aim(Relation.IMPLEMENTS, "d")
    past, coming = (None, "2023-11-01"), (None, "2023-11-20")
    text.work(Work("1", due=past, targets=((Relation.IMPLEMENTS, "d"),)))
    text.work(Work("2", due=coming, targets=((Relation.IMPLEMENTS, "d"),)))
    text.work(Work("3", due=past))
    text.work(Work("4", due=coming))
    text.load(store)
    late = Tasks(as_of=TODAY, implements=("d",), states=(State.OPEN_OVERDUE,))
    assert names(store, late) == ["p#1", "p#3"]
    soon = Tasks(as_of=TODAY, implements=("d",), due_from=TODAY)
    assert names(store, soon) == ["p#2", "p#4"]
    elsewhere = Tasks(as_of=TODAY, implements=("d",), document="d")
    assert names(store, elsewhere) == []


# States


WEEKLY = Recurrence(Frequency.WEEKLY)
PAST = (None, "2023-11-15")
NOW = (None, "2023-11-16")


@pytest.mark.parametrize(
    ("work", "state"),
    [
        (Work("1"), State.UNDATED),
        (Work("1", condition="khi có hướng dẫn"), State.WAITING),
        (Work("1", condition="khi có hướng dẫn", recurs=(WEEKLY,)), State.RECURRING),
        (Work("1", due=PAST, recurs=(WEEKLY,)), State.OPEN_OVERDUE),
        (Work("1", due=NOW), State.OPEN_IN_TIME),
        (Work("1", due=PAST), State.OPEN_OVERDUE),
        (Work("1", due=("2023-01-01", None)), State.OPEN_IN_TIME),
        (Work("1", due=PAST, status="Đã hoàn thành"), State.DONE_ON_TIME),
        (Work("1", due=(None, "2023-10-31"), status="Hoàn thành"), State.DONE_LATE),
        (Work("1", due=PAST, status="Chưa hoàn thành"), State.OPEN_OVERDUE),
        (Work("1", due=PAST, status="Đang thực hiện"), State.OPEN_OVERDUE),
        (Work("1", status="đã thực hiện", recurs=(WEEKLY,)), State.DONE_ON_TIME),
    ],
)
def test_state_from_what_is_printed(store: Store, work: Work, state: State) -> None:
    text = Text("p", Document(date=dt.date(2023, 11, 10)))
    text.work(work)
    text.load(store)
    (row,) = tasks(store, Tasks(as_of=TODAY))
    assert row.state == state
    assert names(store, Tasks(as_of=TODAY, states=(state,))) == ["p#1"]
    others = tuple(other for other in State if other is not state)
    assert names(store, Tasks(as_of=TODAY, states=others)) == []


def change(task: str, status: str, on: str, at: str = "2023-12-01T08:00:00") -> StatusChange:
    moment = dt.datetime.fromisoformat(at).replace(tzinfo=dt.UTC)
    return StatusChange(task, status, dt.date.fromisoformat(on), "Lan", "", moment)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ([("done", "2023-11-10")], State.DONE_ON_TIME),
        ([("done", "2023-11-16")], State.DONE_LATE),
        ([("done", "2023-11-17")], State.OPEN_OVERDUE),
        ([("done", "2023-11-10"), ("open", "2023-11-12")], State.OPEN_OVERDUE),
        ([("open", "2023-11-12"), ("done", "2023-11-10")], State.OPEN_OVERDUE),
        ([("cancelled", "2023-11-10")], State.CANCELLED),
        ([("cancelled", "2023-11-10"), ("done", "2023-11-11")], State.DONE_ON_TIME),
    ],
)
def test_state_from_what_people_said_by_the_day_asked(
    store: Store, changes: list[tuple[str, str]], state: State
) -> None:
    text = Text("p")
    text.work(Work("1", due=PAST))
    text.load(store)
    for status, on in changes:
        store.change_status(change("p#1", status, on))
    (row,) = tasks(store, Tasks(as_of=TODAY))
    assert row.state == state


def test_of_two_changes_on_one_day_the_later_said_counts(store: Store) -> None:
    graph_of(store, "p#1")
    store.change_status(change("p#1", "open", "2023-11-10", "2023-11-12T09:00:00"))
    store.change_status(change("p#1", "done", "2023-11-10", "2023-11-11T09:00:00"))
    (row,) = tasks(store, Tasks(as_of=TODAY))
    assert row.state == State.UNDATED
    assert [said.status for said in store.history("p#1")] == ["done", "open"]


def test_saying_the_same_twice_changes_nothing(store: Store) -> None:
    graph_of(store, "p#1")
    said = change("p#1", "done", "2023-11-10")
    store.change_status(said)
    store.change_status(said)
    assert store.history("p#1") == (said,)


# Due


def programme(*works: Work) -> Text:
    text = Text("p", Document(type=Kind.CTR, period=month(2023, 11)))
    for work in works:
        text.work(work)
    return text


def deadlines(store: Store, start: int, end: int, as_of: dt.date = TODAY) -> list[str]:
    days = (dt.date(2023, 11, start), dt.date(2023, 11, end))
    found = tasks(store, Due(as_of=as_of, start=days[0], end=days[1]))
    return [f"{row.task} {row.occurrence:%d}" for row in found]


def test_a_weekly_task_without_a_day_is_due_on_sundays(store: Store) -> None:
    programme(Work("1", recurs=(WEEKLY,))).load(store)
    assert deadlines(store, 16, 30) == ["p#1 19", "p#1 26"]


def test_deadlines_go_by_day_then_by_document_and_place(store: Store) -> None:
    programme(
        Work("1", due=(None, "2023-11-19")),
        Work("2", recurs=(WEEKLY, Recurrence(Frequency.MONTHLY, month_day=19))),
        Work("3", due=(None, "2023-11-17"), status="Đã hoàn thành"),
        Work("4", due=("2023-11-01", "2023-11-17")),
        Work("5", due=("2023-11-18", None)),
    ).load(store)
    assert deadlines(store, 16, 26) == ["p#4 17", "p#1 19", "p#2 19", "p#2 26"]


def test_occurrences_stay_within_the_period_of_the_document(store: Store) -> None:
    daily = Recurrence(Frequency.DAILY)
    programme(Work("1", recurs=(daily,))).load(store)
    question = Due(as_of=TODAY, start=dt.date(2023, 10, 1), end=dt.date(2024, 3, 1))
    assert store.ask(question).total == 30
    bounds = (dt.date(2023, 11, 1), dt.date(2023, 11, 30))
    assert {row.within for row in tasks(store, question)} == {bounds}


def test_without_a_period_occurrences_begin_with_the_document(store: Store) -> None:
    dated = Text("a", Document(date=dt.date(2023, 11, 20)))
    dated.work(Work("1", recurs=(WEEKLY,)))
    dated.load(store)
    undated = Text("b")
    undated.work(Work("1", recurs=(WEEKLY,)))
    undated.load(store)
    assert deadlines(store, 13, 30) == ["b#1 19", "a#1 26", "b#1 26"]
    found = tasks(store, Tasks(as_of=TODAY))
    assert [row.within for row in found] == [(dt.date(2023, 11, 20), None), (None, None)]


def test_due_tasks_hold_an_occurrence_or_the_latest_day(store: Store) -> None:
    programme(
        Work("1", recurs=(WEEKLY,)),
        Work("2", due=(None, "2023-11-18")),
        Work("3", due=(None, "2023-11-20")),
        Work("4", recurs=(Recurrence(Frequency.CONTINUOUS),)),
    ).load(store)
    window = Tasks(as_of=TODAY, due_from=dt.date(2023, 11, 17), due_to=dt.date(2023, 11, 19))
    assert names(store, window) == ["p#1", "p#2"]
    assert names(store, Tasks(as_of=TODAY, due_from=dt.date(2023, 11, 19))) == ["p#1", "p#3"]
    assert names(store, Tasks(as_of=TODAY, due_to=dt.date(2023, 11, 18))) == ["p#1", "p#2"]
    assert names(store, Tasks(as_of=TODAY, due_from=dt.date(2023, 12, 1))) == []


def test_finished_and_cancelled_work_is_not_due(store: Store) -> None:
    programme(Work("1", recurs=(WEEKLY,)), Work("2", due=(None, "2023-11-20"))).load(store)
    store.change_status(change("p#1", "cancelled", "2023-11-16"))
    store.change_status(change("p#2", "done", "2023-11-16"))
    assert deadlines(store, 16, 30) == []
    assert deadlines(store, 16, 30, as_of=dt.date(2023, 11, 15)) == ["p#1 19", "p#2 20", "p#1 26"]


# Bodies


def board(key: str, *works: Work) -> Text:
    place = key.partition("/")[0]
    province = {"dong-nai": "Đồng Nai", "lang-son": "Lạng Sơn"}[place]
    header = Document(issuer=f"Ban Tuyên giáo Tỉnh ủy {province}", jurisdiction=province)
    text = Text(key, header)
    for work in works:
        text.work(work)
    return text


BOARD = KnownBody("*/ban-tuyen-giao-tinh-uy", "Ban Tuyên giáo Tỉnh ủy", ("BTGTU",))


def boards(store: Store) -> Store:
    store.register([], [], [BOARD])
    board(
        "dong-nai/1",
        Work("1", lead=("LLCT-LSD",), cooperating=("Các cấp ủy trực thuộc",)),
        Work("2", lead=("LLCT-LSĐ",)),
        Work("3", lead=("Phòng TT-TT",)),
        Work("4", lead=("Ban Tuyên giáo Tỉnh ủy",)),
    ).load(store)
    board("lang-son/1", Work("1", lead=("LLCT - LSĐ",)), Work("2")).load(store)
    return store


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("LLCT-LSD", ["dong-nai/1#1", "dong-nai/1#2", "lang-son/1#1"]),
        ("llct-lsđ", ["dong-nai/1#1", "dong-nai/1#2", "lang-son/1#1"]),
        ("cac cap uy truc thuoc", ["dong-nai/1#1"]),
        (
            "dong-nai/ban-tuyen-giao-tinh-uy",
            ["dong-nai/1#1", "dong-nai/1#2", "dong-nai/1#3", "dong-nai/1#4"],
        ),
        (
            "BTGTU",
            ["dong-nai/1#1", "dong-nai/1#2", "dong-nai/1#3", "dong-nai/1#4", "lang-son/1#1"],
        ),
    ],
    ids=["printed", "another spelling", "without accents", "key, with its parts", "abbreviation"],
)
def test_tasks_of_a_body(store: Store, body: str, found: list[str]) -> None:
    boards(store)
    assert names(store, Tasks(as_of=TODAY, body=body)) == found


def test_bodies_by_name_with_what_they_do(store: Store) -> None:
    boards(store)
    found = rows(BodyRow, store.ask(Bodies(as_of=TODAY, words="phong")))
    assert [(row.name, row.jurisdiction, row.leads, row.supports) for row in found] == [
        ("Phòng Lý luận chính trị - Lịch sử Đảng", "Đồng Nai", 2, 0),
        ("Phòng Lý luận chính trị - Lịch sử Đảng", "Lạng Sơn", 1, 0),
        ("Phòng TT-TT", "Đồng Nai", 1, 0),
    ]
    assert found[0].parent == "dong-nai/ban-tuyen-giao-tinh-uy"
    (group,) = rows(BodyRow, store.ask(Bodies(as_of=TODAY, words="Các cấp")))
    assert (group.kind, group.leads, group.supports) == ("group", 0, 1)


def test_bodies_registered_later_take_their_names(store: Store) -> None:
    board("dong-nai/1", Work("1", lead=("BTGTU",))).load(store)
    store.register([], [], [BOARD])
    key = "dong-nai/ban-tuyen-giao-tinh-uy"
    assert names(store, Tasks(as_of=TODAY, body=key)) == ["dong-nai/1#1"]
    assert [row.key for row in rows(BodyRow, store.ask(Bodies(as_of=TODAY)))] == [key]


def test_a_body_that_nothing_names_any_more_is_gone(store: Store) -> None:
    board("dong-nai/1", Work("1", lead=("Phòng TT-TT",))).load(store)
    store.remove("dong-nai/1")
    assert store.ask(Bodies(as_of=TODAY)).total == 0


# Chains


def hops(store: Store, question: Chain) -> list[str]:
    found = rows(ChainRow, store.ask(question))
    return [f"{row.direction} {row.depth} {row.hop.from_} {row.hop.to}" for row in found]


def test_a_chain_goes_up_then_down_nearest_first(store: Store) -> None:
    arrows = (
        "p > k",
        "q: k continues d",
        "q: k amends j",
        "r: a reviews p",
        "a#1 > p",
        "b cites p",
    )
    graph_of(store, *arrows, "c based_on p")
    assert hops(store, Chain(as_of=TODAY, document="p", tasks=True)) == [
        "up 1 p k",
        "up 2 k d",
        "up 2 k j",
        "down 1 a p",
        "down 1 a#1 p",
    ]
    assert hops(store, Chain(as_of=TODAY, document="p", down=False))[-1] == "up 2 k j"


def test_a_chain_tells_every_edge_of_a_diamond_and_ends_a_circle(store: Store) -> None:
    graph_of(store, "q: a > b", "q: a > c", "q: b > d", "q: c > d", "q: d > a")
    assert hops(store, Chain(as_of=TODAY, document="a", down=False)) == [
        "up 1 a b",
        "up 1 a c",
        "up 2 b d",
        "up 2 c d",
    ]


# Documents and their mentions


def test_citing_mentions_by_document_and_place(store: Store) -> None:
    graph_of(store, "b cites d", "b#1 > d", "a cites d", "s replaces d")
    found = rows(CitingRow, store.ask(Citing(as_of=TODAY, document="d")))
    assert [(row.document, row.citation) for row in found] == [
        ("a", "c1"),
        ("b", "c1"),
        ("b", "c2"),
        ("s", "c1"),
    ]
    assert {(row.quote, row.status, row.relies_on, row.successor) for row in found} == {
        ("văn bản d", "resolved", "d", "s")
    }


def test_replaced_documents_that_are_relied_on_later(store: Store) -> None:
    old, new = "tw/66-QĐ-TW/2017-02-06", "tw/399-QĐ-TW/2026-01-09"
    text = Text(new, Document(date=dt.date(2026, 1, 9)))
    text.aim(Relation.REPLACES, old)
    text.load(store)
    for key, date in (("before", dt.date(2025, 6, 1)), ("after", dt.date(2026, 2, 1))):
        late = Text(key, Document(date=date))
        late.cite(old)
        late.load(store)
    found = rows(CitingRow, store.ask(ReplacedRelied(as_of=dt.date(2026, 3, 1))))
    assert [(row.document, row.relies_on, row.successor) for row in found] == [("after", old, new)]
    assert store.ask(ReplacedRelied(as_of=dt.date(2025, 12, 31))).total == 0


def test_documents_by_what_they_are(store: Store) -> None:
    store.register([known(DIRECTIVE, "Bác"), known("tw/01-KL-TW/2021-05-18")], [], [])
    graph_of(store, f"p > {DIRECTIVE}", "p#1", "q cites x")
    question = Documents(as_of=TODAY)
    keys = [row.key for row in rows(DocumentRow, store.ask(question))]
    assert keys == ["p", "q", "tw/01-KL-TW/2021-05-18", DIRECTIVE, "x"]
    (row,) = rows(DocumentRow, store.ask(Documents(as_of=TODAY, type="chỉ thị")))
    assert (row.key, row.type, row.standing, row.cited_by) == (DIRECTIVE, "CT", "registered", 1)
    (row,) = rows(DocumentRow, store.ask(Documents(as_of=TODAY, keys=("p", "none"))))
    assert (row.tasks, row.citations, row.cited_by) == (1, 1, 0)
    (row,) = rows(DocumentRow, store.ask(Documents(as_of=TODAY, standing="cited")))
    assert row.key == "x"


def test_a_known_document_never_falls_to_a_cited_one(store: Store) -> None:
    store.register([known("d", "Bác")], [], [])
    graph_of(store, "d > e", "p > d", "p > e")
    graph_of(store, "q cites d")
    found = {row.key: row for row in rows(DocumentRow, store.ask(Documents(as_of=TODAY)))}
    assert {key: row.standing for key, row in found.items()} == {
        "d": "loaded",
        "e": "cited",
        "p": "loaded",
        "q": "loaded",
    }
    assert found["d"].title == "Bác", "what the text does not say the registry does"


def test_cited_documents_live_as_long_as_something_refers_to_them(store: Store) -> None:
    graph_of(store, "p > d", "q cites d")
    store.remove("p")
    assert [row.key for row in rows(DocumentRow, store.ask(Documents(as_of=TODAY)))] == ["d", "q"]
    graph_of(store, "q cites e")
    assert [row.key for row in rows(DocumentRow, store.ask(Documents(as_of=TODAY)))] == ["e", "q"]


def test_a_removed_document_is_kept_as_long_as_it_is_cited(store: Store) -> None:
    text = Text("k", Document(type=Kind.KL, title="Bác"))
    text.load(store)
    citing = texts_of(["p > k"])["p"]
    store.put("p", citing.facts(), citing.mentions())
    store.refer(citing.resolutions(), ())
    store.remove("k")
    (row,) = rows(DocumentRow, store.ask(Documents(as_of=TODAY, keys=("k",))))
    assert (row.standing, row.title) == ("cited", "Bác")
    with pytest.raises(NotFoundError):
        store.facts("k")


# Search


@pytest.mark.parametrize(
    "words",
    ["05 ct/tw", "chi thi 05", "Chỉ thị số 05-CT/TW", "5-ct/tw", "05CTTW", "đẩy mạnh hoc", "ĐẨY"],
)
def test_a_document_is_found_however_it_is_typed(store: Store, words: str) -> None:
    store.register([known(DIRECTIVE, "Đẩy mạnh học tập"), known("tw/06-CT-TW/2017-01-01")], [], [])
    (row,) = rows(FoundRow, store.ask(Search(as_of=TODAY, words=words)))
    assert (row.kind, row.key, row.date) == ("document", DIRECTIVE, dt.date(2016, 5, 15))
    assert row.text == "Chỉ thị số 05-CT/TW, ngày 15/5/2016: Đẩy mạnh học tập"


def test_documents_come_before_tasks_before_bodies(store: Store) -> None:
    plan = Text("a", Document(type=Kind.KH, title="Thực hiện Chỉ thị số 05-CT/TW"))
    plan.work(Work("1", "Quán triệt Chỉ thị số 05-CT/TW", lead=("Tổ chỉ thị 05-CT",)))
    plan.load(store)
    store.register([known(DIRECTIVE)], [], [])
    answer = store.ask(Search(as_of=TODAY, words="chỉ thị 05-CT"))
    assert [(row.kind, row.key) for row in rows(FoundRow, answer)] == [
        ("document", DIRECTIVE),
        ("document", "a"),
        ("task", "a#1"),
        ("body", "_/to-chi-thi-05-ct"),
    ]


@pytest.mark.parametrize("words", ["", "  ", "?!", '"', "* OR", "nothing:at all", "(("])
def test_any_words_may_be_asked(store: Store, words: str) -> None:
    graph_of(store, "p#1")
    assert store.ask(Search(as_of=TODAY, words=words)).total == 0


# Edges


def beside(store: Store, key: str, *relations: Relation | Tie) -> list[str]:
    found = rows(EdgeRow, store.ask(Neighbours(as_of=TODAY, key=key, relations=relations)))
    return [f"{row.hop.from_} {row.hop.relation} {row.hop.to}" for row in found]


def test_neighbours_of_a_document_task_and_body(store: Store) -> None:
    store.register([], [], [BOARD])
    text = board("dong-nai/1", Work("1", lead=("Phòng TT-TT",), cooperating=("Sở Y tế",)))
    text.aim(Relation.IMPLEMENTS, "d")
    text.cite("e")
    text.load(store)
    graph_of(store, "p#1 > d")
    store.register([known("dong-nai/1")], [], [])
    assert beside(store, "d") == ["dong-nai/1 implements d", "p#1 implements d", "p cites d"]
    document = ["implements d", "cites e", "issued_by dong-nai/ban-tuyen-giao-tinh-uy"]
    part = "dong-nai/1#1 part_of dong-nai/1"
    assert beside(store, "dong-nai/1") == [*(f"dong-nai/1 {edge}" for edge in document), part]
    led, supported = (f"dong-nai/1#1 {edge}" for edge in (
        "led_by dong-nai/phong-tt-tt-ban-tuyen-giao-tinh-uy", "supported_by dong-nai/so-y-te"
    ))  # fmt: skip
    assert beside(store, "dong-nai/1#1") == [part, led, supported]
    assert beside(store, "dong-nai/so-y-te")[-1] == supported
    assert beside(store, "d", Relation.CITES, Tie.PART_OF) == ["p cites d"]
    assert beside(store, "dong-nai/1#1", Tie.LED_BY) == [led]


def test_every_edge_has_words_at_its_place(store: Store) -> None:
    boards(store)
    graph_of(store, "p > d", "p cites e", "p#1 > d", "q: k > d")
    for key in ("d", "e", "p", "p#1", "dong-nai/1", "dong-nai/1#1", "k"):
        for row in rows(EdgeRow, store.ask(Neighbours(as_of=TODAY, key=key))):
            hop = row.hop
            assert hop.quote
            assert row.label
            if hop.document != "registry":
                text = store.facts(hop.document).source.text
                assert hop.quote == text[hop.start : hop.end]


def test_evidence_is_every_place_that_proves_an_edge(store: Store) -> None:
    graph_of(store, "b: k > d", "a: k > d", "a: k > d", "c: k amends d", "p#1 > d")
    question = Evidence(as_of=TODAY, source="k", relation=Relation.IMPLEMENTS, target="d")
    found = rows(EdgeRow, store.ask(question))
    assert [(row.hop.document, row.hop.start) for row in found] == [("a", 0), ("a", 20), ("b", 0)]
    task = Evidence(as_of=TODAY, source="p#1", relation=Relation.IMPLEMENTS, target="d")
    assert store.ask(task).total == 1


def test_an_edge_is_gone_with_the_last_text_that_says_it(store: Store) -> None:
    graph_of(store, "a: k > d", "b: k > d", "p#1 > k")
    store.remove("a")
    assert names(store, Tasks(as_of=TODAY, implements=("d",))) == ["p#1"]
    graph_of(store, "b cites d")
    assert names(store, Tasks(as_of=TODAY, implements=("d",))) == []


def test_no_edge_leads_to_itself(store: Store) -> None:
    graph_of(store, "p > p", "q: k > k")
    assert beside(store, "p") == []
    assert beside(store, "k") == ["q cites k"]


# Counts


def test_counts_of_everything(store: Store) -> None:
    graph_of(store, "p > d", "p#1 > e", "p#2", "q: k > d")
    counts = {row.name: row.count for row in rows(CountRow, store.ask(Counts(as_of=TODAY)))}
    states = {f"state:{state}": 2 if state is State.UNDATED else 0 for state in State}
    assert counts == {
        "documents-loaded": 2,
        "documents-registered": 0,
        "documents-cited": 3,
        "tasks": 2,
        "assignments": 0,
        "topics": 0,
        "citations": 4,
        "citations-resolved": 4,
        "citations-ambiguous": 0,
        "citations-unknown": 0,
        "edges": 6,  # p-d, p#1-e, k-d, and cited: p-e, q-k, q-d
        "bodies": 0,
        "status-changes": 0,
        "kept_aside": 0,
        **states,
    }


# Pages, and what does not exist


PAGED: list[Callable[[int | None, str | None], Question]] = [
    lambda n, after: Tasks(as_of=TODAY, implements=("d",), limit=n, after=after),
    lambda n, after: Tasks(as_of=TODAY, limit=n, after=after),
    lambda n, after: Due(as_of=TODAY, start=TODAY, end=TODAY.replace(day=30), limit=n, after=after),
    lambda n, after: Chain(as_of=TODAY, document="k", tasks=True, limit=n, after=after),
    lambda n, after: Search(as_of=TODAY, words="nhiem", limit=n, after=after),
    lambda n, after: Documents(as_of=TODAY, limit=n, after=after),
    lambda n, after: Citing(as_of=TODAY, document="k", limit=n, after=after),
    lambda n, after: Bodies(as_of=TODAY, limit=n, after=after),
    lambda n, after: Neighbours(as_of=TODAY, key="k", limit=n, after=after),
    lambda n, after: Counts(as_of=TODAY, limit=n, after=after),
    lambda n, after: InForce(as_of=TODAY, document="d", limit=n, after=after),
    lambda n, after: Gap(as_of=TODAY, document="d", limit=n and 40 * n, after=after),
    lambda n, after: Arcs(as_of=TODAY, limit=n, after=after),
]


@pytest.mark.parametrize("question", PAGED)
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_together_are_the_whole_answer(
    store: Store, question: Callable[[int | None, str | None], Question], limit: int
) -> None:
    boards(store)
    graph_of(
        store, "p#1 > k", "p#2 > d", "p#3", "p > k", "z > d", "z#1", "z#2", "q: k > d", "s amends d"
    )
    text = Text("w")
    text.work(Work("1", "Nhiệm vụ tuần", recurs=(WEEKLY,), targets=((Relation.GUIDES, "k"),)))
    text.work(Work("2", "Nhiệm vụ", due=(None, "2023-11-19")))
    text.load(store)
    whole = store.ask(question(None, None))
    assert whole.total == len(whole.rows) > 1
    pages: list[Row] = []
    after = None
    while True:
        page = store.ask(question(limit, after))
        assert page.total == whole.total
        pages += page.rows
        after = page.cursor
        if after is None:
            break
    assert tuple(pages) == whole.rows


@pytest.mark.parametrize("cursor", ["", "x", "é", "YWJj", "MDAwMDAwMDA6MQ=="])
def test_a_bad_cursor_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(StoreError, match="dấu trang"):
        store.ask(Documents(as_of=TODAY, after=cursor))


def test_a_cursor_of_another_question_is_refused(store: Store) -> None:
    graph_of(store, "p#1", "p#2", "q")
    cursor = store.ask(Tasks(as_of=TODAY, limit=1)).cursor
    with pytest.raises(StoreError, match="dấu trang"):
        store.ask(Documents(as_of=TODAY, after=cursor))


@pytest.mark.parametrize(
    "question",
    [
        Tasks(as_of=TODAY, implements=("none",)),
        Tasks(as_of=TODAY, document="none"),
        Tasks(as_of=TODAY, body="none"),
        Chain(as_of=TODAY, document="none"),
        Citing(as_of=TODAY, document="none"),
        InForce(as_of=TODAY, document="none"),
        Gap(as_of=TODAY, document="none"),
        Neighbours(as_of=TODAY, key="none"),
        Neighbours(as_of=TODAY, key="p#none"),
        Evidence(as_of=TODAY, source="none", relation=Relation.CITES, target="p"),
    ],
)
def test_what_is_unknown_is_an_error_and_no_empty_answer(store: Store, question: Question) -> None:
    graph_of(store, "p#1")
    with pytest.raises(NotFoundError, match="none"):
        store.ask(question)


def test_writing_to_what_is_unknown_is_an_error(store: Store) -> None:
    graph_of(store, "p#1", "p cites d")
    with pytest.raises(NotFoundError):
        store.remove("d")
    with pytest.raises(NotFoundError):
        store.remove("none")
    with pytest.raises(NotFoundError):
        store.change_status(change("p#2", "done", "2023-11-10"))
    with pytest.raises(NotFoundError):
        store.refer(texts_of(["q cites d"])["q"].resolutions(), ())
    assert store.history("p#2") == ()


# What a load sees


def test_facts_come_back_as_they_were(store: Store) -> None:
    text = board(
        "dong-nai/1",
        Work(
            "1",
            lead=("A", "B"),
            cooperating=("C",),
            due=("2023-11-01", None),
            recurs=(WEEKLY, Recurrence(Frequency.MONTHLY, month_day=22)),
            condition="khi có",
            status="Xong",
            targets=((Relation.REVIEWS, "d"), (Relation.CITES, "e")),
        ),
    )
    text.aim(Relation.IMPLEMENTS, "k")
    text.link("k", Relation.CONTINUES, "d")
    text.load(store)
    facts = store.facts("dong-nai/1")
    resolutions = tuple(resolution for _, resolution in text.resolutions())
    assert facts.resolutions == resolutions
    assert (facts.source, facts.document) == (text.facts().source, text.facts().document)
    assert (facts.items, facts.aims, facts.links) == (
        text.facts().items,
        text.facts().aims,
        text.facts().links,
    )
    assert facts.citations == text.facts().citations


def test_what_is_loaded_and_known_and_mentioned(store: Store) -> None:
    store.register([known(DIRECTIVE, "Bác")], [], [])
    text = Text("p", Document(type=Kind.KH, period=Interval(None, dt.date(2023, 1, 1))))
    text.aim(Relation.IMPLEMENTS, DIRECTIVE)
    text.cite("tw/05-CT-TW/2021-01-01")
    text.load(store)
    (loaded,) = store.loaded()
    assert (loaded.key, loaded.location, loaded.length) == ("p", "/p.txt", len(text.written))
    (document,) = store.known(["5|CTTW"])
    assert document == known(DIRECTIVE, "Bác")
    assert document.standing is Standing.REGISTERED
    assert store.mentions(["5|CTTW", "none"]) == text.mentions()


# What people said follows its task


def spoken_of(store: Store, *lines: str) -> Text:
    text = Text("p")
    for path, line in enumerate(lines, 1):
        text.work(Work(str(path), line))
    text.load(store)
    return text


LONG = "Tổ chức hội nghị quán triệt Kết luận số 01-KL/TW"


@pytest.mark.parametrize(
    ("lines", "task"),
    [
        ((LONG, "Việc khác"), "p#1"),
        (("Việc mới", LONG), "p#2"),
        ((LONG + " trong tháng",), "p#1"),
        (("Việc mới", "Việc nữa", LONG + " trong tháng"), "p#3"),
        (("Báo cáo", "Việc khác"), None),
        ((), None),
    ],
    ids=["same", "moved", "reworded", "moved and reworded", "another", "gone"],
)
def test_a_status_follows_its_task(store: Store, lines: tuple[str, ...], task: str | None) -> None:
    spoken_of(store, LONG, "Việc khác")
    store.change_status(change("p#1", "done", "2023-11-10"))
    spoken_of(store, *lines)
    done = Tasks(as_of=TODAY, states=(State.DONE_ON_TIME,))
    assert names(store, done) == ([task] if task else [])
    aside = {row.name: row.count for row in rows(CountRow, store.ask(Counts(as_of=TODAY)))}
    assert (aside["status-changes"], aside["kept_aside"]) == (1, 0 if task else 1)
    if task:
        assert [said.task for said in store.history(task)] == [task]
    spoken_of(store, LONG, "Việc khác")
    assert names(store, done) == ["p#1"], "it comes back with its task"


def test_a_status_survives_the_removal_of_its_document(store: Store) -> None:
    spoken_of(store, LONG)
    said = change("p#1", "done", "2023-11-10")
    store.change_status(said)
    store.remove("p")
    assert store.history("p#1") == (said,)
    spoken_of(store, "Việc mới", LONG)
    assert [again.task for again in store.history("p#2")] == ["p#2"]
    assert store.history("p#1") == ()


def test_no_status_goes_to_a_task_that_was_there_before(store: Store) -> None:
    """Rows of one table are often alike: `Báo cáo tháng 10`, `Báo cáo tháng 11`."""
    spoken_of(store, "Báo cáo kết quả tháng 10", "Báo cáo kết quả tháng 11")
    store.change_status(change("p#1", "done", "2023-11-10"))
    text = Text("p")
    text.work(Work("2", "Báo cáo kết quả tháng 11"))
    text.load(store)
    assert names(store, Tasks(as_of=TODAY, states=(State.DONE_ON_TIME,))) == []

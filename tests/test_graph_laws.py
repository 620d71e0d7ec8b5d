"""Laws of a store: the order of loading makes no difference, nor does doing it again."""

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.accounts import fullest, together
from graph.answer_types import Answer
from graph.following import Wording, follow
from graph.occurrences import occurrences, occurs
from graph.questions import (
    Bodies,
    Chain,
    Citing,
    Counts,
    Documents,
    Due,
    Evidence,
    Neighbours,
    Question,
    Search,
    Tasks,
)
from graph.store import NotFoundError, Store
from graph.words import searchable, words_of
from ontology.facts import Document, Standing
from ontology.folding import fold_search
from ontology.known import KnownDocument
from ontology.periods import Frequency, Recurrence
from ontology.relations import Relation
from tests.graphs import Text, Work, known
from tests.stores import MakeStore

TODAY = dt.date(2023, 11, 16)
KEYS = ("a/1-KH-TU", "b/2-KH-TU", "tw/3-CT-TW/2016-05-15", "tw/4-KL-TW")
BODIES = ("Phòng TT-TT", "Phong TT-TT", "LLCT-LSD", "LLCT-LSĐ", "Các cấp ủy")

keys = st.sampled_from(KEYS)
relations = st.sampled_from(tuple(Relation))
works = st.builds(
    Work,
    path=st.just(""),
    text=st.sampled_from(("Tổ chức hội nghị", "Báo cáo đảng ủy")),
    lead=st.lists(st.sampled_from(BODIES), max_size=2).map(tuple),
    targets=st.lists(st.tuples(relations, keys), max_size=2).map(tuple),
)


@st.composite
def texts(draw: st.DrawFn, key: str) -> Text:
    """Draw a document with aims, links, tasks and mentions."""
    text = Text(key, Document(jurisdiction=draw(st.sampled_from(("Đồng Nai", None)))))
    for relation, target in draw(st.lists(st.tuples(relations, keys), max_size=2)):
        text.aim(relation, target)
    for below, relation, above in draw(st.lists(st.tuples(keys, relations, keys), max_size=2)):
        text.link(below, relation, above)
    for path, work in enumerate(draw(st.lists(works, max_size=3)), 1):
        text.work(Work(str(path), work.text, lead=work.lead, targets=work.targets))
    for target in draw(st.lists(keys, max_size=2)):
        text.cite(target)
    return text


corpora = st.tuples(*(texts(key) for key in KEYS[:3]))


def answers(store: Store) -> list[object]:
    """Return what a store says to every question that these documents can answer."""
    general: list[Question] = [
        Tasks(as_of=TODAY, limit=None),
        Documents(as_of=TODAY, limit=None),
        Bodies(as_of=TODAY, limit=None),
        Search(as_of=TODAY, words="to chuc", limit=None),
        Counts(as_of=TODAY),
    ]
    found: list[object] = [store.ask(question) for question in general]
    for key in KEYS:
        about: list[Question] = [
            Tasks(as_of=TODAY, implements=(key,), relations=tuple(Relation), limit=None),
            Chain(as_of=TODAY, document=key, tasks=True, limit=None),
            Citing(as_of=TODAY, document=key, limit=None),
            Neighbours(as_of=TODAY, key=key, limit=None),
        ]
        try:
            found += [store.ask(question) for question in about]
        except NotFoundError:
            found.append(None)
    return found


def test_order_and_repetition_make_no_difference(make_store: MakeStore) -> None:
    """DESIGN: rebuilding gives the same graph, in whatever order, twice, after a crash."""

    @settings(deadline=None, max_examples=make_store.examples)
    @given(data=st.data(), corpus=corpora, registered=st.lists(keys, unique=True))
    def law(data: st.DataObject, corpus: tuple[Text, ...], registered: list[str]) -> None:
        once = make_store()
        once.register(map(known, registered), [], [])
        for text in corpus:
            text.load(once)
        before = answers(once)
        again = make_store()
        for step in data.draw(st.permutations([*corpus, *corpus, None])):
            if step is None:
                again.register(map(known, registered), [], [])
            else:
                step.load(again)
        assert before == answers(again)

    law()


def test_what_was_loaded_before_leaves_no_trace(make_store: MakeStore) -> None:
    @settings(deadline=None, max_examples=make_store.examples)
    @given(corpus=corpora, others=corpora)
    def law(corpus: tuple[Text, ...], others: tuple[Text, ...]) -> None:
        clean = make_store()
        for text in corpus:
            text.load(clean)
        before = answers(clean)
        used = make_store()
        for text in others:
            text.load(used)
        used.remove(KEYS[0])
        for text in corpus:
            text.load(used)
        assert before == answers(used)

    law()


def test_every_store_answers_alike(every_maker: tuple[MakeStore, ...]) -> None:
    """One contract: whatever was loaded, removed and loaded again, the answers are the same."""

    @settings(deadline=None, max_examples=min(maker.examples for maker in every_maker))
    @given(corpus=corpora, others=corpora, registered=st.lists(keys, unique=True))
    def law(corpus: tuple[Text, ...], others: tuple[Text, ...], registered: list[str]) -> None:
        told = []
        for make_store in every_maker:
            store = make_store()
            for text in others:
                text.load(store)
            store.register(map(known, registered), [], [])
            store.remove(KEYS[1])
            for text in corpus:
                text.load(store)
            told.append(answers(store))
        assert told[1:] == told[:-1]

    law()


def pages() -> Iterator[Question]:
    """Give questions of each kind that one statement may answer, for a page that holds all."""
    yield Due(as_of=TODAY, start=dt.date(2000, 1, 1), end=dt.date(2050, 1, 1))
    yield from (Documents(as_of=TODAY, jurisdiction=place) for place in (None, "Đồng Nai"))
    yield from (Bodies(as_of=TODAY, words=words) for words in ("phong", "ll", "cap uy"))
    for key in KEYS:
        yield Tasks(as_of=TODAY, implements=(key,), relations=tuple(Relation))
        yield Tasks(as_of=TODAY, document=key)
        yield from (Chain(as_of=TODAY, document=key, up=up, down=not up) for up in (True, False))
        yield Citing(as_of=TODAY, document=key)
        yield from (Neighbours(as_of=TODAY, key=near) for near in (key, f"{key}#1"))
        for relation, other in product((Relation.IMPLEMENTS, Relation.CITES), KEYS[2:]):
            yield Evidence(as_of=TODAY, source=key, relation=relation, target=other)
            yield Evidence(as_of=TODAY, source=f"{key}#1", relation=relation, target=other)


def answer_of(store: Store, question: Question) -> Answer | str:
    """Return what a store answers, or the reason why it does not."""
    try:
        return store.ask(question)
    except NotFoundError as error:
        return str(error)


def test_a_page_that_holds_all_is_the_whole_answer(make_store: MakeStore) -> None:
    """What is read ahead for a page is what would be looked up for it."""

    @settings(deadline=None, max_examples=make_store.examples)
    @given(corpus=corpora, registered=st.lists(keys, unique=True))
    def law(corpus: tuple[Text, ...], registered: list[str]) -> None:
        store = make_store()
        store.register(map(known, registered), [], [])
        for text in corpus:
            text.load(store)
        for question in pages():
            assert answer_of(store, question) == answer_of(store, replace(question, limit=None))

    law()


accounts = st.builds(
    KnownDocument,
    key=st.just("k"),
    authority=st.just("k"),
    type=st.sampled_from(("CT", "KL", "XX")),
    number=st.none() | st.sampled_from(("5", "05")),
    symbol=st.none() | st.just("CT/TW"),
    title=st.none() | st.text("ab", max_size=3),
    standing=st.just(Standing.CITED),
)


@given(accounts, accounts, accounts)
def test_what_citations_tell_is_told_together_in_any_order(
    one: KnownDocument, two: KnownDocument, three: KnownDocument
) -> None:
    assert fullest(one, two) == fullest(two, one)
    assert fullest(fullest(one, two), three) == fullest(one, fullest(two, three))
    assert fullest(one, one) == one
    assert together({Standing.CITED: one}) == one


wordings = st.builds(
    Wording,
    st.sampled_from("123"),
    st.text("abcdefgh ", min_size=5, max_size=12),
)


@given(st.sets(wordings), st.sets(wordings), st.sets(wordings))
def test_no_two_remarks_go_to_one_task(
    remarks: set[Wording], before: set[Wording], after: set[Wording]
) -> None:
    numbered = dict(enumerate(sorted(after)))
    now = follow(remarks, before, numbered)
    assert now.keys() <= remarks
    assert len(set(now.values())) == len(now)
    assert all(numbered[now[remark]] == remark for remark in remarks & after)


rules = st.builds(
    Recurrence,
    st.sampled_from([f for f in Frequency if Recurrence(f).rrule]),
    month_day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    month=st.none() | st.integers(1, 12),
)
days = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))


@given(rules, days, st.integers(0, 400), st.integers(0, 100))
def test_a_window_does_not_change_the_days_in_it(
    rule: Recurrence, start: dt.date, length: int, shift: int
) -> None:
    """What comes round is fixed by the calendar, not by where one begins to look."""
    rrule = rule.rrule or ""
    end = start + dt.timedelta(length)
    later = min(start + dt.timedelta(shift), end)
    whole = occurrences(rrule, start, end)
    assert [day for day in whole if day >= later] == list(occurrences(rrule, later, end))
    assert occurs(rrule, None, None, start.isoformat(), end.isoformat()) == bool(whole)
    assert occurs(rrule, start.isoformat(), end.isoformat(), None, None) == bool(whole)


def test_a_day_that_no_month_has_is_not_looked_for() -> None:
    """Looked for, it would be up to the year 9999: most of a second for each window."""
    begin = time.process_time()
    for month, day in ((2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)):
        never = Recurrence(Frequency.YEARLY, month_day=day, month=month).rrule or ""
        assert occurrences(never, dt.date(2020, 1, 1), dt.date(2040, 1, 1)) == ()
        assert not occurs(never, None, None, "2020-01-01", None)
    assert time.process_time() - begin < 1
    leap = Recurrence(Frequency.YEARLY, month_day=29, month=2).rrule or ""
    assert occurrences(leap, dt.date(2021, 1, 1), dt.date(2024, 2, 29)) == (dt.date(2024, 2, 29),)


def test_the_index_finds_every_word_that_folding_leaves(make_store: MakeStore) -> None:
    """No tokenizer folds đ; the other marks it folds as `fold_search` does."""

    @settings(deadline=None, max_examples=make_store.examples)
    @given(st.text("aàăẵâđĐðÐơỡưỰ\u0301\u0323 -/05", min_size=1, max_size=12))
    def law(text: str) -> None:
        store = make_store()
        words = Text("p")
        words.work(Work("1", text if text.strip() else "a"))
        words.load(store)
        asked = words.written.partition("\n")[0]
        found = store.ask(Search(as_of=TODAY, words=asked))
        assert found.total == bool(words_of(asked))
        assert words_of(searchable(text)) == words_of(fold_search(text))

    law()

"""What the graph tells as a whole, on graphs small enough to be checked by eye."""

import datetime as dt
import random
import time
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.contradictions import cycles
from graph.analysis.lags import lag
from graph.analysis.network import Network
from graph.analysis.reach import coverage, gap
from graph.analysis.shape import depth, orphans, relied
from graph.analysis.sides import compare
from graph.analysis.tables import Asker, Spread, Tally
from graph.analysis.work import workload
from graph.answer_types import ArcRow
from graph.pictures.bars import Bars, Series, bars_svg
from graph.pictures.plots import FIGURES, MARGIN, NAMES, WIDE, Frame, Scale
from graph.pictures.spreads import Spreads, spreads_svg
from graph.questions import Level
from graph.store import Store
from ontology.facts import Document
from ontology.kinds import Kind
from ontology.periods import Frequency, Interval, Recurrence
from ontology.relations import Relation
from tests.graphs import Text, Work, known, texts_of

TODAY = dt.date(2026, 3, 1)
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
CONCLUSION = "tw/01-KL-TW/2021-05-18"
PLACES = {"binh-thuan": "Bình Thuận", "lam-dong": "Lâm Đồng", "lang-son": "Lạng Sơn"}


def plan(store: Store, key: str, above: str | None, *works: Work) -> None:
    """Load a provincial plan; its key has its day."""
    place, *_, date = key.split("/")
    header = Document(
        Kind.KH, issuer="Tỉnh ủy", jurisdiction=PLACES[place], date=dt.date.fromisoformat(date)
    )
    text = Text(key, header)
    if above:
        text.aim(Relation.IMPLEMENTS, above)
    for work in works:
        text.work(work)
    text.load(store)


@pytest.fixture
def country(store: Store) -> Asker:
    """Give a directive and its conclusion, with plans of three provinces in two layers."""
    store.register([known(DIRECTIVE), known(CONCLUSION)], [], [])
    plan(store, "lang-son/1-KH-TU/2021-06-17", CONCLUSION, Work("1"))
    plan(store, "lang-son/2-KH-TU/2021-07-17", "lang-son/1-KH-TU/2021-06-17")
    plan(store, "binh-thuan/3-KH-TU/2021-05-28", CONCLUSION)
    plan(store, "lam-dong/4-KH-TU/2016-05-25", DIRECTIVE)
    plan(store, "lam-dong/5-KH-TU/2022-01-01", None, Work("1"))
    Text("q").load(store)
    texts_of([f"r: {CONCLUSION} continues {DIRECTIVE}"])["r"].load(store)
    return Asker(store, TODAY)


def test_coverage_and_gap_part_the_level(country: Asker) -> None:
    have = coverage(country, DIRECTIVE, Level.PROVINCE, None)
    named = {row["name"]: row for row in have.records() if row["document"]}
    assert {name: (row["days"], row["documents"]) for name, row in named.items()} == {
        "Lâm Đồng": (10, 2),
        "Lạng Sơn": (1859, 2),
    }
    assert dict(have.notes[0].values) == {
        "document": DIRECTIVE,
        "have": 2,
        "all": 34,
        "share": 5.9,
    }
    missing = gap(country, DIRECTIVE, Level.PROVINCE, None)
    assert {row["name"] for row in missing.records()} == {
        row["name"] for row in have.records()
    } - set(named)
    assert dict(missing.notes[0].values) == {"document": DIRECTIVE, "missing": 32, "all": 34}
    assert missing.plot == Tally((("have", 2), ("missing", 32)))
    assert named["Lạng Sơn"]["document"] == "lang-son/1-KH-TU/2021-06-17"
    assert (named["Lạng Sơn"]["relation"], named["Lạng Sơn"]["target"]) == (
        "implements",
        CONCLUSION,
    ), "the edge that proves it"


def test_lag_by_level_and_by_the_province_that_answers(country: Asker) -> None:
    found = {(row["group"], row["name"]): row for row in lag(country, CONCLUSION).records()}
    assert found["province", "lang-son"] == {
        "group": "province",
        "name": "lang-son",
        "documents": 2,
        "least": 30,
        "lower": 37.5,
        "median": 45.0,
        "upper": 52.5,
        "most": 60,
    }
    assert found["province", "lam-dong"]["documents"] == 1, "what was Bình Thuận's"
    assert found["level", "province"]["median"] == 30
    table = lag(country, DIRECTIVE)
    assert [row["documents"] for row in table.records() if row["group"] == "level"] == [1, 4]
    assert table.plot == Spread("name", 1839)


def test_depth_and_width(country: Asker) -> None:
    assert depth(country, DIRECTIVE).rows == ((1, 2, 1, 1), (2, 2, 0, 2), (3, 1, 0, 1))
    assert depth(country, None).rows == ((DIRECTIVE, 5, 3, 2),)
    assert depth(country, "q").rows == ()


def test_most_relied_on_documents_weigh_together_one(country: Asker) -> None:
    rows = relied(country).records()
    assert [row["document"] for row in rows] == [
        DIRECTIVE,
        CONCLUSION,
        "lang-son/1-KH-TU/2021-06-17",
    ]
    assert [(row["implemented_by"], row["below"]) for row in rows] == [(2, 5), (2, 3), (1, 1)]
    assert sum(Network.of(country).ranks().values()) == pytest.approx(1)
    assert relied(Asker(country.view, dt.date(2010, 1, 1))).rows == ()


def test_orphans_are_plans_that_rest_on_nothing(country: Asker) -> None:
    (row,) = orphans(country).records()
    assert row == {
        "document": "lam-dong/5-KH-TU/2022-01-01",
        "date": dt.date(2022, 1, 1),
        "jurisdiction": "Lâm Đồng",
        "citations": 0,
        "tasks": 1,
    }


def test_circles_and_contradictions(store: Store) -> None:
    early, late = "tw/1-KL-TW/2020-01-01", "tw/2-KL-TW/2021-01-01"
    store.register([known(early), known(late)], [], [])
    arrows = ["a > b", "b > c", "c > a", "c > d", f"q: {early} based_on {late}"]
    arrows += ["q: x replaces y", "q: y replaces x", "q: v replaces w", "q: v continues w"]
    for text in texts_of(arrows).values():
        text.load(store)
    found = [(*row[:4],) for row in cycles(Asker(store, TODAY)).rows]
    assert found == [
        ("circle", "a", "implements", "b"),
        ("circle", "b", "implements", "c"),
        ("circle", "c", "implements", "a"),
        ("later", early, "based_on", late),
        ("both", "v", "continues", "w"),
        ("against", "x", "replaces", "y"),
        ("against", "y", "replaces", "x"),
    ]


def test_what_is_carried_out_after_its_end_is_told_with_the_day(store: Store) -> None:
    old, new, other = "tw/1-QĐ-TW/2017-02-06", "tw/2-QĐ-TW/2026-01-09", "tw/3-QĐ-TW/2018-01-01"
    ended = replace(known(other), status="ended 2020-05-01")
    store.register([known(old), known(new), ended], [], [])
    Text("q", Document(date=dt.date(2026, 1, 9))).load(store)
    texts_of([f"r: {new} replaces {old}"])["r"].load(store)
    plan(store, "lang-son/1-KH-TU/2026-02-01", old)
    plan(store, "lang-son/2-KH-TU/2025-12-31", old)
    plan(store, "lang-son/3-KH-TU/2020-05-02", other)
    plan(store, "lang-son/4-KH-TU/2020-05-01", other)
    rows = [row for row in cycles(Asker(store, TODAY)).records() if row["kind"] == "ended"]
    assert [(row["source"], row["target"], row["day"], row["by"]) for row in rows] == [
        ("lang-son/1-KH-TU/2026-02-01", old, dt.date(2026, 1, 9), new),
        ("lang-son/3-KH-TU/2020-05-02", other, dt.date(2020, 5, 1), None),
    ]
    before = cycles(Asker(store, dt.date(2026, 1, 8))).records()
    assert [row["target"] for row in before if row["kind"] == "ended"] == [other]


def test_two_days_of_one_document_are_told(store: Store) -> None:
    """A mention that prints another day, and two documents of one number and year."""
    old, new = known("tw/02-QC-TW/2021-01-05"), known("tw/02-QC-TW/2021-12-01")
    terms = [replace(old, term="XII"), replace(new, term="XIII")]
    store.register([known(DIRECTIVE), known("tw/05-CT-TW/2011-05-14"), *terms], [], [])
    text = Text("lang-son/1-KH-TU/2021-06-17", Document(date=dt.date(2021, 6, 17)))
    slip = text.cite("tw/05-CT-TW/2016-05-16")
    text.meanings[slip] = DIRECTIVE
    text.cite(DIRECTIVE)
    text.cite("tw/07-KL-TW/2016-11-22")
    text.cite("tw/07-KL-TW/2016-11-23")
    text.load(store)
    rows = cycles(Asker(store, TODAY)).records()
    assert [(row["kind"], row["source"], row["target"], row["day"]) for row in rows] == [
        ("dated", text.key, DIRECTIVE, dt.date(2016, 5, 16)),
        ("twice", "tw/07-KL-TW/2016-11-22", "tw/07-KL-TW/2016-11-23", None),
    ]
    start, end = rows[0]["start"], rows[0]["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert "2016-05-16" in text.written[start:end]
    assert cycles(Asker(store, dt.date(2021, 6, 16))).records()[0]["kind"] == "twice"


def test_workload_by_month_and_state(store: Store) -> None:
    monthly = Recurrence(Frequency.MONTHLY, month_day=20)
    period = Interval(dt.date(2026, 1, 1), dt.date(2026, 3, 31))
    text = Text("p", Document(period=period))
    body = "Phòng Tổng hợp"
    text.work(Work("1", lead=(body,), due=(None, "2026-02-10")))
    text.work(Work("2", cooperating=(body,), due=(None, "2026-02-28"), status="Đã hoàn thành"))
    text.work(Work("3", lead=(body,), recurs=(monthly,)))
    text.work(Work("4", lead=("Văn phòng",), due=(None, "2026-02-10")))
    text.load(store)
    days = dt.date(2026, 2, 1), dt.date(2026, 4, 30)
    table = workload(Asker(store, TODAY), body, *days, with_history=False)
    shown = ("month", "done-on-time", "open-overdue", "recurring", "total")
    assert [tuple(row[name] for name in shown) for row in table.records()] == [
        ("2026-02", 1, 1, 1, 3),
        ("2026-03", 0, 0, 1, 1),
        ("2026-04", 0, 0, 0, 0),
    ]


def test_two_provinces_side_by_side(country: Asker) -> None:
    rows = {
        row["name"]: (row["first"], row["second"])
        for row in compare(country, "Lạng Sơn", "Lâm Đồng").records()
    }
    assert rows == {
        "documents": (2, 2),
        "tasks": (1, 1),
        "citations": (2, 1),
        "implements": (2, 2),
        "implements-both": (2, 2),
        "median-days": (944.5, 10.0),
        CONCLUSION: (30, 10),
        DIRECTIVE: (1859, 10),
    }


def test_a_country_is_analysed_in_seconds() -> None:
    """20,000 documents that each carry out one or two earlier ones."""
    dice = random.Random(7)  # noqa: S311
    arcs = [
        ArcRow(f"d{n}", "implements", f"d{dice.randrange(n // 40 + 1)}", None, None, "tw", "tw")
        for n in range(1, 20_000)
        for _ in range(dice.randint(1, 2))
    ]
    network = Network(tuple(arcs))
    begin = time.perf_counter()
    assert sum(network.ranks().values()) == pytest.approx(1)
    assert network.cycles() == []
    assert max(len(network.below(key)) for key in network.tops()) > 10_000
    assert time.perf_counter() - begin < 10


SVG = "{http://www.w3.org/2000/svg}"


def frame(*names: str, line: tuple[float, str] | None = None) -> Frame:
    """Return what stands around a plot."""
    return Frame(
        title="Tiêu đề",
        notes=("ghi chú",),
        names=names,
        cut="{count}/{total}",
        source="Nguồn: kho",
        line=line,
    )


def words_in(svg: str) -> list[str | None]:
    return [text.text for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  (our own)


def test_bars_say_in_words_what_they_show() -> None:
    series = (Series("A", "#123456", (3.0, None, -2.0)), Series("B", "#654321", (1.0, 0.0, 2.5)))
    bars = Bars(frame("<một>", "hai", "ba", line=(1.0, "trung vị")), series)
    assert words_in(bars_svg(bars)) == [
        *("Tiêu đề", "ghi chú", "Nguồn: kho", "<một>", "hai", "ba", "A", "B", "trung vị"),
        *("3", "1", "–", "0", "-2", "2.5"),
    ]
    boxes = ET.fromstring(bars_svg(bars)).iter(f"{SVG}rect")  # noqa: S314  (our own)
    lengths = {
        one.findtext(f"{SVG}title"): float(one.get("width", "")) for one in boxes if len(one)
    }
    unit = lengths["<một> · B: 1"]
    assert lengths["<một> · A: 3"] == pytest.approx(3 * unit, abs=0.2)
    assert lengths["ba · A: -2"] == pytest.approx(2 * unit, abs=0.2)
    many = Bars(frame(*["n"] * 200), (Series("A", "#123456", (1.0,) * 200),))
    assert ">80/200<" in bars_svg(many)


def test_spreads_are_drawn_to_one_scale() -> None:
    spreads = Spreads(frame("một", "hai"), "hộp", ((0, 10, 20, 30, 40), (-10, 20, 25, 40, 90)))
    svg = spreads_svg(spreads)
    words = words_in(svg)
    assert words[:4] == ["Tiêu đề", "ghi chú", "Nguồn: kho", "một"]
    assert words[-2:] == ["20", "25"], "the medians"
    assert {"0", "20", "40", "60", "80"} <= set(words), "round lengths along the axis"
    boxes = [one for one in ET.fromstring(svg).iter(f"{SVG}rect") if len(one)]  # noqa: S314
    assert [one.findtext(f"{SVG}title") for one in boxes] == [
        "một: 0 · 10 · 20 · 30 · 40",
        "hai: -10 · 20 · 25 · 40 · 90",
    ]
    left, right = ([float(one.get(n, "")) for n in ("x", "width")] for one in boxes)
    assert left[1] == pytest.approx(right[1], abs=0.2)
    assert right[0] - left[0] == pytest.approx(left[1] / 2, abs=0.2)
    assert svg == spreads_svg(spreads)


FIGURES_OF_ANALYSES = st.integers(-(10**12), 10**12).map(lambda figure: figure / 10**5)


@given(st.lists(FIGURES_OF_ANALYSES, max_size=5))
def test_every_length_has_room_on_its_scale(lengths: list[float]) -> None:
    around = frame("Ban Tuyên giáo")
    scale = Scale.of(around, lengths)
    assert around.room < NAMES
    for length in [0.0, *lengths, *scale.ticks()]:
        assert MARGIN + around.room - 0.01 <= scale.at(length) <= WIDE - MARGIN - FIGURES + 0.01
    assert len(list(scale.ticks())) <= 14

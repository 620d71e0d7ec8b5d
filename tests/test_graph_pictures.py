"""Pictures of chains: whole, readable, and with nothing of a document taken for an order."""

import datetime as dt
import itertools
import re
import struct
from collections.abc import Collection
from dataclasses import replace
from html.parser import HTMLParser
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.words import Words
from graph import questions
from graph.answer_types import Answer, ChainRow, DocumentRow, Hop, State, TaskRow
from graph.pictures.chain import MOST, Chain, Line, chain_of, picture_of, printable
from graph.pictures.colours import INK, LOOKS, QUIET
from graph.pictures.layout import WIDE, layout_of
from graph.pictures.lettering import width, wrapped
from graph.pictures.page import chain_page
from graph.pictures.png import svg_png
from graph.pictures.svg import chain_svg
from graph.store import Store
from tests.task_files import DAY, words

DIRECTIVE: Final = "tw/05-CT-TW/2016-05-15"
SVG: Final = "{http://www.w3.org/2000/svg}"
SAID: Final = Words()


def asked(store: Store, key: str = DIRECTIVE, limit: int | None = None) -> Chain:
    question = questions.Chain(as_of=DAY, document=key, tasks=True, limit=limit)
    answer = store.ask(question)
    return chain_of(store, (key,), answer.rows, answer.total, DAY)


@pytest.fixture(scope="module")
def whole(sampled: Store) -> Chain:
    return asked(sampled)


def read(svg: str, links: Collection[str] = ()) -> ET.Element:
    """Return a picture that any program can read: nothing in it runs, or is fetched.

    It leads nowhere but to `links`.
    """
    tree = ET.fromstring(svg)  # noqa: S314  (our own)
    names = {"svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "text", "a"}
    for node in tree.iter():
        assert node.tag.removeprefix(SVG) in names
        assert (node.tag == f"{SVG}a") == (node.get("href") in links)
        for name, value in node.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            assert "url(" not in value or value.startswith("url(#chidao-") or name == "data-key"
    return tree


def keys_of(tree: ET.Element) -> list[str]:
    return [node.attrib["data-key"] for node in tree.iter(f"{SVG}g") if "data-key" in node.attrib]


def texts_of(node: ET.Element) -> list[str]:
    return [text.text or "" for text in node.iter(f"{SVG}text")]


def test_every_document_and_task_has_its_box(whole: Chain) -> None:
    keys = {key for row in whole.rows for key in (row.hop.from_, row.hop.to)}
    tree = read(chain_svg(whole, SAID))
    assert set(keys_of(tree)) == keys
    assert len(keys_of(tree)) == len(keys) > 60
    assert texts_of(tree)[0] == "Chuỗi thực hiện Chỉ thị 05-CT/TW"
    assert "Tính đến 15/04/2026" in texts_of(tree)


def test_a_task_says_its_state_and_its_document(whole: Chain) -> None:
    tree = read(chain_svg(whole, SAID))
    boxes = {
        node.attrib["data-key"]: node for node in tree.iter(f"{SVG}g") if "data-key" in node.attrib
    }
    assert whole.tasks
    for key, task in whole.tasks.items():
        state = State(task.state)
        said = " ".join(texts_of(boxes[key]))
        assert f"{task.path} · {SAID(f'state.{state}')}" in said
        fills = [rect.attrib["fill"] for rect in boxes[key].iter(f"{SVG}rect")]
        assert fills == [LOOKS[state].pale, f"url(#chidao-{state})"]
        title = boxes[key].findtext(f"{SVG}title") or ""
        assert printable(task.text) in title
    legend = set(texts_of(tree)[-20:])
    states = {State(task.state) for task in whole.tasks.values()}
    assert {f"nhiệm vụ: {SAID(f'state.{state}')}" for state in states} <= legend


def test_directives_are_on_top_and_tasks_at_the_bottom(whole: Chain) -> None:
    picture = picture_of(whole, SAID)
    spots = layout_of(picture, dict.fromkeys(picture.boxes, 100.0)).spots
    for line in picture.lines:
        if line.main:
            assert spots[line.upper].top < spots[line.lower].top
    tasks = [spots[key].top for key, box in picture.boxes.items() if box.state]
    documents = [spots[key].top for key, box in picture.boxes.items() if not box.state]
    assert min(tasks) > max(documents)


def test_a_cut_picture_says_how_much_it_shows(sampled: Store, whole: Chain) -> None:
    cut = asked(sampled, limit=20)
    told = f"Hiển thị 20 trong {whole.total} mối liên hệ; phần còn lại không vẽ."
    assert told in texts_of(read(chain_svg(cut, SAID)))
    assert told in chain_page(cut, SAID)
    assert "Hiển thị" not in chain_svg(whole, SAID)


def test_what_is_too_much_is_cut(whole: Chain) -> None:
    class NoDocuments:
        def ask(self, _: object) -> Answer:
            return Answer((), 0)

    rows = [
        replace(whole.rows[0], hop=replace(whole.rows[0].hop, from_=f"x/{n}")) for n in range(500)
    ]
    chain = chain_of(NoDocuments(), (DIRECTIVE,), rows, 500, DAY)  # type: ignore[arg-type]
    assert len(chain.rows) == MOST
    assert f"Hiển thị {MOST} trong 500" in chain_svg(chain, SAID)


def test_nothing_is_linked_is_still_a_picture(sampled: Store) -> None:
    alone = asked(sampled, "ha-son.xa-thanh-linh/04-CTr-ĐU/2025-08-29")
    assert alone.rows == ()
    assert keys_of(read(chain_svg(alone, SAID))) == list(alone.asked)


def test_the_same_chain_gives_the_same_picture(whole: Chain) -> None:
    assert chain_svg(whole, SAID) == chain_svg(whole, SAID)
    assert chain_page(whole, SAID) == chain_page(whole, SAID)


def test_the_png_is_the_picture_with_its_words(whole: Chain) -> None:
    svg = chain_svg(replace(whole, rows=whole.rows[:6]), SAID)
    drawn = svg_png(svg)
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    size = ET.fromstring(svg).attrib  # noqa: S314  (our own)
    wide, high = struct.unpack(">II", drawn[16:24])
    assert (wide, high) == (round(2 * float(size["width"])), round(2 * float(size["height"])))
    assert drawn != svg_png(re.sub(r"(<text[^>]*>)[^<]*", r"\1", svg))


class Parts(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep words, apart from what is run."""
        scripted = bool(self.tags) and self.tags[-1][0] in {"script", "style"}
        (self.scripts if scripted else self.words).append(data)


def parts_of(page: str) -> Parts:
    """Return a page's parts; nothing in it is fetched from anywhere."""
    parts = Parts()
    parts.feed(page)
    for tag, attributes in parts.tags:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base", "a", "form"}
        assert not {"src", "href", "srcset"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    tags = [tag for tag, _ in parts.tags]
    assert (tags.count("script"), tags.count("style")) == (2, 2)
    policy = next(a["content"] or "" for tag, a in parts.tags if tag == "meta" and "content" in a)
    assert policy.startswith("default-src 'none'; script-src 'unsafe-inline'")
    assert "http" not in policy
    return parts


def test_the_page_opens_without_a_network(whole: Chain) -> None:
    page = chain_page(whole, SAID)
    parts_of(page)
    assert "@import" not in page
    assert not re.findall(r"url\((?![\"']?data:)", page.partition("<script>")[0])
    assert "new vis.Network(" in page
    for key in whole.tasks:
        assert f'"id": {_json(key)}' in page


def _json(text: str) -> str:
    return '"' + "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in text) + '"'


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Give a chain of any shape, circles and several asked documents included, with any words."""
    names = draw(st.lists(words.map(lambda word: f"x/{word}"), min_size=1, max_size=6, unique=True))
    tasks = draw(st.lists(st.sampled_from(names), max_size=3))
    keys = [*names, *(f"{name}#{number}" for number, name in enumerate(tasks))]
    ends = st.tuples(st.sampled_from(keys), st.sampled_from(names))
    rows = tuple(
        ChainRow(1, way, Hop(low, "implements", up, draw(words), "x", 0, 1, "test"), draw(words))
        for (low, up), way in draw(
            st.lists(st.tuples(ends, st.sampled_from(["up", "down"])), max_size=12)
        )
    )
    documents = {
        name: DocumentRow(
            *(name, "KH", draw(st.none() | words), draw(st.none() | words), None),
            *(draw(words), None, None, draw(words), "loaded", None),
        )
        for name in names
    }
    made = {
        key: TaskRow(key, draw(words), key.partition("#")[0], "x", draw(words), "task", 0, 1, state)
        for key, state in zip(keys[len(names) :], itertools.cycle(State), strict=False)
    }
    asked_for = tuple(draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)))
    total = len(rows) + draw(st.integers(0, 1))
    return Chain(
        asked=asked_for, rows=rows, total=total, as_of=DAY, documents=documents, tasks=made
    )


@settings(deadline=None)
@given(chains())
def test_any_chain_is_drawn_with_its_words_as_words(chain: Chain) -> None:
    tree = read(chain_svg(chain, SAID))
    picture = picture_of(chain, SAID)
    assert keys_of(tree) == [printable(key) for key in picture.boxes]
    titles = [
        node.findtext(f"{SVG}title") for node in tree.iter(f"{SVG}g") if "data-key" in node.attrib
    ]
    assert titles == [box.full for box in picture.boxes.values()]
    room = WIDE - 20
    assert all(
        width(line, 10) < room
        for box in picture.boxes.values()
        for line in wrapped(box.about, room, 10, 3)
    )


class Leading:
    """Leads to addresses of keys, whatever they hold."""

    def of_box(self, key: str) -> str:  # noqa: D102
        return f"/box?{quote(key, errors='replace')}"

    def of_line(self, line: Line) -> str:  # noqa: D102
        ends = (line.lower, line.relation, line.upper)
        return f"/line?{quote(' '.join(ends), errors='replace')}"


@settings(deadline=None)
@given(chains())
def test_on_a_page_every_box_and_every_line_leads_somewhere(chain: Chain) -> None:
    picture, links = picture_of(chain, SAID), Leading()
    boxes = [links.of_box(key) for key in picture.boxes]
    lines = {links.of_line(line) for line in picture.lines}
    svg = chain_svg(chain, SAID, links)
    tree = read(svg, {*boxes, *lines})
    found = [node.attrib["href"] for node in tree.iter(f"{SVG}a")]
    assert [href for href in found if href.startswith("/box")] == boxes
    assert {href for href in found if href.startswith("/line")} == lines
    drawn = [node for node in tree.iter(f"{SVG}a") if node.get("class") == "line"]
    assert len(drawn) == len(picture.lines)


@settings(deadline=None)
@given(chains(), st.lists(st.integers(20, 300), min_size=1, max_size=5))
def test_no_box_stands_on_another(chain: Chain, heights: list[int]) -> None:
    picture = picture_of(chain, SAID)
    high = {key: float(h) for key, h in zip(picture.boxes, itertools.cycle(heights), strict=False)}
    layout = layout_of(picture, high)
    assert set(layout.spots) == set(picture.boxes)
    for one, other in itertools.combinations(layout.spots.values(), 2):
        beside = abs(one.left - other.left) >= WIDE
        above = one.top + one.high <= other.top or other.top + other.high <= one.top
        assert beside or above
    for spot in layout.spots.values():
        assert 0 <= spot.left <= layout.wide - WIDE
        assert 0 <= spot.top <= layout.high - spot.high


@settings(deadline=None, max_examples=25)
@given(chains())
def test_a_page_takes_no_words_for_its_own(chain: Chain) -> None:
    parts = parts_of(chain_page(chain, SAID))
    shown = printable(" ".join(parts.words))
    assert printable(picture_of(chain, SAID).title) in shown


@given(words, st.floats(20, 400), st.integers(1, 4))
def test_lines_fit_and_lose_nothing_but_the_end(text: str, room: float, most: int) -> None:
    lines = wrapped(printable(text), room, 12, most)
    assert len(lines) <= most
    assert all(width(line, 12) <= room or len(line.rstrip("…")) <= 1 for line in lines)
    joined = "".join(lines).replace(" ", "")
    whole = printable(text).replace(" ", "")
    assert joined == whole or whole.startswith(joined.removesuffix("…"))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("state", State)
def test_words_are_easy_to_read_on_every_state(state: State) -> None:
    paper = luminance(LOOKS[state].pale)
    for ink in (INK, QUIET):
        assert (paper + 0.05) / (luminance(ink) + 0.05) >= 7


def test_every_state_has_a_pattern_of_its_own() -> None:
    assert list(LOOKS) == list(State)
    assert len({look.pattern for look in LOOKS.values()}) == len(State)
    assert len({look.strong for look in LOOKS.values()}) == len(State)


def test_english_by_a_switch(sampled: Store) -> None:
    told = texts_of(read(chain_svg(asked(sampled), Words("en"))))
    assert told[0] == "How Chỉ thị 05-CT/TW is carried out"
    assert any("in time" in line for line in told)


def test_day_of_the_state_is_the_day_asked_for(sampled: Store) -> None:
    question = questions.Chain(
        as_of=dt.date(2020, 1, 1), document=DIRECTIVE, tasks=True, limit=None
    )
    answer = sampled.ask(question)
    early = chain_of(sampled, (DIRECTIVE,), answer.rows, answer.total, question.as_of)
    assert State.OPEN_OVERDUE not in {task.state for task in early.tasks.values()}

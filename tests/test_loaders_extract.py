"""Laws that hold for every text, and the time that reading takes."""

import re
import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.extract import extract
from ontology.facts import DocumentFacts, Phrase, Source, Span
from ontology.folding import collapse
from tests.scoring import cases, read_json

PIECES = (
    "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị",
    "Kết luận số 01-\n\nKL/TW",
    "Kế hoạch số 33-KH/TU, ngày\n14/9/2021",
    "về tiếp tục thực hiện",
    "Nghị định số 30/2020/NĐ-CP",
    "\n- Tham mưu",
    "\n+ Sở Y tế chủ trì, phối hợp với Sở Tài chính",
    "\nI. NHIỆM VỤ\n",
    "\n1. Giao Ban Pháp chế:\n",
    "trước ngày 25/11/2023",
    "trong quý I năm 2025; hằng tháng",
    "STT\tNội dung công việc\tChủ trì\tThời gian hoàn thành\n1\tBáo cáo\tPhòng TT-TT\t30/11/2023\n",
    "| TT | Nội dung | Chủ trì |\n|---|---|---|\n| 1 | Báo cáo | Sở Y tế |\n",
    "\nSTT\nNội dung\nThời gian\nCơ quan\nchủ trì\nI\nKinh tế\nBáo cáo\nQuý I\nỦy ban\n",
    "khi có văn bản của Trung ương",
    "\nNơi nhận:\n- Như trên,\nTRƯỞNG BAN\nTrần Văn An",
    "\x0c 3 \n",
    "uỷ “ngoặc kép” …",
    " ",
    "\n",
    "\t",
    "\r\n",
    "|",
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map("".join)
forms = st.sampled_from(["NFC", "NFD"])


def read(text: str) -> DocumentFacts:
    return extract(Source("văn bản", "văn bản", "txt", "0" * 64, text))


def phrases_of(facts: DocumentFacts) -> Iterator[Phrase]:
    for _, phrase in facts.document.evidence:
        yield phrase
    for item in facts.items:
        yield from (*item.lead, *item.cooperating)
        yield from item.due.phrases if item.due else ()
        yield from (one.phrase for one in item.recurrences)
        yield from (p for p in (item.condition, item.status) if p)
        yield from (target.phrase for target in item.targets)


@settings(max_examples=150, deadline=None)
@given(texts, forms)
def test_every_fact_points_at_its_words(text: str, form: str) -> None:
    """FORMAT: «`text[start:end]` must be the quoted span, line breaks included»."""
    text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    facts = read(text)
    spans = [c.span for c in facts.citations] + [i.span for i in facts.items]
    for span in [*spans, *(link.span for link in facts.links)]:
        assert 0 <= span.start < span.end <= len(text)
    for phrase in phrases_of(facts):
        words = text[phrase.span.start : phrase.span.end]
        assert phrase.span.end <= len(text)
        assert phrase.rule
        assert phrase.text
        assert bare(phrase.text) in bare(words)


def bare(text: str) -> str:
    """Return letters and figures only: marks of Markdown and HTML stand between and in words."""
    plain = re.sub(r"<[^>]{0,10}>", "", collapse(text)).replace("Ð", "Đ")
    return "".join(letter for letter in plain if letter.isalnum())


@settings(max_examples=60, deadline=None)
@given(texts)
def test_reading_is_a_function_of_the_text(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=60, deadline=None)
@given(texts)
@example(PIECES[11] + PIECES[8] * 2)  # a row, and two headings, of one number
def test_names_inside_one_document_are_unique(text: str) -> None:
    facts = read(text)
    for names in (
        [citation.id for citation in facts.citations],
        [item.id for item in facts.items],
        [item.path for item in facts.items],
    ):
        assert len(names) == len(set(names))
    known = {citation.id for citation in facts.citations}
    for item in facts.items:
        assert {target.citation for target in item.targets} <= known


@pytest.mark.parametrize("broken", ["\n", " \n\n", "\n\x0c\n", " \n 3 \n"])
def test_a_symbol_broken_over_lines_is_still_one_citation(broken: str) -> None:
    """FORMAT: «A symbol broken over lines is still one citation»."""
    filler = "- Tiếp tục thực hiện tốt các nhiệm vụ được giao trong lĩnh vực tuyên truyền\n" * 12
    text = (
        f"{filler}- Thực hiện Quy định 208-{broken}QĐ/TW, ngày 08/11/2019 của Ban Bí thư.\n{filler}"
    )
    (citation,) = read(text).citations
    assert (citation.number, citation.symbol) == ("208", "QĐ/TW")
    assert citation.date is not None
    assert text[citation.span.start : citation.span.end].startswith("Quy định 208-")


HOSTILE = (
    "1" * 20,
    "số " * 8,
    "1-A/" * 6,
    "ngày " * 5,
    '"' + "a" * 20,
    "các " * 6 + ", ",
    "Ban " * 5,
    "hằng tháng, quý, ",
    "- a\n",
    "|\n",
    "\t|",
    "I. A\n",
    "Luật " + "a " * 12,
    "phối hợp với các ",
    "*_",
    "khi có ",
    "trước ngày 1/",
    "năm 2020 - ",
    "TT\nNội dung\nThời hạn\nChủ trì\nA\nb\n",
    "TT\nNội dung\nThời hạn\nChủ trì\nA\nb\nc\nQuý I\nx\n",
    "Quý I, ",
    "15-",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """The bound is loose, for machines are noisy; quadratic reading would pass it by far."""
    small, large = piece * (40_000 // len(piece)), piece * (320_000 // len(piece))
    assert timed(large) < 24 * max(timed(small), 0.02)


def timed(text: str) -> float:
    """Return the processor's time, which others on the machine change less; the least of two."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        read(text)
        taken.append(time.process_time() - start)
    return min(taken)


def test_real_documents_keep_their_laws() -> None:
    for annotation, path in cases():
        text = path.read_bytes().decode(
            "utf-16" if path.read_bytes()[:1] == b"\xff" else "utf-8-sig"
        )
        facts = read(text)
        assert len(facts.citations) >= len(read_json(annotation)["citations"]) * 0.9
        for phrase in phrases_of(facts):
            assert bare(phrase.text) in bare(text[phrase.span.start : phrase.span.end])


def test_an_empty_text_says_nothing() -> None:
    facts = read("")
    assert (facts.citations, facts.items, facts.links) == ((), (), ())
    assert Span(0, 1) < Span(0, 2)


def test_an_asterisk_alone_in_the_body_is_nothing() -> None:
    text = "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n*\nII. TỔ CHỨC THỰC HIỆN\n\n1. Các chi bộ báo cáo.\n"
    facts = extract(Source("a.txt", "a.txt", "text", "", text))
    assert [item.path for item in facts.items] == ["II.1"]

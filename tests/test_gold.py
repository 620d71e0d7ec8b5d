"""What is read from real and sample documents, against annotations made by hand."""

from pathlib import Path

import pytest

from loaders.formats.source import read_source
from tests.scoring import SHARED, Score, cases, read_json, score

# Raise one when its figure rises. Lower one only with the reason in the commit message.
FLOORS = {
    "citations": 1.0,
    "citation fields": 1.0,
    "links": 0.96,
    "items": 1.0,
    "lead": 1.0,
    "cooperating": 1.0,
    "due": 1.0,
    "recurrence": 1.0,
    "condition": 1.0,
    "status": 1.0,
    "targets": 1.0,
    "document fields": 1.0,
}


@pytest.fixture(scope="module")
def total() -> Score:
    return score(cases())


@pytest.mark.parametrize("figure", FLOORS)
def test_the_gold_is_read(total: Score, figure: str) -> None:
    reached = total.f1(figure)
    assert reached >= FLOORS[figure], "\n".join([f"{figure}: {reached:.4f}", *total.losses])


@pytest.mark.parametrize(("annotation", "text"), cases(), ids=lambda path: Path(path).stem)
def test_the_gold_is_about_its_text(annotation: Path, text: Path) -> None:
    """An annotation with a wrong offset would punish the right answer."""
    words = read_source(text).text
    gold = read_json(annotation)
    for citation in gold["citations"]:
        assert words[citation["start"] : citation["end"]] == citation["text"]
    for item in gold.get("items", []):
        assert words[item["start"] : item["end"]].strip() == words[item["start"] : item["end"]]


def test_the_shared_gold_is_there_where_it_is_laid_out() -> None:
    """Without the shared texts only the samples are scored: then there must be six of them."""
    own = [path for path, _ in cases() if not path.is_relative_to(SHARED)]
    assert len(own) >= 6
    assert SHARED.exists() == any(path.is_relative_to(SHARED) for path, _ in cases())

"""A thousand made-up drafts: each planted mistake is found in its place, and none where none is."""

from collections import Counter
from functools import cache
from random import Random
from typing import Final, cast

import pytest

from checks.check import check
from checks.draft import draft_of
from checks.findings import Finding, Severity
from checks.rules import message, rules
from graph.store import Store, View
from ontology.facts import Source, Span
from tests.drafts import registered
from tests.made_drafts import made
from tests.made_pieces import Made
from tests.mistakes import DRAWS, Planted, Planter
from tests.mistakes_of_citations import OF_CITATIONS
from tests.mistakes_of_layout import OF_LAYOUT
from tests.mistakes_of_symbols import OF_SYMBOLS
from tests.mistakes_of_tasks import OF_TASKS, celebrated

KINDS: Final[dict[str, Planter]] = {**OF_CITATIONS, **OF_SYMBOLS, **OF_TASKS, **OF_LAYOUT}
DRAFTS: Final = 1_000
EACH: Final = -(-DRAFTS // len(KINDS))
FLOOR: Final = 0.99


class Unwritten:
    """A store that nobody writes to, and that can remember its registry therefore."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.registered = cache(store.registered)

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


@cache
def view() -> View:
    """Return what all drafts are checked against: the project's registry."""
    return cast("View", Unwritten(registered()))


def findings(draft: Made) -> tuple[Finding, ...]:
    """Return what is found in a made-up draft, by the project's registry."""
    name = f"{draft.seed}.txt"
    source = Source(name, name, "text", "0" * 64, draft.text)
    return check(draft_of(source, view(), day=draft.day))


def planted(code: str, number: int) -> Planted:
    """Return the draft of a number with the mistake of a code."""
    random = Random(f"{code} {number}")  # noqa: S311
    for seed in range(number * DRAWS, (number + 1) * DRAWS):
        done = KINDS[code](random, made(seed))
        if done is not None:
            return Planted(code, *done)
    message = f"no draft has room for {code}"
    raise AssertionError(message)


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two places share a letter; a place without letters is met by what touches it."""
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)


def is_found(mistake: Planted) -> bool:
    return any(
        finding.code == mistake.code
        and any(overlaps(finding.span, place) for place in mistake.places)
        for finding in findings(mistake.made)
    )


@pytest.mark.parametrize("code", KINDS)
def test_a_planted_mistake_is_found_in_its_place(code: str) -> None:
    mistakes = [planted(code, number) for number in range(EACH)]
    missed = [mistake for mistake in mistakes if not is_found(mistake)]
    assert len(missed) <= (1 - FLOOR) * EACH, "\n".join(map(_told, missed))


def test_a_right_draft_has_no_error() -> None:
    random = Random("right")  # noqa: S311
    wrong = []
    for seed in range(200):
        draft = made(seed) if seed % 3 else celebrated(random, made(seed))
        wrong += [
            f"draft {seed}: {message(finding)}"
            for finding in findings(draft)
            if rules()[finding.code].severity is Severity.ERROR
        ]
    assert not wrong, "\n".join(wrong)


def test_drafts_differ() -> None:
    """A generator that makes one draft again and again would prove nothing."""
    drafts = [made(seed) for seed in range(60)]
    assert len({draft.text for draft in drafts}) == 60
    assert len({draft.province for draft in drafts}) > 8
    assert len({cited.document.key for draft in drafts for cited in draft.cited}) > 60
    assert Counter(draft.is_state for draft in drafts).most_common()[-1][1] > 10


def test_every_rule_has_a_planted_mistake() -> None:
    assert KINDS.keys() == rules().keys()


def _told(mistake: Planted) -> str:
    """Return what was planted, and what was found instead."""
    text = mistake.made.text
    places = [text[place.start : place.end] for place in mistake.places]
    instead = [
        f"{finding.code} {text[finding.span.start : finding.span.end]!r}"
        for finding in findings(mistake.made)
    ]
    return f"{mistake.code} not found, draft {mistake.made.seed}: {places}; found: {instead}"

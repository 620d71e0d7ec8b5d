"""Every check in turn: from a draft to all findings, in the order of the text."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from checks.anniversaries import check_anniversaries
from checks.bodies import check_bodies
from checks.chain import check_chain
from checks.citations import check_citations
from checks.days import check_days
from checks.draft import Draft
from checks.findings import Finding
from checks.first_mentions import check_first_mentions
from checks.later_mentions import check_later_mentions
from checks.layout import check_layout
from checks.rules import rules
from checks.standing import check_standing
from checks.symbols import check_symbols
from checks.tasks import check_tasks
from checks.titles import check_titles
from checks.types import check_types
from checks.unresolved import check_unresolved

Checker: TypeAlias = Callable[[Draft], Iterator[Finding]]

CHECKERS: Final[tuple[Checker, ...]] = (
    check_citations,
    check_days,
    check_titles,
    check_unresolved,
    check_types,
    check_symbols,
    check_standing,
    check_first_mentions,
    check_later_mentions,
    check_chain,
    check_tasks,
    check_bodies,
    check_anniversaries,
    check_layout,
)


def check(draft: Draft) -> tuple[Finding, ...]:
    """Return what is wrong with a draft by the rules that hold on its day, by place and code."""
    found = (finding for checker in CHECKERS for finding in checker(draft))
    holding = {finding for finding in found if rules()[finding.code].holds(draft.day)}
    return tuple(sorted(holding, key=lambda f: (f.span, f.code, repr(f.told))))

"""Whether a draft names the documents between it and what it implements, and above those."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from checks.draft import Draft
from checks.findings import Clause, Evidence, Finding, Told
from checks.proof import evidence_of
from checks.wording import full_name, short_name
from graph.answer_types import ChainRow, DocumentRow, Force, ForceRow
from graph.questions import Chain, Documents, InForce
from ontology.facts import Citation
from ontology.keys import CENTRE
from ontology.known import KnownDocument
from ontology.numbers import canonical_symbol
from ontology.relations import CARRYING, Relation
from ontology.standing import told_end

_OWN_BELOW: Final = (Relation.IMPLEMENTS, Relation.GUIDES)
_MOST: Final = 3
_COMMITTEE: Final = "/TU"
_STATE: Final = re.compile(r"-(?:CP|TTG|UBND|HĐND|QH\d*)$", re.IGNORECASE)


def check_chain(draft: Draft) -> Iterator[Finding]:
    """Yield what the level above did for a document that the draft implements, and is not named."""
    cited = {key for c in draft.facts.citations for key in _may_mean(draft, c)}
    aimed = list(_aimed(draft))
    aims = {meant.key for _, meant in aimed}
    for citation, meant in aimed:
        yield from _above(draft, citation, meant, cited)
        yield from _origin(draft, citation, meant, cited | aims)


def _may_mean(draft: Draft, citation: Citation) -> Sequence[str]:
    """Return what a citation means, or may mean: then the draft may well name it."""
    meaning = draft.meanings.get(citation.id)
    if meaning is None:
        return ()
    return (meaning.key,) if meaning.key else meaning.candidates


def _aimed(draft: Draft) -> Iterator[tuple[Citation, KnownDocument]]:
    """Yield the documents that the draft as a whole carries out, each once, at its first place."""
    carried = {aim.citation for aim in draft.facts.aims if aim.relation in CARRYING}
    seen: set[str] = set()
    for citation in draft.facts.citations:
        meant = draft.meant(citation) if citation.id in carried else None
        if meant is not None and meant.key not in seen:
            seen.add(meant.key)
            yield citation, meant


def _above(
    draft: Draft, citation: Citation, meant: KnownDocument, cited: set[str]
) -> Iterator[Finding]:
    rows = _rows(draft, meant.key, up=False)
    keys = [row.hop.from_ for row in rows if row.hop.relation in _OWN_BELOW]
    left = [key for key in keys if key not in cited and key != draft.key]
    there = (row for row in _documents(draft, left) if told_end(row.status) is None)
    higher = (row for row in there if _is_above(draft, row))
    found = list(islice((row for row in higher if _is_in_force(draft, row.key)), _MOST))
    if found:
        told = (("cited", short_name(meant)), ("above", _listed(found)))
        evidence = tuple(Evidence(full_name(row), row.key) for row in found)
        yield Finding("chain-above", citation.span, told, evidence=evidence)


def _origin(
    draft: Draft, citation: Citation, meant: KnownDocument, cited: set[str]
) -> Iterator[Finding]:
    """Yield what a plan or guidance carries out; what only continues another stands by itself."""
    rows = _rows(draft, meant.key, up=True)
    keys = [row.hop.to for row in rows if row.hop.relation in _OWN_BELOW]
    origins = _documents(draft, [key for key in keys if key not in cited])
    found = [row for row in origins if told_end(row.status) is None]
    if found:
        told = (("above", short_name(meant)), ("cited", _listed(found[:_MOST])))
        evidence = (evidence_of(meant), *(Evidence(full_name(row), row.key) for row in found))
        yield Finding("chain-origin", citation.span, told, evidence=evidence)


def _rows(draft: Draft, key: str, *, up: bool) -> Sequence[ChainRow]:
    """Return the documents one hop away, those above or those below."""
    question = Chain(as_of=draft.day, limit=None, document=key, up=up, down=not up, depth=1)
    rows = draft.view.ask(question).rows
    return [row for row in rows if isinstance(row, ChainRow)]


def _documents(draft: Draft, keys: Sequence[str]) -> list[DocumentRow]:
    """Return documents that were there on the draft's day, by key."""
    if not keys:
        return []
    answer = draft.view.ask(Documents(as_of=draft.day, limit=None, keys=tuple(keys)))
    rows = (row for row in answer.rows if isinstance(row, DocumentRow))
    return [row for row in rows if row.date is not None and row.date <= draft.day]


def _is_above(draft: Draft, row: DocumentRow) -> bool:
    """Tell whether a document is of the level right above that of the draft.

    Above a commune's is its province, above a province's board its committee, above that the
    centre; above a People's Committee the Government too, which is not above the Party's.
    """
    own = draft.key.partition("/")[0]
    theirs = row.key.partition("/")[0]
    symbol = canonical_symbol(row.symbol or "")
    if own == CENTRE or own.startswith("_"):
        return False
    if "." in own:
        return theirs == own.partition(".")[0]
    mine = canonical_symbol(draft.facts.document.symbol or "")
    if theirs == CENTRE:
        is_state = _STATE.search(symbol) is not None
        return is_state if _STATE.search(mine) else mine.endswith(_COMMITTEE) and not is_state
    return theirs == own and not mine.endswith(_COMMITTEE) and symbol.endswith(_COMMITTEE)


def _is_in_force(draft: Draft, key: str) -> bool:
    rows = draft.view.ask(InForce(as_of=draft.day, limit=None, document=key)).rows
    gone = {Force.REPLACED, Force.ENDED}
    return not any(isinstance(r, ForceRow) and r.holds and r.force in gone for r in rows)


def _listed(rows: Sequence[DocumentRow]) -> Told:
    first, *others = (full_name(row, title=False) for row in rows)
    listed: Told = first
    for other in others:
        listed = Clause("and", (("one", listed), ("other", other)))
    return listed

"""Mistakes in citations: what does not agree with the document that is meant, or with itself."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from ontology.facts import Span
from ontology.known import KnownDocument
from ontology.registry import registry
from ontology.relations import Relation
from ontology.standing import last_known_day, told_end
from tests.made_citations import (
    TYPES,
    central,
    date_words,
    is_plain,
    namesakes,
    number_words,
    of_the_state,
    standing,
    succeeded,
    title_words,
)
from tests.made_drafts import FORMS, made
from tests.made_pieces import Made, Piece
from tests.mistakes import Planter, at, groups, in_full, mention, said, with_citation

Wrong = tuple[Made, tuple[Span, ...]] | None
TERMS: Final = ("VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
ISSUERS: Final = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương")
CODED: Final = {code: TYPES[code] for code in ("NQ", "CT", "KL", "TB")}
"""Types with a symbol of their own; QĐ is that of two."""
NOVEL: Final = (
    "xây dựng thư viện cơ sở",
    "phát triển nghề mây tre đan",
    "chăm sóc cây xanh đô thị",
)


def _part(random: Random, draft: Made, role: str) -> int | None:
    """Return the piece of a role in a mention in full of a document of the centre."""
    able = [
        place
        for of in in_full(draft)
        if (place := draft.of(role, of)) is not None and draft.cited[of].document in central()
    ]
    return random.choice(able) if able else None


def _meant(draft: Made, place: int) -> KnownDocument:
    return draft.cited[draft.pieces[place].of].document


def wrong_date(random: Random, draft: Made) -> Wrong:
    place = _part(random, draft, "date")
    if place is None:
        return None
    known = _meant(draft, place)
    right = known.date or draft.day
    others = {one.date for one in namesakes(known)} | {right}
    able = [
        day
        for days in (-9, -2, -1, 1, 2, 10, 30, 31, -30, -365, 365)
        if (day := right + dt.timedelta(days)) not in others and day < draft.day
    ]
    style = "words" if "tháng" in draft.pieces[place].text else "/"
    return at(draft, place, date_words(random.choice(able), style))


def wrong_issuer(random: Random, draft: Made) -> Wrong:
    place = _part(random, draft, "issuer")
    if place is None:
        return None
    return at(draft, place, random.choice([i for i in ISSUERS if i != draft.pieces[place].text]))


def wrong_term(random: Random, draft: Made) -> Wrong:
    place = _part(random, draft, "term")
    if place is None:
        return None
    able = [term for term in TERMS if term != draft.pieces[place].text]
    return at(draft, place, random.choice(able))


def wrong_type(random: Random, draft: Made) -> Wrong:
    place = _part(random, draft, "type")
    if place is None or _meant(draft, place).type not in CODED:
        return None
    able = [word for word in CODED.values() if word != draft.pieces[place].text]
    return at(draft, place, random.choice(able))


def wrong_type_word(random: Random, draft: Made) -> Wrong:
    """Write Quyết định for Quy định or the reverse, but not of what issues another one."""
    able = [
        one
        for one in standing(draft.day)
        if one.type in {"QĐ", "QĐi"} and not title_words(one).startswith("ban hành")
    ]
    more = with_citation(random, draft, able)
    if more is None:
        return None
    wrong, of = more
    place = mention(wrong, of)[0]
    words = ("Quyết định", "Quy định")
    return at(wrong, place, words[wrong.pieces[place].text == words[0]])


def wrong_title(random: Random, draft: Made) -> Wrong:
    place = _part(random, draft, "title")
    if place is None:
        return None
    own = set(draft.pieces[place].text.split())
    able = [
        words
        for one in standing(draft.day)
        if one.group not in groups(draft)
        and len(own & set((words := title_words(one)).split())) < 0.2 * len(own)
    ]
    if not able:
        return None
    wrong = draft.changed(place, random.choice(able))
    return wrong, (wrong.span(*mention(wrong, draft.pieces[place].of)),)


def unknown(random: Random, draft: Made) -> Wrong:
    """Mistype the number of a known document, so that it is nobody's; or make up another one."""
    if random.random() < 0.5:
        return _unheard(random, draft, random.choice(standing(draft.day)))
    place = _part(random, draft, "symbol")
    if place is None:
        return None
    known = _meant(draft, place)
    taken = {one.number for one in registry().documents if one.symbol == known.symbol}
    number = random.choice([n for n in map(str, range(11, 400)) if n not in taken])
    wrong = draft.changed(place, f"{number}-{known.symbol}")
    return wrong, (wrong.span(*mention(wrong, draft.pieces[place].of)),)


def unlisted(random: Random, draft: Made) -> Wrong:
    """Cite a decree that the registry, which does not have them all, does not have."""
    decree = next(one for one in of_the_state() if one.type == "NĐ")
    day = draft.day - dt.timedelta(random.randint(100, 900))
    return _unheard(random, draft, replace(decree, symbol=f"{day.year}/NĐ-CP", date=day))


def _unheard(random: Random, draft: Made, like: KnownDocument) -> Wrong:
    """Cite what nobody has heard of."""
    taken = {one.number for one in registry().documents if one.symbol == like.symbol}
    novel = replace(
        like,
        key="tw/new",
        number=random.choice([n for n in map(str, range(11, 200)) if n not in taken]),
        title=random.choice(NOVEL),
    )
    return _whole(with_citation(random, draft, [novel]))


def ambiguous(random: Random, draft: Made) -> Wrong:
    able = [
        one
        for one in standing(draft.day)
        if one.group not in groups(draft)
        and any(o.type == one.type and (o.date or draft.day) < draft.day for o in namesakes(one))
    ]
    known, of = random.choice(able), len(draft.cited)
    bare = (
        Piece(TYPES[known.type], "type", of),
        Piece(" số "),
        Piece(number_words(known), "symbol", of),
    )
    wrong = said(draft, random.choice(draft.places("slot")), bare)
    return wrong, (wrong.span(*mention(wrong, of)),)


def later(random: Random, draft: Made) -> Wrong:
    able = [one for one in central() if one.date and one.date > draft.day]
    return _whole(with_citation(random, draft, able))


def no_such_day(random: Random, draft: Made) -> Wrong:
    """Write a day that no calendar has: in a citation, or as a due time."""
    if random.random() < 0.5:
        place = _part(random, draft, "date")
        year = (_meant(draft, place).date or draft.day).year if place is not None else 0
        before = ""
    else:
        place = random.choice(draft.places("due"))
        year, before = draft.day.year + 1, "trước ngày "
    if place is None:
        return None
    day, month = random.choice(((31, "4"), (31, "6"), (30, "02"), (31, "9"), (31, "11")))
    words = f"{day}/{month}/{year}"
    if "tháng" in draft.pieces[place].text and not before:
        words = f"{day} tháng {month} năm {year}"
    return at(draft, place, f"{before}{words}")


def _whole(more: tuple[Made, int] | None) -> Wrong:
    if more is None:
        return None
    wrong, of = more
    return wrong, (wrong.span(*mention(wrong, of)),)


def _succeeded(relation: Relation) -> Planter:
    """Return a planter of what had been succeeded in one way on the draft's day."""

    def plant(random: Random, draft: Made) -> Wrong:
        by_key = {one.key: one for one in registry().documents}
        able = []
        for known in relation_targets(relation):
            sources = [
                by_key[r.from_key]
                for r in registry().relations
                if r.to_key == known.key and r.relation is relation and r.from_key in by_key
            ]
            days = [one.date for one in sources if one.date]
            named = any(one.group in groups(draft) for one in sources)
            if days and max(days) < draft.day and not named:
                able.append(known)
        return _whole(with_citation(random, draft, able))

    return plant


def relation_targets(relation: Relation) -> list[KnownDocument]:
    """Return the documents that can be cited in full and are succeeded in one way only."""
    ways: dict[str, set[Relation]] = {}
    for one in registry().relations:
        if one.relation in {Relation.REPLACES, Relation.CONTINUES, Relation.AMENDS}:
            ways.setdefault(one.to_key, set()).add(one.relation)
    return [
        one for one in registry().documents if ways.get(one.key) == {relation} and is_plain(one)
    ]


def ended(random: Random, draft: Made) -> Wrong:
    """Cite what the registry says has ended, without a document that replaced it."""
    able = [
        one
        for one in registry().documents
        if (end := told_end(one.status)) is not None
        and end.word == "ended"
        and (end.day or last_known_day()) < draft.day
        and is_plain(one)
    ]
    return _whole(with_citation(random, draft, able))


def disagreeing(random: Random, draft: Made) -> Wrong:
    """Cite a plan of the province twice, with two days."""
    slots = draft.places("slot")
    if len(slots) < 2:
        return None
    day = draft.day - dt.timedelta(random.randint(60, 300))
    other = day + dt.timedelta(random.choice((-2, -1, 1, 2)))
    number, of = random.randint(100, 250), len(draft.cited)
    words = f"Kế hoạch số {number}-KH/TU, ngày "
    first = (
        Piece(f"{words}{date_words(day)} của Ban Thường vụ Tỉnh ủy về {random.choice(NOVEL)}"),
    )
    again = (Piece(words), Piece(date_words(other), "date", of))
    wrong = said(said(draft, slots[-1], again), slots[0], first)
    place = wrong.of("date", of)
    assert place is not None
    return wrong, (wrong.span(place),)


def bare(random: Random, draft: Made) -> Wrong:
    """Leave out date, issuer, term and title where a document is named for the only time."""
    once = [
        of
        for of in in_full(draft)
        if not namesakes(known := draft.cited[of].document)
        and sum(cited.document == known for cited in draft.cited) == 1
    ]
    if not once:
        return None
    of = random.choice(once)
    first, last = mention(draft, of)
    kept = draft.pieces[first : first + 3]
    wrong = replace(draft, pieces=(*draft.pieces[:first], *kept, *draft.pieces[last + 1 :]))
    return wrong, (wrong.span(first, first + 2),)


def term_of_another_time(random: Random, draft: Made) -> Wrong:
    """Cite what nobody has heard of with a day of one term and the number of another."""
    like = random.choice(standing(draft.day))
    other = random.choice([term for term in TERMS if term != like.term])
    more = _unheard(random, draft, replace(like, term=other))
    said_so = more is not None and more[0].of("term", len(draft.cited)) is not None
    return more if said_so else None


def doubtful(random: Random, draft: Made) -> Wrong:
    """Name another issuer where no date tells which of the two is wrong."""
    able = [
        one for one in standing(draft.day) if not namesakes(one) and one.group not in groups(draft)
    ]
    known, of = random.choice(able), len(draft.cited)
    bare = (
        Piece(f"{TYPES[known.type]} số {number_words(known)} của "),
        Piece(random.choice([i for i in ISSUERS if i != known.issuer]), "issuer", of),
    )
    wrong = said(draft, random.choice(draft.places("slot")), bare)
    return wrong, (wrong.span(*mention(wrong, of)),)


def two_ways(random: Random, draft: Made) -> Wrong:
    """Write the type of a document in full at first, and as a code later."""
    later_ones = [
        place
        for place in draft.places("type")
        if not draft.cited[draft.pieces[place].of].first
        and draft.of("title", draft.pieces[place].of) is None
    ]
    if not later_ones:
        return None
    place = random.choice(later_ones)
    wrong = draft.changed(place, _meant(draft, place).type)
    return wrong, (wrong.span(*mention(wrong, draft.pieces[place].of)),)


def _pairs() -> list[tuple[KnownDocument, KnownDocument]]:
    """Return documents of Government with the one of the Party that each carries out."""
    by_key = {one.key: one for one in central() if one.key not in succeeded()}
    return [
        (above, by_key[r.to_key])
        for above in of_the_state()
        for r in registry().relations
        if r.relation is Relation.IMPLEMENTS and r.from_key == above.key and r.to_key in by_key
    ]


def _chained(choose: Callable[[KnownDocument, KnownDocument], KnownDocument]) -> Planter:
    """Return a planter of plans of a province that carry out one of a pair and name only that."""

    def plant(random: Random, draft: Made) -> Wrong:
        above, origin = random.choice(_pairs())
        named = choose(above, origin)
        missing = origin if named is above else above
        plan = made(draft.seed, random.choice([f for f in FORMS if f.is_state and f.name]), named)
        if missing.group in groups(plan) or (above.date or plan.day) >= plan.day:
            return None
        places = tuple(
            plan.span(*mention(plan, of))
            for of, cited in enumerate(plan.cited)
            if cited.document == named
        )
        return plan, places

    return plant


OF_CITATIONS: Final[dict[str, Planter]] = {
    "citation-date": wrong_date,
    "citation-issuer": wrong_issuer,
    "citation-term": wrong_term,
    "citation-type": wrong_type,
    "citation-type-word": wrong_type_word,
    "citation-title": wrong_title,
    "citation-unknown": unknown,
    "citation-unlisted": unlisted,
    "citation-ambiguous": ambiguous,
    "citation-later": later,
    "impossible-date": no_such_day,
    "citation-replaced": _succeeded(Relation.REPLACES),
    "citation-continued": _succeeded(Relation.CONTINUES),
    "citation-amended": _succeeded(Relation.AMENDS),
    "citation-ended": ended,
    "mention-disagrees": disagreeing,
    "mention-bare": bare,
    "mention-two-ways": two_ways,
    "citation-term-date": term_of_another_time,
    "citation-doubt": doubtful,
    "chain-above": _chained(lambda _, origin: origin),
    "chain-origin": _chained(lambda above, _: above),
}

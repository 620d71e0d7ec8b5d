"""From a body's printed name, with who prints it and where, to the body.

The registry knows bodies of the centre, and bodies of which every province has one (the authority
of their key is `*`); what it does not know is made from the printed name.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from ontology.abbreviations import department, letters, one_apart, spelt_out
from ontology.authorities import jurisdiction_of
from ontology.keys import CENTRE, CENTRE_NAME, authority_of, slug
from ontology.known import KnownBody
from ontology.places import is_district, place_below, plain
from ontology.provinces import DISTRICTS_UNTIL, split_province
from ontology.provincial import is_each, of_province
from ontology.registry_bodies import EACH

_LONG_ENOUGH: Final = 10
"""Letters of a name in which one wrong letter does not make another name."""

_GROUP: Final = re.compile(
    r"(?:các|những|mọi|tất cả|toàn thể|hệ thống|cộng tác viên)\b"
    r"|.*\bcác (?:cấp|huyện|quận|xã|phường|thành|tỉnh|đảng|địa|sở|ban|bộ|ngành|đơn vị|tổ chức)\b"
    r"|cấp ủy\b.*\b(?:trực thuộc|cơ sở)\b"
)
_OWN: Final = re.compile(
    r"(?:các )?phòng\b|(?:các đồng chí )?lãnh đạo\b|văn phòng(?: ban)?$|công đoàn cơ quan$"
    r"|tổ thư ký$|.*\bthuộc (?:ban|văn phòng|sở|cơ quan)$"
)
"""What belongs to whoever prints it: every board has its own Phòng Tổng hợp."""

_PROVINCIAL: Final = re.compile(r"^sở\b|\b(?:tỉnh|thành phố|tỉnh ủy|thành ủy)\b")
_MINISTRY: Final = re.compile(r"bộ (?!chỉ huy|phận|đội|môn)|.*\btrung ương$")


class BodyNames:
    """The known bodies, by every form of their names."""

    def __init__(self, known: tuple[KnownBody, ...]) -> None:
        self._known = {body.key: body for body in known}
        self._central = dict(_forms(body for body in known if not is_each(body.key)))
        self._each = dict(_forms(body for body in known if is_each(body.key)))
        self._cached = lru_cache(maxsize=1 << 16)(self._resolve)

    def resolve(self, printed: str, issuer: str | None, jurisdiction: str | None) -> KnownBody:
        """Return the body that a document of `issuer` in `jurisdiction` means by a printed name.

        A name that nobody knows makes a new body of that jurisdiction, of kind `group` where it is
        collective. Departments belong to the issuer: it is their parent and part of their key.
        """
        return self._cached(printed, issuer, jurisdiction)

    def related(self, body: KnownBody) -> tuple[KnownBody, ...]:
        """Return the known bodies above a body and after it, nearest first."""
        found: dict[str, KnownBody] = {}
        waiting = [body]
        while waiting:
            here = waiting.pop(0)
            for key in (here.parent, here.successor):
                other = self._by_key(key, body) if key and key not in found else None
                if other is not None:
                    found[other.key] = other
                    waiting.append(other)
        return tuple(found.values())

    def in_place(self, jurisdiction: str | None, kind: str = "body") -> tuple[KnownBody, ...]:
        """Return the registered bodies of the centre, or those that every province has, by key."""
        if jurisdiction == CENTRE_NAME:
            found = [b for b in self._known.values() if b.level == "central"]
        else:
            each = (body for body in self._known.values() if is_each(body.key))
            found = [of_province(body, jurisdiction) for body in each]
        return tuple(sorted((b for b in found if b.kind == kind), key=lambda body: body.key))

    def entry(self, key: str) -> KnownBody | None:
        """Return what the registry says of a body, or of that which every province has one of."""
        if key in self._known:
            return self._known[key]
        bare = key.partition("/")[2]
        for name in (bare, bare.replace("thanh-uy", "tinh-uy"), bare.replace("thanh-pho", "tinh")):
            body = self._known.get(f"{EACH}/{name}")
            if body is not None:
                return body
        return None

    def _by_key(self, key: str, beside: KnownBody) -> KnownBody | None:
        entry = self.entry(key)
        if entry is None or entry.key == key:
            return entry
        authority = key.partition("/")[0]
        at_home = authority == authority_of(beside.jurisdiction)
        return of_province(entry, beside.jurisdiction if at_home else jurisdiction_of(authority))

    def _resolve(self, printed: str, issuer: str | None, jurisdiction: str | None) -> KnownBody:
        name = department(printed) or spelt_out(printed)
        rest, province = split_province(name)
        home = province or jurisdiction
        if province is None and home is not None:  # a place that no list has is named so too
            rest = _without(name, home)
        known = self._find(name, rest, issuer, home)
        if known is not None:
            return of_province(known, home) if is_each(known.key) else known
        return self._made(name, issuer, home)

    def _find(self, name: str, rest: str, issuer: str | None, home: str | None) -> KnownBody | None:
        """Return the known body: that of the province goes before that of the centre, at home."""
        central = (name, f"{name} {CENTRE_NAME}") if home == CENTRE_NAME else (name,)
        provincial = tuple(_variants(rest)) if self._may_be_provincial(rest, issuer, home) else ()
        order = ((self._each, provincial), (self._central, central))
        for by_form, names in order if home != CENTRE_NAME else reversed(order):
            for form in map(letters, names):
                if form in by_form:
                    return by_form[form]
        for by_form, names in order:
            for form in map(letters, names):
                near = _misprinted(form, by_form)
                if near is not None:
                    return near
        return None

    @staticmethod
    def _may_be_provincial(name: str, issuer: str | None, home: str | None) -> bool:
        """Tell a commune's own `Ủy ban Kiểm tra` from its `Ủy ban Kiểm tra Tỉnh ủy`."""
        below = issuer is not None and place_below(issuer) is not None
        if home == CENTRE_NAME or below:
            return _PROVINCIAL.search(plain(name)) is not None
        return True

    def _made(self, name: str, issuer: str | None, home: str | None) -> KnownBody:
        small = plain(name)
        authority = CENTRE if _MINISTRY.match(small) else authority_of(home)
        parent = self._parent(small, issuer, home)
        place = issuer and place_below(issuer)
        whole = name
        if _OWN.match(small) and parent is not None:
            whole = _with(whole, parent.name)
        if place and _PROVINCIAL.search(small) is None:
            whole = _with(whole, place)
        return KnownBody(
            key=f"{authority}/{slug(whole) or slug(letters(name)) or '-'}",
            name=name,
            kind=_kind(small),
            jurisdiction=CENTRE_NAME if authority == CENTRE else home,
            parent=parent.key if parent is not None else None,
            valid_to=_end(small, place),
        )

    def _parent(self, small: str, issuer: str | None, home: str | None) -> KnownBody | None:
        """Return the body above an unknown one, as far as its name tells."""
        if _OWN.match(small):
            return self._resolve(issuer, None, home) if issuer else None
        above = None
        if small.startswith("sở "):
            above = self._known.get(f"{EACH}/uy-ban-nhan-dan-tinh")
        elif small.endswith((" tỉnh ủy", " thành ủy")) and not _GROUP.match(small):
            above = self._known.get(f"{EACH}/tinh-uy")
        return of_province(above, home) if above is not None else None


def _end(small: str, place: str | None) -> dt.date | None:
    """Return when a body ended with the districts: by its own name, or as a part of the issuer.

    Of schools and associations that a district names nobody knows.
    """
    own = place_below(small) or (place if _OWN.match(small) else None)
    return DISTRICTS_UNTIL if own and is_district(own) and not _GROUP.match(small) else None


def _without(name: str, place: str) -> str:
    """Return a name without the place at its end."""
    words = name.split()
    for first in range(1, len(words)):
        if letters(" ".join(words[first:])) == letters(place):
            return " ".join(words[:first])
    return name


def _with(name: str, owner: str) -> str:
    return name if letters(owner) in letters(name) else f"{name} {owner}"


def _forms(bodies: Iterable[KnownBody]) -> Iterator[tuple[str, KnownBody]]:
    """Give each form of the bodies' names; a body's own name goes before others' aliases."""
    bodies = tuple(bodies)
    for body in bodies:
        for alias in body.aliases:
            yield letters(alias), body
            yield letters(spelt_out(alias)), body
    for body in bodies:
        yield letters(body.name), body


def _variants(name: str) -> Iterator[str]:
    """Give a provincial name as a province has it, with and without the word for province."""
    name = re.sub(r"(?i:thành ủy|thành uỷ)$", "Tỉnh ủy", name)
    name = re.sub(r"(?i:\s+(?:thành phố|tp\.?))$", " tỉnh", name)
    yield name
    if name.casefold().endswith(" tỉnh"):
        yield name[: -len(" tỉnh")]


def _misprinted(form: str, by_form: dict[str, KnownBody]) -> KnownBody | None:
    """Return the only known body whose name has one other letter; figures are never misprints."""
    if len(form) < _LONG_ENOUGH:
        return None
    figures = re.sub(r"\D", "", form)
    near = {
        body.key: body
        for other, body in by_form.items()
        if one_apart(form, other) and re.sub(r"\D", "", other) == figures
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _kind(small: str) -> str:
    if _GROUP.match(small):
        return "group"
    return "department" if small.startswith("phòng ") else "body"

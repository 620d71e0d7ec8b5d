"""Mistakes in layout: the header, the signature, the recipients of the other system or of none."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from ontology.facts import Span
from tests.made_drafts import NEW_FORM, STATE_FORM
from tests.made_pieces import Made
from tests.mistakes import Planter

PARTY: Final = "ĐẢNG CỘNG SẢN VIỆT NAM"
NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
HEAD: Final = ("own-number", "heading", "motto", "place-date", "name")
FOOT: Final = ("end", "recipients", "file", "authority", "post", "signatory")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is done to the piece of a role; None leaves a draft alone that it does not suit.

    `state` tells whose drafts it is for, None for both; `new` that it is for the newest rules only.
    `around` are the roles between which a finding may point, where the words themselves are gone.
    """

    role: str
    change: Callable[[Random, str], str | None]
    state: bool | None = None
    new: bool = False
    around: tuple[str, ...] = ()


def _gone(_: Random, __: str) -> str:
    return ""


def _as(*words: str) -> Callable[[Random, str], str]:
    return lambda random, _: random.choice(words)


def _sub(pattern: str, instead: str) -> Callable[[Random, str], str | None]:
    """Return what replaces a pattern, and does not suit what does not have it."""

    def change(_: Random, words: str) -> str | None:
        changed = re.sub(pattern, instead, words)
        return None if changed == words else changed

    return change


def _numeric(_: Random, words: str) -> str:
    return re.sub(r"(\d+) tháng (\d+) năm (\d+)", r"\1/\2/\3", words)


def _other_type(random: Random, words: str) -> str:
    names = ("KẾ HOẠCH", "HƯỚNG DẪN", "BÁO CÁO", "THÔNG BÁO")
    return random.choice([name for name in names if name != words])


SLIPS: Final[dict[str, Slip]] = {
    "layout-party-nation": Slip("heading", _as(NATION), state=False),
    "layout-party-motto": Slip("heading", lambda _, words: f"{words}\n{MOTTO}", state=False),
    "layout-party-heading": Slip("heading", _gone, state=False, around=("issuer-line", *HEAD)),
    "layout-party-capitals": Slip("heading", _as("Đảng Cộng sản Việt Nam"), state=False),
    "layout-party-crossed": Slip("own-number", _sub(r"-(\w+)/", r"/\1-"), state=False),
    "layout-party-colon": Slip("own-number", _sub("Số", "Số:"), state=False),
    "layout-number-zero": Slip("own-number", _sub(r"\b0", "")),
    "layout-number-missing": Slip("own-number", _gone, around=("issuer-line", *HEAD)),
    "layout-date-missing": Slip("place-date", _gone, around=HEAD),
    "layout-date-zero": Slip("place-date", _sub(r"(ngày|tháng) 0", r"\1 ")),
    "layout-date-words": Slip("place-date", _numeric),
    "layout-date-comma": Slip("place-date", _sub(",", "")),
    "layout-type-missing": Slip("name", _gone, around=("own-number", "rule", "name")),
    "layout-type-capitals": Slip("name", lambda _, words: words.capitalize()),
    "layout-type-symbol": Slip("name", _other_type),
    "layout-party-about": Slip("about", _as("V/v"), state=False),
    "layout-party-asterisk": Slip("mark", _gone, state=False, around=("issuer-line", *HEAD)),
    "layout-party-rule": Slip("rule", _gone, state=False, around=("name", "slot")),
    "layout-party-uy": Slip("issuer-line", _sub("ỦY", "UỶ"), state=False, new=True),
    "layout-party-end": Slip("end", _as("./."), state=False, new=True),
    "layout-party-authority": Slip("authority", _sub("^([TK])/([MT])", r"\1\2."), state=False),
    "layout-party-deputy": Slip(
        "authority", _sub("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ"), state=False, new=True
    ),
    "layout-signatory-title": Slip("signatory", lambda _, words: f"TS. {words}"),
    "layout-recipients-file": Slip("file", _gone, around=FOOT),
    "layout-party-file": Slip("file", _as("- Lưu: VT."), state=False, new=True),
    "layout-state-party": Slip("heading", _as(PARTY), state=True),
    "layout-state-nation": Slip("heading", _gone, state=True, around=("issuer-line", *HEAD)),
    "layout-state-motto": Slip("motto", _gone, state=True, around=("issuer-line", *HEAD)),
    "layout-state-capitals": Slip("heading", lambda _, words: words.capitalize(), state=True),
    "layout-state-motto-form": Slip(
        "motto",
        _as("Độc lập-Tự do-Hạnh phúc", MOTTO.upper()),
        state=True,
    ),
    "layout-state-crossed": Slip("own-number", _sub(r"/(\w+)-", r"-\1/"), state=True),
    "layout-state-colon": Slip("own-number", _sub(":", ""), state=True),
    "layout-state-authority": Slip("authority", _sub(r"^([TK])([MT])\.", r"\1/\2"), state=True),
    "layout-state-end": Slip("end", _as("."), state=True, around=FOOT),
    "layout-state-file": Slip("file", _sub(":", ""), state=True),
    "layout-state-semicolon": Slip("recipient", _sub(";", ","), state=True),
}


def _planter(slip: Slip) -> Planter:
    def plant(random: Random, draft: Made) -> tuple[Made, tuple[Span, ...]] | None:
        able = draft.places(slip.role)
        if not able or slip.state not in {None, draft.is_state}:
            return None
        if draft.day < (NEW_FORM if slip.new else STATE_FORM if draft.is_state else draft.day):
            return None
        place = random.choice(able)
        words = slip.change(random, draft.pieces[place].text)
        if words is None:
            return None
        wrong = draft.changed(place, words)
        return wrong, (_around(wrong, slip.around) if slip.around else wrong.span(place),)

    return plant


def _around(draft: Made, roles: tuple[str, ...]) -> Span:
    """Return from the first to the last of some pieces."""
    places = [place for role in roles for place in draft.places(role)]
    return draft.span(min(places), max(places))


def letter_type(_: Random, draft: Made) -> tuple[Made, tuple[Span, ...]] | None:
    """Head a letter with its type."""
    if draft.places("name"):
        return None
    place = draft.places("place-date")[0]
    wrong = draft.changed(place, f"{draft.pieces[place].text}\n\nCÔNG VĂN")
    end = wrong.span(place).end
    return wrong, (Span(end - len("CÔNG VĂN"), end),)


def _cut(draft: Made, first: str, last: str) -> Made:
    """Return the draft without what stands from one piece to another."""
    start, end = draft.places(first)[0], draft.places(last)[-1]
    return replace(draft, pieces=(*draft.pieces[:start], *draft.pieces[end + 1 :]))


def no_recipients(_: Random, draft: Made) -> tuple[Made, tuple[Span, ...]]:
    wrong = _cut(draft, "recipients", "file")
    return wrong, (_around(wrong, FOOT),)


def no_post(_: Random, draft: Made) -> tuple[Made, tuple[Span, ...]]:
    wrong = _cut(draft, "authority", "post")
    return wrong, (_around(wrong, FOOT),)


OF_LAYOUT: Final[dict[str, Planter]] = {
    **{code: _planter(slip) for code, slip in SLIPS.items()},
    "layout-letter-type": letter_type,
    "layout-recipients": no_recipients,
    "layout-signature": no_post,
}

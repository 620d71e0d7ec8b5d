"""Patterns for any of many words, in the form that an engine looks through fastest.

It tries alternatives one after the other, and skips letters that none begins with where each begins
with a letter.
"""

from collections.abc import Iterator
from itertools import chain


def any_case(words: str) -> str:
    """Return a pattern for any of the words, small, with a capital or in capitals.

    It begins with letters, as `(?i:…)` does not. A word may be a pattern that stays one in capitals.
    """
    forms = ((word, word[0].upper() + word[1:], word.upper()) for word in _alternatives(words))
    return by_letter("|".join(dict.fromkeys(chain.from_iterable(forms))))


def by_letter(pattern: str, *, mixed: bool = False) -> str:
    """Return a pattern for the same alternatives, those that begin with one letter put together.

    Each must begin with a letter that stands for itself; those with one letter stay in their order.
    `mixed` gives them in any case, also of single letters; then they begin with small ones.

    >>> by_letter("Ban|Bộ(?! phận)|Sở")
    '(?:B(?:an|ộ(?! phận))|S(?:ở))'
    """
    rest: dict[str, list[str]] = {}
    for one in _alternatives(pattern):
        rest.setdefault(one[0], []).append(one[1:])
    groups = (
        f"[{first}{first.upper()}](?i:{'|'.join(ends)})"
        if mixed
        else f"{first}(?:{'|'.join(ends)})"
        for first, ends in rest.items()
    )
    return f"(?:{'|'.join(groups)})"


def _alternatives(pattern: str) -> Iterator[str]:
    depth = start = 0
    for at, sign in enumerate(pattern):
        if sign == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
        depth += (sign == "(") - (sign == ")")
    yield pattern[start:]

"""Roman figures, in which the terms of the Central Committee and the parts of a document count."""

from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST: Final = 3_999


def roman(number: int) -> str:
    """Return a number in Roman figures; one that they cannot write comes in Arabic ones.

    >>> roman(14), roman(0)
    ('XIV', '0')
    """
    if not 0 < number <= _MOST:
        return str(number)
    out = ""
    for value, figure in _ROMAN:
        times, number = divmod(number, value)
        out += figure * times
    return out

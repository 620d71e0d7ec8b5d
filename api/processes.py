"""How many processes work that takes long is given to."""

import os
from typing import Final

_MOST: Final = 8
"""More are only begun when somebody says so."""


def worker_count(asked: int | None, things: int, many: int) -> int:
    """Return as many as somebody asked for, else one for each core where there are `many` things.

    >>> worker_count(3, 1, 50), worker_count(None, 49, 50)
    (3, 1)
    """
    return asked or (min(os.cpu_count() or 1, _MOST) if things >= many else 1)

"""How states and kinds of documents look: a colour, a pattern and words for each.

The strong colours are those of Okabe and Ito, which colour-blind people tell apart; each has its
own pattern too, for whoever prints in black and white. Words are dark on pale: at least 7 to 1.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from graph.answer_types import State

INK: Final = "#1A1A1A"
QUIET: Final = "#4A4A4A"
LINE: Final = "#5B6675"
NAVY: Final = "#14325C"
PAPER: Final = "#FFFFFF"
CENTRAL: Final = "#FFF3D1"
LOCAL: Final = "#E8F0FA"


@dataclass(frozen=True, slots=True)
class Look:
    """A strong colour and its pattern for a mark, and a pale colour for what words stand on.

    `pattern` is the path of one tile of 8 by 8 that is drawn in white on the strong colour.
    """

    strong: str
    pale: str
    pattern: str


LOOKS: Final = MappingProxyType(
    {
        State.DONE_ON_TIME: Look("#007A59", "#E3F4EE", ""),
        State.DONE_LATE: Look("#B37700", "#FCF1DA", "M0 0H8V3H0Z"),
        State.OPEN_IN_TIME: Look("#0072B2", "#E2EFF8", "M0 8L8 0H4L0 4ZM8 8V4L4 8Z"),
        State.OPEN_OVERDUE: Look("#C24A00", "#FCE7DB", "M2 0H5V8H2Z"),
        State.RECURRING: Look("#9A4A7C", "#F7E9F1", "M2 2H6V6H2Z"),
        State.WAITING: Look("#56B4E9", "#EAF6FD", "M0 0H4V4H0ZM4 4H8V8H4Z"),
        State.UNDATED: Look("#767676", "#F3F3F3", "M1 1H7V7H1Z"),
        State.CANCELLED: Look("#3D3D3D", "#EDEDED", "M0 0L8 8H5L0 3ZM3 0H8V5Z"),
    }
)

"""Lines that say nothing but who prepares the work above them, and perhaps when.

`Ban Tổ chức chủ trì, phối hợp Văn phòng tham mưu, trình trong tháng 01/2026.`
"""

import re
from typing import Final

from loaders.actors import SUBJECT
from loaders.names import name_end

_LONGEST: Final = 260
_STEP: Final = re.compile(
    r",? (?:và )?(?:chủ trì|chủ động|phối hợp(?: với| cùng)?|tham mưu|chuẩn bị(?: nội dung)?|trình|thực hiện)(?!\w)"
)
_WHEN: Final = re.compile(
    r"(?:[,;]? (?:trong |vào |trước |thời gian |từ )?(?:[Qq]uý|[Tt]háng|[Nn]gày|[Nn]ăm) [^.;]{1,40})?[.;)/ ]*"
)


def says_who(text: str, start: int, end: int) -> bool:
    """Tell whether a line names a body, what part it has, and perhaps when; but no work."""
    at = start + 1 if text.startswith("(", start) else start
    if end - at > _LONGEST or not SUBJECT.match(text, at, end):
        return False
    at = name_end(text, at, end)
    step = _STEP.match(text, at, end)
    if step is None:
        return False
    while step is not None:
        at = step.end()
        if "phối hợp" in step[0]:
            at = max(at, name_end(text, at + 1, end))
        step = _STEP.match(text, at, end)
    return _WHEN.fullmatch(text, at, end) is not None

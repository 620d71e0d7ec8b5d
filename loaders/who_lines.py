"""Lines that say nothing but who prepares the work above them, and perhaps when.

`Ban Tổ chức chủ trì, phối hợp Văn phòng tham mưu, trình trong tháng 01/2026.`
"""

import re
from typing import Final

from loaders.actors import SUBJECT
from loaders.names import BODY_START, name_end

_LONGEST: Final = 260
_STEP: Final = re.compile(
    r",? (?:và )?(?:chủ trì|chủ động|phối hợp(?: với| cùng)?|tham mưu|chuẩn bị(?: nội dung)?|trình|thực hiện)(?!\w)"
)
_WHEN: Final = re.compile(
    r"(?:[,;]? (?:[-–] )?(?:(?:và )?(?:hoàn thành|xong) )?(?:trong |vào |trước |thời gian |từ |chậm nhất )?(?:(?:[Qq]uý|[Tt]háng|[Nn]gày|[Nn]ăm) [^.;]{1,40}|\d{1,2}/\d{1,2}(?:/\d{4})?))?[.;)/ ]*"
)
_OTHERS: Final = re.compile(r"[;,] (?=các |[A-ZĐ])")
_GO: Final = re.compile(r" (?:cùng |tham )*(?:dự|gia|phối hợp|thực hiện)(?!\w)")
"""What others do beside who is named first."""
_LONGEST_TAIL: Final = 124
_ADDRESSED: Final = re.compile(
    r"(?:gửi|qua|tại|của|với|cho|gồm|về|đến|sau|là|thuộc|như|hệ|cùng|các|và|,)(?: [^.:;()\n]{0,40})?$"
)
"""Before a body that is not told to do the work."""
_NEAR: Final = 50
_DASHED: Final = re.compile(r" [-–] (?=(?:trong|vào|trước|ngày|tháng|quý) )")


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
    others = _OTHERS.match(text, at, end)
    if others and BODY_START.match(text, others.end(), end):
        go = _GO.match(text, name_end(text, others.end(), end), end)
        at = go.end() if go else at
    return _WHEN.fullmatch(text, at, end) is not None


def bare_names(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the names of a line that says nothing else but perhaps when.

    `Huyện đoàn, Hội Phụ nữ huyện - ngày 24/9.`
    """
    if end - start > _LONGEST or not SUBJECT.match(text, start, end):
        return None
    dashed = _DASHED.search(text, start, end)
    at = name_end(text, start, dashed.start() if dashed else end)
    alone = at > start and _WHEN.fullmatch(text, at, end) is not None
    return (start, at) if alone else None


def names_at_end(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the names of bodies with which work ends, and which nothing is said of.

    `Kỷ niệm Ngày thành lập Đoàn: Đoàn xã.`, `Lễ giao nhận quân. Ban CHQS xã, Đoàn TN.`, `… (Công an xã)`
    """
    while end > start and text[end - 1] in ".;)/ ":
        end -= 1
    far = max(start, end - _LONGEST_TAIL)
    part = max(
        text.rfind(": ", far, end),
        text.rfind(". ", far, end),
        text.rfind("; ", far, end),
        text.rfind("(", far, end),
    )
    at = part + 1 if text.startswith("(", part) else part + 2
    if part < 0 or not text[at : at + 1].isupper() or text.find("(", at, end) >= 0:
        return None
    names = bare_names(text, at, end)
    if names and _ADDRESSED.search(text, max(start, part - _NEAR), part):
        return None
    return names

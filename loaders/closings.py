"""Tells the words that close a document from paragraphs that give work."""

import re
from collections.abc import Sequence
from typing import Final

from loaders.headings import Entry
from loaders.marks import Mark
from loaders.sections import Section

_CLOSING: Final = re.compile(
    r"Trên đây|(?:Thông tin|Mọi (?:thông tin|vướng mắc|chi tiết)|Đầu mối)[^.]{0,80}(?:liên hệ|điện thoại)|\(?\*?\(?(?:Đính kèm|Kèm theo|Gửi kèm)|-{3,}$|_{3,}$|[^.]*(?:trân trọng|cảm ơn|rất mong)|(?:Những|Các) nội dung khác|Văn phòng [^.]{2,60} (?:xin )?thông báo"
    r"|\((?:Nội dung c|C)hi tiết [^()\n]*\)[./]*$"
    r"|(?:Kế hoạch|Chương trình|Hướng dẫn|Quyết định|Chỉ thị|Công văn|Thông báo|Thông tri|Kết luận) này |(?:Thông báo|Thừa lệnh) [^.]{0,120}(?:được )?biết|[^.]{0,160} hiệu lực[^.]{0,40}\.$"
)
_LAST: Final = re.compile(
    r"Đề nghị (?:thường trực |lãnh đạo )?các (?:tỉnh|huyện|cơ quan|đơn vị|đồng chí|địa phương|cấp)[^.]{0,80}(?:triển khai thực hiện|nghiêm túc|quan tâm)[^.]{0,40}\.?/?\.?$"
    r"|(?:Trong q|Q)uá trình (?:tổ chức |triển khai )*thực hiện|[^.;:]{0,60} yêu cầu (?:các|Thủ trưởng|Giám đốc|Chủ tịch)[^.]{0,220}nghiêm túc|Nếu có (?:khó khăn|vướng mắc|vấn đề)|(?:Báo cáo|Văn bản|Kết quả|Ý kiến)[^.;:]{0,80} gửi (?:về|đến|cho)|Yêu cầu (?:các|Thủ trưởng|Giám đốc|Chủ tịch)"
    r"|(?:Yêu cầu |Đề nghị )?[Cc]ác (?:cơ quan|đơn vị|địa phương|sở)[^.;:\n]{0,60} báo cáo (?:kết quả|tình hình) (?:triển khai )?thực hiện (?:Công văn|Kế hoạch|Chỉ thị|Thông báo|Chương trình|Kết luận) này"
    r"|[^.:;\n]{2,90} thông báo (?:để|đến|cho|tới) [^.:;\n]{0,120}biết\b"
)
"""What is said to everybody at the end, and gives work to somebody anywhere else."""
_UNCOUNTED: Final = frozenset({Mark.NONE, Mark.NOTE, Mark.ROW})


class Closings:
    """Knows which paragraphs of a document close it."""

    def __init__(self, text: str, entries: Sequence[Entry]) -> None:
        self._text = text
        self._entries = entries
        self._over: list[bool] = []

    def closes(self, i: int) -> bool:
        """Tell whether the paragraph at a place thanks and bids farewell, or says the last words to all."""
        start, end = self._entries[i].para.start, self._entries[i].para.end
        if _CLOSING.match(self._text, start, end):
            return True
        if not _LAST.match(self._text, start, end):
            return False
        self._over = self._over or _nothing_after(self._entries)
        return self._over[i]


def _nothing_after(entries: Sequence[Entry]) -> list[bool]:
    """Tell of each paragraph whether nothing with a mark comes after it in its part: body or annex."""
    last: list[bool] = []
    over, annex = True, False
    for entry in reversed(entries):
        inside, back = entry.path.startswith("PL"), entry.section is Section.BACK
        over = over or back or inside is not annex
        annex = inside
        last.append(over)
        over = over and (back or entry.para.mark in _UNCOUNTED)
    last.reverse()
    return last

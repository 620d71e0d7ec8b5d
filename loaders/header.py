"""Reads the header and the signature of a document.

The places of issuer, number, date, type and title are those of Hướng dẫn 36-HD/VPTW and 05-HD/VPTW
(Party) and of Nghị định 30/2020/NĐ-CP, Phụ lục I (State); blanks left for number or date are no value.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from loaders.date_forms import RULES, Setting
from loaders.dates import DATE, date_of
from loaders.head_lines import MOTTO, TYPE_LINE, HeadLine, head_lines, parted
from loaders.issuing import issuer_by_line, issuer_of_head, issuer_of_opening
from loaders.jurisdictions import jurisdiction_of
from loaders.layout import Layout
from loaders.letters import LOWER, UPPER
from loaders.titles import period_of_title
from ontology.facts import Document, Phrase, Span
from ontology.folding import collapse
from ontology.kinds import Kind, kind_of_code, kind_of_word
from ontology.periods import Interval
from ontology.provinces import province_of

_NUMBER: Final = re.compile(
    r"(?i:số)\s*[:.]?\s*(?P<number>\d{1,5}(?:\.\d+)?)?(?:\[[^\]]{0,8}\]|[.…_\s]+)?\s*(?P<joint>[/-])\s*(?P<symbol>[^\s,;:]+(?:(?:\s*[-/]\s*|(?<=[-/])\s+(?=[A-ZĐ]{2}))[A-ZĐ][^\s,;:]*)*)"
)
_DATED: Final = re.compile(r"(?P<place>[^\W\d_][^,\d]{1,40}),\s*ngày\b(?P<rest>.*)", re.DOTALL)
_COMMALESS: Final = re.compile(
    rf"(?!(?:Sáng|Trưa|Chiều|Tối|Trước|Sau|Vào|Đến|Từ|Trong|Hôm)\b)"
    rf"(?P<place>(?:TP\. ?)?[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,4}})"
    r"\s+ngày\b(?P<rest>.{6,30})",
    re.DOTALL,
)
"""The same without the comma after the place, a line of its own."""
_DAY: Final = "ngày"
"""What both have."""
_ABOUT: Final = re.compile(r"V/v|Về việc|\(V/v", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"(?:Căn cứ|Thực hiện|Kính gửi|Triển khai|Theo |Để |Nhằm|Ngày \d|Sau khi|Xét|Trên cơ sở|Năm \d{4},|Tiếp tục|-{3,}|_{3,}|\*{1,3}$|\(?Kèm theo|Ban hành kèm)",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"[-–+] ?(?:Căn cứ|Thực hiện|Theo|Trên cơ sở)")
"""A ground as a bullet."""
_OF_TITLE: Final = re.compile(
    r"(?:năm|tháng|quý|tuần|giai đoạn|nhiệm kỳ|khóa|về|trên|của|đợt|dịp|tại|[^\w\s])", re.IGNORECASE
)
"""What in small letters goes on a title in capitals."""
_DECIDES: Final = re.compile(
    r"(?:THỦ TƯỚNG )?CHÍNH PHỦ|QUỐC HỘI|(?:BỘ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TỔNG [A-ZĐ]+|[ỦU][YỶ] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN (?:THƯỜNG VỤ|CHẤP HÀNH)) [^a-zđ]*"
)
"""Who decides, between the title and the grounds."""
_ON_WORK: Final = "CÔNG TÁC"
"""In the line of the type it belongs to the title: `CHƯƠNG TRÌNH CÔNG TÁC` `tháng 9 năm 2024`."""
_HEAD_LENGTH: Final = 6000
_TITLE_LINE: Final = 250
"""A longer line under a title is the opening sentence."""
_NAME: Final = re.compile(
    rf"(?:(?:GS|PGS|TS|ThS|BS|LS)[. ]+)*(?P<name>[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)?(?: [{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)?){{1,4}})"
)
_NOT_NAME: Final = re.compile(
    r"Nơi nhận|Như |Lưu |Độc lập|Chủ tịch|Bí thư|Phó |Trưởng |Chánh |Giám đốc|Ban |Sở |Phòng |Tỉnh |Thành |Ủy |Hội |Văn |Kính |Đảng |Đã ký|Bộ |Việt Nam|Mặt |Công |Đoàn |Thường |Chương |Phần |Mục "
)
_ITSELF: Final = re.compile(
    r"(?P<type>Kết luận|Nghị quyết|Chỉ thị|Kế hoạch|Chương trình|Hướng dẫn|Quyết định|Quy định"
    r"|Thông báo|Công văn) này\b"
)
_PERIOD: Final = re.compile(r"(?i:thời gian|thời hạn)(?: thực hiện| tổ chức| tiến hành)?\s*:")


def read_header(layout: Layout, masked: str) -> Document:
    """Return the header facts; `masked` is the shadow without citations and quoted titles."""
    return _Header(layout, masked, front_lines(layout)).document()


def front_lines(layout: Layout) -> tuple[HeadLine, ...]:
    """Return the lines over the body: issuer, number, place and date, type, title, opening words."""
    source = layout.reading.source
    stop = len(source)
    if layout.body < len(layout.paras):
        stop = layout.reading.place(layout.paras[layout.body].start)
        stop = source.rfind("\n", 0, stop) + 1 or stop
    return tuple(parted(head_lines(source, 0, min(stop, _HEAD_LENGTH))))


def foot_lines(layout: Layout) -> tuple[HeadLine, ...]:
    """Return the lines that close a document: recipients, authority, post and name.

    Where nothing tells them from the body they are its last lines.
    """
    source = layout.reading.source
    back = layout.paras[layout.back : layout.back + 40]
    if not back:
        end = len(source)
        return head_lines(source, max(0, end - 3000), end)[-14:]
    first = layout.paras[max(layout.body, layout.back - 1)]
    start = layout.reading.place(first.start)
    end = layout.reading.span(back[0].start, back[-1].end).end
    return head_lines(source, start, min(end, start + _HEAD_LENGTH))


class _Header:
    def __init__(self, layout: Layout, masked: str, lines: Sequence[HeadLine]) -> None:
        self.layout = layout
        self.masked = masked
        self.source = layout.reading.source
        self.lines = lines[:60]
        self.evidence: list[tuple[str, Phrase]] = []

    def document(self) -> Document:
        number, symbol, number_at = self._number()
        kind, type_at = self._type(symbol)
        date, place = self._date()
        if number is None and symbol:
            number, date = self._stamp(symbol, date)
        issuer = self._issuer(type_at, number_at, symbol)
        by_line = issuer_by_line(self.lines, type_at) is not None
        title = self._title(type_at + by_line, number_at, kind)
        if kind is None:
            kind = self._letter(title)
        text = self.layout.reading.text
        jurisdiction = jurisdiction_of(self.lines, text, issuer, place, symbol)
        setting = Setting(year=date.year if date else None, date=date)
        period = self._period(title, kind, setting)
        return Document(
            type=kind,
            number=number,
            symbol=symbol,
            title=title,
            issuer=issuer,
            jurisdiction=jurisdiction,
            place=place,
            date=date,
            period=period,
            signatory=self._signatory(),
            recipients=self._recipients(),
            evidence=tuple(self.evidence),
        )

    def _say(self, field: str, phrase: Phrase) -> None:
        self.evidence.append((field, phrase))

    def _number(self) -> tuple[str | None, str | None, int]:
        for i, line in enumerate(self.lines):
            match = _NUMBER.match(line.text)
            if line.text[:1] == "s" and i and _OPENING.match(self.lines[i - 1].text):
                continue  # the number of a ground, in the second line of it
            if match and (
                match["number"]
                or kind_of_code(re.split("[/-]", match["symbol"])[0])
                or "/" in line.text
            ):
                symbol = re.sub(r"\s", "", match["symbol"]).rstrip(".*_")
                if match["joint"] == "/" and re.match(r"(?:19|20)\d\d$", symbol):
                    continue
                self._say("number", line.phrase("number-line"))
                return match["number"], symbol.replace("–", "-"), i
        return None, None, -1

    def _stamp(self, symbol: str, date: dt.date | None) -> tuple[str | None, dt.date | None]:
        """Return number and date of the stamp that the registry office sets on the last page."""
        stamp = re.compile(
            rf"(?P<number>\d{{1,5}}) ?[-/] ?{re.escape(symbol)},? (?:ngày )?(?P<date>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})[ \d:h]*"
        )
        for line in head_lines(self.source, max(0, len(self.source) - 400), len(self.source)):
            match = stamp.fullmatch(line.text)
            found = DATE.search(match["date"]) if match else None
            if match and found:
                self._say("number", line.phrase("stamp"))
                return match["number"], date or date_of(found)
        return None, date

    def _type(self, symbol: str | None) -> tuple[Kind | None, int]:
        for i, line in enumerate(self.lines):
            match = TYPE_LINE.fullmatch(line.text.strip())
            if match:
                self._say("type", line.phrase("type-line"))
                return kind_of_word(match["type"]), i
        if symbol is None:
            return None, -1
        code = next((part for part in re.split("[/-]", symbol) if not part.isdigit()), "")
        return kind_of_code(code) or Kind.CV, -1

    def _letter(self, title: str | None) -> Kind | None:
        """Tell the type without a line of it: what it calls itself (`Kết luận này`), else a letter.

        An official letter has no type line, and asks its readers for something.
        """
        called = {match["type"] for match in _ITSELF.finditer(self.masked)}
        if len(called) == 1:
            return kind_of_word(called.pop())
        opening = self.source[: self.lines[-1].end] if self.lines else ""
        asks = re.search(r"(?:đề nghị|yêu cầu)\s", opening)
        if any(line.text.startswith(("Kính gửi", "KÍNH GỬI")) for line in self.lines):
            return Kind.CV
        return Kind.CV if title and (asks or _ABOUT.match(title)) else None

    def _date(self) -> tuple[dt.date | None, str | None]:
        for line in self.lines:
            if _DAY not in line.text:
                continue
            number = _NUMBER.match(line.text)
            words = line.text[number.end() :].lstrip() if number else line.text
            match = _DATED.match(words) or _COMMALESS.fullmatch(words)
            if not match or (_OPENING.match(line.text) and len(line.text) > 60):
                continue
            found = DATE.search(" ".join(match["rest"].split()))
            date = date_of(found) if found else None
            self._say("place", line.phrase("place-and-date", match["place"]))
            if date:
                self._say("date", line.phrase("place-and-date"))
            return date, collapse(match["place"])
        return None, None

    def _title(self, type_at: int, number_at: int, kind: Kind | None) -> str | None:
        first = type_at + 1
        if type_at < 0:
            about = next((i for i, line in enumerate(self.lines) if _ABOUT.match(line.text)), None)
            if about is not None:
                first = about
            elif number_at >= 0 and kind is Kind.CV:
                first = number_at + 1
            elif number_at >= 0:
                return None
            else:
                first = 0
        words: list[HeadLine] = []
        for line in self.lines[first:]:
            ends = _OPENING.match(line.text) or MOTTO.match(line.text) or _DATED.match(line.text)
            if ends and not (
                not words
                and line.text.lower().startswith(("thực hiện", "triển khai", "tiếp tục"))
                and type_at >= 0
            ):
                break
            if words and self._is_past(words[-1], line):
                break
            words.append(line)
            if len(words) > 7:
                break
        if not words:
            return None
        start = words[0].start - self._begun(type_at, words[0].start)
        span = Span(start, words[-1].end)
        lines = (self.source[start : words[0].start], *(line.text for line in words))
        title = collapse(" ".join(lines))
        self._say("title", Phrase(title, span, "title-lines"))
        return title

    def _is_past(self, last: HeadLine, line: HeadLine) -> bool:
        """Tell whether a line after the last one of a title is none of it."""
        capitals, before = line.text.isupper(), last.text.isupper()
        if capitals and not before:
            return True
        if last.text.endswith((".", ";")) or _LISTED.match(line.text):
            return True
        if line.text.endswith(":") or len(line.text) > _TITLE_LINE:
            return True
        apart = self.source.count("\n", last.end, line.start) > 1
        if apart and before and _DECIDES.fullmatch(line.text):
            return True
        return apart and before and not capitals and _OF_TITLE.match(line.text) is None

    def _begun(self, type_at: int, start: int) -> int:
        """Return how long before its first line a title begins: in the line of the type, or there."""
        if type_at < 0:
            return 0
        line = self.lines[type_at]
        between = self.source[line.end : start]
        if not line.text.endswith(_ON_WORK) or between.strip():
            return 0
        found = self.source.rfind(_ON_WORK, line.start, line.end)
        return start - found if found >= 0 else 0

    def _issuer(self, type_at: int, number_at: int, symbol: str | None) -> str | None:
        found = None
        if type_at >= 0 or number_at >= 0:
            found = issuer_of_head(self.lines, type_at, number_at, symbol)
            found = found or issuer_by_line(self.lines, type_at)
        found = found or issuer_of_opening(self.layout)
        if found is None:
            return None
        self._say("issuer", found[1])
        return found[0]

    def _period(self, title: str | None, kind: Kind | None, setting: Setting) -> Interval | None:
        if kind not in {Kind.KH, Kind.CTR}:
            return None
        return self._time_line(setting) or (period_of_title(title) if title else None)

    def _time_line(self, setting: Setting) -> Interval | None:
        for para in self.layout.paras[self.layout.body : self.layout.body + 30]:
            match = _PERIOD.match(self.layout.reading.text, para.start, para.end)
            if not match:
                continue
            for rule in RULES:
                if rule.name in {"days", "months"}:
                    dates = rule.pattern.search(
                        self.masked, match.end(), min(para.end, match.end() + 90)
                    )
                    found = rule.build(dates, setting) if dates else None
                    if dates and found and found.earliest and found.latest:
                        self._say("period", self.layout.reading.phrase(*dates.span(), "time-line"))
                        return found
            return None
        return None

    def _signatory(self) -> str | None:
        for line in reversed(foot_lines(self.layout)):
            match = _NAME.fullmatch(line.text)
            if match and not _NOT_NAME.match(line.text) and province_of(line.text) is None:
                self._say("signatory", line.phrase("signature"))
                return collapse(match["name"])
        return None

    def _recipients(self) -> tuple[str, ...]:
        back = self.layout.paras[self.layout.back :]
        text = self.layout.reading.text
        if not back or not text.startswith(("Nơi nhận", "NƠI NHẬN"), back[0].start):
            return ()
        found = [text[p.start : p.end].rstrip(" ,;.") for p in back[1:40] if p.mark.value == "-"]
        return tuple(found)

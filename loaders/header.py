"""Reads the header and the signature of a document.

The places of issuer, number, date, type and title are those of Hướng dẫn 36-HD/VPTW and 05-HD/VPTW
(Party) and of Nghị định 30/2020/NĐ-CP, Phụ lục I (State); blanks left for number or date are no value.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from loaders.actors import SUBJECT
from loaders.dates import DATE, date_of
from loaders.due import RULES, Setting
from loaders.layout import Layout
from loaders.letters import LOWER, UPPER
from loaders.names import name_end
from loaders.spelling import proper_case
from ontology.facts import Document, Phrase, Span
from ontology.folding import collapse, fold_words
from ontology.kinds import Kind, kind_of_code, kind_of_word
from ontology.periods import Interval, month, months
from ontology.provinces import find_province

_LINE: Final = re.compile(r"[^\n\r\f\x0b|\t]+")
_BREAK: Final = re.compile(r"<br ?/?>")
_EDGES: Final = " \t\r\xa0\u3000*_#>~`☐"
_MOTTO_SIGNS: Final = ("CỘNG", "Cộng", "NAM", "Độc", "ĐỘC", "XÃ")
_MOTTO: Final = re.compile(r"(?:CỘNG H(?:ÒA|OÀ) XÃ|(?:HỘI )?CHỦ NGHĨA VIỆT|ĐẢNG CỘNG|^(?:SẢN )?VIỆT NAM$|SẢN VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập ?[-–])", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"(?i:số)\s*[:.]?\s*(?P<number>\d{1,5}(?:\.\d+)?)?(?:\[[^\]]{0,8}\]|[.…_\s]+)?\s*(?P<joint>[/-])\s*(?P<symbol>[^\s,;:]+(?:\s*[-/]\s*[A-ZĐ][^\s,;:]*)*)"
)
_DATED: Final = re.compile(r"(?P<place>[^\W\d_][^,\d]{1,40}),\s*ngày\b(?P<rest>.*)", re.DOTALL)
_PARTED: Final = re.compile(r"(?:ngày|tháng|năm|[Ss]ố ?:?|ngày \d{1,2}|tháng \d{1,2})$")
_TYPE: Final = re.compile(
    r"(?P<type>KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|NGHỊ QUYẾT|THÔNG TƯ|THÔNG TRI|BÁO CÁO|HƯỚNG DẪN|QUYẾT ĐỊNH|QUY ĐỊNH|QUY CHẾ|CHỈ THỊ|KẾT LUẬN|CÔNG VĂN"
    r"|TỜ TRÌNH|ĐỀ ÁN|ĐỀ CƯƠNG|NGHỊ ĐỊNH|LUẬT|ĐIỀU LỆ)(?: (?:PHỐI HỢP|HÀNH ĐỘNG|CÔNG TÁC|LIÊN TỊCH|KẾT LUẬN|LIÊN NGÀNH|THÁNG.*|TUẦN.*|NĂM.*|QUÝ.*))?:?"
)
_ABOUT: Final = re.compile(r"V/v|Về việc|\(V/v", re.IGNORECASE)
_OPENING: Final = re.compile(r"(?:Căn cứ|Thực hiện|Kính gửi|Triển khai|Theo |Để |Nhằm|Ngày \d|Sau khi|Xét|Trên cơ sở|Năm \d{4},|Tiếp tục|-{3,}|_{3,}|\*{1,3}$|\(?Kèm theo|Ban hành kèm)", re.IGNORECASE)
_ISSUES: Final = re.compile(r"\s+(?:ban hành|xây dựng|đề nghị|yêu cầu|hướng dẫn|thông báo|báo cáo|có ý kiến|triển khai|tổ chức|đăng ký)\b")
_HEAD_LENGTH: Final = 6000
_HEADS: Final = re.compile(
    r"(?:ĐẢNG|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) (?:[ỦU]|ĐOÀN)[YỶ]?|CHI|BAN|BỘ|SỞ|PHÒNG|HỘI|ỦY|UỶ|UBND|HĐND|VĂN|TRUNG TÂM|TRƯỜNG|MẶT|MTTQ|LIÊN|CÔNG|ĐOÀN|TỔ|CỤC|CHÍNH PHỦ|THỦ|QUỐC|VIỆN|HỌC|TÒA|TOÀ|THANH|TỔNG|NGÂN|BẢO|KHO|BÁO|ĐÀI|CHÁNH|UB|LĐLĐ|TIỂU|THƯỜNG)\b"
)
_COMMITTEE: Final = re.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) [ỦU][YỶỲ]|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) UỶ|ĐẢNG (?:[ỦU]Y|UỶ|BỘ)|CHI BỘ|BAN CHẤP HÀNH TRUNG ƯƠNG")
_ENDS: Final = re.compile(r"(?:ĐẢNG|TỈNH|THÀNH|HUYỆN|QUẬN) (?:ỦY|UỶ)$")
_GENERIC: Final = re.compile(r"(?:BAN (?:THƯỜNG TRỰC|CHẤP HÀNH|THƯỜNG VỤ|CHỈ ĐẠO)|VĂN PHÒNG|THƯỜNG TRỰC)$")
_CENTRAL: Final = re.compile(
    r"chính phủ|thủ tướng|văn phòng chính phủ|quốc hội|bộ (?!chỉ huy|phận)|bộ chính trị|ban bí thư|ban .*trung ương|văn phòng trung ương|ban chấp hành trung ương"
    r"|ngân hàng nhà nước|học viện chính trị quốc gia|ủy ban .*trung ương|thanh tra chính phủ|kiểm toán nhà nước|trung ương"
)
_NAME: Final = re.compile(rf"(?:(?:GS|PGS|TS|ThS|BS|LS)[. ]+)*(?P<name>[{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{1,4}})")
_NOT_NAME: Final = re.compile(
    r"Nơi nhận|Như |Lưu |Độc lập|Chủ tịch|Bí thư|Phó |Trưởng |Chánh |Giám đốc|Ban |Sở |Phòng |Tỉnh |Thành |Ủy |Hội |Văn |Kính |Đảng |Đã ký|Bộ |Việt Nam|Mặt |Công |Đoàn |Thường "
)
_MENTION: Final = re.compile(
    r"(?:tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|THÀNH PHỐ|TP\.?|Tỉnh ủy|Thành ủy|TỈNH ỦY|Đảng bộ tỉnh|UBND tỉnh) ?(?P<name>[^\W\d_]+(?: - | )[^\W\d_]+(?: [^\W\d_]+){0,3})|(?i:tp\.? ?hcm|tphcm)"
)
_PROVINCE: Final = re.compile(
    r"(?:TỈNH ỦY|TỈNH UỶ|TỈNH ĐOÀN|ĐẢNG BỘ TỈNH|DÂN TỈNH|UBND TỈNH|HĐND TỈNH) (?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})$"
)
_PERIOD: Final = re.compile(r"(?i:thời gian|thời hạn)(?: thực hiện| tổ chức| tiến hành)?\s*:")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head or foot without marks, composed, and its place in the source."""

    text: str
    start: int
    end: int

    def phrase(self, rule: str, text: str | None = None) -> Phrase:
        """Return it as evidence."""
        return Phrase(collapse(text or self.text), Span(self.start, self.end), rule)


def head_lines(source: str, start: int, end: int, most: int = 70) -> tuple[HeadLine, ...]:
    """Return the first lines of a stretch; table cells and `<br>` part lines too."""
    found: list[HeadLine] = []
    for match in _LINE.finditer(source, start, end):
        at = match.start()
        cuts: list[tuple[int, int]] = []
        if "<br" in match[0]:
            cuts = [(m.start(), m.end()) for m in _BREAK.finditer(source, *match.span())]
        for stop, after in [*cuts, (match.end(), match.end())]:
            found += _head_line(source, at, stop)
            at = after
        if len(found) > most:
            break
    return tuple(_joined(found))


def _joined(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Put lines together that part a number or a date: `ngày 17` `tháng 11 năm 2025`."""
    joined: list[HeadLine] = []
    for line in lines:
        if joined and _PARTED.search(joined[-1].text[-12:]) and line.start - joined[-1].end < 12:  # noqa: PLR2004
            last = joined.pop()
            joined.append(HeadLine(f"{last.text} {line.text}", last.start, line.end))
        else:
            joined.append(line)
    return joined


def _head_line(source: str, start: int, end: int) -> list[HeadLine]:
    raw = source[start:end]
    bare = raw.strip(_EDGES)
    if not bare:
        return []
    begin = start + raw.index(bare)
    motto = _MOTTO.search(bare) if any(sign in bare for sign in _MOTTO_SIGNS) else None
    if motto and motto.start() > 3:  # noqa: PLR2004  both columns of the head on one line
        left = bare[: motto.start()].rstrip()
        return [HeadLine(_composed(left), begin, begin + len(left)), HeadLine(bare[motto.start() :], begin + motto.start(), begin + len(bare))]
    return [HeadLine(_composed(bare), begin, begin + len(bare))]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("Ð", "Đ")


def read_header(layout: Layout, masked: str) -> Document:
    """Return the header facts; `masked` is the shadow without citations and quoted titles."""
    source = layout.reading.source
    body = layout.paras[layout.body].start if layout.body < len(layout.paras) else len(masked)
    stop = layout.reading.place(body) if body < len(masked) else len(source)
    lines = head_lines(source, 0, min(stop, _HEAD_LENGTH))
    return _Header(layout, masked, lines).document()


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
        date, place, _date_at = self._date()
        if number is None and symbol:
            number, date = self._stamp(symbol, date)
        title = self._title(type_at, number_at, kind)
        issuer = self._issuer(type_at, number_at, symbol)
        if kind is None:
            kind = self._letter(title)
        jurisdiction = self._jurisdiction(issuer, place)
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
            if match and (match["number"] or kind_of_code(re.split("[/-]", match["symbol"])[0]) or "/" in line.text):
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
            match = _TYPE.fullmatch(line.text.strip())
            if match:
                self._say("type", line.phrase("type-line"))
                return kind_of_word(match["type"]), i
        if symbol is None:
            return None, -1
        code = next((part for part in re.split("[/-]", symbol) if not part.isdigit()), "")
        return kind_of_code(code) or Kind.CV, -1

    def _letter(self, title: str | None) -> Kind | None:
        """A document without a type line that asks its readers for something is an official letter."""
        opening = self.source[: self.lines[-1].end] if self.lines else ""
        asks = re.search(r"(?:đề nghị|yêu cầu)\s", opening)
        return Kind.CV if title and (asks or _ABOUT.match(title)) else None

    def _date(self) -> tuple[dt.date | None, str | None, int]:
        for i, line in enumerate(self.lines):
            match = _DATED.match(line.text)
            if not match or (_OPENING.match(line.text) and len(line.text) > 60):  # noqa: PLR2004
                continue
            found = DATE.search(" ".join(match["rest"].split()))
            date = date_of(found) if found else None
            self._say("place", line.phrase("place-and-date", match["place"]))
            if date:
                self._say("date", line.phrase("place-and-date"))
            return date, collapse(match["place"]), i
        return None, None, -1

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
            ends = _OPENING.match(line.text) or _MOTTO.match(line.text) or _DATED.match(line.text)
            if ends and not (not words and line.text.lower().startswith(("thực hiện", "triển khai", "tiếp tục")) and type_at >= 0):
                break
            if words and (line.text.isupper() and not words[-1].text.isupper()):
                break
            if words and words[-1].text.endswith((".", ";")):
                break
            words.append(line)
            if len(words) > 7:  # noqa: PLR2004  a title is shorter
                break
        if not words:
            return None
        title = collapse(" ".join(line.text for line in words))
        self._say("title", Phrase(title, Span(words[0].start, words[-1].end), "title-lines"))
        return title

    def _issuer(self, type_at: int, number_at: int, symbol: str | None) -> str | None:
        stop = min((i for i in (type_at, number_at) if i >= 0), default=12)
        tops = [line for line in self.lines[: max(stop, 0)] if self._is_top(line)]
        if not tops and type_at >= 0:
            tops = [line for line in self.lines[:type_at] if self._is_top(line)]
        groups = _grouped(tops)
        if not groups or (type_at < 0 and number_at < 0):
            return self._opening_issuer()
        self._say("issuer", Phrase(collapse(" ".join(t.text for t in tops)), Span(tops[0].start, tops[-1].end), "head"))
        party = any("ĐẢNG CỘNG SẢN" in line.text.upper() for line in self.lines) or (
            symbol is not None and re.search(r"/[A-ZĐ]*(?:TU|ĐU|HU|QU|TW|CB)$", symbol) is not None
        )
        return proper_case(_named(groups, party=party))

    def _is_top(self, line: HeadLine) -> bool:
        text = line.text
        return text.isupper() and len(text) > 1 and not _MOTTO.match(text) and not _TYPE.fullmatch(text) and not text.startswith("SỐ")  # noqa: PLR2004

    def _opening_issuer(self) -> str | None:
        """The body that the opening sentence says issues the document; its full name at the end."""
        text = self.layout.reading.text
        stop = self.layout.paras[self.layout.body].start if self.layout.body < len(self.layout.paras) else len(text)
        for match in _ISSUES.finditer(text, 0, stop):
            low = max(text.rfind(mark, 0, match.start()) for mark in (", ", "; ", "\n", ". "))
            begin = low + (1 if low >= 0 and text[low] == "\n" else 2)
            if low >= 0 and SUBJECT.match(text, begin, match.start()) and name_end(text, begin, match.end()) >= match.start():
                name = self.layout.reading.phrase(begin, match.start(), "opening-sentence")
                self._say("issuer", name)
                return self._full_name(name.text)
        return None

    def _full_name(self, name: str) -> str:
        for line in head_lines(self.source, max(0, len(self.source) - 600), len(self.source)):
            if line.text.isupper() and fold_words(line.text).startswith(fold_words(name)):
                return proper_case(line.text)
        return name

    def _jurisdiction(self, issuer: str | None, place: str | None) -> str | None:
        tops = " ".join(line.text for line in self.lines[:12] if line.text.isupper() and not _MOTTO.match(line.text))
        named = find_province(fold_words(tops)) if tops else None
        central = issuer is not None and _CENTRAL.match(issuer.lower().replace("uỷ", "ủy")) is not None
        if named and issuer and not central:
            return named
        if central:
            return "Trung ương"
        for words in (issuer, place):
            found = find_province(fold_words(words)) if words else None
            if found:
                return found
        return self._mentioned()

    def _mentioned(self) -> str | None:
        """The province that the text names oftenest; None when it names none."""
        counts: dict[str, int] = {}
        for match in _MENTION.finditer(self.layout.reading.text):
            name = _province(match["name"] or "tp. hồ chí minh")
            if name:
                counts[name] = counts.get(name, 0) + 1
        if counts:
            return max(sorted(counts), key=lambda name: counts[name])
        return self._unlisted()

    def _unlisted(self) -> str | None:
        """A province that the registry does not have, by the head's own words: `TỈNH ỦY HÀ SƠN`."""
        for line in self.lines[:12]:
            match = _PROVINCE.search(line.text)
            if match:
                return " ".join(word.capitalize() for word in match["name"].split())
        return None

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
                    dates = rule.pattern.search(self.masked, match.end(), min(para.end, match.end() + 90))
                    found = rule.build(dates, setting) if dates else None
                    if dates and found and found.earliest and found.latest:
                        self._say("period", self.layout.reading.phrase(*dates.span(), "time-line"))
                        return found
            return None
        return None

    def _signatory(self) -> str | None:
        lines = head_lines(self.source, max(0, len(self.source) - 3000), len(self.source))[-14:]
        back = self.layout.paras[self.layout.back : self.layout.back + 40]
        if back:
            first = self.layout.paras[max(self.layout.body, self.layout.back - 1)]
            start = self.layout.reading.place(first.start)
            end = self.layout.reading.span(back[0].start, back[-1].end).end
            end = min(end, start + _HEAD_LENGTH)
            lines = head_lines(self.source, start, end)
        for line in reversed(lines):
            match = _NAME.fullmatch(line.text)
            if match and not _NOT_NAME.match(line.text) and _province(line.text) is None:
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


@lru_cache(maxsize=4096)
def _province(name: str) -> str | None:
    return find_province(fold_words(name))


def _grouped(lines: Sequence[HeadLine]) -> list[str]:
    """Join a body's name that goes over two lines; a line that begins another body begins a group."""
    groups: list[str] = []
    for line in lines:
        if groups and not _HEADS.match(line.text):
            groups[-1] = f"{groups[-1]} {line.text}"
        else:
            groups.append(line.text)
    return groups


def _named(groups: Sequence[str], *, party: bool) -> str:
    last = groups[-1]
    if len(groups) == 1:
        return last
    above = groups[-2]
    committee = _ENDS.search(last)
    if committee and above.startswith(f"{committee[0]} "):
        return last + above.removeprefix(committee[0])
    if party and not _COMMITTEE.match(last):
        return last if fold_words(above) in fold_words(last) else f"{last} {above}"
    return f"{last} {groups[-2]}" if _GENERIC.fullmatch(last) else last


_IN_TITLE: Final = (
    (re.compile(r"tháng (?P<m>1[0-2]|0?[1-9])(?:/| năm )(?P<y>(?:19|20)\d\d)", re.IGNORECASE), "month"),
    (re.compile(r"quý (?P<q>IV|I{1,3})(?:/| năm )(?P<y>(?:19|20)\d\d)", re.IGNORECASE), "quarter"),
    (re.compile(r"(?P<n>6|9|06|09) tháng (?P<h>đầu|cuối) năm (?P<y>(?:19|20)\d\d)", re.IGNORECASE), "half"),
    (re.compile(r"giai đoạn (?P<y>(?:19|20)\d\d) ?[-–] ?(?P<y2>(?:19|20)\d\d)", re.IGNORECASE), "years"),
    (re.compile(r"(?<!đến )(?<!trước )(?<!từ )năm (?P<y>(?:19|20)\d\d)(?! ?[-–])", re.IGNORECASE), "year"),
)  # fmt: skip
_SIGNED: Final = re.compile(r"ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm )\d{4}|nhiệm kỳ \d{4} ?[-–] ?\d{4}", re.IGNORECASE)


def period_of_title(title: str) -> Interval | None:
    """Return the month, quarter, half-year, years or year that a title names.

    >>> period_of_title("Công tác Tuyên giáo tháng 11/2023").latest
    datetime.date(2023, 11, 30)
    """
    title = _SIGNED.sub("", title)
    for pattern, what in _IN_TITLE:
        match = pattern.search(title)
        if not match:
            continue
        year = int(match["y"])
        if what == "month":
            return month(year, int(match["m"]))
        if what == "quarter":
            number = {"I": 1, "II": 2, "III": 3, "IV": 4}[match["q"].upper()]
            return months(year, 3 * number - 2, 3 * number)
        if what == "half":
            return months(year, 1, int(match["n"])) if match["h"].lower() == "đầu" else months(year, 7, 12)
        last = int(match["y2"]) if what == "years" else year
        return Interval(dt.date(year, 1, 1), dt.date(last, 12, 31)) if year <= last else None
    return None

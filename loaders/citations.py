"""Finds mentions of numbered documents: `Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị`.

The number and symbol are found first; then the words before them are asked for the type, and the
words after them for date, issuer, term and title. The forms are those of Hướng dẫn 36-HD/VPTW (Party:
`05-CT/TW`) and of Nghị định 30/2020/NĐ-CP (State: `30/2020/NĐ-CP`, `21/KL-BCA`), and what is made of
them in practice (blanks, crossed forms, symbols without a slash).
"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from loaders.alternatives import by_letter, each_letter
from loaders.dates import DATE, date_of
from loaders.issuers import issuer_at
from loaders.letters import LOWER, MARKED
from loaders.reading import Reading
from ontology.facts import Citation, Problem
from ontology.kinds import KINDS, Kind, kind_of_code, kind_of_word

_CONCLUSION, _NOTICED, _UNKNOWN = Kind.KL, Kind.TB, Kind.XX
_CODES: Final = "|".join(
    sorted((code for spec in KINDS.values() for code in spec.symbols), key=len, reverse=True)
)
_OTHER_CODES: Final = (
    "VBHN|TL|GM|CĐ|PA|QC|DA|TC|BB|HĐ|TTg|ĐH|QƯ|BS|SL|TTLT|NQLT|CTLT|HDLT|KHLT|CTPH"
)
_GLUE: Final = "ngày|của|về|do|và"
_NO_SYMBOL: Final = "".join(letter for letter in MARKED.upper() if letter not in "ĐÊÔƠƯĂÂ")
"""Capitals of words, which no symbol has: `12/KH-SGD - HƯỚNG DẪN`."""
_PART: Final = (
    rf"(?>[A-ZĐÊÔƠƯĂÂ](?:[A-ZĐÊÔƠƯĂÂ]|(?!{_GLUE})[a-zđ]{{1,2}}(?![{LOWER}])){{0,14}}\d{{0,3}})"
    rf"(?!(?!{_GLUE})[{LOWER}]|[{_NO_SYMBOL}])"
)
_BODY: Final = rf"(?:T\.Ư|T\.W|{_PART}(?:\ ?&\ ?[A-ZĐ]{{1,12}}(?![{LOWER}]))?)"
_SYMBOL: Final = re.compile(
    rf"""(?:
      (?P<number>[0-9](?<!\d.)\d{{0,4}}+(?:\.\d{{1,2}})?+)\ ?(?=[-/.A-ZĐ])
      (?:/\ ?(?P<year>(?:19|20)\d\d)\ ?/\ ?(?P<state>{_BODY}(?:\ ?[-/]\ ?{_BODY}){{0,5}})
        |-\ ?(?P<party>{_BODY}(?:\ ?[/-]\ ?{_BODY}){{0,6}})
        |/\ ?(?P<office>{_BODY}(?:\ ?[-/]\ ?{_BODY}){{0,6}}(?:\.[IVX]{{1,3}}(?![\w.]))?)
        |(?P<dot>\.)?(?P<bare>(?:{_CODES})\ ?/\ ?{_BODY}))
    )""",
    re.VERBOSE,
)
_DIVIDER: Final = re.compile("[/-]")
_BLANK: Final = re.compile(
    rf"số ?:? ?(?:[.…_]+|\[[^\]]{{0,8}}\])? ?(?P<joint>[/-]) ?(?P<symbol>(?:{_CODES})(?: ?[/-] ?{_BODY}){{1,5}})"
)
_TYPES: Final = (
    "chỉ thị|nghị quyết|kết luận|quyết định|quy định|hướng dẫn|kế hoạch|chương trình|công văn|thông báo"
    "|quy chế|báo cáo|đề án|thông tư|thông tri|đề cương|điều lệ|bộ luật|luật|nghị định|tờ trình|văn bản"
    "|thể lệ|giấy mời|pháp lệnh|công điện|thông cáo|phương án|biên bản|đề nghị|lời kêu gọi"
)
_ABBREVIATED: Final = "CT|NQ|KL|QĐi|QĐ|HD|KH|CTr|CV|TB|QC|BC|ĐA|TT|NĐ|TTr"
_QUALIFIED: Final = (
    r"(?: (?:phối hợp|hành động|công tác|[Ll]iên tịch|liên ngành|kết luận|trọng tâm|chuyên đề|toàn khóa|giám sát"
    r"|kiểm tra|chuyên đề giám sát|làm việc|tổng thể|chi tiết|hỏa tốc|khẩn|cá biệt|mật|ý kiến kết luận"
    r"|khung|quy phạm pháp luật|riêng|chung|tham mưu|tuyên truyền)){0,3}"
)
_WORD: Final = re.compile(
    rf"\b(?:(?P<type>{by_letter(_TYPES, mixed=True)}){_QUALIFIED}|(?P<code>{by_letter(_ABBREVIATED)}))"
    r"(?::(?= ?số))?(?: ?(?i:số) ?(?:số ?)?(?:hiệu )?[:.]?)? ?$"
)
_LAW: Final = re.compile(
    r"\b(?:Bộ luật|Luật|Pháp lệnh)(?: (?!Luật |Bộ luật )[^\s,;:.()\"\d]+,?){1,18}? ?[sS]ố ?:? ?$"
)
_NAMED: Final = re.compile(
    rf"\b(?P<type>(?i:{_TYPES}))(?: [{LOWER}][^\s,;:.()\"]*){{1,7}} số ?:? ?$"
)
_NUMBER_WORD: Final = re.compile(r"\b(?i:số) ?(?:số ?)?(?:hiệu )?:? ?$")
_NOTICE: Final = re.compile(r"\bThông báo(?: số)? ?$", re.IGNORECASE)
_OWN: Final = re.compile(r"(?:.* {3})?[*_ ]*Số ?[:.]? ?$")
"""The document's own number, at the begin of a line, also of one in a cell of a table."""
_FORM: Final = ("Mẫu ", "mẫu ", "Biểu mẫu ", "Phiếu ", "phiếu ")
"""Before the number of a form, which is no document: `theo Mẫu số 01/BCĐ-MT`."""
_STAMP: Final = re.compile(r" \d{1,2}[/.-]\d{1,2}[/.-]\d{4} \d{1,2}[:h]\d\d")
_BARE_TYPES: Final = (
    "Chỉ thị|Nghị quyết|Kết luận|Quy định|Quyết định|Nghị định|Thông tư|Chương trình|Kế hoạch|Hướng dẫn|Thông báo|Quy chế"
    "|Công văn|Thông tri|Công điện|CT|NQ|KL|QĐ|HD|KH|NĐ|TT"
)
_BARE_NUMBER: Final = (
    r" ?(?P<mark>số:? ?)?(?P<number>\d{1,4})"
    r"(?![\w/%]| ?[-/] ?[\dA-ZĐ]|[.,]\d|\.[A-ZĐ]{2}| (?:năm|ngày|tháng|triệu|tỷ|nghìn|đồng|người|lần|nội dung|nhiệm vụ"
    r"|giải pháp|điểm|tỉnh|xã|thôn|nhóm|chỉ tiêu|bước|giai đoạn|đoàn|cuộc|buổi|khâu|dự án|mục tiêu|[A-ZĐ]{2,}/))"
)
_BARE: Final = tuple(re.compile(begin + _BARE_NUMBER) for begin in each_letter(_BARE_TYPES))
_SHARED: Final = re.compile(
    r"(?P<number>\b\d{1,4})(?=(?:, \d{1,4}){0,3}(?:,| và) \d{1,4} ?- ?[A-ZĐ])"
)
_AFTER_DATE: Final = re.compile(
    r"[,;]? ?\(?(?:(?:ký|ban hành|đề|ra) )?(?:ngày )?(?=\d{1,2} ?(?:[/.-]|tháng))",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r'[ ,)]*(?:"|v/v |về (?:việc |tăng )?)', re.IGNORECASE)
_KNOWN_CODE: Final = re.compile(rf"(?:{_CODES}|{_OTHER_CODES})(?![A-Za-zĐđ])", re.IGNORECASE)
_GLUED: Final = re.compile(rf"(?:{_CODES})(?:TW|TU|ĐU|HU|QU|UBND)", re.IGNORECASE)
_FAR: Final = 20
"""In so many code points stands a type of two syllables."""
_OFFICE: Final = re.compile(r"[A-ZĐ0-9]{2,}[a-z]{0,2}[-/][A-ZĐ][A-Za-zĐ0-9]*")


class Found(NamedTuple):
    """A citation with its stretches of the shadow: the whole, and where what belongs to it ends."""

    citation: Citation
    start: int
    end: int
    tail: int


class _Core(NamedTuple):
    start: int
    end: int
    number: str | None
    symbol: str | None
    kind: Kind
    rule: str


def find_citations(reading: Reading) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the citations in the order of the text, and dates that cannot be."""
    text = reading.text
    cores = sorted(_cores(text), key=itemgetter(0))
    found: list[Found] = []
    problems: list[Problem] = []
    for i, core in enumerate(cores):
        if found and core.start < found[-1].end:
            continue
        line_end = text.find("\n", core.end)
        limit = len(text) if line_end < 0 else line_end
        if i + 1 < len(cores):
            limit = min(limit, cores[i + 1].start)
        end, date, wrong = _date_after(text, core.end, limit)
        if wrong:
            problems.append(
                Problem(
                    "impossible-date",
                    f"Ngày không có trong lịch: {wrong}",
                    reading.span(core.start, end),
                )
            )
        issuer, term, tail = issuer_at(text, end, limit)
        title = _title(text, tail, limit)
        citation = Citation(
            id=f"c{len(found) + 1}",
            span=reading.span(core.start, end),
            type=core.kind,
            number=core.number,
            symbol=core.symbol,
            date=date,
            issuer=reading.words(*issuer) if issuer else None,
            term=term,
            rule=core.rule,
            title=text[title:limit].strip(' "') or None if title < limit else None,
        )
        found.append(Found(citation, core.start, end, tail))
    return tuple(found), tuple(problems)


def _cores(text: str) -> Iterator[_Core]:
    for match in _SYMBOL.finditer(text):
        before = text[max(match.start() - 2, 0) : match.start()]
        if before and before != "số" and not _may_end(text, match.start()):
            continue
        core = _core(text, match)
        if core:
            yield core
            if core.rule == "symbol":
                yield from _shared(text, core)
    for match in _BLANK.finditer(text):
        core = _blank(text, match)
        if core:
            yield core
    for match in chain.from_iterable(bare.finditer(text) for bare in _BARE):
        word = text[match.start() : match.start("mark" if match["mark"] else "number")].strip()
        kind = kind_of_word(word) or kind_of_code(word)
        if match.start() and text[match.start() - 1].isalnum():
            continue
        if kind and (match["mark"] or len(match["number"]) > 1):
            yield _Core(
                match.start(), match.end("number"), match["number"], None, kind, "number-only"
            )


def _may_end(text: str, end: int) -> bool:
    """Tell whether words may end where a number begins; a blank may be lost after a type."""
    last = text[end - 1]
    if last.isalpha():
        return _plain_type(text[max(end - _FAR, 0) : end]) is not None
    return not last.isdigit() and last not in "/.,-_"


def _core(text: str, match: re.Match[str]) -> _Core | None:
    number, year, state, party, office, dot, bare = match.groups()
    printed = state or party or office or bare
    symbol = "".join(printed.split())
    code = _DIVIDER.split(symbol, maxsplit=1)[0]
    start, kind, rule = _type_before(text, match.start())
    if text.endswith(_FORM, 0, start):
        return None
    if rule == "own" or (rule == "symbol" and (dot or _STAMP.match(text, match.end()))):
        return None
    if year:
        symbol = f"{year}/{symbol}"
    elif "/" not in symbol and "-" not in symbol:
        if not (_GLUED.fullmatch(symbol) or (len(symbol) > 1 and rule == "type-word")):
            return None
    elif (
        rule == "symbol"
        and not _KNOWN_CODE.match(symbol)
        and (party or not _OFFICE.fullmatch(symbol))
    ):
        return None
    by_code = kind_of_code(code) or (Kind.LU if code.startswith("QH") else None)
    if kind is None or kind is _UNKNOWN:
        kind = by_code or _UNKNOWN
    elif by_code is _NOTICED and kind is _CONCLUSION:
        notice = _NOTICE.search(text, max(0, start - 16), start)
        if notice:
            start, kind = notice.start(), Kind.TB
    end = match.end()
    return _Core(start, end, number, symbol, kind, rule)


def _plain_type(before: str) -> tuple[int, Kind] | None:
    """Read the usual case without a pattern: a type word of two syllables, and `số`."""
    end = len(before.rstrip(" :"))
    if before[max(0, end - 2) : end] in {"số", "Số"}:
        end = len(before[: end - 2].rstrip())
    cut = before.rfind(" ", 0, max(before.rfind(" ", 0, end), 0)) + 1
    kind = kind_of_word(before[cut:end])
    if kind is None or (
        kind is _CONCLUSION and before[max(0, cut - 10) : cut - 1] in {"Thông báo", "thông báo"}
    ):
        return None
    return cut, kind


def _type_before(text: str, position: int) -> tuple[int, Kind | None, str]:
    """Return where the mention begins, the type that its word names, and the rule."""
    low = max(text.rfind("\n", max(0, position - 120), position) + 1, position - 120, 0)
    before = text[low:position]
    plain = _plain_type(before)
    if plain:
        return low + plain[0], plain[1], "type-word"
    match = _WORD.search(before)
    if match is None or (match["type"] or "").lower() == "văn bản":
        law = _LAW.search(before)
        if law:
            return low + law.start(), Kind.LU, "law-by-name"
    if match:
        word = match["type"] or ""
        kind = kind_of_code(match["code"]) if match["code"] else kind_of_word(word)
        return low + match.start(), kind or Kind.XX, "type-word"
    marked = _NUMBER_WORD.search(before)
    if not marked:
        return position, None, "symbol"
    if _OWN.fullmatch(before):
        return position, None, "own"
    named = _NAMED.search(before)
    if named:
        return low + named.start(), kind_of_word(named["type"]) or Kind.XX, "named"
    return low + marked.start(), None, "number-word"


def _shared(text: str, core: _Core) -> Iterator[_Core]:
    """Yield the numbers before one symbol that share it: `NQ 24, 25-NQ/TW`."""
    low = max(text.rfind("\n", 0, core.start) + 1, core.start - 40)
    for match in _SHARED.finditer(text, low, core.end):
        if match.end() <= core.start:
            start, kind, rule = _type_before(text, match.start())
            if rule == "type-word":
                yield _Core(
                    start, match.end(), match["number"], core.symbol, kind or core.kind, "shared"
                )


def _blank(text: str, match: re.Match[str]) -> _Core | None:
    start, kind, rule = _type_before(text, match.start())
    if rule != "type-word":
        return None
    symbol = "".join(match["symbol"].split())
    return _Core(start, match.end(), None, symbol, kind or Kind.XX, "blank-number")


def _date_after(text: str, end: int, limit: int) -> tuple[int, dt.date | None, str | None]:
    """Return where the mention ends with its date, the date, and the words of one that cannot be."""
    lead = _AFTER_DATE.match(text, end, limit)
    if not lead:
        return end, None, None
    match = DATE.match(text, lead.end(), limit)
    if not match:
        return end, None, None
    date = date_of(match)
    return match.end(), date, None if date else match[0]


def _title(text: str, start: int, limit: int) -> int:
    """Return where the words begin that say what the document is about."""
    match = _ABOUT.match(text, start, limit)
    return match.end() if match else limit

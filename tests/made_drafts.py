"""Made-up drafts that are right: plans, programmes, guidance and letters of made-up provinces.

`made(seed)` is the same for the same seed. Header, signature and list of recipients follow the
rules of the draft's day; every document is cited as the registry knows it, in full at first and
short later; every task has a lead body and a due time within the period of the plan.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Final

from ontology.known import KnownDocument
from tests.made_citations import date_words, full, of_the_state, short, standing
from tests.made_pieces import Cited, Made, Piece

FIRST_DAY: Final = dt.date(2018, 6, 1)
LAST_DAY: Final = dt.date(2026, 10, 30)
NEW_FORM: Final = dt.date(2026, 5, 27)
"""The first day of the Party's newest guidance on layout: no asterisk, no "./." at the end."""
STATE_FORM: Final = dt.date(2020, 3, 5)
"""The first day of the State's rules on layout that are known."""

PROVINCES: Final = (
    *("Hà Sơn", "Bình Lâm", "Phú Giang", "Tân Khê", "Yên Thạch", "Thanh Lộc", "Đông Khê"),
    *("An Sơn", "Lâm Hà", "Nam Sơn", "Sơn Trà", "Vĩnh Giang", "Trường Khánh", "Mỹ Xuyên"),
)
PEOPLE: Final = ("Nguyễn Văn Bình", "Trần Thị Mai Lam", "Hoàng Minh Đức", "Lý Thu Hằng", "Vũ An")
SUBJECTS: Final = (
    *("công tác kiểm tra, giám sát", "công tác dân vận", "công tác xây dựng Đảng"),
    *("cải cách hành chính", "tuyên truyền các ngày lễ lớn", "bồi dưỡng cán bộ, công chức"),
)
PARTY_BODIES: Final = (
    *("Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Văn phòng Tỉnh ủy"),
    *("Ban Nội chính Tỉnh ủy", "Trường Chính trị tỉnh", "Ban Thường vụ Tỉnh đoàn"),
)
STATE_BODIES: Final = (
    *("Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Tư pháp", "Sở Giáo dục và Đào tạo"),
    *("Công an tỉnh", "Thanh tra tỉnh", "Sở Công Thương"),
)
WORK: Final = (
    "tổ chức hội nghị học tập, quán triệt cho cán bộ chủ chốt",
    "rà soát, bổ sung quy chế làm việc của cơ quan, đơn vị",
    "tham mưu kế hoạch kiểm tra, giám sát việc thực hiện",
    "biên soạn tài liệu hỏi đáp, cấp phát đến cơ sở",
    "mở lớp bồi dưỡng nghiệp vụ cho cán bộ trẻ",
    "xây dựng cơ sở dữ liệu dùng chung của tỉnh",
    "tổng hợp kết quả, báo cáo cấp có thẩm quyền",
    "khảo sát nhu cầu đào tạo ở các xã, phường",
)
AIMS: Final = (
    "Tạo chuyển biến rõ nét trong nhận thức và hành động của cán bộ, đảng viên.",
    "Phân công rõ trách nhiệm của từng cơ quan, đơn vị, người đứng đầu.",
    "Việc thực hiện phải thiết thực, tiết kiệm, tránh hình thức.",
    "Phát hiện, nhân rộng những cách làm hay ở cơ sở.",
)
HEADINGS: Final = ("MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ, GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN")


@dataclass(frozen=True, slots=True)
class Form:
    """A type of document of one sort of body: its name in capitals and its symbol."""

    name: str
    symbol: str
    is_state: bool = False


FORMS: Final = (
    Form("KẾ HOẠCH", "KH/TU"),
    Form("CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTr/TU"),
    Form("HƯỚNG DẪN", "HD/BTCTU"),
    Form("", "CV/TU"),
    Form("KẾ HOẠCH", "KH-UBND", is_state=True),
    Form("CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTr-UBND", is_state=True),
    Form("", "UBND-NC", is_state=True),
)


@dataclass(slots=True)
class _Writer:
    """Writes one draft, piece by piece."""

    random: Random
    day: dt.date
    form: Form
    province: str
    pieces: list[Piece] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    years: tuple[int, int] | None = None

    def put(self, text: str, role: str = "", of: int = -1) -> None:
        self.pieces.append(Piece(text, role, of))

    def cite(self, document: KnownDocument, *, in_full: bool) -> None:
        of = len(self.cited)
        self.cited.append(Cited(document, all(c.document != document for c in self.cited)))
        self.pieces.extend((full if in_full else short)(self.random, document, of))

    @property
    def bodies(self) -> tuple[str, ...]:
        return STATE_BODIES if self.form.is_state else PARTY_BODIES

    @property
    def is_new(self) -> bool:
        return self.day >= NEW_FORM


def made(seed: int, form: Form | None = None, about: KnownDocument | None = None) -> Made:
    """Return the draft of a seed; `form` and `about` say what it is and what it implements."""
    random = Random(f"draft {seed}")  # noqa: S311  no secret hangs on it
    earliest = max(FIRST_DAY, about.date + dt.timedelta(30)) if about and about.date else FIRST_DAY
    day = earliest + dt.timedelta(random.randrange((LAST_DAY - earliest).days))
    writer = _Writer(random, day, form or random.choice(FORMS), random.choice(PROVINCES))
    chosen = _documents(random, day, about)
    _head(writer)
    _title(writer, chosen[0])
    _grounds(writer, chosen)
    _aims(writer)
    _tasks(writer, chosen)
    _end(writer)
    return Made(
        seed=seed,
        day=day,
        is_state=writer.form.is_state,
        pieces=tuple(writer.pieces),
        cited=tuple(writer.cited),
        province=writer.province,
        years=writer.years,
    )


def _documents(random: Random, day: dt.date, about: KnownDocument | None) -> list[KnownDocument]:
    """Return some documents to cite, no two of the same number and symbol."""
    pool = [one for one in standing(day) if about is None or one.group != about.group]
    chosen: dict[str, KnownDocument] = {about.group: about} if about else {}
    for one in random.sample(pool, random.randint(3, 6)):
        chosen.setdefault(one.group, one)
    return list(chosen.values())


def _head(writer: _Writer) -> None:
    number = f"{writer.random.randint(1, 250):02}"
    place, form = writer.province, writer.form
    if form.is_state:
        writer.put("ỦY BAN NHÂN DÂN\n", "issuer-line")
        writer.put(f"TỈNH {place.upper()}\n\n")
        _own_number(writer, f"Số: {number}/", form.symbol)
        writer.put("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "heading")
        writer.put("\n")
        writer.put("Độc lập - Tự do - Hạnh phúc", "motto")
        writer.put("\n\n")
    else:
        writer.put(f"TỈNH ỦY {place.upper()}\n", "issuer-line")
        if form.symbol.endswith("BTCTU"):
            writer.put("BAN TỔ CHỨC\n")
        if not writer.is_new:
            writer.put("*\n", "mark")
        _own_number(writer, f"Số {number}-", form.symbol)
        writer.put("ĐẢNG CỘNG SẢN VIỆT NAM", "heading")
        writer.put("\n\n")
    writer.put(f"{place}, ngày {date_words(writer.day, 'words')}", "place-date")
    writer.put("\n\n")


def _own_number(writer: _Writer, number: str, symbol: str) -> None:
    writer.put(f"{number}{symbol}", "own-number")
    writer.put("\n")
    if not writer.form.name:
        about = "V/v" if writer.form.is_state else "về việc"
        writer.put(about, "about")
        writer.put(f" {writer.random.choice(SUBJECTS)}\n")
    writer.put("\n")


def _title(writer: _Writer, first: KnownDocument) -> None:
    if not writer.form.name:
        ending = ";" if writer.form.is_state else ","
        writer.put("Kính gửi:\n")
        for body in writer.random.sample(writer.bodies, 2):
            writer.put(f"- {body}{ending}\n")
        writer.put("- Các cơ quan, đơn vị trực thuộc.\n\n")
        return
    writer.put(writer.form.name, "name")
    writer.put("\n")
    if writer.random.random() < 0.5:
        start = writer.day.year
        if writer.random.random() < 0.5 and writer.day.month < 10:
            writer.years = (start, start)
            period = f"năm {start}"
        else:
            writer.years = (start, start + 4)
            period = f"giai đoạn {start} - {start + 4}"
        writer.put(f"{writer.random.choice(SUBJECTS)} {period}")
    else:
        writer.put("thực hiện ")
        writer.cite(first, in_full=True)
    writer.put("\n")
    if not writer.form.is_state:
        writer.put("-----", "rule")
        writer.put("\n")
    writer.put("\n")


def _grounds(writer: _Writer, chosen: list[KnownDocument]) -> None:
    issuer = "Ủy ban nhân dân tỉnh" if writer.form.is_state else "Ban Thường vụ Tỉnh ủy"
    if writer.form.symbol.endswith("BTCTU"):
        issuer = "Ban Tổ chức Tỉnh ủy"
    writer.put("Thực hiện ")
    writer.cite(chosen[0], in_full=True)
    for other in chosen[1:3]:
        writer.put("; ")
        writer.cite(other, in_full=True)
    if writer.form.is_state and writer.random.random() < 0.5:
        able = [one for one in of_the_state() if one.date and one.date < writer.day]
        writer.put("; ")
        writer.cite(writer.random.choice(able), in_full=True)
    done = "ban hành văn bản" if not writer.form.name else f"ban hành {writer.form.name.lower()}"
    writer.put(f", {issuer} {done} như sau:\n\n")


def _aims(writer: _Writer) -> None:
    writer.put(f"I. {HEADINGS[0]}\n\n")
    for aim in writer.random.sample(AIMS, writer.random.randint(2, len(AIMS))):
        writer.put(f"- {aim}\n\n")
        writer.put("", "slot")


def _tasks(writer: _Writer, chosen: list[KnownDocument]) -> None:
    writer.put(f"II. {HEADINGS[1]}\n\n")
    later = iter(chosen[3:])
    works = writer.random.sample(WORK, writer.random.randint(4, len(WORK)))
    for number, work in zip(count(1), works):
        lead, helper = writer.random.sample(writer.bodies, 2)
        writer.put(f"{number}. ", "task", number)
        writer.put(lead, "lead", number)
        writer.put(" chủ trì, phối hợp với ", "leads", number)
        writer.put(helper, "cooperating", number)
        writer.put(f" {work}", "work", number)
        _carried_out(writer, next(later, None), chosen[0])
        writer.put(", hoàn thành ", "done", number)
        writer.put(_due(writer), "due", number)
        writer.put(".\n\n", "task-end", number)
    writer.put("", "last-task")


def _carried_out(writer: _Writer, new: KnownDocument | None, main: KnownDocument) -> None:
    """Cite in a task what was not cited yet, in full, or what the draft is about, in short."""
    if new is not None:
        writer.put(" theo ")
        writer.cite(new, in_full=True)
    elif writer.random.random() < 0.5:
        writer.put(" thực hiện ")
        writer.cite(main, in_full=False)


def _due(writer: _Writer) -> str:
    """Return a due time after the draft's day, and within the period of the plan."""
    last = writer.years[1] if writer.years else writer.day.year + 1
    left = (dt.date(last, 12, 28) - writer.day).days
    due = writer.day + dt.timedelta(writer.random.randint(min(left, 40), left))
    quarter = ("I", "II", "III", "IV")[(due.month - 1) // 3]
    return writer.random.choice(
        (
            f"trước ngày {date_words(due)}",
            f"chậm nhất ngày {date_words(due)}",
            f"trong tháng {due.month if due.month > 2 else f'{due.month:02}'}/{due.year}",
            f"trong quý {quarter}/{due.year}",
        )
    )


def _end(writer: _Writer) -> None:
    writer.put(f"III. {HEADINGS[2]}\n\n")
    kind = writer.form.name.capitalize() or "Công văn"
    writer.put(f"Các cơ quan, đơn vị căn cứ {kind} này để triển khai, báo cáo kết quả")
    old_habit = writer.form.is_state or (not writer.is_new and writer.random.random() < 0.5)
    writer.put("./." if old_habit else ".", "end")
    writer.put("\n\n")
    writer.pieces.extend(_recipients(writer))
    writer.pieces.extend(_signature(writer))


def _recipients(writer: _Writer) -> Iterator[Piece]:
    ending = ";" if writer.form.is_state else ","
    yield Piece("Nơi nhận:\n", "recipients")
    yield Piece(f"- Như trên{ending}\n" if not writer.form.name else f"- Các cơ quan{ending}\n")
    for body in writer.random.sample(writer.bodies, 2):
        yield Piece(f"- {body}{ending}\n", "recipient")
    kept = "- Lưu: VT, NC." if writer.form.is_state else "- Lưu Văn phòng."
    yield Piece(kept, "file")
    yield Piece("\n\n")


def _signature(writer: _Writer) -> Iterator[Piece]:
    if writer.form.is_state:
        yield Piece("TM. ỦY BAN NHÂN DÂN", "authority")
        yield Piece("\n")
        yield Piece("KT. CHỦ TỊCH", "authority")
        yield Piece("\n")
        yield Piece("PHÓ CHỦ TỊCH", "post")
    elif writer.form.symbol.endswith("BTCTU"):
        yield Piece("K/T TRƯỞNG BAN", "authority")
        yield Piece("\n")
        yield Piece("PHÓ TRƯỞNG BAN", "post")
    else:
        yield Piece("T/M BAN THƯỜNG VỤ", "authority")
        yield Piece("\n")
        yield Piece("PHÓ BÍ THƯ", "post")
    yield Piece("\n\n\n")
    yield Piece(writer.random.choice(PEOPLE), "signatory")
    yield Piece("\n")

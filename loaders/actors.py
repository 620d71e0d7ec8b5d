"""Finds who leads and who cooperates, in running text, headings and lines that say nothing else.

Leads: the subject of a sentence, X in `Đề nghị X …`, `Giao X …`, `yêu cầu X …`. Cooperating: X in
`phối hợp với X`, and in `Đề nghị X phối hợp`. The noun (`quy chế phối hợp`) gives none.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from loaders.indexed import AnyOf, Indexed
from loaders.letters import BEFORE_POINT, LOWER, UPPER
from loaders.names import HEADS, name_end, split_names
from loaders.reading import Reading
from ontology.facts import Phrase

_GROUP: Final = (
    r"(?:[Cc]ác |[Nn]hững |[Mm]ỗi |[Tt]ừng |[Cc]hính quyền |[Tt]oàn thể )?(?:cơ quan|đơn vị|cấp ủy|cấp (?!bách|phép|phát|học|độ)|địa phương|chính quyền|nhà (?:mạng|thầu|đầu tư)"
    r"|lãnh đạo (?!,)|ban,|ban (?!hành)|sở|bộ,|bộ (?=và|khẩn|chủ|tiếp|tập|rà|xây|có |căn|phải|cần|triển|nghiên|liên)|ngành|phòng(?!,(?! (?:ban|đơn vị|[A-ZĐ])))|văn phòng|trung tâm|đoàn thể|tổ chức (?=[Đđ]ảng|[Đđ]oàn|chính|cơ|thành|hội|cấp|cung|chi trả|tín)|đồng chí|đ/c|tổ chức, cá nhân"
    r"|hội (?!nghị|thảo|thi|đồng thi)|công an|công đoàn|trường|doanh nghiệp|cơ sở (?=[Đđ]oàn|[Đđ]ảng|giáo|y tế|sản|kinh|đào)|huyện|xã(?! hội)|phường|thôn|đài|báo(?! cáo)|chi(?:,| (?:bộ|ủy|hội|đoàn))|đảng (?:ủy|bộ)"
    r"|thành viên|đội ngũ|giáo viên|tỉnh(?: ủy|,| |$)|thành phố|thành ủy|huyện ủy|bí thư|chủ tịch|thủ trưởng|hiệu trưởng|giám đốc|người đứng đầu|tổ (?!chức)|nhà trường|cụm|khối|bên|lực lượng"
    r"|đoàn (?!kết)|[Đđ]ồn |cán bộ|đảng viên|công chức|ủy viên|ubnd|cộng tác viên|báo cáo viên|trưởng|phó|quận|thị|viện|Thủ đô|MTTQ|UBND|Bộ|Tập đoàn|Tổng|Phó|Ủy|chủ (?=rừng|đầu|tịch)|hộ |Ban|Sở|Phòng|Hội(?! nghị)|Tổ(?! chức)|Trung tâm|Đảng|HĐND|Chi|Văn|Đoàn|Liên|Trường(?! hợp))"
)
_PLACE: Final = (
    r"(?:Tỉnh|Thành phố|Xã|Phường)(?= (?:cần|phải|chủ động|có trách nhiệm|chịu trách nhiệm|căn cứ|thực hiện"
    r"|khẩn trương|tiếp tục|phối hợp|rà soát|tổng hợp|nghiên cứu) )"
)
"""A place that does something, as those who govern it."""
SUBJECT: Final = re.compile(
    rf"(?:{HEADS}(?<!Các)(?<!Lãnh đạo)(?![\w])|Lãnh đạo (?=Ban|Văn|Sở|các|Phòng|UBND|đơn|cơ|cấp|Hội|Tỉnh)|(?=[Cc]ác |[Nn]hững |[Mm]ỗi |[Tt]ừng |[Tt]oàn thể ){_GROUP}"
    rf"|(?:Cấp ủy|Cơ quan|Đơn vị|Cán bộ phụ trách|Chuyên viên|Chính quyền|Đồng chí|Bộ phận|Thủ trưởng|Người đứng đầu|Thủ đô) ?"
    rf"|{_PLACE})"
)
LOOSE: Final = re.compile(rf"(?:{HEADS}(?<!Các)(?![\w])|{_GROUP}|{_PLACE})")
_ADVERBIAL: Final = re.compile(
    r"(?:(?:[Cc]ăn cứ|[Tt]rên cơ sở|[Tt]heo(?! dõi)|[Hh][àằ]ng (?:năm|quý|tháng|tuần)|[Đđ]ịnh kỳ|[Tt]rước ngày|[Cc]hậm nhất|[Mm]uộn nhất|[Ss]au khi|[Đđ]ể|[Nn]hằm"
    r"|[Đđ]ồng thời|[Bb]ên cạnh đó|[Nn]goài ra|[Tt]rong|[Kk]hi|[Nn]ếu|[Đđ]ối với|[Vv]ề)(?: [^,.;:\n]+)?, (?:[^,.;:\n]{1,90}, ){0,3}?"
    r"|(?:Trong quá|Quá) trình [^.;:\n]{0,60}?(?:khó khăn|vướng mắc|vấn đề)(?:,? (?:khó khăn|vướng mắc|(?:mới )?phát sinh))*,? (?:thì )?"
    r"|(?:Đối với|Nếu|Về|Khi) (?:[^:\n.;]|\.(?=\S)){3,420}: )"
    rf"(?={HEADS}|{_PLACE}|(?:[Cc]ác|[Nn]hững|[Mm]ỗi|[Tt]ừng|[Cc]ấp ủy|[Cc]hính quyền)[ ,])"
)
_LABEL: Final = re.compile(
    rf"(?!Giao|Đề nghị|Yêu cầu|Kính|Phân công|Thành phần|Đối tượng|Thời gian|Địa điểm|Khách|Đại biểu|Người|Nơi|Hình thức|Ghi chú|Chủ trì|Phối hợp|Thực hiện)[{UPPER}][^:.;()\"\n]{{2,70}}: "
    rf"(?={HEADS}(?!\w)|các |những )"
)
"""What a sentence is about, before the body that does it: `Báo cáo tháng: Sở Tài chính tổng hợp`."""
_REQUESTS: Final = re.compile(
    r"(?:Chính phủ|Thủ tướng Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ Chính trị(?:, Ban Bí thư)?|Ban Bí thư) (?:trân trọng )?(?:đề nghị|yêu cầu|giao)(?: cho)? "
)
"""The highest bodies give work to others, and do none themselves."""
_COMPETENT: Final = "thẩm quyền "
"""Before a bracket that tells who is meant by it, and not who does the work."""
_LONGEST_LABEL: Final = 75
_LONGEST_ROLE: Final = 45
_ACTS: Final = (
    "chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|phải|cần|căn cứ|tiếp tục|tập trung|khẩn trương|tăng cường|kịp thời"
    "|thường xuyên|tham mưu|tổng hợp"
)
CLAUSE: Final = re.compile(rf" (?:{_ACTS})(?!\w)")
"""What tells that a body after a semicolon does something, and is no object of the verb before."""
_DOES: Final = re.compile(
    rf" (?:{_ACTS}|tổ chức|triển khai|thực hiện|xây dựng|hướng dẫn|báo cáo|hoàn thành|mở|cử|rà soát|kiểm tra|theo dõi|lập|thông báo|hoàn chỉnh|công khai|tiếp|họp)(?!\w)"
)
"""The same where a capital begins the name."""
_SEMICOLON: Final = AnyOf(re.compile(rf"; (?=[{UPPER}]|các |những |mỗi |từng )"))
_ASK: Final = re.compile(
    r"(?:(?P<open>Đề nghị|Yêu cầu|Giao cho|Giao(?! ban\b| lưu| thông| dịch)|Kính đề nghị|Phân công)|(?P<inner>(?<=[\s(,;])(?<!được )(?:yêu cầu|giao cho|giao(?! ban\b| lưu| thông| dịch)|phân công)))(?: cho)? (?=\S)"
)
_LONGEST_ASK: Final = 20
_ASKING: Final = AnyOf("ề nghị", "êu cầu", "iao", "hân công")
_BRACKETING: Final = AnyOf("(", " do ")
TOGETHER: Final = re.compile(
    r"[ ,:]*(?:(?:thường xuyên|tiếp tục|chủ động|tích cực|quan tâm,?|kịp thời|chỉ đạo|tăng cường) ){0,2}[Pp]hối hợp"
)
_FOLLOWED: Final = re.compile(
    rf"(?:\([^()\n]{{0,60}}\))?[ ,]*(?P<verb>[{UPPER}]?[{LOWER}]+(?: [{LOWER}]+)?)|(?P<colon>:)"
)
_COOPERATE: Final = re.compile(
    r"(?P<verb>[Pp]hối hợp)(?: chặt chẽ| tốt| hiệu quả| thường xuyên| đồng bộ| kịp thời| nhịp nhàng|,? quyết liệt|, hiệu quả|, chặt chẽ)*"
    r"(?: ?(?:với|cùng với|cùng|giữa))?(?: các)?:? ?(?=\S)"
)
_COOPERATING: Final = AnyOf("phối hợp", "Phối hợp")
_ALSO: Final = re.compile(r",? cùng (?:với )?(?=(?:các|những) )")
"""Before more bodies of a list."""
_NOUN: Final = re.compile(
    r"(?:\bsự|\bviệc|công tác|[Qq]uy chế|[Cc]hương trình|cơ chế|\bmối quan hệ|hoạt động|văn bản|kế hoạch)(?: chủ trì,?| tham gia,?| về| ký kết)? ?$"
)
_SENTENCE: Final = re.compile(
    rf"[.:;!?\n](?:(?<=\n)|(?<=[.!?])\s+(?=[{UPPER}])|(?<=[.:;])(?P<counted>\s+\(\d{{1,2}}\)\s+))"
)
"""Where one begins: also after a number, in `cụ thể: (1) Bộ Công an chủ trì …; (2) các bộ …`."""
_SHORT_NAME: Final = re.compile(rf" ?\([{UPPER}&-]{{2,10}}\) ")
"""The short form of a name, after it: `Đài Truyền hình Việt Nam (VTV) chủ trì`."""
_IDLE: Final = re.compile(
    r" (?:đã|yêu cầu|đề nghị|giao|không|là(?! (?:cơ quan |đơn vị |bộ phận )?(?:thường trực|đầu mối|chủ trì))) "
)
"""What follows a body that is not told to do anything."""
_HANDS: Final = re.compile(
    r"(?:(?:từng |các |những )?(?:cán bộ|công chức|viên chức|đảng viên|thành viên|người)|(?:từng|các) (?:đồng chí|đ/c))(?! đứng)(?!\w)"
)
"""To whom a body gives a part of its own work."""
_SENTENCE_ENDS: Final = re.compile(f"[{BEFORE_POINT}]")
_BRACKET: Final = re.compile(
    rf"(?:\(| do )(?:Giao |giao )?(?={HEADS})(?P<name>[^().;\n]{{3,120}}?) (?=chủ trì|thực hiện|tham mưu|chuẩn bị|phụ trách|chịu trách nhiệm)"
)
_ROLE: Final = re.compile(
    r"(?:^|(?<=[.;(,-] )|(?<=[;.(\n]))(?P<role>(?:(?:(?:[Đđ]ơn vị|[Cc]ơ quan|[Pp]hòng|[Bb]ộ phận|[Đđ]ồng chí|[Cc]án bộ|[Nn]gười) )?"
    r"(?P<word>[Cc]hủ trì|[Tt]hực hiện|[Pp]hối hợp|[Cc]hịu trách nhiệm|[Pp]hụ trách|[Tt]ham mưu|[Đđ]ầu mối)(?:,? (?:thực hiện|chính|tham mưu|triển khai|tổ chức)(?!\w)){0,3}"
    r"|(?:[Đđ]ơn vị|[Cc]ơ quan|[Pp]hòng|[Bb]ộ phận|[Nn]gười) (?:chuẩn bị|soạn thảo)|[Pp]hân công(?: thực hiện)?|[Tt]rách nhiệm(?: thực hiện)?)) ?: ?(?=\S)"
)
_WHEN: Final = re.compile(
    r"[.;] ?(?=(?:Hoàn thành|Thời gian|Thời hạn|Xong|Trước|Trong|Chậm nhất)(?!\w))"
)
"""What ends the bodies of a role: when they do it."""


class Actors(NamedTuple):
    """Who leads and who cooperates, in the order of the text."""

    lead: tuple[Phrase, ...] = ()
    cooperating: tuple[Phrase, ...] = ()

    def __or__(self, other: "Actors") -> "Actors":
        """Return both, each body once."""
        if not (other.lead or other.cooperating):
            return self
        if not (self.lead or self.cooperating):
            return other
        return Actors(_once(self.lead + other.lead), _once(self.cooperating + other.cooperating))


NOBODY: Final = Actors()


def _once(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    if len(phrases) < 2:
        return phrases
    seen: dict[str, Phrase] = {}
    for phrase in phrases:
        seen.setdefault(phrase.text.casefold(), phrase)
    return tuple(seen.values())


_ASIDE: Final = re.compile(
    rf" (?:(?:trong phạm vi|theo chức năng|theo phạm vi|theo nhiệm vụ)\b[^;\n]{{0,300}}?(?= và (?:(?=các |những ){_GROUP}|{HEADS})|;|\n|$)"
    r"|(?<!cơ quan )(?<!đơn vị )(?<!phòng )(?<!bộ phận )(?<!\n )(?:chủ trì|chủ động|tham mưu(?!, giúp)|có trách nhiệm|chịu trách nhiệm|tiến hành|rà soát|thúc đẩy|theo dõi|thực hiện(?= công| việc| các))(?!\w)[^;\n]*)",
)
"""What a list says of bodies beside their names: in what they act, or what they do."""


def actors_of_cell(reading: Reading, start: int, end: int, rule: str) -> tuple[Phrase, ...]:
    """Return the bodies that a table cell, or a line of bodies, lists."""
    text = reading.text
    names: list[tuple[int, int]] = []
    at = start
    for aside in _ASIDE.finditer(text, start, end):
        names += split_names(text, at, aside.start())
        at = aside.end()
    names += split_names(text, at, end)
    return _once(tuple(reading.phrase(a, b, rule) for a, b in names))


def find_actors(
    reading: Reading, masked: Indexed, start: int, end: int, *, subjects: bool = True
) -> Actors:
    """Return who leads and cooperates by the running text of a stretch."""
    lead: list[tuple[int, int, str]] = []
    cooperating: list[tuple[int, int, str]] = []
    named, text = NOBODY, masked.text
    if subjects:
        for begin, finish in _sentences(text, start, end):
            if text.find(":", begin, min(finish, begin + _LONGEST_ROLE)) >= 0 and (
                _ROLE.match(text, begin, finish)
            ):
                named |= roles_of_line(reading, begin, finish)
            else:
                _subject(text, begin, finish, lead)
        if masked.has(_ASKING, start, end):
            _asked(masked, start, end, lead, cooperating)
        bracketed = masked.begun(_BRACKET, _BRACKETING, start, end)
        lead += [
            (*match.span("name"), "lead-in-bracket")
            for match in bracketed
            if not text.endswith(_COMPETENT, start, match.start())
        ]
    together = masked.begun(_COOPERATE, _COOPERATING, start, end)
    _cooperating(together, start, end, cooperating)
    if subjects and masked.has(_SEMICOLON, start, end):
        _later_subjects(masked, start, end, lead, cooperating)
    if not lead and not cooperating:
        return named
    return named | Actors(_phrases(reading, lead), _phrases(reading, cooperating))


def _phrases(reading: Reading, stretches: list[tuple[int, int, str]]) -> tuple[Phrase, ...]:
    return _once(
        tuple(
            reading.phrase(a, b, rule)
            for start, end, rule in sorted(stretches)
            for a, b in split_names(reading.text, start, end)
        )
    )


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SENTENCE.finditer(text, start, end):
        if (
            match[0] != "\n"
            and not match["counted"]
            and not _SENTENCE_ENDS.match(text, match.start() - 1)
        ):
            continue
        yield at, match.start() + 1
        at = match.end()
    if at < end:
        yield at, end


def _subject(text: str, start: int, end: int, lead: list[tuple[int, int, str]]) -> None:
    begin = start
    adverbial = _ADVERBIAL.match(text, begin, end)
    if adverbial and LOOSE.match(text, adverbial.end(), end):
        begin = adverbial.end()
    elif not SUBJECT.match(text, begin, end):
        if text.find(": ", begin, min(end, begin + _LONGEST_LABEL)) < 0:
            return
        label = _LABEL.match(text, begin, end)
        if label is None or not LOOSE.match(text, label.end(), end):
            return
        begin = label.end()
    close = name_end(text, begin, end)
    asked = _REQUESTS.match(text, begin, end)
    if asked and LOOSE.match(text, asked.end(), end):
        begin, close = asked.end(), name_end(text, asked.end(), end)
    if close > begin and close == end - 1 and text.startswith(": (1)", close):
        lead.append((begin, close, "subject"))
    if close <= begin or close >= end - 1:
        return
    if text[close] in " (" and _SHORT_NAME.match(text, close, end):
        lead.append((begin, close, "subject"))
        return
    if text[close] in '.;()"\n' or (_IDLE.match(text, close, end) is not None):
        return
    words = text[begin:close]
    if text[close] == ":" and text[close + 2 : close + 3].isdecimal():
        return
    if text[close] == ":" and ":" not in words and words.count(" ") > 20:
        return
    lead.append((begin, close, "subject"))


def _later_subjects(
    masked: Indexed,
    start: int,
    end: int,
    lead: list[tuple[int, int, str]],
    cooperating: list[tuple[int, int, str]],
) -> None:
    """Add the subjects of clauses after a semicolon, where no list of bodies goes on."""
    text = masked.text
    asked = text.startswith(("Đề nghị ", "Kính đề nghị "), start)
    taken = sorted((a, b) for a, b, _ in chain(lead, cooperating))
    listed, i = start, 0
    for begin in masked.places_in(_SEMICOLON, start, end):
        while i < len(taken) and taken[i][0] <= begin:
            listed = max(listed, taken[i][1])
            i += 1
        at = begin + 2
        if begin < listed or not SUBJECT.match(text, at, end):
            continue
        close = name_end(text, at, end)
        if close <= at:
            continue
        clause = _DOES if text[at].isupper() else CLAUSE
        if clause.match(text, close, end):
            lead.append((at, close, "later-subject"))
            listed = close
        elif asked and TOGETHER.match(text, close, end):
            cooperating.append((at, close, "asked-to-cooperate"))


def _asked(
    masked: Indexed,
    start: int,
    end: int,
    lead: list[tuple[int, int, str]],
    cooperating: list[tuple[int, int, str]],
) -> None:
    text = masked.text
    parts = masked.near(_ASKING, start, end, _LONGEST_ASK, _LONGEST_ASK)
    for match in chain.from_iterable(_ASK.finditer(text, *part) for part in parts):
        if match["open"] and not _opens(text, match.start(), start):
            continue
        if not LOOSE.match(text, match.end(), end):
            continue
        if match["inner"] and _HANDS.match(text, match.end(), end):
            continue
        close = name_end(text, match.end(), end)
        if close <= match.end():
            continue
        follow = _FOLLOWED.match(text, close, end)
        if follow is None or text.startswith(":", follow.end("verb")):
            continue
        if TOGETHER.match(text, close, end):
            cooperating.append((match.end(), close, "asked-to-cooperate"))
        else:
            lead.append((match.end(), close, "asked"))


def _opens(text: str, position: int, start: int) -> bool:
    before = text[max(start, position - 3) : position].rstrip()
    return not before or before[-1] in '.:;!?"\n-+)'


def _cooperating(
    matches: Iterable[re.Match[str]], start: int, end: int, found: list[tuple[int, int, str]]
) -> None:
    for match in matches:
        text = match.string
        if _NOUN.search(text[max(start, match.start() - 32) : match.start()]):
            continue
        begin = match.end()
        if match[0].endswith(" các "):
            begin -= 4
        if not LOOSE.match(text, begin, end):
            continue
        close = name_end(text, begin, end)
        while close > begin:
            found.append((begin, close, "cooperates"))
            also = _ALSO.match(text, close, end)
            begin = also.end() if also else close
            close = name_end(text, begin, end) if also else close


def roles_of_line(reading: Reading, start: int, end: int) -> Actors:
    """Return the bodies of a line that names roles: `Đơn vị chủ trì: X; phối hợp: Y`."""
    text = reading.text
    roles = list(_ROLE.finditer(text, start, end))
    actors = Actors()
    for i, match in enumerate(roles):
        stop = roles[i + 1].start() if i + 1 < len(roles) else end
        word = (match["word"] or "").lower()
        timed = _WHEN.search(text, match.end(), stop)
        stop = timed.start() if timed else stop
        bodies = actors_of_cell(reading, match.end(), max(stop, match.end() + 1), "role-line")
        if word == "phối hợp":
            actors |= Actors(cooperating=bodies)
            continue
        together: list[tuple[int, int, str]] = []
        matches = _COOPERATE.finditer(text, match.end(), stop)
        _cooperating(matches, match.end(), stop, together)
        actors |= Actors(bodies, _phrases(reading, together))
    return actors


def find_subject(reading: Reading, start: int, end: int) -> tuple[Phrase, ...]:
    """Return the bodies of which the first sentence of a stretch says what they do."""
    begin, finish = next(_sentences(reading.text, start, end), (start, start))
    lead: list[tuple[int, int, str]] = []
    _subject(reading.text, begin, finish, lead)
    return _phrases(reading, lead)

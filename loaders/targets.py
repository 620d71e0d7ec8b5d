"""Finds what an item does with the documents that it cites: implements, reviews, monitors it.

Only the outermost citations are targets: one that stands in another's title is reached by its link.
The words before a citation decide; each of a list takes the relation of the words that head the list.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.alternatives import any_case
from loaders.citations import Found
from loaders.letters import BEFORE_POINT, LOWER, UPPER
from loaders.names import BODY_START, name_end
from loaders.reading import Reading
from ontology.facts import Phrase, Target
from ontology.relations import Relation

_FILLER: Final = (
    r"(?: (?:tốt|nghiêm túc|nghiêm|có hiệu quả|hiệu quả|các|những|một số|nội dung|nhiệm vụ|quy định|của|và|việc|toàn văn|sâu rộng"
    r"|đầy đủ|kịp thời|tinh thần|văn bản|chỉ đạo|trọng tâm|trong|tại|nghị quyết|chỉ thị|kết luận|mục tiêu|chỉ tiêu|giải pháp))*"
)
_BASIS: Final = re.compile(
    r"\b(?:theo(?<!tiếp theo)(?<!làm theo)(?! dõi| hướng )|căn cứ(?: vào)?|bám sát|tại|dựa trên|trên cơ sở)"
    r"(?: (?:tinh thần|định hướng|quan điểm|chỉ đạo|nội dung|quy định|yêu cầu|hướng dẫn|kế hoạch|nhiệm vụ|của|tại|các|những|đúng"
    r"|Điều|điều|khoản|điểm|mục|Mục|phần|Phần|Phụ lục|phụ lục|Chương|[IVX\d]+|[a-zđ]|nghị quyết|kết luận|chỉ thị|quyết định|công điện|nghị định|đang triển khai|như|văn bản|số|được giao|nêu|trong|\S+ (?=tại ))(?!\w),?){0,12}"
    r"(?: (?:Luật|Bộ luật) [^,.;:()]{2,60}[,;](?: và)?){0,4}(?: [^,.;:()]{0,70}(?: tại| theo| của))?"
    r"(?: [^,.;:()]{0,60}, (?:đặc biệt là|nhất là|trong đó có)(?: các| những)?)?[ :,(\"]*$",
    re.IGNORECASE,
)
_BASIS_LIST: Final = re.compile(
    r"\b(?:theo (?:quy định|hướng dẫn|yêu cầu|chỉ đạo|nội dung|phân công) (?:tại|của) [^.;:]{3,200}|căn cứ [^.;:,]{3,30} này) và $",
    re.IGNORECASE,
)
"""A list whose first part has no number: `theo quy định tại Kế hoạch triển khai Bộ chỉ số và Quyết định …`."""
_BASED: Final = re.compile("heo |ăn cứ ")
_OF_KIND: Final = re.compile(
    r"[ \"(]*(?:(?:Các|Những|Một số) )?(?:nghị quyết|chỉ thị|kết luận|quy định|quyết định|nghị định|thông tư|kế hoạch"
    r"|chương trình|hướng dẫn|luật|công văn|văn bản)(?!\w)[^.;:]{0,100}: ?",
    re.IGNORECASE,
)
"""What a list of documents of one kind opens with: `Các Nghị định về đất đai: số 101/2024/NĐ-CP`."""
_REVIEW: Final = re.compile(
    r"(?:sơ kết|tổng kết)(?:,? (?:và )?(?:sơ kết|tổng kết|đánh giá))?(?: (?!theo\b)[^\s;.]+){0,10}?(?: (?:việc )?(?:triển khai|thực hiện|thi hành)(?:,? (?:triển khai|thực hiện))*)?"
    + _FILLER + r"[ :,(\"]*$",
    re.IGNORECASE,
)  # fmt: skip
_CHANGE: Final = re.compile(
    r"(?:sửa đổi|bổ sung|thay thế|điều chỉnh)(?:(?:,| hoặc| và)? (?:sửa đổi|bổ sung|thay thế|một số điều của|cho|nội dung))*[ :,(\"]*$",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"Tiếp tục (?:(?:phổ biến|quán triệt|tuyên truyền|tổ chức|đẩy mạnh|học tập|nghiên cứu)(?:,| và)? ){0,4}(?:triển khai|thực hiện)\b"
)
_CONTINUE: Final = re.compile(
    r"tiếp tục(?: đẩy mạnh| tăng cường| quán triệt| tổ chức| tham mưu| chỉ đạo| phối hợp| lãnh đạo| phổ biến| tuyên truyền| học tập| nghiên cứu|,)*(?: (?:triển khai|thực hiện)(?:,? )?)+" + _FILLER + r"[ :,(\"]*$",
    re.IGNORECASE,
)  # fmt: skip
_DO: Final = re.compile(
    any_case(
        "thực hiện|triển khai|quán triệt|tuyên truyền|học tập|phổ biến|cụ thể hóa|cụ thể hoá|thể chế hóa|thi hành|nghiên cứu|sinh hoạt|thông tin"
    )
)
_SUPERVISE: Final = r"(?:theo dõi|kiểm tra|giám sát|đôn đốc)"
_ASKED: Final = re.compile(rf"(?P<asked>(?:(?:Giao|Đề nghị|Yêu cầu) )?)(?={BODY_START.pattern})")
"""What stands before the verbs of a sentence with a subject."""
_OPENING: Final = re.compile(
    rf"(?:(?:Tiếp tục|Thường xuyên|Tham mưu|Tăng cường|Chủ động|Phối hợp|Chỉ đạo|Tổ chức|Kịp thời|Chủ trì,?|Thực hiện(?: tốt)?|Tập trung|Xây dựng|Hướng dẫn"
    rf"|Triển khai|Lãnh đạo|Giúp|Định kỳ|[^\s,]+,|và|[{LOWER}]+|[{LOWER}]+,) ){{0,7}}?(?i:{_SUPERVISE})(?!\w)"
)
_OBSERVED: Final = re.compile(
    rf"\b{_SUPERVISE}(?:,? (?:và )?[{LOWER}]+){{0,6}} việc [^.;]{{0,80}}$", re.IGNORECASE
)
_STOP_OPENING: Final = re.compile(
    r"\b(?:việc|công tác|kết quả|báo cáo|về|thực hiện|triển khai|quy định|chương trình|kế hoạch)\b"
)
_WITH: Final = re.compile(
    r"gắn (?:với|việc)(?: việc)?(?: (?:triển khai|thực hiện|học tập|quán triệt)(?:,? )?)*"
    + _FILLER
    + r"[^;]*$",
    re.IGNORECASE,
)
_LONGEST: Final = 4000
"""A sentence is looked for no further back, so that one endless paragraph takes no endless time."""

_SENTENCE: Final = re.compile(rf"[.!?\n](?:(?<=\n)|(?= [{UPPER}])(?<=[{BEFORE_POINT}].)(?<!Tp.))")
_BASIS_SIGNS: Final = ("heo", "ăn cứ", "ám sát", "tại", "dựa trên", "cơ sở")


def find_targets(
    reading: Reading,
    found: Sequence[Found],
    inner: frozenset[str],
    start: int,
    heading: tuple[Relation, Phrase] | None = None,
) -> tuple[Target, ...]:
    """Return the targets of the citations that stand in an item that begins at `start`, by place.

    `inner` are the ids of citations that a link reaches; `heading` is the relation of the item above,
    which a `+` that opens with a citation takes over.
    """
    return tuple(_targets(reading, found, inner, start, heading)) if found else ()


def _targets(
    reading: Reading,
    found: Sequence[Found],
    inner: frozenset[str],
    start: int,
    heading: tuple[Relation, Phrase] | None,
) -> Iterator[Target]:
    text = reading.text
    previous: tuple[Found, Relation] | None = None
    sentence = start
    for one in found:
        if one.citation.id in inner:
            continue
        sentence = _sentence_start(text, sentence, one.start)
        in_list = previous is not None and previous[0].start >= sentence
        low = previous[0].tail if previous and in_list else sentence
        said = _own_words(text, low, one.start, in_list=in_list)
        relation, words = _relation(text, sentence, said, one.start)
        if relation is None and previous and in_list:
            relation, words = previous[1], (one.start, one.end)
        if relation is None and heading and _opens_with_it(text, start, one.start):
            relation, words = heading[0], (one.start, one.end)
        relation = relation or Relation.CITES
        previous = (one, relation)
        begin, close = words if words[0] < words[1] else (one.start, one.end)
        yield Target(one.citation.id, relation, reading.phrase(begin, close, f"target-{relation}"))


def _opens_with_it(text: str, start: int, position: int) -> bool:
    """Tell whether an item opens with a citation, or with the kind of documents that it lists."""
    return (
        not text[start:position].strip(' "(')
        or _OF_KIND.fullmatch(text, start, position) is not None
    )


def _sentence_start(text: str, start: int, position: int) -> int:
    at = start = max(start, position - _LONGEST)
    for match in _SENTENCE.finditer(text, start, position):
        at = match.end()
    while at < position and text[at] == " ":
        at += 1
    return at


def _own_words(text: str, low: int, position: int, *, in_list: bool) -> int:
    """Return where the words begin that speak of this citation and not of the one before it."""
    if not in_list:
        return low
    cut = text.rfind(";", low, position)
    if cut >= 0:
        return cut + 1
    ends = [
        at + len(mark) for mark in (", ", " và ") if (at := text.rfind(mark, low, position)) >= 0
    ]
    return max(ends, default=low)


def _relation(
    text: str, sentence: int, low: int, position: int
) -> tuple[Relation | None, tuple[int, int]]:
    """Return the relation that the words from `low` to a citation give, and those words."""
    words = text[max(low, position - 260) : position]
    offset = position - len(words)
    near, lowered = words[-130:], words.lower()
    basis = _BASIS.search(near) if any(sign in near for sign in _BASIS_SIGNS) else None
    if basis:
        begin = position - min(len(words), 130) + basis.start()
        return Relation.BASED_ON, (begin, position)
    listed = _BASIS_LIST.search(words) if words.endswith(" và ") and _BASED.search(words) else None
    if listed:
        return Relation.BASED_ON, (offset + listed.start(), position)
    changed = (
        _CHANGE.search(near) if "hay thế" in near or "đổi" in near or "ổ sung" in near else None
    )
    if changed:
        return Relation.CITES, (position - len(near) + changed.start(), position)
    review = _REVIEW.search(words) if "kết" in words else None
    if review:
        return Relation.REVIEWS, (offset + review.start(), position)
    if low <= sentence and _supervised(text, sentence, position):
        return Relation.MONITORS, (sentence, position)
    observed = _OBSERVED.search(words) if " việc " in lowered else None
    if observed:
        return Relation.MONITORS, (offset + observed.start(), position)
    match = _CONTINUE.search(words) if "tiếp tục" in lowered else None
    if match:
        return Relation.CONTINUES, (offset + match.start(), position)
    tied = _WITH.search(words) if "gắn v" in lowered else None
    if tied:
        return Relation.IMPLEMENTS, (offset + tied.start(), position)
    doing = next(reversed(list(_DO.finditer(words))), None)
    if doing:
        if _GOES_ON.match(text, sentence, position):
            return Relation.CONTINUES, (sentence, position)
        return Relation.IMPLEMENTS, (offset + doing.start(), position)
    return None, (position, position)


def _supervised(text: str, sentence: int, position: int) -> bool:
    """Tell whether a verb of supervision is among those that open the sentence, or follow its subject."""
    opening = text[sentence : min(position, sentence + 160)]
    subject = _ASKED.match(opening)
    if subject:
        end = name_end(opening, subject.end("asked"), len(opening))
        opening = opening[end:].lstrip()
    match = _OPENING.match(opening)
    if not match:
        return False
    before = match[0]
    return _STOP_OPENING.search(
        before.lower().removesuffix("kiểm tra")
    ) is None or before.startswith(("Thực hiện", "Triển khai"))


def relation_of_heading(reading: Reading, start: int, end: int) -> tuple[Relation, Phrase] | None:
    """Return the relation that an item's own words give to what stands under it."""
    text = reading.text
    sentence = _sentence_start(text, start, end)
    position = end
    while position > start and text[position - 1] in " :,":
        position -= 1
    relation, words = _relation(text, sentence, sentence, position)
    if relation is None:
        if not _supervised(text, sentence, end):
            doing = _DO.search(text, sentence, end)
            return (
                (Relation.IMPLEMENTS, reading.phrase(*doing.span(), "target-implements"))
                if doing
                else None
            )
        relation, words = Relation.MONITORS, (sentence, position)
    return relation, reading.phrase(words[0], max(words[1], words[0] + 1), f"target-{relation}")

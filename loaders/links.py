"""Finds what a sentence says of two documents: *A về thực hiện B về tiếp tục thực hiện C*.

The words right before the second citation decide. A link points from the document nearer to the
ground to the one above it; documents that only stand side by side have none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from loaders.citations import Found
from loaders.letters import BEFORE_POINT, UPPER
from loaders.reading import Reading
from ontology.facts import Link
from ontology.relations import Relation


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that end right before a citation, and what they say; `examples` are tests.

    Without one of its `verbs` a rule cannot match.
    """

    name: str
    relation: Relation
    verbs: frozenset[str]
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    inverse: bool = False


_FILLER: Final = (
    r"(?: (?:tốt|nghiêm túc|có hiệu quả|hiệu quả|các|một số|những|nội dung|nhiệm vụ|quy định|của|và|việc|Điều"
    r"|điểm|khoản|mục|tại|chỉ đạo|tinh thần|\d+|[a-zđ]|nêu|trong|toàn văn|ý kiến|kết luận"
    r"|sau đây|như sau|gồm|theo|kèm))*"
)


def _verbs(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


def _ending(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_FILLER}[ ,:(\"]*$", re.IGNORECASE)


RULES: Final = (
    Rule(
        "amended-by", Relation.AMENDS, _verbs("sửa đổi|bổ sung"),
        re.compile(r"(?:sửa đổi|bổ sung)(?:, bổ sung)?(?:, thay thế)?(?: cập nhật)?(?: một số (?:điều|nội dung))?(?:,? (?:bởi|theo|tại|bằng))+"
                   r"(?: (?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư)(?: về)? sửa đổi, bổ sung một số điều(?: của)?)? *$", re.IGNORECASE),
        (
            "Nghị định A được sửa đổi, bổ sung bởi ", "Nghị quyết A được bổ sung một số nội dung tại ",
            "Luật A được sửa đổi, bổ sung tại Luật sửa đổi, bổ sung một số điều của ",
        ), inverse=True,
    ),
    Rule(
        "replaced-by", Relation.REPLACES, _verbs("thay thế"),
        re.compile(r"(?:được|đã|bị) thay thế(?: (?:bởi|bằng|theo))+ *$"),
        ("Quy định A được thay thế bởi ",), inverse=True,
    ),
    Rule(
        "issued-with", Relation.ISSUES, _verbs("ban hành"),
        re.compile(r"ban hành kèm theo *$"),
        ("Quy chế A ban hành kèm theo ",), inverse=True,
    ),
    Rule(
        "amends", Relation.AMENDS, _verbs("sửa đổi|bổ sung|điều chỉnh|bãi bỏ"),
        re.compile(r"(?:sửa đổi|bổ sung|điều chỉnh|bãi bỏ)(?:, (?:sửa đổi|bổ sung|bãi bỏ|thay thế))*(?: (?:một phần|một số|các|nội dung|điều|khoản|điểm|của|tại|số|\w{1,3}|kế hoạch))*,? *$"),
        ("Kế hoạch A về sửa đổi, bổ sung ", "Nghị định A sửa đổi, bổ sung một số điều của "),
    ),
    Rule(
        "replaces", Relation.REPLACES, _verbs("thay thế"), re.compile(r"thay thế(?: cho)? *$"),
        ("Quy định A thay thế ",),
    ),
    Rule(
        "reviews", Relation.REVIEWS, _verbs("sơ kết|tổng kết"),
        re.compile(r"(?:sơ kết|tổng kết)(?:, (?:sơ kết|tổng kết))?(?: (?!và\b)[^\s,;.]+){0,9}? *(?:việc )?(?:(?:triển khai|thực hiện|thi hành)(?: |, )*)*$"),
        ("Báo cáo A về sơ kết 05 năm thực hiện ", "Kế hoạch A tổng kết 10 năm "),
    ),
    Rule(
        "continues", Relation.CONTINUES, _verbs("tiếp tục"),
        _ending(r"tiếp tục(?: đẩy mạnh| tăng cường| triển khai| quán triệt)*(?:,? (?:thực hiện|triển khai|áp dụng))*"),
        (
            "Kết luận A về tiếp tục thực hiện ", "Kết luận A về tiếp tục đẩy mạnh thực hiện ",
            "Quyết định A về tiếp tục áp dụng ",
        ),
    ),
    Rule(
        "guides", Relation.GUIDES, _verbs("hướng dẫn|nội dung"),
        _ending(r"(?:hướng dẫn|một số nội dung|nội dung)(?: (?:triển khai|thi hành|thực hiện))+|hướng dẫn(?: thực hiện)?|(?:thực hiện|thi hành) một số nội dung"),
        (
            "Hướng dẫn A về một số nội dung thực hiện ", "Hướng dẫn A hướng dẫn ",
            "Hướng dẫn A thực hiện một số nội dung ",
        ),
    ),
    Rule(
        "based-on", Relation.BASED_ON, _verbs("căn cứ|theo"),
        re.compile(
            r"(?<!tiếp )(?:(?<!và )căn cứ(?: vào)?|(?<!kèm )theo(?! dõi| hướng| đề nghị)(?: (?:tinh thần|định hướng|quan điểm(?: chỉ đạo)?|nhiệm vụ"
            r"|yêu cầu|chỉ đạo|nội dung|quy định|hướng dẫn|kế hoạch|của|tại|các|Điều|khoản|điểm|\d+|[a-zđ])){0,6},?)[ ,:(]*$",
            re.IGNORECASE,
        ),
        ("Kế hoạch A kiểm tra các tồn tại theo ", "Kế hoạch A căn cứ "),
    ),
    Rule(
        "implements", Relation.IMPLEMENTS, _verbs("thực hiện|triển khai|cụ thể|quán triệt|học tập|tuyên truyền|phổ biến|thi hành|thể chế"),
        _ending(r"thực hiện|triển khai|cụ thể hóa|cụ thể hoá|quán triệt|học tập|tuyên truyền|phổ biến|thi hành|thể chế hóa"),
        ("Kế hoạch A về tổ chức thực hiện ", "Chương trình A cụ thể hóa ", "Kế hoạch A về quán triệt, triển khai "),
    ),
)  # fmt: skip
"""First match wins. In the examples A stands for the citation before."""

_SENTENCE_END: Final = re.compile(
    rf"[.!?;](?:(?= [{UPPER}])(?<=[{BEFORE_POINT}].)(?<!Tp.)(?<!tp.)|(?<=;)|(?<=\.)/\.)"
)
_VERB: Final = re.compile("|".join(sorted(frozenset().union(*(rule.verbs for rule in RULES)))))
_CHANGES: Final = frozenset({Relation.AMENDS, Relation.REPLACES})
_CHANGING: Final = frozenset().union(
    *(rule.verbs for rule in RULES if rule.relation in _CHANGES and not rule.inverse)
)
"""Without one of them no words say that the document after them is changed."""
_AND: Final = re.compile(r"(?:,? (?:và|VÀ)|,|,? cùng) (?:tại |của |theo )?$")
_TOLD_APART: Final = frozenset({"theo", "căn cứ"})
_STILL_TITLE: Final = re.compile(r", (?:về|ban hành|được|sửa đổi|do|của|có|trong đó)")
"""What goes on otherwise after a comma is no title, but a clause that says by what something is done."""
_ALONG: Final = re.compile(
    r"gắn (?:với|việc)(?: (?:việc|triển khai|thực hiện|học tập|sơ kết|tổng kết))*,? $"
)
_UNNUMBERED: Final = re.compile(
    r" và (?:Kế hoạch|Chương trình|Đề án|Nghị quyết|Chỉ thị|Kết luận|Quyết định|Hướng dẫn)(?: hành động)? của "
)
"""Another document without a number, of which the words speak instead."""
_NAMED_ABOVE: Final = (" nêu trên", " nói trên")
"""After a document that is only referred back to: what follows is no title of it."""
_AMENDED: Final = re.compile(
    r",? (?:về )?(?:việc )?sửa đổi, bổ sung một số điều của (?P<name>(?:Luật|Bộ luật|Nghị định|Pháp lệnh) [^,;.()\n]{3,80})"
)
_HIGHEST: Final = re.compile(r"[/-](?:TW|CP|TTg|QH\d*|UBTVQH\d*)$")
"""The symbols of the Party's centre, the Government, its Prime Minister and the National Assembly."""
_NEAR: Final = 4
_WINDOW: Final = 110


def find_links(reading: Reading, found: Sequence[Found]) -> tuple[Link, ...]:
    """Return the links in the order of the text."""
    return tuple(_links(reading, found))


def _links(reading: Reading, found: Sequence[Found]) -> Iterator[Link]:
    text = reading.text
    heads: tuple[Found, Rule] | None = None
    sentence: list[Found] = []
    for one, two in pairwise(found):
        between = text[one.end : two.start]
        if "\n" in between or _ends(between) or _SENTENCE_END.search(between):
            heads = None
            sentence.clear()
            continue
        sentence.append(one)
        pair = heads if heads and _AND.search(between) and _same_list(text, one, two) else None
        if pair and _beside(pair[0], one, two):
            heads = None
            continue
        if pair is None:
            rule = rule_before(text, one.tail, two.start)
            if rule and rule.relation is Relation.BASED_ON and _is_below(two, one):
                rule = None
            pair = (_spoken_of(sentence, two, rule), rule) if rule else None
            if rule is None and _named_amended(text, one, two):
                yield Link(
                    two.citation.id,
                    one.citation.id,
                    Relation.AMENDS,
                    reading.span(one.start, two.end),
                    "amends-by-name",
                )
        if pair is None:
            heads = None
            continue
        head, rule = pair
        heads = pair
        source, target = (two, head) if rule.inverse else (head, two)
        if _same_document(one, two):
            heads = None
            continue
        yield Link(
            source.citation.id,
            target.citation.id,
            rule.relation,
            reading.span(min(one.start, head.start), two.end),
            rule.name,
        )


def _spoken_of(before: Sequence[Found], two: Found, rule: Rule) -> Found:
    """Return which citation of the sentence the words are about: the last one.

    Only its own issuer amends or replaces a document, so that in `A thực hiện B được sửa đổi tại C` it
    is A where A has the symbol of C and B has not.
    """
    if rule.relation is Relation.REPLACES or (rule.relation is Relation.AMENDS and rule.inverse):
        symbol = two.citation.symbol
        alike = [one for one in before[-_NEAR:] if one.citation.symbol == symbol]
        return alike[-1] if alike else before[-1]
    return before[-1]


def _ends(between: str) -> bool:
    """Tell whether a sentence ends right after a citation, whatever that ends with."""
    return between.startswith(". ") and between[2:3].isupper()


def _is_below(two: Found, one: Found) -> bool:
    """Tell whether only the first is of the highest bodies, which act on no lower one's document."""
    lower, higher = two.citation.symbol, one.citation.symbol
    if lower is None or higher is None:
        return False
    return _HIGHEST.search(higher) is not None and _HIGHEST.search(lower) is None


def _same_document(one: Found, two: Found) -> bool:
    """Tell whether two mentions have one number: a law that amends `Luật Đất đai` names it again."""
    return (one.citation.number, one.citation.symbol) == (two.citation.number, two.citation.symbol)


def _beside(head: Found, one: Found, two: Found) -> bool:
    """Tell whether `và` joins the second citation to the head and not to the list under it.

    It is of the head's type and not of the list's: `Kết luận A về tổng kết Nghị quyết B và Kết luận C`.
    """
    return two.citation.type is head.citation.type and two.citation.type is not one.citation.type


def _named_amended(text: str, one: Found, two: Found) -> bool:
    """Tell whether the second names the first, without its number, as what it amends.

    `Luật Đầu tư số 61/2020/QH14 và Luật số 57/2024/QH15 sửa đổi, bổ sung một số điều của Luật Đầu tư`
    """
    match = _AMENDED.match(text, two.tail)
    if match is None:
        return False
    return text[one.start : one.end].casefold().startswith(f"{match['name']} số ".casefold())


def _same_list(text: str, one: Found, two: Found) -> bool:
    """Tell whether `và` joins two citations with nothing said of the first but its issuer."""
    between = text[one.tail : two.start]
    return len(between) < 8 or between.strip(" ,") in {"và", "VÀ", "cùng"}


def change_before(text: str, start: int, end: int) -> Relation | None:
    """Return AMENDS or REPLACES where the words between two places say so of what stands after them."""
    if not any(text.find(verb, max(start, end - _WINDOW), end) >= 0 for verb in _CHANGING):
        return None
    rule = rule_before(text, start, end)
    if rule is None or rule.inverse or rule.relation not in _CHANGES:
        return None
    return rule.relation


def rule_before(text: str, start: int, end: int) -> Rule | None:
    """Return the rule for the words between two places that end right before the second.

    What is done along with something (`gắn với thực hiện`) says nothing of the document before it.
    """
    low = max(start, end - _WINDOW)
    words = text[low:end]
    verbs = frozenset(_VERB.findall(words.lower()))
    if not verbs or text.startswith(_NAMED_ABOVE, start):
        return None
    if text.startswith(", ", start) and not _STILL_TITLE.match(text, start):
        verbs -= _TOLD_APART
    for rule in RULES:
        if not verbs.isdisjoint(rule.verbs) and rule.pattern.search(words):
            return None if _ALONG.search(words) or _UNNUMBERED.search(words) else rule
    return None

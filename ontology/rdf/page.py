"""The ontology as a page for people: classes, properties, alignments, types of documents."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ontology.base import HOME
from ontology.kinds import KINDS
from ontology.rdf.names import BASE, KIND, NAMESPACE, PREFIXES, iri
from ontology.rdf.terms import Property, Told, classes, properties

_OFTEN: Final = MappingProxyType({"1": "1", "?": "0–1", "*": "0–n", "+": "1–n"})

_HEAD: Final = f"""# Bản thể học · The ontology

Không gian tên · namespace: `{NAMESPACE}` (`chidao:`). Tệp · files: `ontology/chidao.ttl`,
`ontology/shapes.ttl` (SHACL). Trang này được sinh ra từ các bảng trong `ontology/`
(`make ontology`). · This page is made from the tables in `ontology/`.

Lớp và thuộc tính của chidao chỉ là *trường hợp riêng* (`rdfs:subClassOf`, `rdfs:subPropertyOf`) của
ELI, W3C ORG, PROV-O, OWL-Time, SKOS, Web Annotation, schema.org, không bao giờ được coi là tương
đương. · Our classes and properties are cases of those of other vocabularies, never their equals.

## Tên gọi · Names

| | |
|--|--|
| văn bản · document | `{iri("document", "tw/05-CT-TW/2016-05-15")}` |
| nhiệm vụ · task | `{iri("task", "tw/05-CT-TW/2016-05-15#I.3")}` |
| cơ quan · body | `{iri("body", "tw/ban-bi-thu")}` |
| bản đọc · text | `{iri("text", "tw/05-CT-TW/2016-05-15")}` |
| chỗ trong bản đọc · place in it | `{iri("text", "tw/05-CT-TW/2016-05-15")}#char=120,134` |
| đồ thị của một văn bản · its named graph | `{iri("graph", "tw/05-CT-TW/2016-05-15")}` |
| sổ đăng ký · registry | `{BASE}graphs/registry` |
| điều suy ra về văn bản, cơ quan · what follows | `{BASE}graphs/documents`, `{BASE}graphs/bodies` |
| thay đổi tổ chức đã biết · known changes of bodies | `{BASE}graphs/changes` |
| ghi nhận của người dùng · what people said | `{BASE}graphs/said` |

Mỗi văn bản đã nạp là một đồ thị có tên. Mỗi cạnh (`chidao:implements`, `chidao:ledBy` …) có một
`chidao:Assertion` nói `rdf:subject`, `rdf:predicate`, `rdf:object`, và `chidao:evidence` dẫn về chỗ
trích: một nút vừa là `oa:TextPositionSelector` (`oa:start`, `oa:end`, điểm mã từ 0) vừa là
`oa:TextQuoteSelector` (`oa:exact`). Riêng `chidao:partOf` của một mục có căn cứ là vị trí của chính
mục đó. · Each loaded document is a named graph. Each edge has an assertion whose evidence is a
place in the text with its words; an item's `chidao:partOf` has the item's own place.

## Hiệu lực · Force

Tệp xuất không có `eli:in_force`. Còn hiệu lực hay không là câu trả lời cho một ngày, mà tệp xuất
thì không có "hôm nay"; và không thấy văn bản nào thay thế không có nghĩa là còn hiệu lực. Tệp
xuất nói những ngày đã biết: `chidao:inForceFrom` (`eli:first_date_entry_in_force`) khi sổ đăng ký
nói rõ ngày, `chidao:endedOn` khi có văn bản thay thế hoặc sổ đăng ký nói đã hết; cùng với các
cạnh `chidao:continues`, `chidao:amends`, `chidao:replaces` và căn cứ của chúng. Tính đến một ngày
thì so với các ngày ấy, hoặc hỏi `chidao show VĂN_BẢN --as-of NGÀY`.

There is no `eli:in_force` in an export: whether a document is in force is an answer for a day,
and an export has no today; and that nothing is known to replace a document does not put it in
force. What is told are the days that are known: `chidao:inForceFrom` where the registry tells the
day, `chidao:endedOn` where a document replaced it or the registry says that it ended; and the
edges, with their evidence. `eli:date_no_longer_in_force` is left out as well: what replaces a
document is known by the day of its signing, not by the last day on which the other was in force.

## Cơ quan qua thời gian · Bodies over time

Những cơ quan kết thúc trong cùng một ngày và có cùng cơ quan tiếp nối là `chidao:originalBody`
của một `chidao:BodyChange` (`org:ChangeEvent`): hai ban hợp nhất ngày 03/02/2025, các tỉnh ủy hợp
nhất ngày 01/7/2025; cấp huyện kết thúc ngày ấy mà không có cơ quan tiếp nối. `chidao:changedBy`
và `chidao:resultedFrom` dẫn từ cơ quan đến thay đổi; `chidao:lifetime` là khoảng thời gian tồn
tại. · Bodies that ended on one day with the same body after them are the original bodies of one
change; a change without a resulting body is an end, as that of the district level.
"""


def page() -> str:
    """Return the page as Markdown."""
    parts = [_HEAD, "\n## Lớp · Classes\n"]
    for name, one in classes().items():
        parts += [f"\n### chidao:{name}\n\n", *_told(one.told), _above("⊑", one.above)]
        table = [_row(each, often) for each in properties().values() for often in _own(each, name)]
        if table:
            parts += ["\n| thuộc tính · property | | |\n|--|--|--|\n", *table]
    parts += ["\n## Thuộc tính · Properties\n\n", *_properties()]
    parts += ["\n## Loại văn bản · Types of documents\n\n", *_types()]
    parts += ["\n## Tiền tố · Prefixes\n\n| | |\n|--|--|\n"]
    parts += [f"| `{prefix}:` | `{name}` |\n" for prefix, name in PREFIXES.items()]
    return "".join(parts)


def _told(told: Told) -> Iterator[str]:
    yield f"**{told.label['vi']}** · {told.label['en']}\n\n"
    yield f"{told.definition['vi']} · *{told.definition['en']}*\n"
    if told.scope:
        yield f"\n{told.scope['vi']} · *{told.scope['en']}*\n"


def _above(sign: str, above: Iterable[str]) -> str:
    names = ", ".join(f"`{name}`" for name in above)
    return f"\n{sign} {names}\n" if names else ""


def _own(one: Property, name: str) -> Iterator[str]:
    return (_OFTEN[often] for each, often in one.of if each == name)


def _row(one: Property, often: str) -> str:
    return f"| `{one.name}` | {often} | {one.told.label['vi']} · {one.told.label['en']} |\n"


def _properties() -> Iterator[str]:
    yield "| thuộc tính · property | giá trị · range | ⊑ | nghĩa · meaning |\n|--|--|--|--|\n"
    for one in properties().values():
        above = ", ".join(f"`{name}`" for name in one.above)
        yield f"| `{one.name}` | {one.range} | {above} | {_meaning(one.told.definition)} |\n"


def _meaning(words: Mapping[str, str]) -> str:
    return f"{words['vi']} · *{words['en']}*"


def _types() -> Iterator[str]:
    yield f"`{HOME}{KIND}` (`skos:ConceptScheme`)\n\n"
    yield "| mã · notation | tên · label | tên khác · other labels | English |\n|--|--|--|--|\n"
    for kind, spec in KINDS.items():
        usual, *others = spec.words or ("văn bản",)
        codes = [code for code in spec.symbols if code != kind]
        yield f"| {kind} | {usual} | {', '.join((*others, *codes))} | {spec.english} |\n"

"""The numbers that Word prints: they are in no text, and readers of the paper see them."""

import pytest
from docx.document import Document

from loaders.formats.docx_figures import written
from loaders.formats.source import source_of
from tests.files import add_styles, add_xml, define_lists, item, level, word

OUTLINE = (
    level(0, "%1.", "upperRoman")
    + level(1, "%2.")
    + level(2, "%2.%3.")
    + level(3, "%4)", "lowerLetter")
)
NUM = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

STYLES = """
<w:style w:type="paragraph" w:styleId="Muc1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Muc2"><w:basedOn w:val="Muc1"/></w:style>
<w:style w:type="paragraph" w:styleId="Muc3"><w:pPr><w:numPr><w:ilvl w:val="2"/>
<w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>
<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>
</w:pPr></w:style>
"""


def abstract(levels: str, of: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{of}">{levels}</w:abstractNum>'


def num(of: int, more: str = "", shared: int = 0) -> str:
    return f'<w:num w:numId="{of}"><w:abstractNumId w:val="{shared}"/>{more}</w:num>'


def starting(at: int, number: int) -> str:
    start = f'<w:startOverride w:val="{number}"/>'
    return f'<w:lvlOverride w:ilvl="{at}">{start}</w:lvlOverride>'


def labels(abstracts: str, nums: str, *paragraphs: str) -> list[str]:
    def build(document: Document) -> None:
        define_lists(document, abstracts, nums)
        add_styles(document, STYLES)
        add_xml(document, "".join(paragraphs))

    text = source_of(word(build=build), "tệp.docx").text
    return [line.removesuffix(" x") for line in text.split("\n")[:-1]]


@pytest.mark.parametrize(
    ("levels", "steps", "expected"),
    [
        (OUTLINE, [0, 1, 2, 2, 3, 3, 1, 2, 0, 1],
         ["I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "II.", "1."]),
        (OUTLINE, [2, 1], ["1.1.", "1."]),
        (level(0, "%1", "decimalZero") + level(1, "%1.%2", "lowerRoman"), [0, 1, 1],
         ["01", "01.i", "01.ii"]),
        (level(0, "Điều %1.") + level(1, "(%2)", "upperLetter"), [0, 1, 0],
         ["Điều 1.", "(A)", "Điều 2."]),
        (level(0, "%1.", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>"), [0, 0, 1],
         ["I.", "II.", "2.1"]),
        (level(0, "%1.") + level(1, "%2)", more='<w:lvlRestart w:val="0"/>'), [0, 1, 0, 1],
         ["1.", "1)", "2.", "2)"]),
        (level(0, "", "none"), [0], ["x"]),
        (level(0, "\uf0b7", "bullet") + level(1, "o", "bullet") + level(2, "\uf0a7", "bullet"),
         [0, 1, 2], ["-", "+", "*"]),
        (level(0, "+", "bullet") + level(1, "–", "bullet") + level(2, "*", "bullet"), [0, 1, 2],
         ["+", "-", "*"]),
        (level(0, "%1."), [0, 5], ["1.", "x"]),
    ],
    ids=["outline", "level above not used", "zero and Roman", "words", "legal", "never restarts",
         "none", "symbols", "own bullets", "no such level"],
)  # fmt: skip
def test_labels(levels: str, steps: list[int], expected: list[str]) -> None:
    assert labels(abstract(levels), NUM, *(item("x", at) for at in steps)) == expected


def test_lists_of_one_definition_count_on_unless_one_starts_anew() -> None:
    nums = num(1) + num(2) + num(3, starting(0, 1)) + num(4, starting(0, 7))
    paragraphs = [item("x", of=of) for of in (1, 2, 1, 3, 3, 4, 1)]
    expected = ["1.", "2.", "3.", "1.", "2.", "7.", "8."]
    assert labels(abstract(level(0, "%1.")), nums, *paragraphs) == expected


def test_an_override_can_redefine_a_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter")}</w:lvlOverride>'
    assert labels(abstract(level(0, "%1.")), num(1, own), item("x")) == ["a)"]


def test_paragraphs_without_a_list_get_no_number() -> None:
    plain = "<w:p><w:r><w:t>y</w:t></w:r></w:p>"
    paragraphs = [item("x"), plain, item("x", of=0), item("x", of=9), item("x")]
    assert labels(abstract(level(0, "%1.")), NUM, *paragraphs) == ["1.", "y", "x", "x", "2."]


def test_an_empty_numbered_paragraph_counts() -> None:
    assert labels(abstract(level(0, "%1.")), NUM, item(""), item("x")) == ["1.", "2."]


def styled(style: str, more: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>{more}'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"


def test_numbers_come_through_styles() -> None:
    levels = (
        level(0, "%1.")
        + level(1, "%1.%2.", more='<w:pStyle w:val="Muc2"/>')
        + level(2, "%3)", "lowerLetter")
    )
    removed = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    paragraphs = [styled("Muc1"), styled("Muc2"), styled("Muc3"), styled("Muc2"), styled("Vong")]
    expected = ["1.", "1.1.", "a)", "1.2.", "x"]
    assert labels(abstract(levels), NUM, *paragraphs) == expected
    assert labels(abstract(levels), NUM, styled("Muc1", removed)) == ["x"]


def test_a_list_may_be_defined_where_a_style_points() -> None:
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    nums = NUM + num(2, shared=1)
    paragraphs = [item("x", of=2), item("x", of=1)]
    assert labels(abstract(level(0, "%1.")) + link, nums, *paragraphs) == ["1.", "2."]


def test_numbers_stand_in_cells_in_the_order_of_the_rows() -> None:
    cells = f"<w:tc>{item('a')}</w:tc><w:tc>{item('b')}{item('c')}</w:tc>"
    table = f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * 3}</w:tbl>"
    lines = labels(abstract(level(0, "%1.")), NUM, table)
    assert lines == ["1. a\t2. b\v3. c", "4. a\t5. b\v6. c", "7. a\t8. b\v9. c"]


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (0, "upperRoman", "0"),
        (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (54, "upperLetter", "BBB"),
        (2_000_000_000, "lowerLetter", "2000000000"), (9, "decimalZero", "09"),
        (10, "decimalZero", "10"), (3, "ordinal", "3"), (3, "bullet", ""),
    ],
)  # fmt: skip
def test_figures(number: int, style: str, expected: str) -> None:
    assert written(number, style) == expected

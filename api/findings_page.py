"""Checked drafts as one page that opens without a network, with every finding in its place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup

from api.checking import Checked, summary
from api.labels import full_day, one_line
from api.marked import marked
from api.words import Words

_PAGES: Final = Path(__file__).parent / "pages"


def findings_page(found: Sequence[Checked], words: Words, *, everything: bool = False) -> str:
    """Return the page, which asks nothing of any server; all that drafts say is escaped.

    `everything`: with findings that were accepted.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_PAGES / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["line"] = one_line
    made.filters["day"] = full_day
    style = (_PAGES / "static" / "style.css").read_text(encoding="utf-8")
    return made.get_template("findings_page.html").render(
        w=words,
        language=words.language,
        drafts=[
            (marked(one, words, everything=everything), summary([one], 0, words)) for one in found
        ],
        style=Markup(style),  # noqa: S704  (our own file)
    )

"""A chain as a file: a picture to be printed, or a page to move about in."""

from api.options import HTML, SVG
from api.troubles import Trouble
from api.words import Words
from graph.pictures.chain import Chain
from graph.pictures.svg import chain_svg


def chain_file(chain: Chain, form: str, words: Words) -> bytes:
    """Return the picture of a chain as SVG, PNG or HTML; raise `Trouble` for what is missing."""
    try:
        if form == HTML:
            from graph.pictures.page import chain_page  # noqa: PLC0415  (an extra)

            return chain_page(chain, words, words.language).encode()
        svg = chain_svg(chain, words)
        if form == SVG:
            return svg.encode()
        from graph.pictures.png import NoFontsError, svg_png  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError:
        raise Trouble(words("trouble.error", message=words("trouble.pictures"))) from None
    try:
        return svg_png(svg)
    except NoFontsError:
        raise Trouble(words("trouble.error", message=words("trouble.fonts"))) from None

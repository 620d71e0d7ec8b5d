"""A chain as a file: a picture to be printed, or a page to move about in."""

from api.options import HTML, SVG
from api.png_files import missing, png_file
from api.words import Words
from graph.pictures.chain import Chain
from graph.pictures.svg import chain_svg


def chain_file(chain: Chain, form: str, words: Words) -> bytes:
    """Return a chain as SVG, PNG or HTML; raise `MissingExtraError` without what draws it.

    Lone surrogates, which no file can hold, are shown as question marks.
    """
    if form == HTML:
        try:
            from graph.pictures.page import chain_page  # noqa: PLC0415  (an extra)
        except ModuleNotFoundError:
            raise missing(words, "trouble.pictures") from None
        return chain_page(chain, words, words.language).encode("utf-8", "replace")
    svg = chain_svg(chain, words)
    return svg.encode("utf-8", "replace") if form == SVG else png_file(svg, words)

"""A picture as PNG, or what is missing on this machine for it, told to people."""

from api.troubles import MissingExtraError
from api.words import Words


def missing(words: Words, key: str) -> MissingExtraError:
    """Return the error that tells with the words of a key what is missing."""
    return MissingExtraError(words("trouble.error", message=words(key)))


def png_file(svg: str, words: Words) -> bytes:
    """Return the picture of an SVG of our own as PNG, or raise `MissingExtraError`."""
    try:
        from graph.pictures.png import NoFontsError, svg_png  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError:
        raise missing(words, "trouble.pictures") from None
    try:
        return svg_png(svg)
    except NoFontsError:
        raise missing(words, "trouble.fonts") from None

"""A picture as PNG: drawn from its SVG by resvg, which fetches nothing and runs nothing."""

from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

from resvg_py import svg_to_bytes

_SHARP: Final = 2.0
"""How many dots a pixel has on each side, so that print is sharp."""
_MOST: Final = 12_000
"""How many dots the longer side has at most."""
_PROBE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    '<text y="16" font-family="sans-serif">{}</text></svg>'
)


class NoFontsError(RuntimeError):
    """There are no fonts on the machine: a picture would be without words."""


def svg_png(svg: str) -> bytes:
    """Return the picture of an SVG of our own, on white; raise `NoFontsError` without any font."""
    if not _has_fonts():
        reason = "máy không có phông chữ nào để vẽ; hãy cài một bộ, ví dụ fonts-dejavu-core"
        raise NoFontsError(reason)
    size = ET.fromstring(svg)  # noqa: S314  (our own)
    longer = max(float(size.get(name, "1")) for name in ("width", "height"))
    zoom = min(_SHARP, _MOST / longer)
    return svg_to_bytes(svg_string=svg, zoom=zoom, background="white", languages=["vi", "en"])


@cache
def _has_fonts() -> bool:
    """Tell whether letters leave any trace."""
    return svg_to_bytes(svg_string=_PROBE.format("Ữ")) != svg_to_bytes(svg_string=_PROBE.format(""))

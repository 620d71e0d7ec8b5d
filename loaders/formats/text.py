"""Plain text and Markdown: the text is the file."""

from loaders.formats.encodings import decode
from loaders.formats.guard import Guard


def read(data: bytes, guard: Guard) -> str:
    """Return the text as it is written, line breaks included."""
    return decode(data, guard)

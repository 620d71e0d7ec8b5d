"""What an export is written to."""

from codecs import StreamWriter
from io import TextIOBase
from typing import TypeAlias

Writable: TypeAlias = TextIOBase | StreamWriter
"""A text file, or an encoder in front of a file of bytes."""

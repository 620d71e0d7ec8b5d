"""What an export is written to."""

from codecs import StreamWriter
from typing import TextIO, TypeAlias

Writable: TypeAlias = TextIO | StreamWriter
"""A text file, or an encoder in front of a file of bytes."""

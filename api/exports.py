"""A graph as one stream of bytes: the files of `chidao export`, two tables as one archive."""

import shutil
import tempfile
import zipfile
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from graph.exporting.forms import CSV, FOLDERS, GEXF, GRAPHML, PARQUET, write_file, write_folder
from graph.exporting.syntaxes import JSONLD, NQ, TTL
from graph.rdf.stream import Chosen
from graph.store import View

ZIP: Final = "application/zip"

MEDIAS: Final = MappingProxyType(
    {
        TTL: "text/turtle",
        NQ: "application/n-quads",
        JSONLD: "application/ld+json",
        GRAPHML: "application/graphml+xml",
        GEXF: "application/gexf+xml",
        CSV: ZIP,
        PARQUET: ZIP,
    }
)
"""The media type of each form."""

_ANY_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first that an archive knows: the same graph has the same bytes whenever it is asked for."""


def file_name(form: str) -> str:
    """Return what a file of a form is called.

    >>> file_name("ttl"), file_name("csv")
    ('do-thi.ttl', 'do-thi-csv.zip')
    """
    return f"do-thi-{form}.zip" if form in FOLDERS else f"do-thi.{form}"


def write_export(store: View, form: str, around: str | None, file: BinaryIO) -> None:
    """Write all, or what is around the document of a key, without ever going back in the file.

    Raises `NotFoundError` for a document that is not there, `StoreError` in the end when somebody
    wrote meanwhile, and `ModuleNotFoundError` for Parquet without pyarrow.
    """
    chosen = Chosen.of(store, around)
    if form not in FOLDERS:
        write_file(store, form, chosen, file)
        return
    with tempfile.TemporaryDirectory(prefix="chidao-") as name:
        write_folder(store, form, chosen, Path(name))
        _archive(Path(name), form, file)


def _archive(folder: Path, form: str, file: BinaryIO) -> None:
    """Write the files of a folder by name; Parquet is small already."""
    method = zipfile.ZIP_DEFLATED if form == CSV else zipfile.ZIP_STORED
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, _ANY_DAY)
            entry.compress_type = method
            with path.open("rb") as part, archive.open(entry, "w", force_zip64=True) as to:
                shutil.copyfileobj(part, to)

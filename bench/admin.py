"""How long the files for `neo4j-admin` take to write, and to import into a new database."""

import os
import subprocess
import time
from pathlib import Path
from typing import Final

from graph.neo4j.importing import write_import
from graph.neo4j.sheets import COMMAND
from graph.store import Store

SCRIPT: Final = Path(__file__).parent.parent / "deploy" / "neo4j.sh"


def export_and_import(store: Store, folder: Path) -> tuple[float, float]:
    """Return the seconds for writing the files of a store, and for importing them."""
    files = folder / "files"
    files.mkdir()
    start = time.perf_counter()
    write_import(store, files, lambda *_: None)
    written = time.perf_counter()
    command = COMMAND.removeprefix("neo4j-admin ").split()
    home = folder / "home"
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_DATA": str(home / "data")}
    # Its progress would hide our own figures.
    subprocess.run(
        [SCRIPT, "admin", *command],
        cwd=files,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return written - start, time.perf_counter() - written

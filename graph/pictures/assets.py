"""The script and the style sheet of vis-network, as they come with pyvis."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

VERSION: Final = "9.1.2"
SCRIPT: Final = "vis-network.min.js"


def vis_folder() -> Path | None:
    """Return the folder of vis-network, None where pyvis is not installed.

    pyvis itself is not imported: it would bring much that no page needs.
    """
    found = find_spec("pyvis")
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place) / "templates" / "lib" / f"vis-{VERSION}"
        if (folder / SCRIPT).is_file():
            return folder
    return None

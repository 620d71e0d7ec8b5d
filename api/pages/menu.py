"""The pages that every page leads to, in the order of the menu."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the menu: its address, the key of its name, and whether it is shown now."""

    url: str
    name: str
    is_current: bool = False


_PAGES: Final = (
    Entry("/", "page.start"),
    Entry("/tasks", "page.tasks"),
    Entry("/documents", "page.documents"),
    Entry("/bodies", "page.bodies"),
    Entry("/chain", "page.chain"),
    Entry("/explore", "page.explore"),
    Entry("/analysis", "page.analysis"),
    Entry("/check", "page.check"),
    Entry("/load", "page.load"),
)


def menu_of(path: str) -> tuple[Entry, ...]:
    """Return the menu as it stands on the page of a path."""
    return tuple(Entry(one.url, one.name, _is_within(path, one.url)) for one in _PAGES)


def _is_within(path: str, url: str) -> bool:
    return path == url or (url != "/" and path.startswith(f"{url}/"))

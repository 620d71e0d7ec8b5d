"""Pictures of the pages for the README: `python -m tests.screenshots FOLDER`, samples inside."""

import sys
import tempfile
from pathlib import Path
from typing import Final
from urllib.parse import quote

from playwright.sync_api import Browser

from tests.browsers import DAY, DESKTOP, PHONE, Site, browsing, samples_in, served, sign_in

_PLAN: Final = "ha-son/41-KH-TU/2021-09-06"
_DIRECTIVE: Final = "tw/05-CT-TW/2016-05-15"
_BODY: Final = "ha-son/ban-tuyen-giao-tinh-uy"
_PAGES: Final = {
    "start": f"/?as_of={DAY}",
    "find": "/find?q=20-NQ/TW",
    "documents": "/documents?standing=loaded",
    "document": f"/documents/{_PLAN}?as_of={DAY}",
    "place": f"/documents/{_PLAN}?as_of={DAY}&at=2892-2937#at",
    "directive": f"/documents/{_DIRECTIVE}?as_of={DAY}",
    "tasks": f"/tasks?implements=05-CT/TW&sort=state&as_of={DAY}",
    "task": f"/tasks/{quote(_PLAN)}%23II.3.-3?as_of={DAY}",
    "chain": f"/chain?document={_DIRECTIVE}&as_of={DAY}",
    "explore": f"/explore?key={_DIRECTIVE}",
    "analyses": "/analysis",
    "lag": f"/analysis/lag?document={_DIRECTIVE}&as_of={DAY}",
    "workload": f"/analysis/workload?body={_BODY}&due_from=2025-01-01&as_of={DAY}",
    "body": f"/bodies/{_BODY}?as_of={DAY}",
    "load": "/load",
    "login": "/login",
}
"""The pages by the names of their pictures."""


def take(folder: Path, names: tuple[str, ...] = tuple(_PAGES)) -> None:
    """Write a picture of each page, as on a desk and as on a phone."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        store = f"{home}/samples.sqlite"
        samples_in(store)
        with served(store, Path(home)) as site, browsing() as browser:
            for suffix, size in (("", DESKTOP), ("-phone", PHONE)):
                _take_all(browser, site, size, {n: folder / f"{n}{suffix}.png" for n in names})


def _take_all(browser: Browser, site: Site, size: tuple[int, int], files: dict[str, Path]) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="vi-VN", base_url=site.url
    )
    tab = context.new_page()
    sign_in(tab, site)
    for name, file in files.items():
        tab.goto(_PAGES[name])
        tab.wait_for_load_state("networkidle")
        tab.screenshot(path=file)
    context.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), tuple(sys.argv[2:]) or tuple(_PAGES))

"""Pages in tests: a server of their own process, and the system's Chromium, which clicks on them.

A test takes the fixture `tab`: a page that may be clicked on. When it is closed, nothing may have
gone wrong in it and nothing may have been asked of any other server.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.https import EDITOR_SECRET, KEYS
from tests.plans import hostile_plan, large_plan
from tests.runs import ROOT, run, samples
from tests.servers import free_port

DAY: Final = "2026-04-15"
"""The day for which the samples have something of everything."""

DESKTOP: Final = (1280, 900)
PHONE: Final = (360, 740)
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_START: Final = "from api.cli import main; main(prog_name='chidao')"


@dataclass(frozen=True, slots=True)
class Site:
    """A server that answers at `url`; `store` is what it serves, `editor` a key that may write."""

    url: str
    store: str
    editor: str = EDITOR_SECRET


@contextmanager
def served(store: str, folder: Path, more: Mapping[str, str] | None = None) -> Iterator[Site]:
    """Serve a store in a process of its own, as people start it, until the end."""
    port = free_port()
    environment = {
        "CHIDAO_STORE": store,
        "CHIDAO_UPLOADS": str(folder / "uploads"),
        "CHIDAO_AUDIT": str(folder / "audit.jsonl"),
        "CHIDAO_API_KEYS": " ".join(map(str, KEYS)),
    }
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", _START, "serve", "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, **environment, **(more or {})},
            stdout=log,
            stderr=log,
        )
    site = Site(f"http://127.0.0.1:{port}", store)
    try:
        _wait_for(site, process)
        yield site
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(site: Site, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        assert process.poll() is None, "the server has ended"
        try:
            with urlopen(f"{site.url}/healthz") as answer:  # noqa: S310  (our own server)
                assert answer.status == 200
        except OSError:
            assert time.monotonic() < end, "the server does not answer"
            time.sleep(0.1)
        else:
            return


def samples_in(store: str) -> None:
    """Load the samples."""
    loaded = run("load", *samples(), store=store)
    assert loaded.exit_code == 0, loaded.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a server with the samples; tests that write leave what others look at as it was."""
    folder = tmp_path_factory.mktemp("site")
    store = str(folder / "samples.sqlite")
    samples_in(store)
    with served(store, folder) as running:
        yield running


@pytest.fixture(scope="session")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a server with the samples, a very long plan, and a hostile one."""
    folder = tmp_path_factory.mktemp("strange")
    store = str(folder / "strange.sqlite")
    samples_in(store)
    large_plan(store, folder)
    hostile_plan(store, folder)
    with served(store, folder) as running:
        yield running


def chromium() -> str | None:
    """Return the system's Chromium, None where there is none."""
    return next((found for found in map(shutil.which, _NAMES) if found), None)


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start a browser; it ends with the block, and its event loop with it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser; without one the tests are skipped, but never where CI says so."""
    if chromium() is None:
        reason = "no Chromium: install the system's package"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with browsing() as started:
        yield started


@dataclass  # without slots: Playwright keeps something on whatever listens
class Watched:
    """What went wrong in the pages of a context."""

    site: Site
    faults: list[str] = field(default_factory=list)

    def look_at(self, page: Page) -> None:
        """Note what a page says, what fails in it, and what it asks of others."""
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self._check(request.url))
        page.on(
            "console",
            lambda said: self.faults.append(said.text) if self._is_fault(said.text) else None,
        )

    def _check(self, url: str) -> None:
        if not url.startswith((f"{self.site.url}/", "data:", "blob:", "about:")):
            self.faults.append(f"asked of others: {url}")

    @staticmethod
    def _is_fault(text: str) -> bool:
        """Tell whether a browser says that it has refused something, or that a script fails."""
        return "Content Security Policy" in text or "Uncaught" in text


Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, site: Site) -> Iterator[Opener]:
    """Give what opens a tab: `opened(size=PHONE)`, `opened(at=site)`, or as Playwright has it."""
    contexts: list[tuple[BrowserContext, Watched]] = []

    def open_tab(
        *, size: tuple[int, int] = DESKTOP, at: Site | None = None, **more: object
    ) -> Page:
        told = {"locale": "vi-VN", "base_url": (at or site).url, **more}
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, **told)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        watched = Watched(at or site)
        context.on("page", watched.look_at)
        contexts.append((context, watched))
        return context.new_page()

    yield open_tab
    for context, watched in contexts:
        context.close()
        assert watched.faults == []


@pytest.fixture
def tab(opened: Opener) -> Page:
    """Give a tab of the size of a desk."""
    return opened()


def sign_in(page: Page, site: Site) -> None:
    """Give the editor's key to the page that asks for it."""
    page.goto("/login")
    page.locator("#key").fill(site.editor)
    page.locator("main form button").click()


def check_access(page: Page) -> None:
    """Raise where something on a page keeps somebody from using it, by axe-core."""
    found = Axe().run(page)
    grave = [
        (one["id"], one["help"], [node["html"][:200] for node in one["nodes"]][:3])
        for one in found.response["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
    assert grave == []


def check_width(page: Page) -> None:
    """Raise where a page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels too wide"

"""A real browser for the tests of pages, and what every page must hold to in it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHROMIUM: Final = Path(os.environ.get("LUOCDO_CHROMIUM", "/usr/bin/chromium"))

_RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Rules of axe: WCAG 2.2 at levels A and AA, and what its authors recommend besides."""
_COLOURS: Final = ["color-contrast", "link-in-text-block"]
"""The rules of axe that a theme decides on."""
_FIND: Final = """async (options) => {
  const found = await axe.run(document, { ...options, resultTypes: ["violations"] });
  return found.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`);
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give Debian's Chromium, or skip where it is not installed."""
    if not CHROMIUM.exists():
        pytest.skip(f"Chromium is not installed at {CHROMIUM}")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


def faults(page: Page) -> list[str]:
    """Return what axe finds on a page as it is shown, in the light theme and in the dark one."""
    axe = pytest.importorskip("axe_playwright_python.base")
    page.emulate_media(color_scheme="light")
    page.evaluate(axe.AXE_SCRIPT)
    found: list[str] = page.evaluate(_FIND, {"runOnly": _RULES})
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(_FIND, {"runOnly": {"type": "rule", "values": _COLOURS}})
    page.emulate_media(color_scheme="light")
    return found


class Visit:
    """A tab, with what it asked of other hosts and complained of.

    Args:
        page: the tab.
        site: address of the site; everything else is another host.
    """

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        own = (site, "data:", "blob:", "file:", "about:")
        page.set_default_timeout(60_000)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(own) else self.foreign.append(asked.url),
        )
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def is_clean(self) -> bool:
        """Tell whether nothing foreign was asked and nothing failed."""
        assert self.foreign == []
        assert self.complaints == []
        return True

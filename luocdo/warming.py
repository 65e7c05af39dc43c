"""Views of the main pages before people come: what a page reads once, it has read by then.

A page's first view compiles its template and reads what the pages of one generation of the data
keep. So the site looks at its own main pages before it says that it can be reached, and again
when new data has been published.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from werkzeug.test import Client

from ontology.errors import LuocdoError
from webui.facts.totals import cited_most
from webui.pages import MENU
from webui.site import EXTENSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from webui.site import Site

log = logging.getLogger(__name__)

BEFORE_OPENING: Final = 5.0
"""Seconds after which the site opens, whatever has not been looked at."""

_LOOK: Final = 0.5  # seconds between two looks whether there is new data
_PAUSE: Final = 0.01  # seconds between two pages, for others
_VIEWS: Final = (
    "/search?q=a&in=text",
    "/obligations?view=documents",
    "/obligations?view=calendar",
    "/completeness/fetch-next",
    "/compare/lag",
)
_OF_A_DOCUMENT: Final = (
    "/doc/{path}",
    "/doc/{path}?tab=relations",
    "/lineage/{path}",
    "/lineage-data/{path}",
    "/compare/lag?doc={path}",
    "/lineage-file/{path}?format=html",
)


@contextmanager
def warmed(app: Flask) -> Iterator[None]:
    """Look at the main pages of a site, and again at each new state of its data.

    Args:
        app: the site.
    """
    warmer = Warmer(app)
    warmer.start()
    try:
        yield
    finally:
        warmer.stop()


class Warmer:
    """Looks at pages, in a thread of its own once it has been started.

    Args:
        app: the site.
    """

    def __init__(self, app: Flask) -> None:
        site: Site = app.extensions[EXTENSION]
        self._app = app
        self._reader = site.reader
        self._seen = ""
        self._stop = threading.Event()
        self._looked = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True, name="warmer")

    def start(self) -> None:
        """Look at the main pages, for some seconds at most, and go on in the background."""
        self._thread.start()
        self._looked.wait(BEFORE_OPENING)

    def stop(self) -> None:
        """Look at no further page."""
        self._stop.set()
        self._thread.join()

    def visit(self) -> int:
        """Look at the main pages once; return how many there were."""
        client, number = Client(self._app), 0
        for address in self._addresses():
            if not self._stop.wait(_PAUSE):
                client.get(address, headers={"Accept": "text/html"}).close()
                number += 1
        return number

    def _addresses(self) -> Iterator[str]:
        """Go through the addresses of pages that many look at first."""
        yield from (page.routes[0].rule for page in MENU)
        yield from _VIEWS
        for most in cited_most(self._reader.index(), 1):
            path = most.value.partition("/id/")[2]
            yield from (view.format(path=path) for view in _OF_A_DOCUMENT)

    def _watch(self) -> None:
        while not self._stop.is_set():
            version = self._version()
            if version and version != self._seen:
                started = time.monotonic()
                number = self.visit()
                self._seen = version
                self._looked.set()
                passed = 1000 * (time.monotonic() - started)
                log.debug("event=warmed version=%s pages=%d ms=%.0f", version, number, passed)
            self._stop.wait(_LOOK)

    def _version(self) -> str:
        """Return which generation is the newest, nothing where there is none."""
        try:
            return self._reader.generation().version
        except LuocdoError:
            return ""

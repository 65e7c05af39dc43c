"""A site served as `luocdo serve` does, and a visitor's tab in a real browser."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import waitress

from luocdo.serve import listen, open_site
from tests.browsing import Visit, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.settings import Settings


@contextmanager
def visited(settings: Settings) -> Iterator[tuple[str, Visit]]:
    """Serve a store, and give its address with the tab of a visitor who reads Vietnamese."""
    listening = listen("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with chromium() as browser, open_site(settings, f"{address}/") as app:
        server = waitress.create_server(app, sockets=[listening], threads=4)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        page = browser.new_context(locale="vi-VN", accept_downloads=True).new_page()
        yield address, Visit(page, address)
        server.close()

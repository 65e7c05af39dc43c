"""The gate before the site: its public address instead of what a client claims, and the log.

Source: PEP 3333 (SCRIPT_NAME, PATH_INFO); RFC 9110, section 7.2, on the Host header.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from webui.site import QUERY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)


class Gate:
    """A WSGI application in front of another.

    Args:
        app: the site.
        address: public address of the site, with its final slash.
    """

    def __init__(self, app: WSGIApplication, address: str) -> None:
        parts = urlsplit(address)
        self._app = app
        self._scheme = parts.scheme
        self._host = parts.netloc
        self._prefix = parts.path.rstrip("/")

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request as the site at its public address, and write a line about it."""
        started = time.perf_counter()
        environ["wsgi.url_scheme"] = self._scheme
        environ["HTTP_HOST"] = self._host
        environ["SCRIPT_NAME"] = self._prefix
        path = environ.get("PATH_INFO", "")
        if self._prefix and f"{path}/".startswith(f"{self._prefix}/"):
            environ["PATH_INFO"] = path.removeprefix(self._prefix) or "/"
        said: list[str] = []

        def start(status: str, headers: list[tuple[str, str]], *rest: object) -> object:
            said.append(status.partition(" ")[0])
            return start_response(status, headers, *rest)  # type: ignore[arg-type]  # handed through

        try:
            return self._app(environ, start)  # type: ignore[arg-type]  # as PEP 3333 has it
        finally:
            _write_line(environ, said[-1] if said else "-", time.perf_counter() - started)


def _write_line(environ: WSGIEnvironment, status: str, seconds: float) -> None:
    """Write how a request went; its path is quoted, so that no client writes lines of its own."""
    query = environ.get(QUERY_SECONDS)
    log.info(
        "client=%s method=%s path=%s status=%s ms=%d query_ms=%s",
        environ.get("REMOTE_ADDR", "-"),
        ascii(environ.get("REQUEST_METHOD", ""))[1:-1],
        ascii(environ.get("PATH_INFO", "")),
        status,
        1000 * seconds,
        "-" if query is None else f"{1000 * query:.0f}",
    )

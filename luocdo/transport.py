"""The production server: connections, threads, refusals of what is no request, a gentle end.

waitress reads each request whole before a thread sees it, so slow and half-sent ones hold no
thread; what it refuses by itself gets the same form as every other error of the site.
"""

from __future__ import annotations

import re
import signal
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import waitress
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask

from webui.problems import refusal

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from wsgiref.types import WSGIApplication

    from flask import Flask

_CONNECTIONS: Final = 1_000
_HEADER_BYTES: Final = 65_536
_BODY_FACTOR: Final = 32  # a body this many times too large is still read, so that its 413 arrives
_BUFFER_BYTES: Final = 1_000_000_000  # of one answer on disk, while a slow client reads it
_IDLE_SECONDS: Final = 60
_END_SECONDS: Final = 10.0
_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")
_TURN: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport:
    """How connections are served.

    Args:
        threads: requests answered at once.
        body_bytes: largest body that the site takes.
        upload_bytes: largest form with files.
        trusted_proxy: address of the proxy whose X-Forwarded-For is believed; empty for none.
    """

    threads: int
    body_bytes: int
    upload_bytes: int = 0
    trusted_proxy: str = ""


def serve_until_told(
    app: Flask,
    gate: WSGIApplication,
    listening: socket.socket,
    transport: Transport,
    ready: Callable[[str, int], None],
) -> None:
    """Serve until SIGTERM or SIGINT; requests that run then are still answered.

    Args:
        app: the site, for the form of its errors.
        gate: what answers requests.
        listening: holds the address.
        transport: how connections are served.
        ready: called with host and port once requests are taken.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    server = _server(gate, listening, transport)
    server.channel_class = _channel(app)
    ready(*listening.getsockname()[:2])
    while not stop.is_set():
        _turn(server)
    server.del_channel()
    listening.close()
    end = time.monotonic() + _END_SECONDS
    while _is_busy(server) and time.monotonic() < end:
        _turn(server)
    server.task_dispatcher.shutdown(timeout=1)
    wasyncore.close_all(server._map)  # noqa: SLF001 - waitress's own way to end its loop


def _server(gate: WSGIApplication, listening: socket.socket, transport: Transport) -> Any:
    proxy = {
        "trusted_proxy": transport.trusted_proxy,
        "trusted_proxy_headers": {"x-forwarded-for"},
    }
    return waitress.create_server(
        gate,
        sockets=[listening],
        threads=transport.threads,
        ident="luocdo",
        connection_limit=_CONNECTIONS,
        asyncore_use_poll=True,
        channel_timeout=_IDLE_SECONDS,
        max_request_header_size=_HEADER_BYTES,
        max_request_body_size=max(_BODY_FACTOR * transport.body_bytes, transport.upload_bytes),
        outbuf_high_watermark=_BUFFER_BYTES,
        clear_untrusted_proxy_headers=True,
        channel_request_lookahead=1,  # so that a client who hangs up is noticed
        **(proxy if transport.trusted_proxy else {}),
    )


def _turn(server: Any) -> None:
    """Let the server do what there is to do with its connections, or wait a moment."""
    wasyncore.loop(timeout=_TURN, use_poll=True, map=server._map, count=1)  # noqa: SLF001 - as above


def _is_busy(server: Any) -> bool:
    channels = tuple(server.active_channels.values())
    return any(channel.requests or channel.total_outbufs_len for channel in channels)


class Request(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """A request whose address may hold plain letters of any script, as many clients send them."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the header with an escape for each byte of the address beyond ASCII.

        Raises:
            ParsingError: it is no request.
        """
        first, end, rest = header_plus.partition(b"\r\n")
        try:
            super().parse_header(_BEYOND_ASCII.sub(_escaped, first) + end + rest)
        except ValueError as error:
            raise ParsingError("Bad URI") from error


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"%%%02X" % found[0][0]


def _channel(app: Flask) -> type[HTTPChannel]:
    """Return a kind of connection that refuses in the form of the site."""

    class Refusal(ErrorTask):  # type: ignore[misc]  # waitress has no types
        """The answer to what is no request."""

        def execute(self) -> None:
            """Write the error as the site writes its own."""
            headers = getattr(self.request, "headers", {})
            answer = refusal(app, self.request.error.code, headers.get("ACCEPT", ""))
            body = answer.get_data()
            self.status = answer.status
            self.response_headers.extend(
                pair for pair in answer.headers.items() if pair[0] != "Content-Length"
            )
            self.set_close_on_finish()
            self.content_length = len(body)
            self.write(body)

    class Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
        """A connection."""

        error_task_class = Refusal
        parser_class = Request

    return Channel

"""The site, its workers and a production server as one."""

from __future__ import annotations

import ctypes
import errno
import socket
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from luocdo.curation.apart import ProcessApart
from luocdo.curation.desk import CurationDesk
from luocdo.curation.drafts import DraftTable
from luocdo.curation.uploads import UploadTable
from luocdo.free_queries import limits, open_lanes
from luocdo.gate import Gate
from luocdo.loading.scans import ScanShelf
from luocdo.logs import log_requests
from luocdo.sharing import kept_in_step
from luocdo.transport import Transport, serve_until_told
from luocdo.warming import warmed
from ontology.errors import LuocdoError
from queries.completeness import CompletenessLog
from queries.errors import QueryRefused
from queries.guard import Bounds
from queries.store.folder_reader import FolderReader
from queries.store.texts import TextFolder
from queries.workers.dump import dumped
from queries.workers.pool import FORKS, WorkerPool
from queries.workers.service import QueryService, QuestionService
from webui import create_app
from webui.security import RequestBounds
from webui.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flask import Flask

    from luocdo.settings import Settings

PAGE_THREADS = 16
DUMPS = 2
QUESTION_WORKERS = 2
WAITING = 4
FORM_BYTES = 20_000
LAST_PORT = 65_535
ARENAS = 2
ARENA_MAX = -8  # M_ARENA_MAX of mallopt(3)


class AddressError(LuocdoError):
    """An address that the site cannot listen on."""


class SiteReader(FolderReader):
    """The newest generation with the texts of its documents.

    Args:
        root: folder of the store.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._texts = TextFolder(root=root)
        self._scans = ScanShelf(root=root)

    def text(self, digest: str) -> str | None:
        """Return the text of a digest, or None where it is not kept."""
        return self._texts.text(digest)

    def cut_out(
        self, digest: str, page: int, box: tuple[float, float, float, float]
    ) -> bytes | None:
        """Return a piece of a scanned page as a JPEG, or None where no picture is kept."""
        return self._scans.cut_out(digest, page, box)


class Dumps:
    """Dumps of the newest generation, few at once as each takes a processor.

    Args:
        reader: knows the newest generation.
    """

    def __init__(self, reader: SiteReader) -> None:
        self._reader = reader
        self._room = threading.BoundedSemaphore(DUMPS)

    def pieces(self) -> Iterator[bytes]:
        """Return the pieces of a dump.

        Raises:
            QueryRefused: others are being made.
        """
        if not self._room.acquire(blocking=False):
            raise QueryRefused(
                "no-worker-free", "Other dumps are being made.", "Ask again later.", retry_after=30
            )
        return self._made()

    def _made(self) -> Iterator[bytes]:
        try:
            yield from dumped(self._reader.generation().public, FORKS)
        finally:
            self._room.release()


@contextmanager
def _apart(settings: Settings) -> Iterator[ProcessApart]:
    """Return a process for what visitors send; it ends with the `with`."""
    process = ProcessApart(settings.read_megabytes, WAITING)
    try:
        yield process
    finally:
        process.end()


@contextmanager
def open_site(settings: Settings, address: str) -> Iterator[Flask]:
    """Return the site with its workers running, for the time of a `with`.

    Args:
        settings: store, base and limits of queries.
        address: where people reach it, with its final slash.

    Raises:
        StoreError: nothing has been published in the store.
    """
    reader = SiteReader(settings.store)
    with ExitStack() as running:
        running.enter_context(kept_in_step(settings))
        reader.generation()
        free = running.enter_context(open_lanes(settings))
        catalogued = running.enter_context(WorkerPool(QUESTION_WORKERS, limits(settings)))
        site = Site(
            reader=reader,
            workers=QueryService(reader, free, Bounds(length=settings.query_chars)),
            questions=QuestionService(reader, catalogued),
            base_iri=f"{settings.base_iri.rstrip('/')}/",
            address=f"{address.rstrip('/')}/",
            curation=CurationDesk(settings=settings),
            uploads=UploadTable(settings=settings, apart=running.enter_context(_apart(settings))),
            drafts=DraftTable(settings=settings, apart=running.enter_context(_apart(settings))),
            dump=Dumps(reader).pieces,
            completeness=CompletenessLog(settings.store),
        )
        bounds = RequestBounds(body=settings.max_body_bytes, address=settings.max_address_bytes)
        yield create_app(site, bounds)


def serve(settings: Settings, ready: Callable[[str, int], None]) -> None:
    """Serve the site until the process is told to stop.

    Args:
        settings: address, port, store and limits.
        ready: called with host and port once the site can be reached.

    Raises:
        AddressError: the address or port cannot be taken.
        StoreError: nothing has been published in the store.
    """
    listening = listen(settings.host, settings.port)
    host, port = settings.host, listening.getsockname()[1]
    address = f"{(settings.address or f'http://{host}:{port}').rstrip('/')}/"
    log_requests()
    share_arenas()
    with open_site(settings, address) as app, warmed(app):
        serve_until_told(app, Gate(app, address), listening, transport(settings), ready)


def share_arenas() -> None:
    """Let the threads share two heaps; with many, what one has freed no other uses again.

    Twenty thousand queries made the process 60 MB larger without it, and none of it was held.
    """
    choose = getattr(ctypes.CDLL(None), "mallopt", None)
    if choose is not None:
        choose(ARENA_MAX, ARENAS)


def transport(settings: Settings) -> Transport:
    """Return how connections are served."""
    return Transport(
        threads=settings.query_room + PAGE_THREADS,
        body_bytes=settings.max_body_bytes,
        upload_bytes=settings.max_upload_bytes + FORM_BYTES,
        trusted_proxy=settings.trusted_proxy,
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that holds the address.

    Raises:
        AddressError: somebody else has the port, or the address is not one of this machine.
    """
    if not 0 <= port <= LAST_PORT:
        raise AddressError("address-unusable", f"{port} is no port.", f"Give 0 to {LAST_PORT}.")
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        held = socket.socket(family, kind)
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(place)
    except (OSError, OverflowError) as fault:
        code = getattr(fault, "errno", None)
        if code == errno.EADDRINUSE:
            raise AddressError(
                "port-busy", f"Port {port} of {host} is in use.", "Choose another with --port."
            ) from fault
        raise AddressError(
            "address-unusable", f"{host}:{port}: {fault}.", "Choose another --host or --port."
        ) from fault
    return held

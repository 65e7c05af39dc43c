"""The store that several machines share, where the settings name one, and our copy of it.

Every machine answers from its own folder, which takes in what others wrote to the shared store.
Credentials come from the environment alone: LUOCDO_REMOTE_USER and LUOCDO_REMOTE_PASSWORD.
"""

from __future__ import annotations

import logging
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from luocdo.upkeep import renew_findings
from ontology.errors import LuocdoError
from queries.store.folder_writer import FolderWriter
from queries.store.remote import RemotePlace, RemoteStore
from queries.store.shared import differing, take
from queries.store.versions import note_versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.settings import Settings

_LOGGER: Final = logging.getLogger(__name__)
_SECONDS: Final = 120.0  # of one request; a large graph takes long to be written


def shared_store(settings: Settings) -> RemoteStore | None:
    """Return the store that the settings name, None where they name none."""
    if not settings.remote_query:
        return None
    return RemoteStore(
        RemotePlace(
            query=settings.remote_query,
            update=settings.remote_update,
            user=os.environ.get("LUOCDO_REMOTE_USER", ""),
            password=os.environ.get("LUOCDO_REMOTE_PASSWORD", ""),
            seconds=_SECONDS,
            bytes=settings.query_bytes,
            base=settings.base_iri,
            merged=settings.remote_merged,
        )
    )


def take_in(settings: Settings) -> int:
    """Bring the folder in step with the shared store; return how many graphs were taken in.

    Raises:
        StoreError: the shared store does not answer, or another program writes to the folder.
    """
    store = shared_store(settings)
    wanted = differing(settings.store, store) if store is not None else {}
    if store is None or not wanted:
        return 0
    with FolderWriter(settings.store, settings.base_iri) as writer:
        done = take(writer, store, wanted)
        if done:
            renew_findings(writer, settings)
            writer.publish()
            note_versions(settings.store, done)
    _LOGGER.info("shared_graphs=%d", len(done))
    return len(done)


@contextmanager
def kept_in_step(settings: Settings) -> Iterator[None]:
    """Take in what others write to the shared store, again and again, for the time of a `with`.

    A store that does not answer is asked again later; readers see what was taken in before.
    """
    if not settings.remote_query:
        yield
        return
    stop = threading.Event()
    thread = threading.Thread(target=_follow, args=(settings, stop), daemon=True)
    _try(settings)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _follow(settings: Settings, stop: threading.Event) -> None:
    while not stop.wait(settings.remote_seconds):
        _try(settings)


def _try(settings: Settings) -> None:
    try:
        take_in(settings)
    except LuocdoError as fault:
        _LOGGER.warning("shared_store=%s detail=%s", fault.code, fault.detail)

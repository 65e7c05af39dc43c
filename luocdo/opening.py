"""Open what the commands work with: the registers, the store for writing, the store for reading."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from luocdo.loading.work import share
from luocdo.pipeline import Pipeline
from luocdo.sharing import shared_store
from ontology.registry import load_registry
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.settings import Settings
    from queries.store.remote import RemoteStore


def _mirror(settings: Settings) -> RemoteStore | None:
    """Return the shared store that loading writes to as well."""
    return shared_store(settings) if settings.remote_update else None


@contextmanager
def open_pipeline(settings: Settings) -> Iterator[Pipeline]:
    """Open the store for writing, with the registers, for the time of a `with`.

    Raises:
        StoreError: another program writes to the store, or it cannot be opened.
        RegisterError: a row of the registers cannot be used.
    """
    registry = share(load_registry(settings.registers))
    with FolderWriter(settings.store, settings.base_iri, _mirror(settings)) as writer:
        yield Pipeline(settings=settings, registry=registry, writer=writer)

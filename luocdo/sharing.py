"""The store that several machines share, where the settings name one.

Credentials come from the environment alone: LUOCDO_REMOTE_USER and LUOCDO_REMOTE_PASSWORD.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from queries.store.remote import RemotePlace, RemoteStore

if TYPE_CHECKING:
    from luocdo.settings import Settings


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
            seconds=settings.query_seconds,
            bytes=settings.query_bytes,
        )
    )

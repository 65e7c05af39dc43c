"""What a remote store answers is written under our rules; `store/test_remote.py` asks a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.errors import ResultTooLarge
from queries.store.media import RESULTS_JSON
from queries.workers.remote_service import RemoteQueryService
from queries.workers.service import FreeQuery

if TYPE_CHECKING:
    from queries.store.folder_reader import FolderReader


class Told:
    """A store that says what it is told to."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def ask(self, *_: object) -> bytes:
        """Say it."""
        return self.body


def test_more_rows_than_allowed_are_an_error(reader: FolderReader) -> None:
    """Never a part of them."""
    rows = b'{"head":{"vars":["x"]},"results":{"bindings":[{},{},{}]}}'
    query = FreeQuery(text="SELECT ?x { ?x ?y ?z }", rows_type=RESULTS_JSON)
    service = RemoteQueryService(reader, Told(rows), rows=3)  # type: ignore[arg-type]  # it does what is needed
    assert service.ask(query, bool).rows == 3
    short = RemoteQueryService(reader, Told(rows), rows=2)  # type: ignore[arg-type]  # as above
    with pytest.raises(ResultTooLarge):
        short.ask(query, bool)

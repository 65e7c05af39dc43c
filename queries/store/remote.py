"""A SPARQL 1.1 store that several machines share, asked and written by the protocol.

Its default graph is kept as the set of what its named graphs state, as in the embedded store, so
that COUNT and SELECT see each triple once wherever they run.

Source: SPARQL 1.1 Protocol, section 2; SPARQL 1.1 Update, sections 3.1 and 3.2.
"""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from queries.answers_json import read_json
from queries.errors import (
    QueryError,
    QueryRefused,
    QuerySyntax,
    QueryTimeout,
    ResultTooLarge,
    StoreError,
)
from queries.store.media import N_TRIPLES, RESULTS_JSON
from queries.terms import iri, sparql

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.client import HTTPResponse

    from queries.store.answers import Dataset
    from queries.terms import Rows

_PIECE: Final = 1 << 16
_UPDATE: Final = "application/sparql-update"
_FORM: Final = "application/x-www-form-urlencoded"
_BAD_REQUEST: Final = 400
_TAKE_OUT: Final = """
DELETE {{ ?s ?p ?o }} WHERE {{
  GRAPH {graph} {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {graph}) }}
}} ;
DROP SILENT GRAPH {graph}
"""
_PUT: Final = " ;\nINSERT DATA {{\n{triples}\nGRAPH {graph} {{\n{triples}\n}} }}"
_GRAPHS: Final = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemotePlace:
    """Where a store is.

    Args:
        query, update: addresses of its two operations; without the second it is read only.
        user, password: for Basic authentication; empty for none.
        seconds: longest time of one request.
        bytes: largest answer that is taken.
    """

    query: str
    update: str = ""
    user: str = ""
    password: str = ""
    seconds: float = 60.0
    bytes: int = 200_000_000


def _never() -> bool:
    return False


class RemoteStore:
    """A store somewhere else. Safe for threads.

    Args:
        place: where it is.
    """

    def __init__(self, place: RemotePlace) -> None:
        self._place = place

    def select(self, query: str) -> Rows:
        """Return all rows of a SELECT over the default graph."""
        return read_json(self.ask(query, RESULTS_JSON))

    def is_true(self, query: str, dataset: Dataset | None = None) -> bool:
        """Return the answer to an ASK."""
        return bool(json.loads(self.ask(query, RESULTS_JSON, dataset))["boolean"])

    def graph(self, name: str) -> bytes:
        """Return a named graph as N-Triples."""
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {sparql(iri(name))} {{ ?s ?p ?o }} }}"
        return self.ask(query, N_TRIPLES)

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the named graphs, sorted."""
        return tuple(row[0].value for row in self.select(_GRAPHS).rows if row[0])

    def ask(
        self,
        query: str,
        accept: str,
        dataset: Dataset | None = None,
        gone: Callable[[], bool] = _never,
    ) -> bytes:
        """Return the whole answer to a query as the store sends it.

        Args:
            query: the query.
            accept: media type wanted.
            dataset: graphs it is about; the store's own default graph where None.
            gone: tells whether who asked has hung up.

        Raises:
            QueryError: it does not parse, takes too long or gives too much.
            StoreError: the store cannot be reached.
        """
        words = [("query", query)]
        if dataset is not None:
            words += [("default-graph-uri", name) for name in dataset.default or ()]
            words += [("named-graph-uri", name) for name in dataset.named or ()]
        return self._sent(self._place.query, urlencode(words).encode(), _FORM, accept, gone)

    def replace_merged(self, graph: str, triples: bytes) -> None:
        """Make the store say in a graph exactly this, and keep the default graph their set.

        Args:
            graph: its name.
            triples: N-Triples.
        """
        name = sparql(iri(graph))
        text = _TAKE_OUT.format(graph=name)
        if triples.strip():
            text += _PUT.format(graph=name, triples=triples.decode("utf-8"))
        self.update(text)

    def remove_merged(self, graph: str) -> None:
        """Remove a graph and what only it stated from the default graph."""
        self.replace_merged(graph, b"")

    def update(self, text: str) -> None:
        """Run an update.

        Raises:
            StoreError: the store is read only, refuses it, or cannot be reached.
        """
        if not self._place.update:
            raise StoreError("remote-read-only", "No address for updates is set.")
        try:
            self._sent(self._place.update, text.encode(), _UPDATE, "*/*", _never)
        except QueryError as error:
            raise StoreError("remote-refused", f"The store refused: {error.detail}") from error

    def _sent(
        self, address: str, body: bytes, kind: str, accept: str, gone: Callable[[], bool]
    ) -> bytes:
        headers = {"Content-Type": kind, "Accept": accept}
        if self._place.user:
            pair = f"{self._place.user}:{self._place.password}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        request = urllib.request.Request(address, data=body, headers=headers)  # noqa: S310 - the setting's address
        end = time.monotonic() + self._place.seconds
        try:
            with urllib.request.urlopen(request, timeout=self._place.seconds) as answer:  # noqa: S310 - as above
                return self._read(answer, end, gone)
        except urllib.error.HTTPError as error:
            raise _refused(error) from error
        except TimeoutError as error:
            raise QueryTimeout(self._place.seconds) from error
        except OSError as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise QueryTimeout(self._place.seconds) from error
            raise StoreError("remote-unreachable", "The remote store does not answer.") from error

    def _read(self, answer: HTTPResponse, end: float, gone: Callable[[], bool]) -> bytes:
        """Return the body, up to the limits."""
        body = bytearray()
        while piece := answer.read(_PIECE):
            body += piece
            if len(body) > self._place.bytes:
                raise ResultTooLarge("bytes", self._place.bytes)
            if time.monotonic() > end:
                raise QueryTimeout(self._place.seconds)
            if gone():
                raise QueryRefused("client-gone", "The client has hung up.")
        return bytes(body)


def _refused(error: urllib.error.HTTPError) -> QueryError | StoreError:
    """Return what an error of the store means to who asked."""
    words = error.read(2_000).decode("utf-8", "replace").strip()
    if error.code == _BAD_REQUEST:
        return QuerySyntax(words[:400] or "The store does not read it.")
    if error.code in (503, 504, 408):
        return QueryRefused("no-worker-free", "The store is busy.", "Ask again.", retry_after=5)
    return StoreError("remote-refused", f"The store answered {error.code}.")

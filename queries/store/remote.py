"""A SPARQL 1.1 store that several machines share, asked and written by the protocol.

Its default graph is kept as the set of what its named graphs state, as in the embedded store, so
that others who ask it see each triple once. We ask it for whole graphs only, in questions that
every store answers rightly; all other questions are answered by our copy (`shared.py`).

Source: SPARQL 1.1 Protocol, section 2.
"""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, replace
from http.client import HTTPException
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode
from urllib.request import Request

from ontology.namespaces import DEFAULT_BASE, OWL
from queries.answers_json import read_json
from queries.errors import (
    QueryError,
    QueryRefused,
    QuerySyntax,
    QueryTimeout,
    ResultTooLarge,
    StoreError,
)
from queries.store.answers import Dataset
from queries.store.credentials import Credentials
from queries.store.media import RESULTS_JSON
from queries.store.remote_updates import updates
from queries.terms import XSD, iri, literal, sparql

if TYPE_CHECKING:
    from http.client import HTTPResponse

    from queries.terms import Rows, Term

_PIECE: Final = 1 << 16
_UPDATE: Final = "application/sparql-update"
_FORM: Final = "application/x-www-form-urlencoded"
_BAD_REQUEST: Final = 400
_UNAUTHORISED: Final = 401
_NEVER_HELD: Final = "urn:x-luocdo:no-graph"
_GRAPHS: Final = """
SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }}
  FILTER(STRSTARTS(STR(?g), {start}) && ?g NOT IN ({beside})) }} GROUP BY ?g
"""
_TRIPLES: Final = "SELECT ?s ?p ?o { ?s ?p ?o }"
_VERSIONS: Final = """
SELECT (STR({graph}) AS ?of) ?said {{ GRAPH {notes} {{ {graph} <{term}> ?said }} }}
"""
_BOOLEANS: Final = {"1": "true", "0": "false"}
_BEYOND_LABELS: Final = re.compile(r"[^A-Za-z0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemotePlace:
    """Where a store is.

    Args:
        query, update: addresses of its two operations; without the second it is read only.
        user, password: for Basic or Digest authentication, as the store asks; empty for none.
        seconds: longest time of one request.
        bytes: largest answer that is taken.
        base: the setting `base_iri`; graphs below it are the ones that count.
        merged: graph that stands for the default graph in a store that has none of its own, as
            Virtuoso; empty otherwise.
    """

    query: str
    update: str = ""
    user: str = ""
    password: str = ""
    seconds: float = 60.0
    bytes: int = 200_000_000
    base: str = DEFAULT_BASE
    merged: str = ""

    @property
    def notes(self) -> str:
        """The graph that holds the versions of the others; it is not part of the merge."""
        return f"{self.base.rstrip('/')}/graph/versions"


class RemoteStore:
    """A store somewhere else. Safe for threads.

    Args:
        place: where it is.
    """

    def __init__(self, place: RemotePlace) -> None:
        self._place = place
        self._credentials = Credentials(place.user, place.password)

    def select(self, query: str, dataset: Dataset | None = None) -> Rows:
        """Return all rows of a SELECT.

        Args:
            query: the query.
            dataset: graphs it is about; the store's own default graph where None.

        Raises:
            QueryError: the store does not read it, takes too long or gives too much.
            StoreError: the store cannot be reached.
        """
        words = [("query", query), *self._graphs_asked(dataset or Dataset())]
        return self._rows(words)

    def graph(self, name: str) -> bytes:
        """Return a named graph as N-Triples."""
        found = self.select(_TRIPLES, Dataset(default=(name,)))
        return "".join(f"{_line(row)}\n" for row in found.rows).encode()

    def graphs(self) -> dict[str, str]:
        """Return the named graphs that hold our data, each with the number of its triples."""
        place = self._place
        beside = ", ".join(sparql(iri(name)) for name in (place.notes, place.merged) if name)
        start = sparql(literal(f"{place.base.rstrip('/')}/graph/"))
        rows = self._rows([("query", _GRAPHS.format(start=start, beside=beside))]).rows
        return {graph.value: count.value for graph, count in rows if graph and count}

    def versions(self) -> dict[str, str]:
        """Return the versions of the graphs, as those who wrote them noted."""
        return self._noted("?g")

    def version(self, graph: str) -> str:
        """Return the version of one graph; empty where none is noted."""
        return next(iter(self._noted(sparql(iri(graph))).values()), "")

    def _noted(self, graph: str) -> dict[str, str]:
        notes = self._place.notes
        query = _VERSIONS.format(notes=sparql(iri(notes)), term=OWL.versionInfo, graph=graph)
        rows = self.select(query, Dataset(named=(notes,))).rows
        return {found.value: said.value for found, said in rows if found and said}

    def _rows(self, words: list[tuple[str, str]]) -> Rows:
        return read_json(
            self._sent(self._place.query, urlencode(words).encode(), _FORM, RESULTS_JSON)
        )

    def _graphs_asked(self, dataset: Dataset) -> list[tuple[str, str]]:
        """Return the parameters that name the graphs of a query."""
        if dataset.default is None and dataset.named is None:
            return [("default-graph-uri", self._place.merged)] if self._place.merged else []
        names = [("default-graph-uri", name) for name in dataset.default or (_NEVER_HELD,)]
        return names + [("named-graph-uri", name) for name in dataset.named or (_NEVER_HELD,)]

    def replace_merged(self, graph: str, triples: bytes, version: str) -> None:
        """Make the store say in a graph exactly this, and keep the default graph their set.

        Args:
            graph: its name.
            triples: N-Triples; none of them removes the graph.
            version: what is noted of it, so that others know when to read it.
        """
        place = self._place
        for text in updates(graph, triples, version, notes=place.notes, merged=place.merged):
            self.update(text)

    def update(self, text: str) -> None:
        """Run an update.

        Raises:
            StoreError: the store is read only, refuses it, or cannot be reached.
        """
        if not self._place.update:
            raise StoreError("remote-read-only", "No address for updates is set.")
        try:
            self._sent(self._place.update, text.encode(), _UPDATE)
        except QueryError as error:
            raise StoreError("remote-refused", f"The store refused: {error.detail}") from error

    def _sent(self, address: str, body: bytes, kind: str, accept: str = "*/*") -> bytes:
        request = Request(  # noqa: S310 - the setting's address
            address, data=body, headers={"Content-Type": kind, "Accept": accept}
        )
        self._credentials.sign(request)
        end = time.monotonic() + self._place.seconds
        try:
            return self._answer(request, end)
        except urllib.error.HTTPError as error:
            raise _refused(error) from error
        except TimeoutError as error:
            raise QueryTimeout(self._place.seconds) from error
        except (OSError, HTTPException) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise QueryTimeout(self._place.seconds) from error
            raise StoreError("remote-unreachable", "The remote store does not answer.") from error

    def _answer(self, request: Request, end: float) -> bytes:
        """Return the body of the answer; a store that asks who we are is told and asked again."""
        seconds = self._place.seconds
        try:
            answer = urllib.request.urlopen(request, timeout=seconds)  # noqa: S310 - as above
        except urllib.error.HTTPError as error:
            challenge = error.headers.get("WWW-Authenticate", "")
            known = self._credentials.learn(challenge, request.full_url)
            if error.code != _UNAUTHORISED or not known:
                raise
            error.close()
            self._credentials.sign(request)
            answer = urllib.request.urlopen(request, timeout=seconds)  # noqa: S310 - as above
        with answer:
            _refuse_cut(answer, seconds)
            return self._read(answer, end)

    def _read(self, answer: HTTPResponse, end: float) -> bytes:
        """Return the body, up to the limits."""
        body = bytearray()
        while piece := answer.read(_PIECE):
            body += piece
            if len(body) > self._place.bytes:
                raise ResultTooLarge("bytes", self._place.bytes)
            if time.monotonic() > end:
                raise QueryTimeout(self._place.seconds)
        return bytes(body)


def _line(row: tuple[Term | None, ...]) -> str:
    """Return a row of subject, predicate and object as a line of N-Triples."""
    return f"{' '.join(sparql(_restored(term)) for term in row)} ."


def _restored(term: Term | None) -> Term | None:
    """Return a term as it was written: Virtuoso sends 1 for true, and odd names of blank nodes."""
    if term is not None and term.kind == "bnode":
        return replace(term, value=f"b{_BEYOND_LABELS.sub('', term.value)}")
    if term is not None and term.datatype == f"{XSD}boolean":
        return replace(term, value=_BOOLEANS.get(term.value, term.value))
    return term


def _refuse_cut(answer: HTTPResponse, seconds: float) -> None:
    """Refuse what a store cut and says so in a header, as Virtuoso does under a 200.

    Raises:
        ResultTooLarge: by its own limit of rows.
        QueryTimeout: by its own limit of time.
    """
    most = answer.headers.get("X-SPARQL-MaxRows", "")
    if most:
        raise ResultTooLarge("rows", int(most) if most.isdigit() else 0)
    if answer.headers.get("X-SQL-State"):
        raise QueryTimeout(seconds)


def _refused(error: urllib.error.HTTPError) -> QueryError | StoreError:
    """Return what an error of the store means to who asked."""
    words = error.read(2_000).decode("utf-8", "replace").strip()
    if error.code == _BAD_REQUEST:
        return QuerySyntax(words[:400] or "The store does not read it.")
    if error.code in (503, 504, 408):
        return QueryRefused("no-worker-free", "The store is busy.", "Ask again.", retry_after=5)
    return StoreError("remote-refused", f"The store answered {error.code}. {words[:120]}")

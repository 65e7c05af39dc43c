"""A query as clients send it: by address, as a form, or as the body of a request.

Source: SPARQL 1.1 Protocol, section 2.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from werkzeug.datastructures import MultiDict

from webui.problems import Problem

if TYPE_CHECKING:
    from flask import Request

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
_UPDATES: Final = frozenset({"update", "using-graph-uri", "using-named-graph-uri"})
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|\\^`]*")
_UTF_8: Final = frozenset({"", "utf-8", "utf8"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SentQuery:
    """What a client asks.

    Args:
        text: the query.
        default_graphs, named_graphs: names of graphs that the request chooses; None where it
            chooses none, so that the query and the store decide.
    """

    text: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None


def read_query(request: Request) -> SentQuery | None:
    """Return the query of a request, None for a GET that holds none.

    Raises:
        Problem: 400 where it is missing, repeated, an update or no UTF-8; 415 for a body that is
            neither a form nor a query, or is packed.
    """
    if not _UPDATES.isdisjoint(request.args):
        raise Problem(400, "update-refused")
    if request.method == "POST":
        return _read_body(request)
    if "query" not in request.args:
        return None
    return _sent(request.args, request.args.getlist("query"))


def _read_body(request: Request) -> SentQuery:
    kind = request.mimetype.lower()
    charset = request.mimetype_params.get("charset", "").strip("\"' ").lower()
    if kind == UPDATE:
        raise Problem(400, "update-refused")
    packed = request.headers.get("Content-Encoding", "identity").lower() != "identity"
    if kind not in (FORM, QUERY) or charset not in _UTF_8 or packed:
        raise Problem(415, "unsupported-media-type")
    body = request.get_data(cache=True)
    in_address = request.args.getlist("query")
    if kind == QUERY:
        return _sent(request.args, [_decoded(body), *in_address])
    _decoded(unquote_to_bytes(body))
    if not _UPDATES.isdisjoint(request.form):
        raise Problem(400, "update-refused")
    queries = [*request.form.getlist("query"), *in_address]
    values = MultiDict([*request.args.items(multi=True), *request.form.items(multi=True)])
    return _sent(values, queries)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, "bad-encoding") from error


def _sent(values: MultiDict[str, str], queries: list[str]) -> SentQuery:
    if len(queries) != 1 or not queries[0].strip():
        raise Problem(400, "missing-query")
    default = tuple(values.getlist("default-graph-uri"))
    named = tuple(values.getlist("named-graph-uri"))
    if not all(_ABSOLUTE.fullmatch(graph) for graph in (*default, *named)):
        raise Problem(400, "bad-graph-parameter")
    chosen = bool(default or named)
    return SentQuery(
        text=queries[0],
        default_graphs=default if chosen else None,
        named_graphs=named if chosen else None,
    )

"""The query service and its page, and the description of the data set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from http import HTTPStatus
from importlib.resources import files
from time import perf_counter
from typing import TYPE_CHECKING

from flask import json, make_response, render_template, request

from ontology.errors import LuocdoError
from queries.errors import StoreError
from queries.guard import check
from queries.questions import catalogue
from queries.terms import XSD
from queries.workers.service import FreeQuery
from webui.assets import has_editor
from webui.descriptions import data_set_description, service_description
from webui.facts.tables import Cell
from webui.labels import short_name
from webui.negotiation import (
    BOOLEAN_TYPES,
    GRAPH_TYPES,
    N_TRIPLES,
    RESULTS_JSON,
    RESULTS_TYPES,
    negotiated,
    read_wish,
)
from webui.pages.route import Page, Route
from webui.problems import Problem, report_of
from webui.protocol import read_query
from webui.security import policy
from webui.site import QUERY_SECONDS, current_site, language, side_index
from webui.tags import entity_tag, holds

if TYPE_CHECKING:
    from flask import Response

    from queries.questions import Question
    from queries.workers.service import FreeAnswer
    from webui.negotiation import Wish
    from webui.ports import Reader
    from webui.problems import Report
    from webui.protocol import SentQuery

_HUNG_UP = "waitress.client_disconnected"  # what waitress offers when it may look ahead
_NUMBERS = tuple(XSD + name for name in ("integer", "decimal", "double"))
_CHANGING = re.compile(r"\b(?:RAND|NOW|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
_SHOWN = 500
_TRIPLES_SHOWN = 200_000
_EXAMPLES = ("documents", "open", "tasks", "relations")
_FORMATS = ("html", "json", "csv", "tsv", "xml", "turtle")
_OFFERED = {"SELECT": RESULTS_TYPES, "ASK": BOOLEAN_TYPES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An answer as its page shows it; what does not apply is empty or None."""

    boolean: bool | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    triples: str = ""
    fault: Report | None = None


def answer() -> Response:
    """Answer a query in the form asked for; without one, with the page or the description."""
    sent = read_query(request)
    wish = read_wish(request)
    if sent is None:
        return _without_query(wish)
    if wish.wants_page:
        return _page(sent)
    checked = check(sent.text)
    media_type = wish.choose(_OFFERED.get(checked.form, GRAPH_TYPES))
    tag = _tag(sent, media_type)
    if tag and holds(request, tag):
        return _tagged(make_response(b"", HTTPStatus.NOT_MODIFIED), tag)
    served = _run(sent, media_type)
    return _tagged(negotiated(served.body, served.media_type), tag)


def _tag(sent: SentQuery, media_type: str) -> str:
    """Return the entity tag of an answer; empty where each asking may answer otherwise."""
    if _CHANGING.search(sent.text):
        return ""
    version = current_site().reader.generation().version
    asked = (sent.text, str(sent.default_graphs), str(sent.named_graphs))
    return entity_tag(version, media_type, *asked)


def _tagged(response: Response, tag: str) -> Response:
    if tag:
        response.set_etag(tag)
    response.vary.add("Accept")
    return response


def _without_query(wish: Wish) -> Response:
    """Answer with the page, or with the description of the service where RDF is asked for."""
    if wish.wants_page:
        return _rendered(_example(request.args.get("example", "")), Shown())
    chosen = wish.best(GRAPH_TYPES)
    nothing_said = not wish.accept and not wish.named
    if nothing_said or chosen is None or wish.prefers(RESULTS_TYPES, GRAPH_TYPES):
        raise Problem(400, "missing-query")
    return negotiated(service_description(current_site(), chosen), chosen)


def _example(name: str) -> str:
    """Return the query of a catalogued question, to be looked at and changed; empty for none."""
    return next((asked.query for asked in _public() if asked.id == name), "")


def _public() -> list[Question]:
    """Return the catalogued questions that are plain queries over the public data."""
    return [asked for asked in catalogue() if asked.dataset == "public"]


def _run(sent: SentQuery, media_type: str) -> FreeAnswer:
    """Let a worker answer; it is given back when the client hangs up."""
    is_graph = media_type in GRAPH_TYPES
    query = FreeQuery(
        text=sent.text,
        default=sent.default_graphs,
        named=sent.named_graphs,
        rows_type=RESULTS_JSON if is_graph else media_type,
        graph_type=media_type if is_graph else N_TRIPLES,
        client=request.remote_addr or "",
    )
    started = perf_counter()
    try:
        return current_site().workers.ask(query, request.environ.get(_HUNG_UP, _never))
    finally:
        request.environ[QUERY_SECONDS] = perf_counter() - started


def _never() -> bool:
    return False


def _page(sent: SentQuery) -> Response:
    """Return the page with the answer, or with what is wrong; a fault keeps its status."""
    try:
        checked = check(sent.text)
        media_type = RESULTS_JSON if checked.form in _OFFERED else GRAPH_TYPES[0]
        shown = _shown(_run(sent, media_type))
    except LuocdoError as error:
        report = report_of(error, language())
        response = _rendered(sent.text, Shown(fault=report))
        response.status_code = report.status
        response.headers["Cache-Control"] = "no-store"
        if report.retry_after:
            response.headers["Retry-After"] = str(report.retry_after)
        return response
    return _rendered(sent.text, shown)


def _shown(reply: FreeAnswer) -> Shown:
    if reply.media_type != RESULTS_JSON:
        return Shown(triples=reply.body.decode("utf-8", "replace")[:_TRIPLES_SHOWN])
    found = json.loads(reply.body)
    if "boolean" in found:
        return Shown(boolean=found["boolean"])
    columns = tuple(found["head"]["vars"])
    bindings = found["results"]["bindings"]
    rows = tuple(tuple(_cell(row.get(name)) for name in columns) for row in bindings[:_SHOWN])
    return Shown(columns=columns, rows=rows, total=len(bindings))


def _cell(said: dict[str, str] | None) -> Cell:
    """Return a term of the JSON results format as a cell: IRIs by their prefixed names."""
    if said is None:
        return Cell(words="")
    value = said["value"]
    if said["type"] == "uri":
        return Cell(words=short_name(value).removeprefix(current_site().base_iri), iri=value)
    if said["type"] == "bnode":
        return Cell(words=f"_:{value}")
    return Cell(words=value, number=said.get("datatype", "").startswith(_NUMBERS))


def _rendered(text: str, shown: Shown) -> Response:
    """Return the page; the editor alone may set styles in its elements."""
    editor = has_editor()
    page = render_template(
        "pages/sparql/template.html",
        editor=editor,
        catalogue=_public(),
        text=text,
        shown=shown,
        examples=_examples(),
        formats=_FORMATS,
    )
    response = make_response(page)
    if editor:
        response.headers["Content-Security-Policy"] = policy(styles="'self' 'unsafe-inline'")
    return response


def terms() -> Response:
    """Answer with the terms of the vocabulary, for the editor to offer."""
    rows = side_index().rows(
        "SELECT iri, label, label_en FROM names WHERE kind = 'vocabulary' ORDER BY iri"
    )
    found = [
        {"name": str(iri).rpartition("#")[2], "vi": label, "en": label_en}
        for iri, label, label_en in rows
        if "#" in str(iri)
    ]
    response = make_response(json.dumps({"terms": found}, ensure_ascii=False))
    response.mimetype = "application/json"
    return response


@cache
def _examples() -> tuple[tuple[str, str], ...]:
    """Return the queries that the page offers, by name."""
    folder = files("webui.pages.sparql").joinpath("examples")
    return tuple(
        (name, folder.joinpath(f"{name}.rq").read_text(encoding="utf-8")) for name in _EXAMPLES
    )


def describe() -> Response:
    """Answer with the description of the data set."""
    try:
        documents = side_index().counts().get("documents", 0)
        generation = current_site().reader.generation()
        triples = _triples(current_site().reader, generation.version)
    except StoreError:
        documents, triples, generation = 0, 0, None
    chosen = read_wish(request).choose(GRAPH_TYPES)
    body = data_set_description(current_site(), generation, documents, triples, chosen)
    return negotiated(body, chosen)


@lru_cache(maxsize=4)
def _triples(reader: Reader, version: str) -> int:
    """Return how many triples the default graph has; counted once for each generation."""
    del version
    (row,) = reader.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    return int(row[0].value) if row[0] else 0


PAGE = Page(
    routes=(
        Route(rule="/sparql", endpoint="sparql", view=answer, methods=("GET", "POST")),
        Route(rule="/sparql/terms.json", endpoint="terms", view=terms),
        Route(rule="/.well-known/void", endpoint="void", view=describe),
    ),
    menu_key="menu.sparql",
)

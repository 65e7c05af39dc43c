"""Questions and lineages for programs: `/api/...`, described in `/api/openapi.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import json, make_response, request

from queries.errors import BadParameter
from queries.exports.graphs import FORMATS, ExportGraph, of_lineage, of_paths, write_graph
from queries.lineage import MAX_STEPS, lineage
from queries.questions import ask, catalogue, question
from queries.results import rows_bytes, write_rows
from queries.search import resolve_document
from queries.tracing import all_paths, most_influential, shortest_chain
from webui.facts.tables import json_pieces
from webui.negotiation import (
    CSV,
    JSON_LD,
    RESULTS_TYPES,
    RESULTS_XML,
    SPREADSHEET,
    content_type,
    negotiated,
)
from webui.negotiation import read_wish as read_form
from webui.openapi import MOST_DOCUMENTS, RESERVED, description
from webui.pages.route import Page, Route
from webui.problems import Problem
from webui.site import current_site, side_index
from webui.streams import sent

if TYPE_CHECKING:
    from flask import Response

JSON: Final = "application/json"


def questions() -> Response:
    """Answer with the catalogue: what can be asked, with parameters and columns."""
    found = [
        {
            "id": asked.id,
            "title": {"vi": asked.title_vi, "en": asked.title_en},
            "description": {"vi": asked.description_vi, "en": asked.description_en},
            "address": f"{current_site().address}api/questions/{asked.id}",
            "parameters": [
                {"name": p.name, "type": p.type, "default": p.default, "example": p.example}
                for p in asked.parameters
            ],
            "columns": [{"name": c.name, "kind": c.kind} for c in asked.columns],
        }
        for asked in catalogue()
    ]
    return _json({"questions": found})


def answer(name: str) -> Response:
    """Answer a catalogued question: as plain JSON, or in a results format."""
    asked = question(name)
    arguments = _arguments(tuple(p.name for p in asked.parameters))
    wish = read_form(request)
    is_plain = JSON_LD in wish.named or (not wish.named and wish.best((JSON, CSV)) == JSON)
    media_type = JSON if is_plain else wish.choose(RESULTS_TYPES)
    site = current_site()
    rows = ask(asked.id, arguments, site.questions, base_iri=site.base_iri).rows
    if media_type == RESULTS_XML:  # which may find a value that it cannot hold
        return negotiated(rows_bytes(rows, media_type), media_type)
    if media_type == JSON:
        response = sent(json_pieces(asked.id, arguments, rows), JSON)
    else:
        response = sent(write_rows(rows.columns, rows.rows, media_type), content_type(media_type))
    response.vary.add("Accept")
    if media_type in (CSV, SPREADSHEET):
        response.headers["Content-Disposition"] = f'attachment; filename="{asked.id}.csv"'
    return response


def _arguments(names: tuple[str, ...]) -> dict[str, str]:
    """Return the parameters of a request by name, those that say something.

    Raises:
        BadParameter: one is unknown or given twice.
    """
    given: dict[str, str] = {}
    for name, values in request.args.lists():
        if name in RESERVED and name not in names:
            continue
        if name not in names:
            known = ", ".join(names) or "-"
            raise BadParameter(
                name, f"There is no parameter {name[:80]!r}.", f"There are: {known}."
            )
        if len(values) > 1:
            raise BadParameter(name, f"{name} is given {len(values)} times.")
        if values[0].strip():
            given[name] = values[0]
    return given


def show_lineage() -> Response:
    """Answer with what a document rests on and what rests on it."""
    given = _arguments(("doc", "up", "down"))
    found = lineage(
        side_index(),
        _document(given, "doc"),
        up=_whole(given, "up", 3, MAX_STEPS),
        down=_whole(given, "down", 3, MAX_STEPS),
        limit=MOST_DOCUMENTS,
    )
    response = _written(of_lineage(found), "lineage")
    response.headers["X-Left-Out"] = str(found.left_out)
    return response


def show_paths() -> Response:
    """Answer with all ways by which one document rests on another."""
    given = _arguments(("from", "to", "depth"))
    ends = _document(given, "from"), _document(given, "to")
    found = all_paths(side_index(), *ends, depth=_whole(given, "depth", MAX_STEPS, MAX_STEPS))
    return _written(of_paths(found), "paths")


def show_chain() -> Response:
    """Answer with one shortest chain of relations between two documents."""
    given = _arguments(("from", "to"))
    ends = _document(given, "from"), _document(given, "to")
    return _written(of_paths(shortest_chain(side_index(), *ends)), "chain")


def show_influence() -> Response:
    """Answer with the documents that most others rest on."""
    given = _arguments(("limit",))
    index = side_index()
    found = most_influential(index, max(1, _whole(given, "limit", 50, 1_000)))
    labels = index.documents(one.iri for one in found)
    rows = [
        {
            "rank": rank,
            "document": one.iri,
            "label": labels[one.iri].label if one.iri in labels else one.iri,
            "score": one.score,
            "direct": one.direct,
        }
        for rank, one in enumerate(found, 1)
    ]
    return _json({"measure": "networkx.katz_centrality, alpha 0.1", "rows": rows})


def describe() -> Response:
    """Answer with the OpenAPI document of all this."""
    return _json(description(current_site().address))


def _document(given: dict[str, str], name: str) -> str:
    """Return the IRI of the document that a parameter means.

    Raises:
        BadParameter: it is missing, means none or several.
    """
    if name not in given:
        raise BadParameter(name, f"The parameter {name!r} is missing.")
    base = current_site().base_iri
    return resolve_document(side_index(), given[name], base_iri=base, name=name)


def _whole(given: dict[str, str], name: str, usual: int, most: int) -> int:
    """Return a whole number from 0 to a bound.

    Raises:
        BadParameter: it is none.
    """
    words = given.get(name, str(usual))
    if not (words.isascii() and words.isdigit() and len(words) < 10 and int(words) <= most):  # noqa: PLR2004 - digits
        raise BadParameter(name, f"{words[:40]!r} is no whole number from 0 to {most}.")
    return int(words)


def _written(graph: ExportGraph, name: str) -> Response:
    """Return a graph in the format named, JSON where none is."""
    form = request.args.get("format", "json").lower()
    if form not in FORMATS:
        raise Problem(400, "unknown-format", value=form[:80], allowed=", ".join(FORMATS))
    media_type, ending = FORMATS[form]
    response = negotiated(write_graph(graph, form), media_type)
    if form != "json":
        stem = f"{name}-{form.removesuffix('-csv')}" if form.endswith("-csv") else name
        response.headers["Content-Disposition"] = f'attachment; filename="{stem}.{ending}"'
    return response


def _json(content: object) -> Response:
    response = make_response(json.dumps(content, ensure_ascii=False))
    response.headers["Content-Type"] = JSON
    response.vary.add("Accept")
    return response


PAGE = Page(
    routes=(
        Route(rule="/api/questions", endpoint="api_questions", view=questions),
        Route(rule="/api/questions/<name>", endpoint="api_question", view=answer),
        Route(rule="/api/lineage", endpoint="api_lineage", view=show_lineage),
        Route(rule="/api/paths", endpoint="api_paths", view=show_paths),
        Route(rule="/api/chain", endpoint="api_chain", view=show_chain),
        Route(rule="/api/influence", endpoint="api_influence", view=show_influence),
        Route(rule="/api/openapi.json", endpoint="openapi", view=describe),
    )
)

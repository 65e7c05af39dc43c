"""The lineage of a document: drawn, as tables, and as files to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import make_response, render_template, request, url_for

from queries.exports.graphs import FORMATS, of_lineage, write_graph
from queries.lineage import lineage
from webui.drawing import standalone_page
from webui.facts.documents import read_document
from webui.graphdata import graph_data, picture_styles, written
from webui.graphs import RELATIONS, Grapher
from webui.pages.document.frame import read_frame
from webui.pages.lineage.wish import AXES, LIMITS, MOST_STEPS, Wish, read_wish
from webui.pages.route import Page, Route
from webui.picture import picture
from webui.problems import Problem
from webui.site import addresses, current_site, language, side_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Response

    from webui.facts.documents import DocumentFact
    from webui.graphs import Graphed

GRAPHS = ("graphml", "gexf", "dot")
"""Formats of other programs in which a lineage is handed out."""

_ONE_MORE = "ONE-MORE"
"""Stands for a path in an address that is made once for all documents of a drawing."""

_SHOWN = 80
"""Rows of the tables below the drawing, page by page."""


def show(path: str) -> str:
    """Answer with the page of the lineage."""
    document, wish = _document(path), read_wish(request.args)
    found = _graphed(document, wish)
    drawing = found.drawing
    number = max(1, min(request.args.get("page", 1, type=int), 1_000))
    start = (number - 1) * _SHOWN
    return render_template(
        "pages/lineage/template.html",
        path=path,
        frame=read_frame(current_site().reader, side_index(), document, "lineage"),
        names=found.names,
        labels={node.id: node.label for node in drawing.nodes},
        drawing=drawing,
        documents=[node for node in drawing.nodes if node.id in found.names][
            start : start + _SHOWN
        ],
        edges=drawing.edges[start : start + _SHOWN],
        ranks=[rank for rank, _ in drawing.ranks],
        wish=wish,
        relations=RELATIONS,
        axes=AXES,
        limits=LIMITS,
        most_steps=MOST_STEPS,
        number=number,
        pages=max(1, -(-max(len(drawing.edges), len(drawing.nodes)) // _SHOWN)),
    )


def show_data(path: str) -> Response:
    """Answer with the drawing for the script of the page."""
    document, wish = _document(path), read_wish(request.args)
    found = _graphed(document, wish)
    data = graph_data(
        found.drawing,
        rank_name=lambda rank: language().say(f"lineage.rank_{rank}"),
        opening=_openings(path, wish),
    )
    response = make_response(written(data))
    response.mimetype = "application/json"
    response.vary.update(("Accept-Language", "Cookie"))
    return response


def _openings(path: str, wish: Wish) -> Callable[[str], str]:
    """Return what gives the address of the lineage in which one more document is opened."""
    to_one = url_for("lineage", path=path, _anchor="graph", **wish.parameters(opened=_ONE_MORE))
    return lambda iri: to_one.replace(_ONE_MORE, quote(addresses().path(iri) or "", safe="/"))


def download(path: str) -> Response:
    """Answer with the drawing as a page or a picture that stands by itself, to be kept."""
    document, wish = _document(path), read_wish(request.args)
    if (form := request.args.get("format", "")) in GRAPHS:
        return _for_programs(path, document, wish, form)
    found = _graphed(document, wish)
    tongue = language()
    heading = tongue.say("lineage.of", name=found.names[document.iri].say(tongue.code))
    ending = "svg" if request.args.get("format") == "svg" else "html"
    if ending == "svg":
        drawn = render_template(
            "pages/lineage/picture.svg",
            drawn=picture(found.drawing),
            styles=picture_styles(),
            heading=heading,
        )
        response = make_response(drawn)
        response.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    else:
        response = make_response(standalone_page(found.drawing, heading, tongue.code))
    name = path.removeprefix("vn/").replace("/", "-")
    response.headers["Content-Disposition"] = f'attachment; filename="luocdo-{name}.{ending}"'
    return response


def _for_programs(path: str, document: DocumentFact, wish: Wish, form: str) -> Response:
    """Answer with the documents and relations of the drawing in a format of other programs."""
    scope = wish.scope(addresses())
    found = lineage(
        side_index(),
        document.iri,
        up=scope.up,
        down=scope.down,
        limit=scope.limit,
        relations=scope.relations,
        expanded=scope.expanded,
    )
    media_type, ending = FORMATS[form]
    response = make_response(write_graph(of_lineage(found), form))
    response.headers["Content-Type"] = f"{media_type}; charset=utf-8"
    name = path.removeprefix("vn/").replace("/", "-")
    response.headers["Content-Disposition"] = f'attachment; filename="luocdo-{name}.{ending}"'
    return response


def _document(path: str) -> DocumentFact:
    """Return a document.

    Raises:
        Problem: 404, the store does not know it.
    """
    document = read_document(current_site().reader, addresses().iri(path))
    if document is None:
        raise Problem(404, "not-in-collection")
    return document


def _graphed(document: DocumentFact, wish: Wish) -> Graphed:
    grapher = Grapher(
        reader=current_site().reader,
        index=side_index(),
        addresses=addresses(),
        language=language(),
    )
    return grapher.graph(document.iri, wish.scope(addresses()))


PAGE = Page(
    routes=(
        Route(rule="/lineage/<path:path>", endpoint="lineage", view=show),
        Route(rule="/lineage-data/<path:path>", endpoint="lineage_data", view=show_data),
        Route(rule="/lineage-file/<path:path>", endpoint="lineage_download", view=download),
    )
)

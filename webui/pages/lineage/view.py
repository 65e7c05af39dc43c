"""The citation graph around a document: drawn, as a table, and as a file to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import make_response, render_template, request

from webui.drawing import graph_data, standalone_page
from webui.facts.documents import read_document
from webui.graphs import Grapher, Scope
from webui.pages.route import Page, Route
from webui.problems import Problem
from webui.site import addresses, current_site, language, side_index

if TYPE_CHECKING:
    from flask import Response

    from webui.graphs import Graphed

MOST_STEPS = 6
"""Steps of a lineage at most (contract of the graph, section 4)."""

_STEPS = 2
_LIMIT = 80


def show(path: str) -> str:
    """Answer with the page of the graph."""
    iri, found = _graphed(path)
    drawing = found.drawing
    return render_template(
        "pages/lineage/template.html",
        path=path,
        name=found.names[iri],
        names=found.names,
        labels={node.id: node.label for node in drawing.nodes},
        drawing=drawing,
        data=graph_data(drawing),
        ranks=sorted({node.rank for node in drawing.nodes if node.presence != "open"}),
        depth=_depth(),
        most_steps=MOST_STEPS,
    )


def download(path: str) -> Response:
    """Answer with a page that draws the graph by itself, to be kept."""
    iri, found = _graphed(path)
    tongue = language()
    heading = tongue.say("lineage.of", name=found.names[iri].say(tongue.code))
    response = make_response(standalone_page(found.drawing, heading, tongue.code))
    name = path.removeprefix("vn/").replace("/", "-")
    response.headers["Content-Disposition"] = f'attachment; filename="luocdo-{name}.html"'
    return response


def _graphed(path: str) -> tuple[str, Graphed]:
    """Return a document's IRI and the drawing around it.

    Raises:
        Problem: 404, the store does not know the document.
    """
    site = current_site()
    iri = addresses().iri(path)
    if read_document(site.reader, iri) is None:
        raise Problem(404, "not-in-collection")
    grapher = Grapher(
        reader=site.reader, index=side_index(), addresses=addresses(), language=language()
    )
    steps = _depth()
    return iri, grapher.graph(iri, Scope(up=steps, down=steps, limit=_LIMIT))


def _depth() -> int:
    return max(1, min(request.args.get("depth", _STEPS, type=int), MOST_STEPS))


PAGE = Page(
    routes=(
        Route(rule="/lineage/<path:path>", endpoint="lineage", view=show),
        Route(rule="/lineage-file/<path:path>", endpoint="lineage_download", view=download),
    )
)

"""A document: its text with the findings marked, and a tab for each way to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import redirect, request

from webui.facts.documents import read_document
from webui.negotiation import GRAPH_TYPES, HTML, data_extension, read_wish
from webui.pages.document import tabs
from webui.pages.document.frame import chosen_tab, read_frame
from webui.pages.document.references import download
from webui.pages.document.scan import cut_out
from webui.pages.route import Page, Route
from webui.problems import Problem
from webui.site import addresses, current_site, side_index

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkzeug.wrappers import Response

    from webui.pages.document.frame import Frame

_SHOWN: Final[Mapping[str, Callable[[Frame], str]]] = {
    "text": tabs.text_tab,
    "relations": tabs.relations_tab,
    "obligations": tabs.obligations_tab,
    "completeness": tabs.completeness_tab,
    "similar": tabs.similar_tab,
    "data": tabs.data_tab,
}


def show(path: str) -> str | Response:
    """Answer with the page of a document, or lead to its data where data is asked for."""
    stem, dot, extension = path.rpartition(".")
    if dot and data_extension(extension):
        return redirect(addresses().data(addresses().iri(stem), extension), 303)
    iri = addresses().iri(path)
    document = read_document(current_site().reader, iri)
    if document is None:
        raise Problem(404, "not-in-collection")
    chosen = read_wish(request).choose((HTML, *GRAPH_TYPES))
    if chosen != HTML:
        return redirect(addresses().data(iri, data_extension(chosen)), 303)
    tab = chosen_tab(request.args.get("tab", ""), document)
    return _SHOWN[tab](read_frame(current_site().reader, side_index(), document, tab))


PAGE = Page(
    routes=(
        Route(rule="/doc/<path:path>", endpoint="document", view=show),
        Route(rule="/cite/<path:path>", endpoint="reference", view=download),
        Route(rule="/scan/<path:path>", endpoint="scan", view=cut_out),
    )
)

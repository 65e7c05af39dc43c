"""Identifiers and data: `/id/...` leads on by what is asked, `/data/...` gives the triples."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import make_response, redirect, render_template, request, url_for

from queries.errors import BadParameter
from queries.search import resolve_document
from webui.facts.names import read_names
from webui.facts.things import SHOWN, describe, read_thing
from webui.negotiation import (
    EXTENSIONS,
    GRAPH_TYPES,
    HTML,
    content_type,
    data_extension,
    read_wish,
)
from webui.pages.route import Page, Route
from webui.problems import Problem
from webui.site import addresses, current_site, side_index

if TYPE_CHECKING:
    from werkzeug.wrappers import Response


def identify(path: str) -> Response:
    """Lead from an identifier to its page or its data (303, as linked data asks)."""
    iri = addresses().iri(path)
    if not read_thing(current_site().reader, iri).is_known:
        raise Problem(404, "not-in-collection")
    wish = read_wish(request)
    chosen = wish.choose((HTML, *GRAPH_TYPES)) if wish.accept or wish.named else HTML
    target = addresses().page(iri) or ""
    if chosen != HTML:
        target = addresses().data(iri, data_extension(chosen))
    response = redirect(target, 303)
    response.headers["Vary"] = "Accept"
    return response


def lead_on(slug: str) -> Response:
    """Lead from a short form to its document (303), or list those it may mean (300).

    Args:
        slug: the short form as a slug, "nghi-quyet-12".
    """
    words = slug.replace("-", " ")
    try:
        found: tuple[str, ...] = (resolve_document(side_index(), words),)
    except BadParameter as error:
        found = error.candidates
    if not found:
        raise Problem(404, "not-in-collection")
    if len(found) == 1:
        return redirect(url_for("identify", path=addresses().path(found[0])), 303)
    names = read_names(current_site().reader, found)
    page = render_template(
        "pages/resource/alias.html", words=words, documents=[names[iri] for iri in found]
    )
    return make_response(page, HTTPStatus.MULTIPLE_CHOICES)


def data(path: str) -> Response:
    """Answer with all that is said of a thing, in the format of the address or as negotiated."""
    stem, dot, ending = path.rpartition(".")
    if dot and ending in EXTENSIONS:
        return _described(stem, EXTENSIONS[ending])
    chosen = read_wish(request).choose(GRAPH_TYPES)
    response = _described(path, chosen)
    response.vary.add("Accept")
    return response


def _described(path: str, media_type: str) -> Response:
    reader = current_site().reader
    iri = addresses().iri(path)
    if not read_thing(reader, iri).is_known:
        raise Problem(404, "not-in-collection")
    response = make_response(describe(reader, iri, addresses().graph(path), media_type))
    response.headers["Content-Type"] = content_type(media_type)
    response.headers.add("Link", f'<{addresses().page(iri)}>; rel="alternate"; type="text/html"')
    response.headers.add("Link", f'<{iri}>; rel="describes"')
    return response


def show(path: str) -> str:
    """Answer with a page for anything that has none of its own: clauses, places, terms."""
    reader = current_site().reader
    thing = read_thing(reader, addresses().iri(path))
    if not thing.is_known:
        raise Problem(404, "not-in-collection")
    return render_template(
        "pages/resource/template.html",
        thing=thing,
        names=read_names(reader, (iri for iri in thing.iris if addresses().path(iri))),
        endings=EXTENSIONS,
        limit=SHOWN,
    )


PAGE = Page(
    routes=(
        Route(rule="/id/vn/alias/<slug>", endpoint="alias", view=lead_on),
        Route(rule="/id/<path:path>", endpoint="identify", view=identify),
        Route(rule="/data/<path:path>", endpoint="data", view=data),
        Route(rule="/thing/<path:path>", endpoint="thing", view=show),
    )
)

"""Identifiers and data: `/id/...` leads on by what is asked, `/data/...` gives the triples."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import abort, json, make_response, redirect, render_template, request, url_for

from queries.errors import BadParameter
from queries.search import resolve_document
from webui.facts.citations import words_of_others
from webui.facts.names import read_names
from webui.facts.things import SHOWN, describe, read_thing
from webui.jsonld import readable
from webui.negotiation import (
    EXTENSIONS,
    GRAPH_TYPES,
    HTML,
    JSON_LD,
    N_TRIPLES,
    content_type,
    data_extension,
    read_wish,
)
from webui.pages.route import Page, Route
from webui.problems import Problem
from webui.site import addresses, current_site, side_index

if TYPE_CHECKING:
    from flask import Response

    from webui.ports import Reader

_PLAIN: Final = "text/plain"
_JSON: Final = "application/json"


def identify(path: str) -> Response:
    """Lead from an identifier to its page or its data (303, as linked data asks)."""
    iri = addresses().iri(path)
    _check_known(iri)
    wish = read_wish(request)
    chosen = wish.choose((HTML, *GRAPH_TYPES)) if wish.accept or wish.named else HTML
    target = addresses().page(iri) or ""
    if chosen != HTML:
        target = addresses().data(iri, data_extension(chosen))
    response = make_response(redirect(target, 303))
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
        target = url_for("identify", path=addresses().path(found[0]))
        return make_response(redirect(target, 303))
    return _choices(words, found)


def _choices(words: str, found: tuple[str, ...]) -> Response:
    """Answer with the documents that a short form may mean: page, JSON or plain text."""
    names = read_names(current_site().reader, found)
    kind = read_wish(request).best((_PLAIN, HTML, _JSON)) or _PLAIN
    if kind == HTML:
        page = render_template(
            "pages/resource/alias.html",
            words=words,
            documents=[names[iri] for iri in found],
            told=words_of_others(side_index(), found),
        )
        response = make_response(page)
    elif kind == _JSON:
        candidates = [{"iri": iri, "label": names[iri].say("vi")} for iri in found]
        response = make_response(json.dumps({"candidates": candidates}, ensure_ascii=False))
    else:
        response = make_response("".join(f"{iri}\t{names[iri].say('vi')}\n" for iri in found))
    response.headers["Content-Type"] = content_type(kind)
    response.status_code = HTTPStatus.MULTIPLE_CHOICES
    response.vary.add("Accept")
    return response


def data(path: str) -> Response:
    """Answer with all that is said of a thing, in the format of the address or as negotiated."""
    stem, dot, ending = path.rpartition(".")
    if dot and ending in EXTENSIONS:
        return _described(stem, EXTENSIONS[ending])
    _check_known(addresses().iri(path))
    chosen = read_wish(request).choose(GRAPH_TYPES)
    response = _described(path, chosen)
    response.vary.add("Accept")
    return response


def _check_known(iri: str) -> None:
    """Refuse what the store says nothing of; what was merged leads to what took its place.

    Raises:
        Problem: 404, or 410 for what was withdrawn.
        RequestRedirect: to the successor.
    """
    reader = current_site().reader
    successor = reader.withdrawn(f"id/{addresses().path(iri)}")
    if successor:
        address = url_for("identify", path=successor.removeprefix("id/"))
        abort(make_response(redirect(address, HTTPStatus.MOVED_PERMANENTLY)))
    if successor is not None:
        raise Problem(410, "withdrawn")
    if not read_thing(reader, iri).is_known:
        raise Problem(404, "not-in-collection")


def _described(path: str, media_type: str) -> Response:
    reader = current_site().reader
    iri = addresses().iri(path)
    _check_known(iri)
    response = make_response(_written(reader, iri, addresses().graph(path), media_type))
    response.headers["Content-Type"] = content_type(media_type)
    response.headers.add("Link", f'<{addresses().page(iri)}>; rel="alternate"; type="text/html"')
    response.headers.add("Link", f'<{iri}>; rel="describes"')
    return response


def _written(reader: Reader, iri: str, graph: str, media_type: str) -> bytes:
    """Return all that is said of a thing; JSON-LD with names that a person can read."""
    if media_type == JSON_LD:
        return readable(describe(reader, iri, graph, N_TRIPLES))
    return describe(reader, iri, graph, media_type)


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

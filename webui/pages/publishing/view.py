"""What programs fetch: state of health, dump, sitemap, vocabulary, context, named graphs.

Source: sitemaps.org protocol 0.9; RFC 9309 (robots.txt); RDF 1.1 N-Quads.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from flask import make_response, redirect, render_template, request

from queries.errors import StoreError
from webui.addresses import page_of
from webui.descriptions import vocabulary_bytes
from webui.jsonld import context_bytes
from webui.negotiation import GRAPH_TYPES, HTML, JSON_LD, negotiated, read_wish
from webui.pages.route import Page, Route
from webui.problems import Problem
from webui.site import addresses, current_site, side_index
from webui.tags import entity_tag, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Response

    from queries.store.reader import Generation

PER_SITEMAP: Final = 20_000
"""Addresses of one sitemap; the protocol allows 50,000."""

_DOCUMENTS: Final = """
SELECT path FROM documents WHERE presence = 'fullText' AND type <> 'Clause'
ORDER BY path LIMIT ? OFFSET ?
"""
_COUNT: Final = """
SELECT COUNT(*) FROM documents WHERE presence = 'fullText' AND type <> 'Clause'
"""
_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_VOCABULARY: Final = """
SELECT iri, label, label_en FROM names WHERE kind = 'vocabulary' ORDER BY iri
"""


def health() -> Response:
    """Answer whether the site can answer, with what it holds."""
    try:
        generation = current_site().reader.generation()
        documents = side_index().counts().get("documents", 0)
    except StoreError:
        response = make_response({"status": "empty"}, HTTPStatus.SERVICE_UNAVAILABLE)
        response.headers["Retry-After"] = "10"
    else:
        response = make_response(
            {
                "status": "ok",
                "generation": generation.version,
                "published": generation.published_at.isoformat(),
                "documents": documents,
            }
        )
    response.headers["Cache-Control"] = "no-store"
    return response


def dump() -> Response:
    """Answer with all public graphs as gzipped N-Quads, made while it is sent."""
    generation, pieces = current_site().reader.generation(), current_site().dump
    if pieces is None:
        raise Problem(404, "not-found")
    tag = entity_tag(generation.version, "dump")
    if holds(request, tag):
        return _dated(make_response(b"", HTTPStatus.NOT_MODIFIED), generation, tag)
    body: Iterator[bytes] = iter(()) if request.method == "HEAD" else pieces()
    response = make_response(body)
    response.headers["Content-Type"] = "application/gzip"
    name = f"luocdo-{generation.published_at:%Y%m%d}-{generation.number}.nq.gz"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return _dated(response, generation, tag)


def _dated(response: Response, generation: Generation, tag: str) -> Response:
    response.set_etag(tag)
    response.last_modified = generation.published_at
    return response


def sitemap() -> Response:
    """Answer with the addresses of all documents, or with a list of such lists."""
    total = int(side_index().rows(_COUNT)[0][0] or 0)
    if total <= PER_SITEMAP:
        return _sitemap(1)
    parts = range(1, -(-total // PER_SITEMAP) + 1)
    entries = "".join(
        f"<sitemap><loc>{escape(current_site().address)}sitemap-{part}.xml</loc></sitemap>\n"
        for part in parts
    )
    return _xml(f'<sitemapindex xmlns="{_SITEMAPS}">\n{entries}</sitemapindex>\n')


def sitemap_part(part: int) -> Response:
    """Answer with one of several sitemaps, counted from 1."""
    return _sitemap(part)


def _sitemap(part: int) -> Response:
    site = current_site()
    rows = side_index().rows(_DOCUMENTS, (PER_SITEMAP, (part - 1) * PER_SITEMAP))
    if not rows and part > 1:
        raise Problem(404, "not-found")
    day = site.reader.generation().published_at.date().isoformat()
    start = site.address.rstrip("/")
    entries = "".join(
        f"<url><loc>{escape(start + page_of(str(path).removeprefix('id/')))}</loc>"
        f"<lastmod>{day}</lastmod></url>\n"
        for (path,) in rows
    )
    return _xml(f'<urlset xmlns="{_SITEMAPS}">\n{entries}</urlset>\n')


def _xml(body: str) -> Response:
    response = make_response(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}')
    response.headers["Content-Type"] = "application/xml"
    return response


def robots() -> Response:
    """Answer what programs that wander may read: pages and data, no queries."""
    root = request.script_root
    lines = [
        "User-agent: *",
        *(f"Disallow: {root}/{name}" for name in ("sparql", "api/", "search")),
    ]
    lines.append(f"Sitemap: {current_site().address}sitemap.xml")
    response = make_response("\n".join(lines) + "\n")
    response.mimetype = "text/plain"
    return response


def context() -> Response:
    """Answer with the JSON-LD context of the vocabulary."""
    response = make_response(context_bytes())
    response.headers["Content-Type"] = JSON_LD
    return response


def vocabulary() -> str | Response:
    """Answer with the vocabulary: a list of its terms, or the whole where RDF is asked for."""
    chosen = read_wish(request).choose((HTML, *GRAPH_TYPES)) if _says_what() else GRAPH_TYPES[0]
    if chosen == HTML:
        terms = [
            (str(iri).rpartition("#")[2], label, label_en)
            for iri, label, label_en in side_index().rows(_VOCABULARY)
            if "#" in str(iri)
        ]
        return render_template("pages/publishing/vocabulary.html", terms=terms)
    return negotiated(vocabulary_bytes(chosen), chosen)


def _says_what() -> bool:
    wish = read_wish(request)
    return bool(wish.accept or wish.named)


def graph(path: str) -> Response:
    """Answer with a named graph of the public store; that of a document leads people to its page.

    Args:
        path: what follows `graph/` in its name.
    """
    iri = f"{current_site().base_iri}graph/{path}"
    wish = read_wish(request)
    if wish.wants_page and path.startswith("doc/"):
        page = addresses().page(addresses().iri(path.removeprefix("doc/"))) or ""
        response = make_response(redirect(page, HTTPStatus.SEE_OTHER))
        response.headers["Vary"] = "Accept"
        return response
    chosen = GRAPH_TYPES[0] if wish.wants_page else wish.choose(GRAPH_TYPES)
    return _graph(iri, chosen)


def _graph(iri: str, media_type: str) -> Response:
    reader = current_site().reader
    body = reader.graph(iri, media_type)
    if not reader.graph(iri, "application/n-triples"):
        raise Problem(404, "not-in-collection")
    return negotiated(body, media_type)


PAGE = Page(
    routes=(
        Route(rule="/health", endpoint="health", view=health),
        Route(rule="/dump.nq.gz", endpoint="dump", view=dump),
        Route(rule="/sitemap.xml", endpoint="sitemap", view=sitemap),
        Route(rule="/sitemap-<int:part>.xml", endpoint="sitemap_part", view=sitemap_part),
        Route(rule="/robots.txt", endpoint="robots", view=robots),
        Route(rule="/context.jsonld", endpoint="context", view=context),
        Route(rule="/ns", endpoint="vocabulary", view=vocabulary),
        Route(rule="/graph/<path:path>", endpoint="graph", view=graph),
    )
)

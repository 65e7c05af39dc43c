"""Find documents: by number in any spelling, by title, and by the words of their texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import json, make_response, redirect, render_template, request
from markupsafe import Markup

from queries.errors import StoreError
from queries.facets import count_facets
from queries.passages import find_passages, marked
from queries.search import Filters, documents_numbered, find_documents, find_names
from webui.facts.citations import words_of_others
from webui.facts.names import read_names
from webui.pages.route import Page, Route
from webui.site import addresses, current_site, language, side_index

if TYPE_CHECKING:
    from flask import Response as Answer
    from werkzeug.wrappers import Response

    from queries.facets import Facet
    from queries.index.reader import SideIndex
    from queries.passages import Hit, Passage
    from queries.search import Page as Found
    from webui.facts.names import Names

_SIZE: Final = 20
_BODIES: Final = 4
_SUGGESTED: Final = 8
_PREVIEW: Final = 3
_LONGEST: Final = 360  # code points of a passage that a list shows
_YEAR: Final = re.compile(r"[0-9]{4}")
_THINGS: Final = ("place", "issuer")
_BEFORE: Final = 60  # code points of it before the first word that was found
CHOSEN: Final = ("type", "issuer", "place", "year", "level", "force", "presence")
"""Filters by the name of their parameter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHit:
    """A document whose text holds the words, with passages in which they are marked."""

    document: str
    count: int
    snippets: tuple[Markup, ...]


def show() -> str | Response:
    """Answer with the documents found; straight to the document where its number is named."""
    words = request.args.get("q", "").strip()[:500]
    try:
        index = side_index()
    except StoreError:
        return _page(words, {}, ())
    filters = _filters()
    in_text = request.args.get("in") == "text"
    if words and filters == Filters() and not in_text:
        meant = documents_numbered(index, words)
        if len(meant) == 1 and (address := addresses().page(meant[0].iri)):
            return redirect(address, 302)
    return _in_texts(index, words, filters) if in_text else _in_titles(index, words, filters)


def _filters() -> Filters:
    """Return what the visitor narrows the list to."""
    year = request.args.get("year", "")
    year = year if _YEAR.fullmatch(year) else ""
    return Filters(
        type=request.args.get("type", ""),
        place=request.args.get("place", ""),
        issuer=request.args.get("issuer", ""),
        presence=request.args.get("presence", ""),
        since=f"{year}-01-01" if year else "",
        until=f"{year}-12-31" if year else "",
        force=request.args.get("force", ""),
        level=request.args.get("level", ""),
    )


def _number() -> int:
    return max(1, min(request.args.get("page", 1, type=int), 10_000))


def _in_titles(index: SideIndex, words: str, filters: Filters) -> str:
    """Return the documents found by number and title, with bodies and a look into the texts."""
    found: Found = find_documents(index, words, filters, number=_number(), size=_SIZE)
    facets = count_facets(index, words, filters)
    first = bool(words) and found.number == 1
    bodies = find_names(index, words, "agency", _BODIES) if first else ()
    look = find_passages(index, words, filters, size=_PREVIEW, shown=1) if first else None
    hits = look.hits if look else ()
    things = {row.iri for row in found.documents} | {hit.document.iri for hit in hits}
    names = _named(things | {body.iri for body in bodies}, facets)
    return _page(
        words,
        names,
        facets,
        found=[names[row.iri] for row in found.documents],
        told=words_of_others(index, [row.iri for row in found.documents if not row.title]),
        total=found.total,
        bodies=[body.iri for body in bodies],
        hits=[_text_hit(hit, words) for hit in hits],
        text_total=look.total if look else 0,
    )


def _in_texts(index: SideIndex, words: str, filters: Filters) -> str:
    """Return the documents whose texts hold the words, with the passages."""
    found = find_passages(index, words, filters, number=_number(), size=_SIZE)
    facets = count_facets(index, words, filters, in_text=True) if words else ()
    names = _named({hit.document.iri for hit in found.hits}, facets)
    hits = [_text_hit(hit, words) for hit in found.hits]
    return _page(words, names, facets, hits=hits, text_total=found.total, total=found.total)


def _named(things: set[str], facets: tuple[Facet, ...]) -> Names:
    """Return the names of things, and of places and bodies that can be chosen."""
    chosen = {c.value for f in facets if f.name in _THINGS for c in f.choices[:_SIZE]}
    given = {request.args.get(name, "") for name in _THINGS} - {""}
    return read_names(current_site().reader, things | chosen | given)


def _text_hit(hit: Hit, words: str) -> TextHit:
    """Return a document with its passages, the words of the search marked."""
    return TextHit(
        document=hit.document.iri,
        count=hit.count,
        snippets=tuple(_snippet(passage, words) for passage in hit.passages),
    )


def _snippet(passage: Passage, words: str) -> Markup:
    """Return a passage as escaped HTML with the words of a search marked, cut where it is long."""
    text = (current_site().reader.text(passage.sha256) or "")[passage.start : passage.end]
    spans = marked(text, words)
    first, last = _excerpt(text, spans[0][0] if spans else 0)
    pieces = [Markup("… ") if first else Markup("")]
    place = first
    for start, end in spans:
        if start >= place and end <= last:
            pieces += [Markup("{}<mark>{}</mark>").format(text[place:start], text[start:end])]
            place = end
    pieces.append(Markup("{}{}").format(text[place:last], " …" if last < len(text) else ""))
    return Markup("").join(pieces)


def _excerpt(text: str, hit: int) -> tuple[int, int]:
    """Return where to begin and end a piece of a passage round a hit: at whole words."""
    far = hit - _BEFORE
    first = text.find(" ", far, hit) + 1 or far if far > 0 else 0
    last = min(len(text), first + _LONGEST)
    cut = text.rfind(" ", hit, last) if last < len(text) else -1
    return first, cut if cut > hit else last


def _page(words: str, names: Names, facets: tuple[Facet, ...], **found: object) -> str:
    given = {name: value for name, value in request.args.items() if value and name != "lang"}
    shown = {
        "found": (),
        "told": {},
        "total": 0,
        "bodies": (),
        "hits": (),
        "text_total": 0,
        **found,
    }
    total = shown["total"]
    return render_template(
        "pages/search/template.html",
        query=words,
        names=names,
        facets=facets,
        given=given,
        chosen=CHOSEN,
        in_text=request.args.get("in") == "text",
        number=_number(),
        pages=max(1, -(-total // _SIZE)) if isinstance(total, int) else 1,
        facet_size=_SIZE,
        **shown,
    )


def suggest() -> Answer:
    """Answer with the first documents and bodies that typed words may mean, for the search box."""
    words = request.args.get("q", "").strip()[:200]
    entries: list[dict[str, str]] = []
    try:
        index = side_index()
    except StoreError:
        words = ""
    if words:
        found = find_documents(index, words, Filters(), size=_SUGGESTED).documents
        bodies = find_names(index, words, "agency", _BODIES // 2)
        iris = [*(row.iri for row in found), *(body.iri for body in bodies)]
        names = read_names(current_site().reader, iris)
        code = language().code
        entries = [
            {
                "label": names[iri].say(code),
                "about": names[iri].title,
                "address": addresses().page(iri) or "",
            }
            for iri in iris
        ]
    response = make_response(json.dumps(entries, ensure_ascii=False))
    response.mimetype = "application/json"
    response.vary.update(("Accept-Language", "Cookie"))
    return response


PAGE = Page(
    routes=(
        Route(rule="/search", endpoint="search", view=show),
        Route(rule="/search/suggestions", endpoint="suggestions", view=suggest),
    ),
    menu_key="menu.search",
)

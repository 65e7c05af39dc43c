"""Find documents: by number in any spelling, by title, by words without diacritics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flask import redirect, render_template, request

from queries.errors import StoreError
from queries.search import Filters, documents_numbered, find_documents
from webui.facts.names import read_names
from webui.facts.totals import Facets, facets
from webui.pages.route import Page, Route
from webui.site import addresses, current_site, side_index

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from queries.index.reader import SideIndex

_SIZE = 20
_YEAR = re.compile(r"[0-9]{4}")
_NO_FACETS = Facets(types=(), places=(), years=())


def show() -> str | Response:
    """Answer with the documents found; straight to the document where its number is named."""
    words = request.args.get("q", "").strip()
    try:
        index = side_index()
    except StoreError:
        return _empty(words)
    filters = _filters()
    if words and filters == Filters():
        meant = documents_numbered(index, words)
        if len(meant) == 1 and (address := addresses().page(meant[0].iri)):
            return redirect(address, 302)
    return _list(index, words, filters)


def _filters() -> Filters:
    year = request.args.get("year", "")
    year = year if _YEAR.fullmatch(year) else ""
    return Filters(
        type=request.args.get("type", ""),
        place=request.args.get("place", ""),
        presence=request.args.get("presence", ""),
        since=f"{year}-01-01" if year else "",
        until=f"{year}-12-31" if year else "",
    )


def _empty(words: str) -> str:
    return render_template(
        "pages/search/template.html",
        query=words,
        found=(),
        total=0,
        number=1,
        pages=1,
        facets=_NO_FACETS,
        names={},
    )


def _list(index: SideIndex, words: str, filters: Filters) -> str:
    number = max(1, min(request.args.get("page", 1, type=int), 10_000))
    found = find_documents(index, words, filters, number=number, size=_SIZE)
    choices = facets(index)
    names = read_names(
        current_site().reader,
        [*(row.iri for row in found.documents), *(place.value for place in choices.places)],
    )
    return render_template(
        "pages/search/template.html",
        query=words,
        found=[names[row.iri] for row in found.documents],
        total=found.total,
        number=number,
        pages=max(1, -(-found.total // _SIZE)),
        facets=choices,
        names=names,
    )


PAGE = Page(routes=(Route(rule="/search", endpoint="search", view=show),), menu_key="menu.search")

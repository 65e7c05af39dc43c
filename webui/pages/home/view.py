"""The first page: a search box, what the collection holds, the newest documents."""

from __future__ import annotations

from flask import render_template

from queries.errors import StoreError
from queries.search import Filters, find_documents
from webui.facts.names import read_names
from webui.facts.totals import assigned_bodies, citation_shares, cited_most, facets
from webui.pages.route import Page, Route
from webui.site import current_site, side_index

_LATEST = 8
_MOST = 8


def show() -> str:
    """Answer with the first page, also where nothing has been published yet."""
    try:
        index = side_index()
    except StoreError:
        return render_template("pages/home/template.html", counts=None)
    latest = find_documents(index, "", Filters(presence="fullText"), size=_LATEST)
    most = cited_most(index, _MOST)
    names = read_names(
        current_site().reader,
        [*(row.iri for row in latest.documents), *(entry.value for entry in most)],
    )
    return render_template(
        "pages/home/template.html",
        counts=index.counts(),
        bodies=len(assigned_bodies(index)),
        shares=citation_shares(index),
        latest=[names[row.iri] for row in latest.documents],
        most=most,
        names=names,
        types=facets(index).types,
        is_dumped=current_site().dump is not None,
    )


PAGE = Page(routes=(Route(rule="/", endpoint="home", view=show),), menu_key="menu.home")

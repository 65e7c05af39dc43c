"""Compare: centre and provinces, how soon they followed, figures they set, two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

from queries.errors import BadParameter, StoreError
from queries.search import resolve_document
from webui.facts.coverage import (
    central_documents,
    first_of,
    places_of,
    read_coverage,
    read_matrix,
    steps_from,
)
from webui.facts.names import read_names
from webui.facts.related import carrying_words
from webui.facts.targets import read_measures
from webui.labels import term_label
from webui.lagplot import lag_plot
from webui.pages.compare import two
from webui.pages.route import Page, Route
from webui.sheets import sheet
from webui.site import current_site, language, side_index

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response

    from queries.index.reader import SideIndex
    from webui.facts.coverage import CoverageRow
    from webui.facts.names import Names
    from webui.facts.related import CarryingWords

_ROWS = 15
_CHOICES = 40
_MEASURES = 40
_FACTS = 120
_POINTS = 200
_FIRST = 2
_CELLS = 250
"""Cells of the table up to which each shows two documents; one in a larger table."""


def show_coverage() -> str | Response:
    """Answer with the table of central documents and provinces; with one of them in detail."""
    try:
        index = side_index()
    except StoreError:
        return render_template("pages/compare/coverage.html", lines=(), places=(), names={})
    if words := request.args.get("doc", "").strip():
        return _one(index, words)
    lines = read_matrix(index, _ROWS)
    rows = [line.row for line in lines]
    places = places_of(rows)
    each = _FIRST if len(rows) * len(places) <= _CELLS else 1
    shown = {f.document for row in rows for facts in row.carried.values() for f in facts[:each]}
    things = {*places, *(row.document for row in rows), *shown}
    return render_template(
        "pages/compare/coverage.html",
        lines=lines,
        each=each,
        places=places,
        names=read_names(current_site().reader, things),
    )


def _one(index: SideIndex, words: str) -> str | Response:
    """Return the documents that carry out one central document, with the words that say so."""
    document, candidates = _meant(index, words)
    if not document:
        names = read_names(current_site().reader, candidates)
        return render_template(
            "pages/compare/coverage_one.html",
            row=None,
            words=words,
            candidates=candidates,
            names=names,
        )
    whole = read_coverage(index, document)
    is_file = request.args.get("format") == "csv"
    row = whole if is_file else first_of(whole, _FACTS, request.args.get("place", ""))
    steps = steps_from(index, document)
    quotes = {fact.document: carrying_words(index, fact.document, steps) for fact in row.all}
    things = {document, *row.carried, *(fact.document for fact in row.all)}
    things |= {quote.cited for quote in quotes.values() if quote}
    names = read_names(current_site().reader, things)
    if is_file:
        return _sheet(row, quotes, names)
    return render_template(
        "pages/compare/coverage_one.html",
        row=row,
        whole=whole,
        words=words,
        quotes=quotes,
        names=names,
    )


def _sheet(row: CoverageRow, quotes: Mapping[str, CarryingWords | None], names: Names) -> Response:
    """Return the documents that carry one out as a table to keep."""
    tongue = language()
    keys = ("search.place", "body.document", "compare.subject", "compare.day", "compare.days_after")
    more = ("lineage.depth", "lineage.relation", "lineage.quote", "compare.through", "document.iri")
    rows = []
    for fact in row.all:
        quote, name = quotes.get(fact.document), names[fact.document]
        rows.append((
            names[fact.place].say(tongue.code), name.say(tongue.code), name.title,
            fact.date, fact.days, fact.steps,
            term_label(quote.relation, tongue.code) if quote else "",
            quote.quote if quote else "",
            names[quote.cited].say(tongue.code) if quote and quote.cited != row.document else "",
            fact.document,
        ))  # fmt: skip
    return sheet("coverage", [tongue.say(key) for key in (*keys, *more)], rows)


def _meant(index: SideIndex, words: str) -> tuple[str, tuple[str, ...]]:
    """Return the document that is meant, or else those that may be."""
    asked = f"id/{words}" if words.startswith("vn/") else words
    try:
        return resolve_document(index, asked, base_iri=current_site().base_iri), ()
    except BadParameter as fault:
        return "", fault.candidates


def show_lag() -> str:
    """Answer with how long after a central document those of the provinces came."""
    try:
        index = side_index()
    except StoreError:
        return render_template("pages/compare/lag.html", row=None, choices=(), names={}, words="")
    choices = central_documents(index, _CHOICES)
    words = request.args.get("doc", "").strip()
    document, candidates = _meant(index, words) if words else ("", ())
    dated = (iri for iri in choices if (known := index.document(iri)) and known.date)
    document = document or ("" if words else next(dated, ""))
    whole: CoverageRow | None = read_coverage(index, document) if document else None
    row = first_of(whole, _POINTS) if whole else None
    things = {*choices, *candidates, *((document,) if document else ())}
    things |= {iri for fact in (row.all if row else ()) for iri in (fact.document, fact.place)}
    return render_template(
        "pages/compare/lag.html",
        row=row,
        total=len(whole.all) if whole else 0,
        plot=lag_plot(row.carried) if row else None,
        words=words,
        choices=choices,
        candidates=candidates,
        names=read_names(current_site().reader, things),
    )


def show_targets() -> str:
    """Answer with the figures that documents set, by measure and province."""
    words, place = request.args.get("q", "").strip(), request.args.get("place", "")
    reader = current_site().reader
    try:
        groups = read_measures(reader, words, place)
        everything = read_measures(reader, "", "")
    except StoreError:
        groups, everything = (), ()
    shown = groups[:_MEASURES]
    places = sorted({p for group in everything for p in group.places})
    things = {*places, *(t.document for group in shown for t in group.targets)}
    return render_template(
        "pages/compare/targets.html",
        groups=shown,
        total=len(groups),
        places=places,
        chosen=place,
        query_words=words,
        names=read_names(reader, things),
    )


PAGE = Page(
    routes=(
        Route(rule="/compare", endpoint="compare", view=show_coverage),
        Route(rule="/compare/lag", endpoint="compare_lag", view=show_lag),
        Route(rule="/compare/targets", endpoint="compare_targets", view=show_targets),
        Route(rule="/compare/two", endpoint="compare_two", view=two.show),
    ),
    menu_key="menu.compare",
)

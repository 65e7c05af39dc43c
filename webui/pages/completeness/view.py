"""Gaps: how complete the collection is, what to mend first, what to fetch next; each as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import render_template, request

from queries.errors import StoreError
from webui.facts.evidence import read_words
from webui.facts.fetch_next import read_wanted
from webui.facts.findings import SEVERITIES, read_rules
from webui.facts.names import read_names
from webui.pages.route import Page, Route
from webui.sheets import sheet
from webui.site import addresses, current_site, language, side_index
from webui.trend import trend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from queries.completeness import Completeness, Grouping
    from webui.facts.fetch_next import WantedFact
    from webui.facts.names import Names

_SHOWN: Final = 10
_PAGE: Final = 100
_FIRST: Final = 8
_SCORES: Final = 300
GROUPINGS: Final[tuple[Grouping, ...]] = ("document", "body", "place")
"""By what scores are told."""


def show() -> str | Response:
    """Answer with the whole at a glance, or with the list that a figure of it leads to."""
    if request.args.get("rule"):
        return _rules(request.args["rule"])
    if request.args.get("severity"):
        return _rules("")
    for grouping in GROUPINGS:
        if request.args.get("by") == grouping:
            return _scores(grouping)
    return _overview()


def _overview() -> str:
    source = current_site().completeness
    reader = current_site().reader
    try:
        groups = read_rules(reader, slice(0, 0))
        wanted = read_wanted(side_index())[:_FIRST]
    except StoreError:
        groups, wanted = (), ()
    whole = source.by("whole") if source else ()
    worst = {name: _told(source.by(name))[:_FIRST] if source else () for name in GROUPINGS}
    things = {w.document for w in wanted} | {w.told_by for w in wanted}
    things |= {_iri(each.of) for found in worst.values() for each in found}
    return render_template(
        "pages/completeness/overview.html",
        groups=groups,
        severities=SEVERITIES,
        wanted=wanted,
        whole=whole[0] if whole else None,
        worst=worst,
        line=trend(source.points() if source else ()),
        first=_FIRST,
        iri=_iri,
        names=read_names(reader, things - {""}) if things else {},
    )


def _told(found: tuple[Completeness, ...]) -> tuple[Completeness, ...]:
    """Return those that are of something known."""
    return tuple(each for each in found if each.of)


def _iri(of: str) -> str:
    """Return the IRI of what a score is of: documents are kept by their path."""
    if not of or "://" in of:
        return of
    return addresses().iri(of.removeprefix("id/"))


def _scores(grouping: Grouping) -> str:
    """Return all scores of documents, bodies or places, the lowest first."""
    source = current_site().completeness
    found = _told(source.by(grouping)) if source else ()
    shown = found[:_SCORES]
    names = read_names(current_site().reader, {_iri(each.of) for each in shown})
    return render_template(
        "pages/completeness/scores.html",
        grouping=grouping,
        scores=shown,
        total=len(found),
        iri=_iri,
        names=names,
    )


def _rules(code: str) -> str:
    """Return the findings; those of one rule in full where it is named."""
    reader = current_site().reader
    severity = request.args.get("severity", "")
    number = max(1, min(request.args.get("page", 1, type=int), 10_000))
    limit = _PAGE if code else _SHOWN
    part = slice((number - 1) * limit, number * limit) if code else slice(0, limit)
    try:
        groups = read_rules(reader, part, code=code, severity=severity)
    except StoreError:
        groups = ()
    pages = max((-(-group.size // limit) for group in groups), default=1) if code else 1
    shown = [finding for group in groups for finding in group.findings]
    named = {f.document for f in shown} | {f.focus for f in shown if not f.document}
    return render_template(
        "pages/completeness/rules.html",
        groups=groups,
        limit=limit,
        number=number,
        pages=pages,
        words=read_words(reader, (f.focus for f in shown if f.document)),
        severities=SEVERITIES,
        names=read_names(reader, named - {""}) if shown else {},
        code=code,
    )


def show_wanted() -> str | Response:
    """Answer with the documents to be fetched, as a page or as a table to keep."""
    try:
        wanted = read_wanted(side_index())
    except StoreError:
        wanted = ()
    if request.args.get("format") == "csv":
        return _wanted_sheet(wanted)
    number = max(1, min(request.args.get("page", 1, type=int), 10_000))
    shown = wanted[(number - 1) * _PAGE : number * _PAGE]
    return render_template(
        "pages/completeness/wanted.html",
        wanted=shown,
        names=_wanted_names(shown),
        total=len(wanted),
        number=number,
        pages=max(1, -(-len(wanted) // _PAGE)),
    )


def _wanted_names(wanted: Sequence[WantedFact]) -> Names:
    things = {w.document for w in wanted} | {w.told_by for w in wanted}
    return read_names(current_site().reader, things) if things else {}


def _wanted_sheet(wanted: Sequence[WantedFact]) -> Response:
    """Return all documents to be fetched as a table to keep."""
    names, tongue = _wanted_names(wanted), language()
    keys = ("completeness.document", "compare.subject", "completeness.cited_by")
    more = ("completeness.chains", "completeness.told_by", "lineage.quote", "document.iri")
    rows = (_row(w.document, w.cited_by, w.chains, w.told_by, w.quote, names) for w in wanted)
    return sheet("fetch-next", [tongue.say(key) for key in (*keys, *more)], rows)


def _row(
    document: str, cited_by: int, chains: int, told_by: str, quote: str, names: Names
) -> tuple[object, ...]:
    code = language().code
    name = names[document]
    return name.say(code), name.title, cited_by, chains, names[told_by].say(code), quote, document


PAGE = Page(
    routes=(
        Route(rule="/completeness", endpoint="completeness", view=show),
        Route(rule="/completeness/fetch-next", endpoint="fetch_next", view=show_wanted),
    ),
    menu_key="menu.completeness",
)

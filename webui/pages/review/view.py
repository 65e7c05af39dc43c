"""Review: what is open, what was decided, and one fact with the form that decides on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import make_response, redirect, render_template, request, url_for

from queries.errors import BadParameter
from queries.search import resolve_document, resolve_name
from queries.store.reviews import all_decisions
from webui.curators import check_form, curation, curator, form_token, require_curator
from webui.facts.asking import read_nodes
from webui.facts.citations import RELATIONS, read_citations
from webui.facts.evidence import first_words, read_evidence, read_words
from webui.facts.names import read_names
from webui.facts.obligations import read_obligations
from webui.facts.reviews import read_decisions, read_waiting
from webui.labels import local_name
from webui.pages.route import Page, Route
from webui.ports import Judgement
from webui.problems import Problem
from webui.sheets import sheet
from webui.site import addresses, current_site, side_index

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.wrappers import Response

    from webui.facts.asking import Node
    from webui.facts.citations import CitationFact
    from webui.facts.evidence import Words

_PART: Final = re.compile(r"/(?:cit|obl|ev)/.*")
_LDO: Final = "https://w3id.org/luocdo/ns#"
_TITLE: Final = "http://purl.org/dc/terms/title"
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "citation": ("citedWork", "relationType"),
    "assignment": ("assignee", "role"),
    "deadline": ("dueDate",),
    "document": ("title", "date", "signatory"),
    "other": (),
}
"""What may be corrected, by kind of node."""
_ROLES: Final = ("lead", "coordinating", "implementing", "monitoring")
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {"relationType": RELATIONS, "role": _ROLES}
"""What a property may say, where that is one of few terms."""
_PARTS: Final = (("/cit/", "citation"), ("/asg/", "assignment"), ("/due/", "deadline"))
_BODIES: Final = ("agency", "group", "post")
_PLACE: Final = re.compile(r"/(?:cit|obl|ev)/(\d+)-(\d+)")
_COLUMNS: Final = (
    *("document", "node", "start", "end", "quote"),
    *("verdict", "property", "new", "reason", "reviewer", "at"),
)
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One fact on the table.

    Args:
        iri: its node.
        document: whose text states it.
        kind: key of `FIELDS`.
        node: what is said of it.
        words: where it stands; None without evidence.
        citation: the citation, where it is one.
        bodies: those that the document gives tasks to, where the node is about one of them.
    """

    iri: str
    document: str
    kind: str
    node: Node
    words: Words | None
    citation: CitationFact | None
    bodies: tuple[str, ...] = ()


def show() -> str:
    """Answer with what is open and what was decided last."""
    curation()
    index, reader = side_index(), current_site().reader
    status = request.args.get("status", "ambiguous")
    if status not in {"ambiguous", "unresolved"}:
        raise Problem(400, "bad-request")
    waiting = read_waiting(index, status)
    decisions = read_decisions(reader)[:20]
    documents = {_document(iri) for iri in (*waiting.citations, *(d.node for d in decisions))}
    return render_template(
        "pages/review/list.html",
        status=status,
        waiting=waiting,
        words=read_words(reader, waiting.citations),
        document_of=_document,
        decisions=decisions,
        names=read_names(reader, [*documents, *(d.node for d in decisions)]),
        curator=curator(),
    )


def show_decisions() -> Response:
    """Answer with every decision as labelled data, the oldest first."""
    curation()
    rows = (
        (
            _document(each.node),
            each.node,
            *(place.groups() if (place := _PLACE.search(each.node)) else (None, None)),
            each.quote,
            each.verdict,
            local_name(each.term),
            each.value.value if each.value else None,
            each.reason,
            local_name(each.reviewer),
            each.at,
        )
        for each in all_decisions(current_site().reader)
    )
    return sheet("decisions", _COLUMNS, rows)


def show_one() -> Response:
    """Answer with one fact and the form."""
    curation()
    return _answer(_fact(request.args.get("node", "")), "", 200)


def decide() -> Response:
    """Keep what a curator decided, and show the fact as it now is.

    Raises:
        Problem: 403 for a visitor, 400 for a form of another site or without what it needs.
    """
    check_form()
    name = require_curator()
    fact = _fact(request.form.get("node", ""))
    verdict = request.form.get("verdict", "")
    field = request.form.get("field", "") if verdict == "correct" else ""
    reason = request.form.get("reason", "").strip()[:_LONGEST]
    if verdict != "accept" and not reason:
        return _answer(fact, "review.reason_missing", 400)
    term, value = _wanted(fact, field)
    if verdict == "correct" and not value:
        return _answer(fact, "review.value_unknown", 400)
    curation().decide(
        Judgement(
            node=fact.iri,
            verdict=verdict,
            reviewer=name,
            reason=reason,
            quote=fact.words.quote if fact.words else "",
            term=term,
            value=value,
        )
    )
    return redirect(url_for("review_one", node=fact.iri), 303)


def _wanted(fact: Reviewed, field: str) -> tuple[str, str]:
    """Return the property to correct and its new value; empty where they cannot be used."""
    if field not in FIELDS[fact.kind]:
        return "", ""
    words = request.form.get(f"value-{field}", "").strip()[:_LONGEST]
    if field == "citedWork":
        return f"{_LDO}citedWork", _meant(words)
    if field == "assignee":
        return f"{_LDO}assignee", _body(words)
    if field in _CHOICES:
        return f"{_LDO}{field}", f"{_LDO}{words}" if words in _CHOICES[field] else ""
    return (_TITLE if field == "title" else f"{_LDO}{field}"), words


def _meant(words: str) -> str:
    """Return the IRI of the one document that words mean; empty where none or several are meant."""
    try:
        return resolve_document(side_index(), words, base_iri=current_site().base_iri)
    except BadParameter:
        return ""


def _body(words: str) -> str:
    """Return the IRI of the one body, group or post that words mean; empty where there is none."""
    for kind in _BODIES:
        try:
            found = resolve_name(
                side_index(), words, kind, base_iri=current_site().base_iri, name="assignee"
            )
        except BadParameter:
            continue
        if read_names(current_site().reader, (found,))[found].kind == kind:
            return found
    return ""


def _fact(iri: str) -> Reviewed:
    """Return a fact of a stored text.

    Raises:
        Problem: 404 where nothing is said of it.
    """
    reader = current_site().reader
    if not iri.startswith(f"{current_site().base_iri}id/"):
        raise Problem(404, "not-found")
    node = read_nodes(reader, (iri,)).get(iri)
    if node is None:
        raise Problem(404, "not-found")
    document = _document(iri)
    citations = read_citations(reader, document) if "/cit/" in iri else ()
    named = next((kind for part, kind in _PARTS if part in iri), "other")
    kind = "document" if document == iri else named
    return Reviewed(
        iri=iri,
        document=document,
        kind=kind,
        node=node,
        words=first_words(node, read_evidence(reader, (node,))) if kind != "document" else None,
        citation=next((each for each in citations if each.iri == iri), None),
        bodies=_assigned(document) if kind == "assignment" else (),
    )


def _assigned(document: str) -> tuple[str, ...]:
    """Return the bodies that a document gives tasks to, to choose from."""
    tasks = read_obligations(current_site().reader, document)
    return tuple(sorted({part.assignee for task in tasks for part in task.assignments} - {""}))


def _answer(fact: Reviewed, problem: str, status: int) -> Response:
    reader = current_site().reader
    decisions = read_decisions(reader, fact.iri)
    citation = fact.citation
    said = [*fact.node.all("assignee"), *fact.bodies]
    named = [fact.document, *said, *(d.value.value for d in decisions if d.value)]
    if citation:
        named += [citation.cited, citation.citing, *(c.work for c in citation.candidates)]
    response = make_response(
        render_template(
            "pages/review/one.html",
            fact=fact,
            fields=FIELDS[fact.kind],
            choices=_CHOICES,
            decisions=decisions,
            local=local_name,
            names=read_names(reader, [iri for iri in named if iri.startswith("http")]),
            problem=problem,
            curator=curator(),
            token=form_token(),
            address=addresses().page(fact.iri),
        ),
        status,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _document(iri: str) -> str:
    return _PART.sub("", iri)


PAGE = Page(
    routes=(
        Route(rule="/review", endpoint="review", view=show),
        Route(rule="/review/decisions.csv", endpoint="decisions", view=show_decisions),
        Route(rule="/review/one", endpoint="review_one", view=show_one),
        Route(rule="/review/decide", endpoint="decide", view=decide, methods=("POST",)),
    )
)

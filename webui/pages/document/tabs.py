"""The tabs of a document: each reads what it shows and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

from webui.facts.citations import grouped, read_citations
from webui.facts.citations import things_of as cited_things
from webui.facts.evidence import read_words
from webui.facts.findings import by_rule, read_findings_of
from webui.facts.names import read_names
from webui.facts.related import DIRECTIONS, Portion, read_related
from webui.facts.related import things_of as related_things
from webui.facts.similar import read_similar
from webui.graphs import Grapher, Scope
from webui.marking import marked_text
from webui.pages.document.findings import fact_anchor, marks, read_document_findings
from webui.pages.document.references import reference_of
from webui.picture import picture
from webui.site import addresses, current_site, language, side_index

if TYPE_CHECKING:
    from webui.drawing import Drawing
    from webui.pages.document.frame import Frame

_NEAR = Scope(up=1, down=1, limit=9)
_SOME = 12
_MANY = 100
_FOUND = 50
_OPEN = ("ambiguous", "unresolved")


def text_tab(frame: Frame) -> str:
    """Return the tab of the text, with the findings beside it."""
    document = frame.document
    found = read_document_findings(document)
    text = marked_text(document.text or "", marks(document, found, language()))
    return render_template(
        "pages/document/text.html",
        frame=frame,
        document=document,
        found=found,
        names=found.names,
        numbers=found.numbers(),
        text=text,
        anchor=fact_anchor,
    )


def relations_tab(frame: Frame) -> str:
    """Return the tab of relations: all groups, or one of them page by page."""
    document = frame.document
    reader = current_site().reader
    portion = _portion()
    groups = read_related(side_index(), document.iri, portion)
    whole = not portion.relation
    open_ones = [c for c in read_citations(reader, document.iri) if c.status in _OPEN]
    open_groups = grouped(open_ones) if whole and document.text else ()
    drawing = _drawing(document.iri)
    values = {v for s in document.statements for v in s.values if addresses().path(v)}
    things = related_things(groups) | cited_things(open_ones) | values
    return render_template(
        "pages/document/relations.html",
        frame=frame,
        document=document,
        names=frame.names | read_names(reader, things),
        groups=groups,
        open_groups=open_groups,
        portion=portion,
        drawing=drawing,
        picture=picture(drawing),
    )


def _portion() -> Portion:
    """Return which part of the relations the visitor asked for."""
    direction = request.args.get("way", "")
    relation = request.args.get("relation", "")
    number = max(1, min(request.args.get("page", 1, type=int), 10_000))
    if direction not in DIRECTIONS or not relation.isalpha():
        return Portion(size=_SOME)
    return Portion(start=(number - 1) * _MANY, size=_MANY, relation=relation, direction=direction)


def _drawing(document: str) -> Drawing:
    """Return the small graph of what stands next to a document."""
    grapher = Grapher(
        reader=current_site().reader,
        index=side_index(),
        addresses=addresses(),
        language=language(),
    )
    return grapher.graph(document, _NEAR).drawing


def obligations_tab(frame: Frame) -> str:
    """Return the tab of tasks as a table."""
    found = read_document_findings(frame.document)
    return render_template(
        "pages/document/obligations.html",
        frame=frame,
        document=frame.document,
        found=found,
        names=found.names,
        numbers=found.numbers(),
    )


def completeness_tab(frame: Frame) -> str:
    """Return the tab of what the last check found in the document."""
    reader = current_site().reader
    groups = by_rule(read_findings_of(reader, frame.document.iri))
    index = side_index()
    rows = index.rows(
        "SELECT status, COUNT(*) FROM citations WHERE document = ? GROUP BY 1 ORDER BY 2 DESC",
        (frame.document.iri,),
    )
    return render_template(
        "pages/document/completeness.html",
        frame=frame,
        groups=groups,
        limit=_FOUND,
        words=read_words(reader, (f.focus for group in groups for f in group.findings[:_FOUND])),
        names=frame.names,
        statuses=[(str(status), int(count or 0)) for status, count in rows],
    )


def similar_tab(frame: Frame) -> str:
    """Return the tab of passages that near documents share."""
    document = frame.document
    reader = current_site().reader
    found = read_similar(reader, side_index(), document.iri, document.text or "")
    names = read_names(reader, {fact.document for fact in found.found})
    return render_template(
        "pages/document/similar.html", frame=frame, similar=found, names=frame.names | names
    )


def data_tab(frame: Frame) -> str:
    """Return the tab of data: how to cite, and files to download."""
    return render_template(
        "pages/document/data.html",
        frame=frame,
        document=frame.document,
        names=frame.names,
        reference=reference_of(frame),
    )

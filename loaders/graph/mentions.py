"""Citations read back from a raw graph, to be resolved again when the collection has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF

from loaders.records import Citation, CitationForm, PartialDate, Span, Status
from ontology.namespaces import LDO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef
    from rdflib.term import Node

    from loaders.graph.statements import Statements

SPAN = re.compile(r"/cit/(?P<start>\d+)-(?P<end>\d+)(?:/\d+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One citation of a raw graph.

    Args:
        node: its IRI.
        status: how the registers alone resolved it.
        citation: its parts, as far as the graph keeps them.
        candidates: those that the registers gave, best first.
    """

    node: Node
    status: Status
    citation: Citation
    candidates: tuple[tuple[Node, float], ...]


def mentions(raw: Statements) -> Iterator[Mention]:
    """Give the citations of a raw graph in the order of their place."""
    for place, node in enumerate(sorted(raw.subjects(RDF.type, LDO.Citation), key=str)):
        status = Status(_local(raw.value(node, LDO.status)))
        yield Mention(
            node=node,
            status=status,
            citation=_citation(raw, node, place),
            candidates=tuple(_candidates(raw, node)),
        )


def _candidates(raw: Statements, node: Node) -> Iterator[tuple[Node, float]]:
    head = raw.value(node, LDO.candidates)
    for entry in raw.items(head) if head is not None else ():
        work = raw.value(entry, LDO.work)
        if work is not None:
            yield work, float(str(raw.value(entry, LDO.score)))


def _citation(raw: Statements, node: Node, place: int) -> Citation:
    found = SPAN.search(str(node))
    start, end = (int(found["start"]), int(found["end"])) if found else (0, 0)
    form = CitationForm(_local(raw.value(node, LDO.form)))
    number = _text(raw, node, LDO.citedNumber)
    whole = form in {CitationForm.FULL, CitationForm.LISTED}
    return Citation(
        index=place,
        span=Span(start=start, end=end),
        printed=_text(raw, node, LDO.printed) or "",
        form=form,
        document_type=_text(raw, node, LDO.citedType),
        number=number if whole else None,
        short_number=None if whole else number,
        issuer=_text(raw, node, LDO.citedIssuer),
        issued_on=_date(_text(raw, node, LDO.citedDate)),
        term=_text(raw, node, LDO.citedTerm),
        title=_text(raw, node, LDO.citedTitle),
    )


def _local(node: Node | None) -> str:
    return str(node).rpartition("#")[2]


def _text(raw: Statements, node: Node, term: URIRef) -> str | None:
    value = raw.value(node, term)
    return None if value is None else str(value)


def _date(written: str | None) -> PartialDate | None:
    if written is None:
        return None
    year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    return PartialDate(year=year, month=month or None, day=day or None)

"""Records as the JSON objects of the extract, one a document, for scorers and other programs.

Source: the annotation guide of the project. Anaphoric citations and bare mentions are in
the graph only.
"""

from __future__ import annotations

from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaders.records import (
    Assignment,
    Citation,
    CitationForm,
    Deadline,
    ExtractedDocument,
    Metadata,
    Obligation,
    PartialDate,
    Reading,
    Relation,
    Role,
    Target,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Json = dict[str, object]

RELATION_NAMES: Mapping[str, str] = MappingProxyType({"basedOn": "based_on"})
"""Names of relations that differ between the graph and the extract."""

COMPARISONS: Mapping[str, str] = MappingProxyType(
    {"ge": ">=", "gt": ">", "le": "<=", "lt": "<", "eq": "="}
)
DIRECTIONS: Mapping[str, str] = MappingProxyType({"decrease": "down", "increase": "up"})


def as_json(document: ExtractedDocument) -> Json:
    """Return what was read of a document as one JSON object.

    Offsets count code points of the text as read; `doc` is the stem of the file's name.
    """
    text = document.source.text
    kept = [c for c in document.citations if c.form is not CitationForm.ANAPHORIC]
    places = {citation.index: place for place, citation in enumerate(kept)}
    targets = {found.citation: found.target for found in document.resolutions}
    return {
        "doc": PurePath(document.name).stem,
        "metadata": _metadata(document.metadata),
        "citations": [_citation(c, text, targets.get(c.index)) for c in kept],
        "relations": list(_relations(document.relations, places)),
        "tasks": [_task(duty, text) for duty in document.obligations],
    }


def _metadata(metadata: Metadata) -> Json:
    issued_on = metadata.issued_on.value.iso() if metadata.issued_on else None
    return {
        "doc_type": _value(metadata.type_name),
        "number": _value(metadata.number),
        "issuer": _value(metadata.issuing_body),
        "province": _value(metadata.province),
        "date": issued_on,
        "title": _value(metadata.title),
        "signer": _value(metadata.signer),
        "urgency": _value(metadata.urgency),
        "addressees": [entry.value for entry in metadata.addressees],
        "recipients": [entry.value for entry in metadata.recipients],
    }


def _value(reading: Reading[str] | None) -> str | None:
    return reading.value if reading else None


def _citation(citation: Citation, text: str, target: str | None) -> Json:
    entry: Json = {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": text[citation.span.start : citation.span.end],
        "type": citation.type_name,
        "number": citation.number,
        "issuer": citation.issuer,
        "term": citation.term,
        "date": _iso(citation.issued_on),
        "title": citation.title,
        "form": "full" if citation.form is CitationForm.LISTED else citation.form.value,
        "id": target,
    }
    if citation.short_number:
        entry["short_number"] = citation.short_number
    return entry


def _iso(date: PartialDate | None) -> str | None:
    return date.iso() if date else None


def _relations(relations: Iterable[Relation], places: Mapping[int, int]) -> Iterable[Json]:
    """Give the relations between citations that the extract prints."""
    for relation in relations:
        source = "self" if relation.source is None else places.get(relation.source)
        target = places.get(relation.target)
        if source is None or target is None or relation.kind == "mentions":
            continue
        kind = RELATION_NAMES.get(relation.kind, relation.kind)
        yield {"source": source, "type": kind, "target": target}


def _task(duty: Obligation, text: str) -> Json:
    reports = [body for report in duty.reports for body in report.reports_to]
    return {
        "section": duty.label,
        "start": duty.span.start,
        "end": duty.span.end,
        "text": text[duty.span.start : duty.span.end],
        "assignees": [_assignee(assignment) for assignment in duty.assignments],
        "deadlines": [_deadline(d) for d in duty.deadlines if not d.inherited],
        "report_to": reports,
        "targets": [_target(target) for target in duty.targets],
    }


def _assignee(assignment: Assignment) -> Json:
    named = assignment.role in {Role.LEAD, Role.COORDINATING}
    return {
        "agency": assignment.agency,
        "role": assignment.role.value if named else "responsible",
    }


def _deadline(deadline: Deadline) -> Json:
    return {"text": deadline.printed, "iso": deadline.recurrence or deadline.iso}


def _target(target: Target) -> Json:
    entry: Json = {"text": target.printed, "unit": target.unit}
    direction = DIRECTIONS.get(target.direction)
    if target.value is None or target.comparison is None:
        return entry | {"op": direction, "value": None}
    whole = target.value.is_integer()
    entry |= {
        "op": COMPARISONS[target.comparison],
        "value": int(target.value) if whole else target.value,
    }
    return entry | ({"measure": direction} if direction else {})

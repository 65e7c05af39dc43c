"""What the site shows of a document before it is stored: records of reading as those of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.ports import ReadCitation, ReadPart, ReadTask, UploadReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.records import Citation, ExtractedDocument, Metadata, Obligation, Reading, Span


def preview(document: ExtractedDocument, base: str) -> UploadReading:
    """Return what was read of a document; it has no token yet.

    Args:
        document: as the registers alone resolve it.
        base: base of IRIs, with its final slash.
    """
    return UploadReading(
        token="",
        name=document.name,
        document=f"{base}{document.path}",
        text=document.source.text,
        fields=tuple(_fields(document.metadata)),
        citations=tuple(_citation(document, each, base) for each in document.citations),
        tasks=tuple(_task(each) for each in document.obligations),
    )


def _fields(said: Metadata) -> Iterator[ReadPart]:
    """Give what was read about the document as a whole."""
    words: tuple[tuple[str, Reading[str] | None], ...] = (
        ("type", said.type_name),
        ("number", said.number),
        ("issuer", said.issuing_body),
        ("title", said.title),
        ("signer", said.signer),
    )
    yield from (_part(kind, read.value, read.span) for kind, read in words if read)
    if said.issued_on:
        yield _part("date", said.issued_on.value.iso(), said.issued_on.span)


def _part(kind: str, value: str, span: Span | None, note: str = "") -> ReadPart:
    start, end = (span.start, span.end) if span else (0, 0)
    return ReadPart(kind=kind, value=value, start=start, end=end, note=note)


def _citation(document: ExtractedDocument, citation: Citation, base: str) -> ReadCitation:
    """Return a citation with what the document itself does to what it cites."""
    said = [r.kind for r in document.relations if r.target == citation.index and r.source is None]
    resolution = document.resolutions[citation.index]
    return ReadCitation(
        start=citation.span.start,
        end=citation.span.end,
        relation=said[0] if said else "mentions",
        status=resolution.status.value,
        target=f"{base}{resolution.target}" if resolution.target else "",
    )


def _task(task: Obligation) -> ReadTask:
    bodies = (_part("body", a.agency, a.span, a.role.value) for a in task.assignments)
    days = (_part("deadline", d.printed, d.span, d.due or "") for d in task.deadlines)
    goals = (_part("target", t.printed, t.span) for t in task.targets)
    return ReadTask(
        start=task.span.start,
        end=task.span.end,
        summary=task.summary,
        parts=(*bodies, *days, *goals),
    )

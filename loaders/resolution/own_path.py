"""The path of a paper itself, from what it says of itself.

Where number, date, series or province is missing, the path is made of the text: it gives way to
the real one once a reviewer names it (ontology.md, section 5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.grammar.numbers import numbers_of
from loaders.records import Citation, CitationForm, Span
from loaders.resolution.numbered import paths_of, read_numbered
from loaders.resolution.series import series_of
from loaders.resolution.similarity import same_subject
from ontology.identifiers import headless_path, is_headless, tidy_number
from ontology.registry import number_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.records import Metadata, Reading, Resolution
    from loaders.resolution.agencies import AgencyNames
    from loaders.resolution.numbered import Numbered
    from loaders.resolution.standpoint import Standpoint
    from ontology.registry import Registry


def own_document_path(metadata: Metadata, text: str, stand: Standpoint, names: AgencyNames) -> str:
    """Return the path of the paper that is read.

    Args:
        metadata: what it says of itself.
        text: the text as read, before repairs, which names it where its number does not.
        stand: where it stands.
        names: resolver of names of bodies.
    """
    paths = _paths(metadata, stand, names) if metadata.number is not None else []
    return paths[0] if len(paths) == 1 else headless_path(text)


def path_as_cited(
    path: str,
    metadata: Metadata,
    citations: Sequence[Citation],
    resolutions: Sequence[Resolution],
) -> str:
    """Return the path of a paper without a date that speaks of itself with number and date.

    Prints for readers name the paper before its text, where the heading is left out.

    Args:
        path: made by `own_document_path`.
        metadata: what the paper says of itself.
        citations: of the paper, in order.
        resolutions: one a citation.
    """
    if metadata.number is None or metadata.issued_on is not None or not is_headless(path):
        return path
    key = number_key(tidy_number(metadata.number.value))
    targets = {
        resolution.target
        for citation, resolution in zip(citations, resolutions, strict=True)
        if citation.number and number_key(tidy_number(citation.number)) == key
        if resolution.target
    }
    return targets.pop() if len(targets) == 1 else path


def _paths(metadata: Metadata, stand: Standpoint, names: AgencyNames) -> list[str]:
    """Return the paths that the paper's number may have; several on days of change."""
    read = read_numbered(_as_citation(metadata, stand.registry), stand)
    if read is None or read.kind is None:
        return []
    issuer = _value(metadata.issuing_body)
    written = metadata.issued_on.value if metadata.issued_on else None
    reading = series_of(read.number, issuer, written, stand, names)
    made = [path for series in reading.options for path in paths_of(read, series, stand)]
    return made or _known(read, stand)


def _known(read: Numbered, stand: Standpoint) -> list[str]:
    """Return the known documents with this number and subject, for a paper without its date."""
    title = read.citation.title or ""
    rows = stand.registry.documents_numbered(read.number.key) if title else ()
    return [row.path for row in rows if same_subject(title, row.title)]


def _repaired(number: str | None, registry: Registry) -> str | None:
    """Return a number with the signs that its print lost, where the grammar reads it whole."""
    reading = numbers_of(registry).read(number, 0) if number else None
    whole = reading is not None and number is not None and reading.span.end == len(number)
    return reading.number if whole and reading is not None else number


def _as_citation(metadata: Metadata, registry: Registry) -> Citation:
    """Return the paper's own heading as a mention of it."""
    return Citation(
        index=0,
        span=Span(start=0, end=0),
        printed="",
        form=CitationForm.FULL,
        document_type=_value(metadata.document_type),
        number=_repaired(_value(metadata.number), registry),
        issuer=_value(metadata.issuing_body),
        issued_on=metadata.issued_on.value if metadata.issued_on else None,
        title=_value(metadata.title),
    )


def _value(reading: Reading[str] | None) -> str | None:
    """Return the value of a reading, where there is one."""
    return reading.value if reading is not None else None

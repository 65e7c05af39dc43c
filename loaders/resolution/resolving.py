"""All mentions of one paper resolved against the registers: documents, bodies, the paper itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.resolution.agencies import AgencyNames
from loaders.resolution.documents import Documents
from loaders.resolution.own_path import own_document_path, path_as_cited
from loaders.resolution.paper import OwnPaper
from loaders.resolution.standpoint import standpoint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.records import (
        AgencyResolution,
        Citation,
        Metadata,
        NormalisedText,
        Obligation,
        Resolution,
    )
    from ontology.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What the mentions of a paper mean.

    Args:
        path: of the paper itself.
        documents: one a citation, in their order.
        agencies: one a distinct printed name among issuers, addressees, assignees and recipients
            of reports.
    """

    path: str
    documents: tuple[Resolution, ...]
    agencies: tuple[AgencyResolution, ...]


_RESOLVERS: dict[str, tuple[AgencyNames, Documents]] = {}


def _resolvers(registry: Registry) -> tuple[AgencyNames, Documents]:
    """Return the resolvers of the registers, whose indexes are made once for tables of one hash."""
    if registry.sha256 not in _RESOLVERS:
        names = AgencyNames(registry)
        _RESOLVERS[registry.sha256] = names, Documents(registry, names)
    return _RESOLVERS[registry.sha256]


def resolve(
    text: NormalisedText,
    metadata: Metadata,
    citations: Sequence[Citation],
    obligations: Sequence[Obligation],
    registry: Registry,
) -> Resolved:
    """Return what the mentions of a paper mean, resolved against the registers alone.

    Args:
        text: the words that the spans of the citations count in, and the text as read.
        metadata: what the paper says of itself.
        citations: in order of their start.
        obligations: whose assignees and recipients are resolved too.
        registry: the registers.
    """
    names, documents = _resolvers(registry)
    stand = standpoint(metadata, registry)
    printed = dict.fromkeys(_names(metadata, citations, obligations))
    path = own_document_path(metadata, text.source, stand, names)
    own = OwnPaper(path=path, title=metadata.title.value if metadata.title else "")
    resolved = documents.resolve(citations, text.text, stand, own)
    return Resolved(
        path=path_as_cited(path, metadata, citations, resolved),
        documents=resolved,
        agencies=tuple(names.resolve(name, stand) for name in printed),
    )


def _names(
    metadata: Metadata, citations: Sequence[Citation], obligations: Sequence[Obligation]
) -> Iterator[str]:
    """Give the printed names of bodies, in the order of the flow."""
    for reading in (metadata.issuing_body, metadata.decided_by, *metadata.co_issuers):
        if reading is not None:
            yield reading.value
    yield from (reading.value for reading in (*metadata.addressees, *metadata.recipients))
    yield from (citation.issuer for citation in citations if citation.issuer)
    for duty in obligations:
        yield from (assignment.agency for assignment in duty.assignments)
        for report in duty.reports:
            yield from report.reports_to
            yield from (report.via,) if report.via else ()

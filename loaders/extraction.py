"""Steps 1 to 9 for one file: from its bytes to everything that was read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders import citations, metadata, obligations, readers, relations, segments
from loaders.anchoring import anchor
from loaders.errors import SecretDocument
from loaders.listing import read_listed
from loaders.normalisation.normaliser import normalise
from loaders.records import ExtractedDocument
from loaders.resolution import resolve
from loaders.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.readers import Limits
    from loaders.records import Metadata, Run, SourceFile, SourceText
    from ontology.registry import Registry


def extract(
    file: SourceFile,
    registry: Registry,
    limits: Limits,
    run: Run | None = None,
    read: Callable[[SourceFile, Limits], SourceText] = readers.read,
) -> ExtractedDocument:
    """Return everything that is read of a file: the same bytes and registers give the same record.

    Args:
        file: name, media type and bytes.
        registry: the registers.
        limits: how much of a file is read.
        run: what makes the record, where it enters a graph.
        read: reads the words; the roof hands in a reader that runs in a process apart.

    Raises:
        DocumentError: the file cannot be read.
    """
    source = read(file, limits)
    text = normalise(source.text)
    sections = segments.segment(text)
    printed = metadata.read_metadata(text, sections, registry)
    said, differences = metadata.complete(printed, source.page_facts, registry)
    cited = citations.find(text, sections, said, registry)
    related = relations.classify(text, sections, said, cited)
    duties = obligations.find(text, sections, said, cited)
    resolved = resolve(text, said, cited, duties, registry)
    return ExtractedDocument(
        source=source,
        name=file.name,
        path=resolved.path,
        sections=anchor(sections, text),
        metadata=weigh(anchor(said, text), source),
        citations=weigh(anchor(cited, text), source),
        relations=anchor(related, text),
        obligations=weigh(anchor(duties, text), source),
        resolutions=resolved.documents,
        agencies=resolved.agencies,
        remarks=(*source.remarks, *anchor(differences, text)),
        listed=read_listed(source.page_relations, said, registry),
        run=run,
    )


def refuse_secret(metadata: Metadata, name: str) -> None:
    """Refuse a document that bears a stamp of secrecy.

    Raises:
        SecretDocument: it does.

    Source: Law 29/2018/QH14 on the protection of State secrets, Article 8 (degrees of secrecy).
    """
    if metadata.secrecy:
        raise SecretDocument(
            "secret-document",
            f"{name} is stamped {metadata.secrecy.value}.",
            "Documents with a stamp of secrecy are loaded only where the settings allow it.",
        )

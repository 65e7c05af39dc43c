"""The documents that the site of a saved page lists beside the text, read as citations.

Source: contract of the graph, section 4, imported labels; their basis is metadata.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders import citations
from loaders.grammar.dates import read_date
from loaders.normalisation.normaliser import normalise
from loaders.records import CitationForm, ListedDocument, Section, SectionKind, Span
from loaders.resolution import resolve

if TYPE_CHECKING:
    from loaders.records import Citation, Metadata, NormalisedText
    from loaders.source_text import PageRelation
    from ontology.registry import Registry


def read_listed(
    entries: tuple[PageRelation, ...], said: Metadata, registry: Registry
) -> tuple[ListedDocument, ...]:
    """Return the entries whose first words name a document, each once a relation.

    Args:
        entries: what the page lists.
        said: what the document says of itself; an entry that names it is none.
        registry: the registers.
    """
    found: dict[tuple[str, bool, str], ListedDocument] = {}
    for entry in entries:
        text = normalise(entry.words)
        named = _named(text, said, registry)
        if named is None:
            continue
        resolution = resolve(text, said, (named,), (), registry).documents[0]
        means = resolution.target or named.printed
        found.setdefault(
            (entry.kind, entry.towards, means),
            ListedDocument(entry=entry, citation=named, resolution=resolution),
        )
    return tuple(found.values())


def _named(text: NormalisedText, said: Metadata, registry: Registry) -> Citation | None:
    """Return the document that the first words of an entry name.

    Sites print "Chỉ thị 12/CT-TTg năm 2019 về ...": the year after the number counts as its date.
    """
    whole = Section(index=0, kind=SectionKind.PARAGRAPH, span=Span(start=0, end=len(text.text)))
    for citation in citations.find(text, (whole,), said, registry):
        if citation.span.start == 0 and citation.form is not CitationForm.ANAPHORIC:
            year = read_date(text.text, citation.span.end + 1)
            day = citation.issued_on or (year.value if year else None)
            return replace(citation, index=0, within=None, range_end=None, issued_on=day)
    return None

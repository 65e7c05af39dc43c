"""What is known of documents that a draft cites: by the registers, and by a store where one is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from ontology.identifiers import parse_path
from ontology.namespaces import iri, path_of
from ontology.registry import number_key
from ontology.registry_rows import KnownDocument
from queries.errors import StoreError
from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ontology.registry import Registry

_DESCRIBED: Final = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT ?number ?title ?day ?from ?until WHERE {{
  <{document}> ldo:presence ldo:fullText .
  OPTIONAL {{ <{document}> ldo:printedNumber ?number }}
  OPTIONAL {{ <{document}> dcterms:title ?title }}
  OPTIONAL {{ <{document}> ldo:date ?day }}
  OPTIONAL {{ <{document}> ldo:effectiveFrom ?from }}
  OPTIONAL {{ <{document}> ldo:effectiveUntil ?until }}
}} LIMIT 1
"""
_ENDING: Final = """
PREFIX ldo: <https://w3id.org/luocdo/ns#>
SELECT ?by ?day WHERE {{
  {{ ?by ldo:replaces <{document}> }} UNION {{ ?by ldo:repeals <{document}> }}
  ?by ldo:date ?day ; ldo:presence ldo:fullText .
}} ORDER BY ?day ?by LIMIT 1
"""
_SCOPE_PARTS: Final = 2
"""How many of running number, symbol and year two prints of one number share at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPapers:
    """The registers, and a store beside them.

    Args:
        registry: the registers.
        reader: the store; None where there is none.
        base: setting `base_iri`.
    """

    registry: Registry
    reader: FolderReader | None = None
    base: str = ""

    @classmethod
    def beside(cls, registry: Registry, store: Path, base: str) -> KnownPapers:
        """Return the registers with a store, or by themselves where nothing is published there."""
        reader = FolderReader(store)
        try:
            reader.generation()
        except StoreError:
            return cls(registry=registry)
        return cls(registry=registry, reader=reader, base=base)

    def document(self, path: str) -> KnownDocument | None:
        """Return what is known of the document of a path; None for nothing.

        The registers speak first; the store adds its own documents, and which of them ended one.
        """
        known = self.registry.document(path) or self._stored(path)
        ending = self._ending(path) if known and not known.replaced_by else None
        return replace(known, replaced_by=ending) if known and ending else known

    def same_number(self, number: str, path: str) -> Iterator[KnownDocument]:
        """Give the known documents of a number in the series of a path, whatever their year."""
        series = parse_path(path).series
        for known in self.registry.documents_numbered(number_key(number)):
            if known.path != path and parse_path(known.path).series == series:
                yield known

    def titled(self, title: str, number: str) -> Iterator[KnownDocument]:
        """Give the known documents of exactly a title whose number is nearly a printed one."""
        for known in self.registry.documents_titled(title):
            if known.number and _nearly_one(known.number, number):
                yield known

    def _stored(self, path: str) -> KnownDocument | None:
        """Return what the store says of a document whose text it holds."""
        for row in self._rows(_DESCRIBED, path):
            number, title, issued, start, until = row
            return KnownDocument(
                path=path,
                type_code="",
                number=number,
                issuer="",
                issued_on=_day(issued),
                title=title,
                status="unknown",
                certainty="A",
                replaced_by="",
                continues="",
                implements="",
                valid_from=_day(start),
                valid_to=_day(until),
            )
        return None

    def _ending(self, path: str) -> str:
        """Return the path of the stored document that replaced or repealed one first."""
        return next((path_of(self.base, row[0]) for row in self._rows(_ENDING, path)), "")

    def _rows(self, query: str, path: str) -> Iterator[list[str]]:
        if self.reader is not None:
            asked = query.format(document=iri(self.base, path))
            for row in self.reader.select(asked).rows:
                yield [term.value if term else "" for term in row]


def _day(words: str) -> date | None:
    """Return a whole day; None for less."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _nearly_one(one: str, other: str) -> bool:
    """Tell whether two numbers differ in one of their parts: a digit, a year or the symbol."""
    left, right = one.casefold().split("/"), other.casefold().split("/")
    if len(left) != len(right) or len(left) <= _SCOPE_PARTS:
        return False
    return sum(a.lstrip("0") == b.lstrip("0") for a, b in zip(left, right, strict=True)) >= (
        _SCOPE_PARTS
    )

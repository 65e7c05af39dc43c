"""The statements of one graph by subject and predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from queries.index.relations import STRENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LDO: Final = "https://w3id.org/luocdo/ns#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
ORG: Final = "http://www.w3.org/ns/org#"
OA: Final = "http://www.w3.org/ns/oa#"
DCTERMS: Final = "http://purl.org/dc/terms/"
RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_RELATIONS: Final = {LDO + name: name for name in STRENGTH}


Statement = tuple[str, str, str, str]
"""Subject, predicate, object as words, and the language of the object or nothing."""


class TripleSource(Protocol):
    """A store whose graphs can be gone through."""

    def triples(self, graph: str) -> Iterator[Statement]:
        """Go through the triples of a named graph."""

    def graphs(self) -> Iterator[str]:
        """Go through the names of the named graphs."""


Row = tuple[str | int | None, ...]


class Nodes:
    """The triples of a graph by subject and predicate.

    Args:
        triples: the statements of the graph.
    """

    def __init__(self, triples: Iterable[Statement]) -> None:
        self._of: dict[str, dict[str, list[tuple[str, str]]]] = {}
        for subject, predicate, value, language in triples:
            about = self._of.setdefault(subject, {})
            about.setdefault(predicate, []).append((value, language))

    def subjects(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Go through the subjects with the local names of their classes of ours."""
        for subject, about in self._of.items():
            yield subject, frozenset(local_name(value) for value, _ in about.get(RDF_TYPE, ()))

    def described(self) -> Iterator[tuple[str, Mapping[str, list[tuple[str, str]]]]]:
        """Go through the subjects with all that is said of each: words and language of objects."""
        yield from self._of.items()

    def all(self, subject: str, predicate: str) -> list[str]:
        """Return all objects as words."""
        return [value for value, _ in self._of.get(subject, {}).get(predicate, ())]

    def first(self, subject: str, predicate: str) -> str | None:
        """Return the least object as words, or None: the same each time."""
        return min(self.all(subject, predicate), default=None)

    def in_language(self, subject: str, predicate: str, language: str) -> str | None:
        """Return the least object in a language, or None."""
        found = self._of.get(subject, {}).get(predicate, ())
        return min((value for value, tag in found if tag == language), default=None)

    def ours(self, subject: str, name: str) -> str | None:
        """Return the object of a property of ours; an individual of ours by its local name."""
        found = self.first(subject, LDO + name)
        return None if found is None else local_name(found)

    def edges(self) -> Iterator[tuple[str, str, str]]:
        """Go through the relations between documents: source, local name, target."""
        for subject, about in self._of.items():
            for predicate in about.keys() & _RELATIONS.keys():
                for target, _ in about[predicate]:
                    yield subject, _RELATIONS[predicate], target

    def quote(self, subject: str) -> tuple[int | None, str | None]:
        """Return where the first evidence of a node begins, and its words."""
        found = [self._selected(e) for e in self.all(subject, f"{LDO}evidence")]
        return min(found, key=lambda pair: pair[0] or 0, default=(None, None))

    def _selected(self, evidence: str) -> tuple[int | None, str | None]:
        start, words = None, None
        for selector in self.all(evidence, f"{OA}hasSelector"):
            start = self.first(selector, f"{OA}start") or start
            words = self.first(selector, f"{OA}exact") or words
        return (int(start) if start and start.isdigit() else None), words


def local_name(value: str) -> str:
    """Return the local name of a term of ours; anything else as it is."""
    return value.removeprefix(LDO)

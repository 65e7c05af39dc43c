"""What documents and words of findings are called when they are shown to a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology.namespaces import path_of
from queries.search import resolve_document
from queries.words import words_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ontology.validation import Finding
    from queries.store.folder_reader import FolderReader

LONGEST = 110
"""Code points of quoted words that one line shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Looks names up in the side index of the newest generation.

    Args:
        reader: the store.
        base: setting `base_iri`.
    """

    reader: FolderReader
    base: str

    def path(self, words: str) -> str:
        """Return the path of the one document that a number, name, path or IRI means.

        Raises:
            BadParameter: none is meant, or several.
        """
        return path_of(self.base, resolve_document(self.reader.index(), words, base_iri=self.base))

    def label(self, node: str) -> str:
        """Return number and title of a document, or what else is known; empty for nothing."""
        if not node:
            return ""
        known = self.reader.index().labels([node]).get(node)
        return shortened(known or node.removeprefix(self.base))

    def labels(self, nodes: Iterable[str]) -> dict[str, str]:
        """Return what things are called, by IRI; those that nothing is known of by their path."""
        wanted = sorted({node for node in nodes if node})
        known = self.reader.index().labels(wanted)
        return {node: shortened(known.get(node) or node.removeprefix(self.base)) for node in wanted}

    def words(self, findings: Iterable[Finding]) -> dict[str, str]:
        """Return what the text says at the nodes of findings, on one line each, by node."""
        said = words_at(self.reader, {finding.focus for finding in findings})
        return {node: shortened(words) for node, words in said.items()}


def shortened(words: str) -> str:
    """Return words on one line, cut with an ellipsis where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"

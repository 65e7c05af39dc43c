"""The words behind facts: where they stand in the text, and what stands round them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webui.facts.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from webui.facts.asking import Node
    from webui.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A place in the text.

    Args:
        start, end: half-open span in code points.
        quote: what stands there.
        before, after: what stands next to it; empty where the evidence does not say.
    """

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


def read_evidence(reader: Reader, nodes: Iterable[Node]) -> dict[str, Words]:
    """Return the words of the evidence that nodes name, by IRI of the evidence."""
    wanted = sorted({iri for node in nodes for iri in node.all("evidence")})
    said: dict[str, dict[str, str]] = {}
    for row in ask(reader, "selectors", evidence=wanted) if wanted else ():
        said.setdefault(row.text("evidence"), {})[row.local("property")] = row.text("value")
    return {iri: words for iri, parts in said.items() if (words := _words(parts))}


def _words(parts: Mapping[str, str]) -> Words | None:
    start, end = parts.get("start", ""), parts.get("end", "")
    if not (start.isdigit() and end.isdigit()):
        return None
    return Words(
        start=int(start),
        end=int(end),
        quote=parts.get("exact", ""),
        before=parts.get("prefix", ""),
        after=parts.get("suffix", ""),
    )


def first_words(node: Node, evidence: Mapping[str, Words]) -> Words | None:
    """Return the earliest words behind a node, None where it has none."""
    found = [evidence[iri] for iri in node.all("evidence") if iri in evidence]
    return min(found, key=lambda words: (words.start, -words.end), default=None)

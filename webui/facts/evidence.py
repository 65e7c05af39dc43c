"""The words behind facts: where they stand in the text, and what stands round them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webui.facts.asking import ask, read_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from webui.facts.asking import Node
    from webui.ports import Reader


_PLACE: Final = re.compile(r"page=([0-9]{1,5})&(xywh=percent:[0-9.]+(?:,[0-9.]+){3})")
"""Page and box of a scan. Source: RFC 8118, section 3; Media Fragments URI 1.0, section 4.2.2."""
_GAP: Final = re.compile(r"\s+")
_LAST_GAP: Final = re.compile(r"\s+(?=\S*\Z)")
_CONTEXT: Final = 32
"""Code points beside a quotation that the graph keeps; fewer where the text begins or ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words are printed: page from 1, and the box as a media fragment."""

    page: int
    box: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A place in the text.

    Args:
        start, end: half-open span in code points.
        quote: what stands there.
        before, after: what stands next to it; empty where the evidence does not say.
        places: where it is printed in a scan; none where no scan was read.
    """

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    places: tuple[Place, ...] = ()


def read_evidence(reader: Reader, nodes: Iterable[Node]) -> dict[str, Words]:
    """Return the words of the evidence that nodes name, by IRI of the evidence."""
    wanted = sorted({iri for node in nodes for iri in node.all("evidence")})
    said: dict[str, dict[str, str]] = {}
    places: dict[str, list[Place]] = defaultdict(list)
    for row in ask(reader, "selectors", evidence=wanted) if wanted else ():
        iri, value = row.text("evidence"), row.text("value")
        if found := _PLACE.fullmatch(value):
            places[iri].append(Place(page=int(found[1]), box=found[2]))
        said.setdefault(iri, {})[row.local("property")] = value
    return {iri: words for iri, parts in said.items() if (words := _words(parts, places[iri]))}


def _words(parts: Mapping[str, str], places: list[Place]) -> Words | None:
    start, end = parts.get("start", ""), parts.get("end", "")
    if not (start.isdigit() and end.isdigit()):
        return None
    return Words(
        start=int(start),
        end=int(end),
        quote=parts.get("exact", ""),
        before=_from_a_word(parts.get("prefix", "")),
        after=_to_a_word(parts.get("suffix", "")),
        places=tuple(sorted(places, key=lambda place: place.page)),
    )


def read_words(reader: Reader, iris: Iterable[str]) -> dict[str, Words]:
    """Return the earliest words behind each of many nodes, by IRI; none for those without any."""
    nodes = read_nodes(reader, sorted(set(iris)))
    evidence = read_evidence(reader, nodes.values())
    found = {iri: first_words(node, evidence) for iri, node in nodes.items()}
    return {iri: words for iri, words in found.items() if words}


def _from_a_word(words: str) -> str:
    """Return what stands before a quotation, without the word that it cuts through."""
    cut = _GAP.split(words, maxsplit=1)
    return f"… {cut[1]}" if len(cut) > 1 and len(words) >= _CONTEXT else words


def _to_a_word(words: str) -> str:
    """Return what stands after a quotation, without the word that it cuts through."""
    cut = _LAST_GAP.split(words, maxsplit=1)
    return f"{cut[0]} …" if len(cut) > 1 and len(words) >= _CONTEXT else words


def first_words(node: Node, evidence: Mapping[str, Words]) -> Words | None:
    """Return the earliest words behind a node, None where it has none."""
    found = [evidence[iri] for iri in node.all("evidence") if iri in evidence]
    return min(found, key=lambda words: (words.start, -words.end), default=None)

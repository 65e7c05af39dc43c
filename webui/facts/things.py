"""Anything else in the data: what is said of it, and where it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webui.facts.asking import ask, filled

if TYPE_CHECKING:
    from webui.ports import Reader

SHOWN: Final = 200
"""Most rows of either table that a page shows; the data formats hold all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingFact:
    """A thing of the data.

    Args:
        iri: the thing.
        outgoing: property and value of each statement; values are IRIs or words.
        incoming: who names it, and by which property.
    """

    iri: str
    outgoing: tuple[tuple[str, str], ...]
    incoming: tuple[tuple[str, str], ...]

    @property
    def is_known(self) -> bool:
        """Whether the data says anything of it."""
        return bool(self.outgoing or self.incoming)

    @property
    def iris(self) -> set[str]:
        """All IRIs that the page names."""
        values = {value for _, value in self.outgoing if value.startswith(("http:", "https:"))}
        return values | {subject for subject, _ in self.incoming} | {self.iri}


def read_thing(reader: Reader, iri: str) -> ThingFact:
    """Return what the store says of a thing; nothing where it is unknown."""
    return ThingFact(
        iri=iri,
        outgoing=tuple(
            (row.text("property"), row.text("value")) for row in ask(reader, "outgoing", node=[iri])
        ),
        incoming=tuple(
            (row.text("subject"), row.text("property"))
            for row in ask(reader, "incoming", node=[iri])
        ),
    )


def describe(reader: Reader, iri: str, graph: str, media_type: str) -> bytes:
    """Return all that is said of a thing in a graph format.

    Args:
        reader: the store.
        iri: the thing.
        graph: name of its own graph; one that is not held adds nothing.
        media_type: of the answer.
    """
    query = filled("description", {"node": [iri], "graph": [graph]})
    return reader.construct(query, media_type)

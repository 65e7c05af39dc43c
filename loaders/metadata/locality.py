"""The province of a commune, where its paper names it elsewhere than in the heading.

Since July 2025 a commune stands directly below its province and prints its own name alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.cues import cues
from loaders.metadata.places import Place, place_in, spellings

if TYPE_CHECKING:
    from loaders.records import NormalisedText
    from ontology.registry import Registry

_READ = 20_000
"""Letters of a text in which the province of its commune is looked for."""


def is_commune(name: str) -> bool:
    """Tell whether the name of a body ends with a place below the province.

    Args:
        name: the name as a sentence writes it ("Ủy ban nhân dân phường Sông Mây").
    """
    return cues().patterns["named-district"].search(name) is not None


def province_around(text: NormalisedText, registry: Registry) -> Place | None:
    """Return the province whose committee a text names; None where it names several or none.

    Args:
        text: the paper of a body below the province.
        registry: knows the provinces.

    Source: Law 72/2025/QH15 on local government, article 1 (two levels).
    """
    known = spellings(registry).provinces
    found = {
        place.name: place
        for each in cues().patterns["other-committee"].finditer(text.text, 0, _READ)
        if (place := place_in(" ".join((each["name"] or each["above"]).split()), known))
    }
    return next(iter(found.values())) if len(found) == 1 else None

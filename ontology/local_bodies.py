"""Codes of the bodies of districts and communes.

The registers hold each kind of body once; its place is named by the documents alone. Source:
ontology.md, section 5; Law 72/2025/QH15 for what ended on 1 July 2025.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology.vietnamese_text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ontology.registry import Agency, Province, Registry

LOWER_LEVELS: Final = frozenset({"district", "commune"})


def local_code(kind: Agency, unit: str, province: str) -> str:
    """Return the code of a body of a district or commune ("ubnd-huyen-chau-thanh-tien-giang").

    Args:
        kind: its row of the register.
        unit: the place with the word for its kind, as printed.
        province: slug of the province.
    """
    word = kind.code.rpartition("-")[2]
    return f"{kind.code}-{slug(unit).removeprefix(f'{word}-')}-{province}"


def local_parts(code: str, registry: Registry) -> tuple[Agency, Province] | None:
    """Return kind and province of a code that `local_code` made, or None for any other."""
    kinds = (registry.agency(code[:cut]) for cut in _cuts(code))
    kind = next((row for row in kinds if row and row.level in LOWER_LEVELS), None)
    if kind is None or registry.agency(code) is not None:
        return None
    places = (registry.province(code[cut + 1 :]) for cut in _cuts(code))
    province = next((found for found in places if found), None)
    if province is None or len(code) <= len(kind.code) + len(province.slug) + 2:
        return None
    return kind, province


def _cuts(code: str) -> Iterator[int]:
    """Go through the places of dashes, from the left."""
    return (place for place, sign in enumerate(code) if sign == "-")

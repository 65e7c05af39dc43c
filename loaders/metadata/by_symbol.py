"""The body that the symbol of a paper's number means, and the province of its place of issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.metadata.bodies import in_kind_of
from loaders.metadata.deciding import Named, in_person
from loaders.metadata.places import place_in, spellings

if TYPE_CHECKING:
    from loaders.metadata.deciding import Clues
    from loaders.metadata.places import Place

_INFERRED = 0.7


def symbol_agency(clues: Clues) -> str:
    """Return the name of the body that the symbol alone means; empty where it means several.

    Args:
        clues: what was read before.

    Source: registers/symbols.csv.
    """
    symbol = clues.number.symbol
    if symbol is None:
        return ""
    segments = symbol.value.replace("/", "-").split("-")
    typed = clues.heading.kind in clues.registry.types_printed(segments[0])
    rest = segments[1:] if typed and len(segments) > 1 else segments
    row = next((found for part in rest if (found := clues.registry.symbol(part))), None)
    if row is None:
        return ""
    chosen = _fitting(clues, row.agency_codes)
    agency = clues.registry.agency(chosen) if chosen else None
    return in_kind_of(agency.name_vi, province_of_issue(clues)) if agency else ""


def by_symbol(clues: Clues) -> Named | None:
    """Return the body that the symbol means, or its head where the paper is that person's own.

    Args:
        clues: what was read before.
    """
    name = symbol_agency(clues)
    if not name:
        return None
    span = clues.number.symbol.span if clues.number.symbol else None
    return Named(name=in_person(clues, name), span=span, rule="symbol", confidence=_INFERRED)


def province_of_issue(clues: Clues) -> Place | None:
    """Return the province that the place before the date is.

    Args:
        clues: what was read before.
    """
    place = clues.issue.place
    if place is None:
        return None
    return place_in(place.value, spellings(clues.registry).provinces)


def _fitting(clues: Clues, codes: tuple[str, ...]) -> str:
    """Return the body of a symbol that fits: of a province where the place is one."""
    local = province_of_issue(clues) is not None
    for code in codes:
        agency = clues.registry.agency(code)
        if agency and (agency.level == "province") == local:
            return code
    return codes[0] if len(codes) == 1 else ""

"""The bodies of a paper that several issue together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.metadata.cues import cues
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from loaders.metadata.deciding import Clues

_BETWEEN = re.compile(r"[-/]")


def is_joint(clues: Clues) -> bool:
    """Tell whether type word or symbol says that several bodies issue together.

    Args:
        clues: what was read before.

    Source: registers/document_types.csv; a rule of cooperation ("QUY CHẾ") bears "QCPH".
    """
    joint = cues().lists["joint"]
    kind, symbol = clues.heading.kind, clues.number.symbol
    first = _BETWEEN.split(symbol.value)[0] if symbol else ""
    kinds = clues.registry.types_printed(first) if first else ()
    return any(each.code in joint for each in (kind, *kinds) if each)


def joint_authors(clues: Clues, bodies: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bodies of a joint paper, as many as its symbol names.

    Args:
        clues: what was read before.
        bodies: those of the heading, in printed order.
    """
    symbol = clues.number.symbol
    named = len(_BETWEEN.findall(symbol.value)) if symbol else 0
    authors = bodies[-named:] if 1 < named < len(bodies) else bodies
    meant = _by_symbol(clues)
    if len(authors) < named or _are_cut(authors, meant):
        authors = meant or authors
    return authors


def _are_cut(authors: tuple[str, ...], meant: tuple[str, ...]) -> bool:
    """Tell whether names are the first words of those that the symbol means."""
    if len(authors) != len(meant) or authors == meant:
        return False
    return all(
        fold_words(whole).startswith(fold_words(name))
        for name, whole in zip(authors, meant, strict=True)
    )


def _by_symbol(clues: Clues) -> tuple[str, ...]:
    """Return the bodies that a joint symbol names; none where one of them is not known."""
    symbol = clues.number.symbol.value if clues.number.symbol else ""
    rows = [clues.registry.symbol(part) for part in _BETWEEN.split(symbol)[1:]]
    found = [clues.registry.agency(row.agency_codes[0]) for row in rows if row and row.agency_codes]
    known = tuple(agency.name_vi for agency in found if agency)
    return known if len(known) == len(rows) else ()

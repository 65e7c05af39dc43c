"""Read figures that stand in cells of a table: what a row is to reach, its unit in another cell.

Source: annexes of plans and action programmes (heads "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm
2026"); Decree 30/2020/NĐ-CP, annex II (decimal comma, dot between thousands).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.obligations.measures import measure_key
from loaders.obligations.targets import TABLE, comparison_of, find_targets, value_of
from loaders.records import NormalisedText, Span, Target

if TYPE_CHECKING:
    from collections.abc import Iterable

PIECE = re.compile(r"[^;\n]*[^;\s]")
LONGEST_UNIT = 40  # characters of a cell that names a unit


def read_figures(
    text: NormalisedText, cell: Span, measure: Span, unit: Span | None
) -> tuple[Target, ...]:
    """Return what a cell that holds nothing but figures sets; empty where it holds other words.

    Args:
        text: the document.
        cell: the words of the cell ("≥ 80", "từ 90% trở lên", "≤ 3 Đông Nam Á; ≤ 50 thế giới").
        measure: the cell that says what is measured.
        unit: the cell that names the unit, if there is one.
    """
    named = unit_of(text, measure, unit)
    found = []
    for piece in PIECE.finditer(text.text, cell.start, cell.end):
        match = TABLE.pattern("figure-alone").match(piece.group())
        if match is None:
            return ()
        of = named or match["unit"] or ""
        if not of:
            return ()
        found.append(_target(text, match, measure, of, piece.span()))
    return tuple(found)


def unit_of(text: NormalisedText, measure: Span, unit: Span | None) -> str:
    """Return the unit that a cell names, or a bracket behind what is measured ("(%)").

    Args:
        text: the document.
        measure: the cell that says what is measured.
        unit: the cell that names the unit, if there is one.
    """
    if unit is not None and unit.end - unit.start <= LONGEST_UNIT:
        return text.words(unit)
    bracket = TABLE.pattern("unit-in-bracket").search(text.words(measure))
    return bracket["unit"] if bracket else ""


def figures_of_row(
    text: NormalisedText, cells: Iterable[tuple[Span, str]], measure: Span
) -> tuple[Target, ...]:
    """Return what the cells of a row are to reach, by what their columns hold.

    Args:
        text: the document.
        cells: the other cells of the row, each with what its column holds.
        measure: the cell that says what is to be done or measured.
    """
    cells = tuple(cells)
    unit = next((span for span, means in cells if means == "unit"), None)
    found: list[Target] = []
    for span, means in cells:
        if means in {"result", "figure", "task"}:
            found += read_figures(text, span, measure, unit) or (
                find_targets(text, span) if means != "figure" else ()
            )
    return tuple(_measured(text, target, measure) for target in found)


def _measured(text: NormalisedText, target: Target, measure: Span) -> Target:
    """Return a target that says what it measures; a figure alone measures what the row names."""
    if target.key:
        return target
    words = text.words(measure)
    return replace(target, measure=words, key=measure_key(words))


def _target(
    text: NormalisedText, match: re.Match[str], measure: Span, unit: str, at: tuple[int, int]
) -> Target:
    """Return the target of a figure that stands alone in its cell."""
    span = Span(start=at[0] + len(match.group()) - len(match.group().lstrip()), end=at[1])
    words = text.words(measure)
    moving = TABLE.pattern("falling").search(words)
    return Target(
        printed=text.words(span),
        span=span,
        measure=words,
        key=measure_key(words),
        direction="decrease" if moving else "reach",
        comparison=comparison_of(match),
        value=value_of(match["value"]),
        unit=unit,
    )

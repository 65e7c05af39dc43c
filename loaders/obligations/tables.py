"""Read tables of assignments: which column holds what, and what a row says of its task.

Source: annexes of plans (Decree 30/2020/NĐ-CP, annex I, leaves their form open): a head of one or
two rows, maybe a row that numbers the columns, rows below heads of groups, cells that hold for the
rows below them too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.obligations.attributes import ROLES, Attributes, read_attribute
from loaders.obligations.deadlines import find_times
from loaders.obligations.flattened import part_cells, read_heads
from loaders.obligations.indicators import figures_of_row
from loaders.obligations.names import read_names
from loaders.obligations.wordings import load_table
from loaders.records import AssigneeBasis, Role, SectionKind, Span

if TYPE_CHECKING:
    from loaders.records import Assignment, NormalisedText, PartialDate, Section

HEADS = load_table("headings")
NAMING = (
    *("procedure", "lead", "coordinating", "implementing", "unit", "figure", "time", "past"),
    *("report", "task", "product", "note"),
)
ASSIGNING = frozenset({"lead", "implementing", "coordinating"})
DOING = frozenset({Role.LEAD, Role.IMPLEMENTING})
DOING_COLUMNS = frozenset({"lead", "implementing"})
LONGEST_HEAD = 90  # characters of a cell that names a column
MOST_CELLS = 15  # cells of a row that are looked at
UNIT_SIGN = re.compile(r"\s*([%‰])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What the columns of a table hold.

    Args:
        means: a meaning each, in the order of the heads.
        places: how many bars stand before each head on its line; all 0 where a cell has its line.
    """

    means: tuple[str, ...]
    places: tuple[int, ...]

    def assigns(self) -> bool:
        """Tell whether the table gives tasks to somebody."""
        return bool(ASSIGNING & set(self.means)) and "procedure" not in self.means

    def at(self, place: int) -> str:
        """Return what the column behind a number of bars holds."""
        return next((m for m, p in zip(self.means, self.places, strict=True) if p == place), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table of assignments.

    Args:
        task: the cell that says what to do; None where the row goes on with the one above.
        attributes: the doers, times and figures that its other cells name.
    """

    task: Section | None
    attributes: Attributes


class TableReader:
    """Reads the rows of the tables of one document in their order.

    Args:
        text: the document.
        sections: its parts.
        issued: its date, as far as known.
    """

    def __init__(
        self, text: NormalisedText, sections: tuple[Section, ...], issued: PartialDate | None
    ) -> None:
        self.text = text
        self.sections = sections
        self.issued = issued
        self.columns: Columns | None = None
        self.in_head = False
        self.flattened = False
        self.doers: tuple[Assignment, ...] = ()

    def leave(self) -> None:
        """Forget the columns: what follows is another table."""
        self.columns, self.in_head, self.doers = None, False, ()
        self.flattened = False

    def read(self, section: Section) -> Row | None:
        """Return what a row says; None for a head, the head of a group, or a row of figures.

        Args:
            section: the first cell of the row.
        """
        cells = (section, *cells_of(self.sections, section))
        if self._opens_flattened(section):
            return None
        if len(cells) == 1 and self._is_flattened(section):
            return self._row(cells, self.columns) if self.columns else None
        if self._heads_group(cells):
            self.doers = ()
            return None
        if self._is_head(cells):
            return None
        self.in_head = False
        if self.columns is None or not self.columns.assigns():
            return None
        return self._row(cells, self.columns)

    def _heads_group(self, cells: tuple[Section, ...]) -> bool:
        """Tell whether a row is the head of a group: one cell, or the same words in all of them."""
        if len(cells) == 1:
            return not self._is_beside(cells[0])
        return len({self.text.words(cell.span) for cell in cells}) == 1

    def _opens_flattened(self, section: Section) -> bool:
        """Tell whether a block holds all heads of a table, and take what they name."""
        means = read_heads(self.text.words(section.span))
        if not ASSIGNING & set(means):
            return False
        self.columns = Columns(means=means, places=(0,) * len(means))
        self.in_head, self.doers, self.flattened = True, (), True
        return True

    def _is_flattened(self, section: Section) -> bool:
        """Tell whether a block alone may hold a row of a table whose cells are lines."""
        lines = "\n" in self.text.text[section.span.start : section.span.end]
        return self.flattened and lines and not section.lead_in

    def _is_beside(self, cell: Section) -> bool:
        """Tell whether a cell that is alone on its line stands in a column for doers or times."""
        means = self.columns.at(_place(self.text, cell)) if self.columns else ""
        return means in ROLES or means == "time"

    def _is_head(self, cells: tuple[Section, ...]) -> bool:
        """Tell whether a row names columns, and take what it names."""
        first = self.text.words(cells[0].span)
        opens = HEADS.pattern("number").match(first) is not None
        if not opens and self.columns is not None and not cells[0].lead_in:
            return False
        if self.in_head and HEADS.pattern("count-of-columns").fullmatch(first):
            return True
        found = read_columns(self.text, cells)
        if found is None:
            if opens:
                self.leave()
            return opens
        self.flattened = False
        goes_on = self.in_head and self.columns is not None and not opens
        self.columns = _merged(self.columns, found) if goes_on and self.columns else found
        self.in_head, self.doers = True, ()
        return True

    def _row(self, cells: tuple[Section, ...], columns: Columns) -> Row:
        """Return what a row of tasks says."""
        task: Section | None = cells[0]
        if any(columns.places) and _place(self.text, cells[-1]):
            meanings = [(cell, columns.at(_place(self.text, cell))) for cell in cells]
            if "task" in columns.means:
                task = next((cell for cell, means in meanings if means == "task"), None)
            if task is not None and self._goes_on(task, cells[0], columns):
                task = None
            spans = [(cell.span, means) for cell, means in meanings]
        else:
            first, *rest = self._parted(cells)
            task = replace(cells[0], span=first)
            spans = self._meanings(rest, columns)
        found = self._beside(spans, task)
        if task is not None and any(means in DOING_COLUMNS for _, means in spans):
            self.doers = ()
        return Row(task=task, attributes=self._with_doers_above(found, task))

    def _beside(self, cells: list[tuple[Span, str]], task: Section | None) -> Attributes:
        """Return what the cells of a row say beside its task."""
        found = Attributes()
        for span, means in cells:
            if means != "task":
                found = found.joined(self._cell(span, means))
        if task is None:
            return found
        others = [(span, means) for span, means in cells if span != task.span]
        others += self._bare_units(task.span, others)
        return replace(found, targets=figures_of_row(self.text, others, task.span))

    def _bare_units(self, task: Span, cells: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
        """Return the cell of a unit that has no letters ("%"), which is no part of the text."""
        columns = self.columns
        if columns is None or "unit" not in columns.means or any(m == "unit" for _, m in cells):
            return []
        words, place = self.text.text, columns.places[columns.means.index("unit")]
        end = words.find("\n", task.start)
        bars = [words.rfind("\n", 0, task.start)]
        while len(bars) <= place + 1:
            bars.append(words.find("|", bars[-1] + 1, end if end >= 0 else len(words)))
            if bars[-1] < 0:
                return []
        inside = Span(start=bars[place] + 1, end=bars[place + 1])
        sign = UNIT_SIGN.fullmatch(words, inside.start, inside.end) if place else None
        return [(Span(start=sign.start(1), end=sign.end(1)), "unit")] if sign else []

    def _parted(self, cells: tuple[Section, ...]) -> tuple[Span, ...]:
        """Return the cells of a row that has no bars; those of a flattened table by its lines."""
        if not self.flattened:
            return tuple(cell.span for cell in cells)
        return part_cells(self.text, Span(start=cells[0].span.start, end=cells[-1].span.end))

    def _goes_on(self, task: Section, first: Section, columns: Columns) -> bool:
        """Tell whether a row without a number goes on in the middle of a sentence."""
        small = self.text.text[task.span.start : task.span.start + 1].islower()
        return small and first.lead_in and "number" in columns.means

    def _cell(self, span: Span, means: str) -> Attributes:
        """Return what one cell says; a ditto mark repeats the doers above."""
        if means in ROLES and HEADS.pattern("ditto").fullmatch(self.text.words(span)):
            role = ROLES[means]
            return Attributes(assignments=tuple(a for a in self.doers if a.role is role))
        return read_attribute(self.text, span, means, self.issued)

    def _with_doers_above(self, found: Attributes, task: Section | None) -> Attributes:
        """Return a row with the doers of the row above where its cell for them goes on from it."""
        if task is None:
            return found
        if not any(a.role in DOING for a in found.assignments):
            above = (
                replace(a, basis=AssigneeBasis.INHERITED, confidence=min(a.confidence, 0.7))
                for a in self.doers
                if a.role in DOING
            )
            return replace(found, assignments=(*above, *found.assignments))
        self.doers = found.assignments
        return found

    def _meanings(self, cells: list[Span], columns: Columns) -> list[tuple[Span, str]]:
        """Return the columns of cells that have a line each, empty ones left out.

        Where a row has fewer cells than the table has columns, a cell of names goes to the first
        column for names that is still free.
        """
        first = columns.means.index("task") if "task" in columns.means else 0
        wanted = list(columns.means[first + 1 :])
        if len(cells) == len(wanted):
            return list(zip(cells, wanted, strict=True))
        return [(cell, self._meaning(cell, wanted)) for cell in cells]

    def _meaning(self, cell: Span, wanted: list[str]) -> str:
        """Return the column of a cell by what it holds, and take the columns up to it away."""
        run = read_names(self.text, cell.start, cell.end)
        is_names = bool(run.names) and (not run.stop or run.stop in ";,.")
        is_time = bool(find_times(self.text, cell, self.issued))
        for index, means in enumerate(wanted):
            if (means in ROLES and is_names) or (means == "time" and is_time):
                del wanted[: index + 1]
                return means
        return "other"


def read_columns(text: NormalisedText, cells: tuple[Section, ...]) -> Columns | None:
    """Return the columns of a table by the cells of a row; None where the row names none.

    Args:
        text: the document.
        cells: the cells of the row.
    """
    heads = [text.words(cell.span) for cell in cells]
    if any(len(head) > LONGEST_HEAD for head in heads):
        return None
    means = tuple(_column(head) for head in heads)
    known = sum(one != "other" for one in means)
    if not ASSIGNING & set(means) or 2 * known < len(means):
        return None
    return Columns(means=means, places=tuple(_place(text, cell) for cell in cells))


def _merged(above: Columns, below: Columns) -> Columns:
    """Return the columns of a head of two rows; the lower one says it more exactly."""
    kept = [
        (means, place)
        for means, place in zip(above.means, above.places, strict=True)
        if place not in below.places
    ]
    means, places = zip(
        *sorted((*kept, *zip(below.means, below.places, strict=True)), key=lambda one: one[1]),
        strict=True,
    )
    return Columns(means=means, places=places)


def _place(text: NormalisedText, cell: Section) -> int:
    """Return how many bars stand before a cell on its line."""
    line = text.text.rfind("\n", 0, cell.span.start) + 1
    return text.text.count("|", line, cell.span.start)


def _column(head: str) -> str:
    """Return what a column holds, by its head; the number column may hold the task as well."""
    numbered = HEADS.pattern("number").match(head)
    rest = head[numbered.end() :] if numbered else head
    if numbered and not rest.strip():
        return "number"
    found = (HEADS.wording(key) for key in NAMING if HEADS.pattern(key).search(rest))
    return next((wording.means for wording in found), "other")


def is_cell(section: Section) -> bool:
    """Tell whether a part of a table is a cell behind the first one of its row."""
    return section.kind is SectionKind.TABLE_ROW and "|" in section.label


def cells_of(sections: tuple[Section, ...], row: Section) -> tuple[Section, ...]:
    """Return the cells of a row behind its first one."""
    return tuple(
        cell
        for cell in sections[row.index + 1 : row.index + 1 + MOST_CELLS]
        if cell.parent == row.index and is_cell(cell)
    )

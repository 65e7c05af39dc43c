"""Read doers and times that stand beside a task: in lines below it and in columns of a table.

Source: the guide of the annotations (lines of attributes give a task its assignees and
deadlines; "Cơ quan thực hiện: A, B" makes all responsible); annexes of plans, whose columns are
known by their heads.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.obligations.assignees import CUES
from loaders.obligations.deadlines import find_times
from loaders.obligations.names import Name, Run, read_names
from loaders.obligations.wordings import load_table
from loaders.records import (
    AssigneeBasis,
    Assignment,
    Deadline,
    NormalisedText,
    PartialDate,
    Role,
    Section,
    SectionKind,
    Span,
)

LABELS = load_table("attributes")
COLUMNS = load_table("headings")
ROLES = {
    "lead": Role.LEAD,
    "coordinating": Role.COORDINATING,
    "implementing": Role.IMPLEMENTING,
    "monitoring": Role.MONITORING,
}
ASSIGNING = frozenset({"lead", "implementing", "coordinating"})
LABEL_WITHIN = 70  # characters in which the label of a line must end


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """Doers and times that stand beside a task."""

    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    def joined(self, other: Attributes) -> Attributes:
        """Return these and others together."""
        return Attributes(
            assignments=(*self.assignments, *other.assignments),
            deadlines=(*self.deadlines, *other.deadlines),
        )


def is_attribute(text: NormalisedText, span: Span) -> bool:
    """Tell whether a line only says who, when or with what result, by the label it begins with."""
    end = min(span.end + 1, span.start + LABEL_WITHIN)  # a label alone ends before its colon
    return text.text.find(":", span.start, end) >= 0 and any(
        wording.pattern.match(text.text, span.start, end) for wording in LABELS.wordings
    )


def read_attributes(text: NormalisedText, span: Span, issued: PartialDate | None) -> Attributes:
    """Return what the labels of a line or item say; empty where it has none.

    Args:
        text: the document.
        span: the words of the line or item.
        issued: the date of the document.
    """
    if text.text.find(":", span.start, span.end) < 0:
        return Attributes()
    marks = _marks(text.text, span)
    found = Attributes()
    for index, (_, begins, means) in enumerate(marks):
        ends = marks[index + 1][0] if index + 1 < len(marks) else span.end
        value = Span(start=begins, end=max(begins, ends))
        found = found.joined(_attribute(text, value, means, issued))
    return found


def _marks(words: str, span: Span) -> list[tuple[int, int, str]]:
    """Return start, end and meaning of each label of a line or item: they end in a colon."""
    marks = []
    colon = words.find(":", span.start, span.end)
    while colon >= 0:
        begin = max(span.start, colon - LABEL_WITHIN)
        for wording in LABELS.wordings:
            match = wording.pattern.search(words, begin, colon + 1)
            if match and match.end() == colon + 1:
                marks.append((match.start(), match.end(), wording.means))
                break
        colon = words.find(":", colon + 1, span.end)
    return marks


def _attribute(
    text: NormalisedText, span: Span, means: str, issued: PartialDate | None
) -> Attributes:
    """Return what the words behind one label say."""
    if means == "time":
        return Attributes(deadlines=find_times(text, span, issued))
    if means in ROLES:
        return Attributes(assignments=_assigned(text, span, ROLES[means]))
    return Attributes()


def _assigned(text: NormalisedText, span: Span, role: Role) -> tuple[Assignment, ...]:
    """Return all names of a line or cell, cut at semicolons too, in one role.

    Where the words themselves say that somebody leads ("Sở A chủ trì; Sở B ..."), that one does.
    """
    found: list[Assignment] = []
    position = span.start
    while position < span.end:
        run = read_names(text, position, span.end)
        following = text.text.find(";", run.after, span.end)
        ends = following if following >= 0 else span.end
        partners = _partners(text, run, ends)
        alone = len(run.names) == 1 and bool(partners) and role is Role.IMPLEMENTING
        leads = CUES.pattern("lead").match(run.stop) is not None
        found += _made(run.names, Role.LEAD if leads or alone else role)
        found += _made(partners, Role.COORDINATING)
        position = ends + 1
    return tuple(found)


def _partners(text: NormalisedText, run: Run, end: int) -> tuple[Name, ...]:
    """Return those whom the doers of a line or cell are to work with."""
    if not run.names:
        return ()
    join = CUES.wording("join").search(text.text, run.end, end)
    return read_names(text, join.end(), end).names if join else ()


def _made(names: tuple[Name, ...], role: Role) -> list[Assignment]:
    """Return assignments of names in one role, as stated."""
    return [
        Assignment(
            agency=name.agency,
            role=role,
            basis=AssigneeBasis.STATED,
            span=name.span,
            confidence=0.9,
        )
        for name in names
    ]


def read_bearers(
    text: NormalisedText, span: Span, label: Span, issued: PartialDate | None
) -> Attributes:
    """Return what a line of names below a label says; empty where it says what they do.

    Args:
        text: the document.
        span: the words of the line.
        label: those of the label above it ("Cơ quan thực hiện:").
        issued: the date of the document.
    """
    run = read_names(text, span.start, span.end)
    only = run.stop.strip(",;.:") == "" and run.after >= span.end - 1
    said = CUES.pattern("lead").match(run.stop) or CUES.pattern("join-word").match(run.stop)
    if not run.names or not (only or said):
        return Attributes()
    means = [mark[2] for mark in _marks(text.text, Span(start=label.start, end=label.end + 1))]
    return _attribute(text, span, means[0], issued) if means else Attributes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What the columns of a table hold: a meaning each, in the order of the cells of a row."""

    means: tuple[str, ...]

    def assigns(self) -> bool:
        """Tell whether the table gives tasks to somebody."""
        return bool(ASSIGNING & set(self.means)) and "procedure" not in self.means


def read_columns(text: NormalisedText, cells: tuple[Section, ...]) -> Columns | None:
    """Return the columns of a table by the heads in its first row; None where it assigns nothing.

    Args:
        text: the document.
        cells: the cells of the first row.
    """
    start, end = cells[0].span.start, max(cell.span.end for cell in cells)
    if not any(COLUMNS.pattern(key).search(text.text, start, end) for key in ASSIGNING):
        return None
    heads = [text.words(cell.span) for cell in cells]
    means = tuple(_column(head) for head in heads)
    if means and means[0] == "number":
        means = means[1:]
    columns = Columns(means=means)
    return columns if columns.assigns() else None


def _column(head: str) -> str:
    """Return what a column holds, by its head; the number column may hold the task as well."""
    numbered = COLUMNS.pattern("number").match(head)
    rest = head[numbered.end() :] if numbered else head
    if numbered and not rest.strip():
        return "number"
    for wording in COLUMNS.wordings:
        if wording.pattern.search(rest):
            return wording.means
    return "other"


def read_row(
    text: NormalisedText, cells: tuple[Section, ...], columns: Columns, issued: PartialDate | None
) -> Attributes:
    """Return what the cells of a row say of its task, by their columns.

    Where a row has fewer cells than the table has columns, empty cells were not printed: then a
    cell of names goes to the first column for names that is still free.

    Args:
        text: the document.
        cells: the cells behind the task itself.
        columns: the columns of the table, that of the task first.
        issued: the date of the document.
    """
    wanted = list(columns.means[1:])
    complete = len(cells) == len(wanted)
    found = Attributes()
    for cell in cells:
        means = wanted.pop(0) if complete else _meaning(text, cell, wanted, issued)
        found = found.joined(_attribute(text, cell.span, means, issued))
    return found


def _meaning(
    text: NormalisedText, cell: Section, wanted: list[str], issued: PartialDate | None
) -> str:
    """Return the column of a cell by what it holds, and take the columns up to it away."""
    run = read_names(text, cell.span.start, cell.span.end)
    is_names = bool(run.names) and (not run.stop or run.stop in ";,.")
    is_time = bool(find_times(text, cell.span, issued))
    for index, means in enumerate(wanted):
        if (means in ROLES and is_names) or (means == "time" and is_time):
            del wanted[: index + 1]
            return means
    return "other"


def is_cell(section: Section) -> bool:
    """Tell whether a part of a table is a cell behind the first one of its row."""
    return section.kind is SectionKind.TABLE_ROW and "|" in section.label


def cells_of(sections: tuple[Section, ...], row: Section) -> tuple[Section, ...]:
    """Return the cells of a row behind its first one."""
    return tuple(
        cell
        for cell in sections[row.index + 1 : row.index + 16]
        if cell.parent == row.index and is_cell(cell)
    )

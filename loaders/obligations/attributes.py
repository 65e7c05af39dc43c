"""Read doers and times that stand beside a task in lines below it, by the labels they begin with.

Source: the guide of the annotations (lines of attributes give a task its assignees and
deadlines; "Cơ quan thực hiện: A, B" makes all responsible).
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.obligations.assignees import CUES
from loaders.obligations.deadlines import find_times
from loaders.obligations.names import Name, Run, plain_name, read_names
from loaders.obligations.scanning import skip_blanks
from loaders.obligations.wordings import load_table
from loaders.records import (
    AssigneeBasis,
    Assignment,
    Deadline,
    NormalisedText,
    PartialDate,
    Role,
    Span,
    Target,
)
from ontology.quick_records import quick

LABELS = load_table("attributes")
ROLES = {
    "lead": Role.LEAD,
    "coordinating": Role.COORDINATING,
    "implementing": Role.IMPLEMENTING,
    "monitoring": Role.MONITORING,
}
LABEL_WITHIN = 70  # characters in which the label of a line must end


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """Doers, times and figures that stand beside a task."""

    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()

    def joined(self, other: Attributes) -> Attributes:
        """Return these and others together."""
        return Attributes(
            assignments=(*self.assignments, *other.assignments),
            deadlines=(*self.deadlines, *other.deadlines),
            targets=(*self.targets, *other.targets),
        )

    def nearest(self, farther: Attributes) -> Attributes:
        """Return these, and of what they do not say that which stands farther above.

        Args:
            farther: what is said for a larger part.
        """
        return Attributes(
            assignments=self.assignments or farther.assignments,
            deadlines=self.deadlines or farther.deadlines,
            targets=self.targets or farther.targets,
        )


def is_attribute(text: NormalisedText, span: Span) -> bool:
    """Tell whether a line only says who, when or with what result, by the label it begins with."""
    end = min(span.end + 1, span.start + LABEL_WITHIN)  # a label alone ends before its colon
    if text.text.find(":", span.start, end) < 0:
        return False
    return LABELS.joined.match(text.text, span.start, end) is not None


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
        found = found.joined(read_attribute(text, value, means, issued))
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


def read_attribute(
    text: NormalisedText, span: Span, means: str, issued: PartialDate | None
) -> Attributes:
    """Return what the words behind one label or in one cell say.

    Args:
        text: the document.
        span: the words.
        means: what the label or the head of the column says: a role, or "time".
        issued: the date of the document.
    """
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
        run = _run_at(text, position, span.end)
        following = text.text.find(";", run.after, span.end)
        ends = following if following >= 0 else span.end
        partners = _partners(text, run, ends)
        alone = len(run.names) == 1 and bool(partners) and role is Role.IMPLEMENTING
        leads = CUES.pattern("lead").match(run.stop) is not None
        found += _made(run.names, Role.LEAD if leads or alone else role)
        found += _made(partners, Role.COORDINATING)
        listed = run.stop == "," and run.after < ends
        position = run.after if listed else ends + 1
    return tuple(found)


def _run_at(text: NormalisedText, position: int, end: int) -> Run:
    """Return the names at a position of a line or cell that holds nothing but names."""
    run = read_names(text, position, end)
    start = skip_blanks(text.text, position, end)
    name = None if run.names else plain_name(text, start, end)
    if name is None:
        return run
    after = skip_blanks(text.text, name.span.end, end)
    comma = text.text.startswith(",", after, end)
    behind = skip_blanks(text.text, after + 1, end) if comma else after
    return Run(names=(name,), end=name.span.end, stop="," if comma else "", after=behind)


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
    return read_attribute(text, span, means[0], issued) if means else Attributes()

"""Read who must do a task: the bodies that its words name, and what each has to do in it.

Source: the guide of the annotations (assignees, roles); domain rules: who is advised or
reported to, or whose role is to be raised, is no assignee, since only a subject, the object of an
order, of "chỉ đạo" or of "phối hợp với" is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from loaders.obligations.clauses import clauses_of
from loaders.obligations.companions import directed_in, partners_in
from loaders.obligations.descriptions import described
from loaders.obligations.names import Name, Run, read_names
from loaders.obligations.orders import called
from loaders.obligations.subjects import is_adverbial, is_told, late_subject, subject_start
from loaders.obligations.wordings import load_table
from loaders.records import NormalisedText, Span
from ontology.quick_records import quick

if TYPE_CHECKING:
    from collections.abc import Iterable

CUES = load_table("cues")
MONITORS_WITHIN = 30  # characters behind a doer in which watching is its own first task
JOINING = frozenset({"join", "duty-to-join", "lead-with", "direct"})  # cues of further names
LEAD_WITHIN = 160  # characters behind a subject in which "chủ trì" is its own


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the words of one item say of its doers.

    Args:
        doers: subjects and those to whom an order is given.
        told: those whom a doer directs.
        partners: those to work with.
        leads: True where "chủ trì" is printed for a doer, be it named here or above.
        leading: those of the doers named here for whom it is printed.
        works_with: True where the doer is told to work with a partner.
        told_joins: True where the directed one is told to work with a partner.
        told_leads: True where "chủ trì" is printed for the directed one.
        monitors: True where what is to be done first is to watch that others do theirs.
        order: the order word, empty where none stands.
        called: those of the doers that stand behind the first order.
        encourages: True where the doers are only encouraged.
    """

    doers: tuple[Name, ...] = ()
    told: tuple[Name, ...] = ()
    partners: tuple[Name, ...] = ()
    leads: bool = False
    leading: tuple[Name, ...] = ()
    works_with: bool = False
    told_joins: bool = False
    told_leads: bool = False
    monitors: bool = False
    order: str = ""
    called: tuple[Name, ...] = ()
    encourages: bool = False

    def as_partners(self) -> Stated:
        """Return the same bodies as those to work with: the lead-in told its doers to."""
        named = (*self.doers, *self.partners)
        return replace(self, doers=(), partners=named, works_with=bool(named))


@dataclass(slots=True)
class _Reading:
    """What was read of an item so far, and which cues stand in it at all."""

    cues: frozenset[str]
    doers: list[Name] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    told: list[Name] = field(default_factory=list)
    partners: list[Name] = field(default_factory=list)
    pending: list[Name] = field(default_factory=list)
    uncalled: int = 0
    only_names: bool = True
    leading: list[Name] = field(default_factory=list)
    told_joins: bool = False
    told_leads: bool = False
    order: str = ""


def read_stated(text: NormalisedText, span: Span) -> Stated:
    """Return the bodies that an item names, by what they have to do.

    Args:
        text: the document.
        span: the words of the item, paragraph or lead-in.
    """
    topic = CUES.pattern("topic").match(text.text, span.start, span.end)
    span = Span(start=topic.end(), end=span.end) if topic else span
    reading = _Reading(cues=frozenset(w.id for w in CUES.standing(text.text, span.start, span.end)))
    for clause in clauses_of(text, span):
        if CUES.pattern("announces").match(text.text, clause.start, clause.end):
            continue
        _read_clause(text, clause, reading)
    doers = [*reading.doers, *(reading.pending if reading.only_names else ())]
    leads = bool(reading.leading)
    if not doers and "own-lead" in reading.cues:
        window = text.text[span.start : span.end]
        leads = CUES.wording("own-lead").search(window, 0, len(window)) is not None
    return Stated(
        doers=_distinct(doers, ()),
        told=_distinct(reading.told, (*doers, *reading.partners)),
        partners=_distinct(reading.partners, doers),
        leads=leads,
        leading=_distinct(reading.leading, ()),
        works_with=bool(reading.partners),
        told_joins=reading.told_joins,
        told_leads=reading.told_leads,
        monitors="monitor" in reading.cues and _monitors(text.text, span, doers),
        order=reading.order,
        called=_distinct(doers[reading.uncalled :], ()),
        encourages=CUES.pattern("encourage").match(reading.order) is not None,
    )


def _read_clause(text: NormalisedText, clause: Span, reading: _Reading) -> None:
    """Add what one clause says; names alone ("A; B phải ...") wait for the next clause."""
    found, word, run = _doers(text, clause, reading)
    if word and not reading.order:
        reading.order, reading.uncalled = word, len(reading.doers)
    if run.names and not found and not run.stop.strip(";") and run.after >= clause.end - 2:
        reading.pending += run.names
        return
    reading.only_names = False
    if not found and reading.cues.isdisjoint(JOINING):
        return
    if found:
        found, reading.pending = (*reading.pending, *found), []
    named = {name.agency.casefold() for name in found}
    partners = partners_in(text, clause, reading.cues)
    if found and any(n.agency.casefold() in reading.known for n in partners):
        reading.partners += found
    else:
        reading.doers += found
        reading.known |= named
        if _leads(text.text, clause, found):
            reading.leading += found
    reading.partners += _others(partners, named, reading.known)
    directed = directed_in(text, clause, reading.cues, has_doers=bool(reading.doers))
    reading.told += _others(directed.names, named, reading.known)
    reading.told_joins = reading.told_joins or directed.joins
    reading.told_leads = reading.told_leads or directed.leads


def _others(names: Iterable[Name], named: set[str], known: set[str]) -> list[Name]:
    """Return the names that are neither those of the clause nor doers named before it."""
    keys = ((name, name.agency.casefold()) for name in names)
    return [name for name, key in keys if key not in named and key not in known]


def _distinct(names: list[Name], others: tuple[Name, ...] | list[Name]) -> tuple[Name, ...]:
    """Return the names once each, without those that others already hold."""
    if not names:
        return ()
    seen = {name.agency.casefold() for name in others}
    kept = []
    for name in names:
        if name.agency.casefold() not in seen:
            seen.add(name.agency.casefold())
            kept.append(name)
    return tuple(kept)


def _doers(
    text: NormalisedText, clause: Span, reading: _Reading
) -> tuple[tuple[Name, ...], str, Run]:
    """Return the doers of a clause, the order word that calls them, the names it begins with."""
    start = subject_start(text.text, clause)
    run = _opening(text, clause, start)
    if "order" in reading.cues:
        ordered, word = called(text, clause, run)
        if ordered:
            return ordered, word, run
    encouraged = CUES.pattern("encouraging").match(text.text, start, clause.end)
    if encouraged and not reading.doers:
        return read_names(text, encouraged.end(), clause.end).names, encouraged.group().strip(), run
    after = CUES.pattern("order-with-circumstance").match(text.text, run.after, clause.end)
    if run.names and after:
        rest = Span(start=after.end(), end=clause.end)
        return _late(text, rest, reading), after["order"], run
    concerning = CUES.pattern("concerning").match(text.text, clause.start, clause.end)
    late = _late(text, clause, reading) if concerning else ()
    whole = Span(start=start, end=clause.end)
    return late or _subject(text, whole, run, reading), "", run


def _subject(text: NormalisedText, clause: Span, run: Run, reading: _Reading) -> tuple[Name, ...]:
    """Return the subject of a clause, if it is told to do something."""
    if run.names and is_told(text.text, run, clause.end):
        return run.names
    if run.names and not is_adverbial(text.text, clause.start, clause.end):
        return ()
    return _late(text, clause, reading)


def _opening(text: NormalisedText, clause: Span, start: int) -> Run:
    """Return the names with which a clause begins, at once or behind its label."""
    run = described(text, read_names(text, start, clause.end), clause.end)
    return run if run.names else _behind_label(text, clause) or run


def _behind_label(text: NormalisedText, clause: Span) -> Run | None:
    """Return the names behind a short label and its colon, if they are told to do something."""
    label = CUES.pattern("label").match(text.text, clause.start, clause.end)
    if label is None:
        return None
    run = described(text, read_names(text, label.end(), clause.end), clause.end)
    return run if run.names and is_told(text.text, run, clause.end) else None


def _late(text: NormalisedText, clause: Span, reading: _Reading) -> tuple[Name, ...]:
    """Return a subject that stands late in a clause; after a doer only behind a circumstance."""
    only = bool(reading.doers) or "modal" not in reading.cues
    if only and not is_adverbial(text.text, clause.start, clause.end):
        return ()
    return late_subject(text, clause, partners_in(text, clause, reading.cues))


def _leads(words: str, clause: Span, found: tuple[Name, ...]) -> bool:
    """Tell whether "chủ trì" or "đầu mối" is printed behind the doers of a clause."""
    if not found:
        return False
    last = found[-1].span.end
    end = min(clause.end, last + LEAD_WITHIN)
    lead = CUES.wording("lead").search(words, last, end)
    return lead is not None and not CUES.pattern("sends-another").search(words[last : lead.start()])


def _monitors(words: str, span: Span, doers: list[Name]) -> bool:
    """Tell whether the doers are first of all to watch how others carry something out."""
    begins = max((name.span.end for name in doers), default=span.start)
    found = CUES.wording("monitor").search(words, begins, span.end)
    return found is not None and found.start() - begins < MONITORS_WITHIN

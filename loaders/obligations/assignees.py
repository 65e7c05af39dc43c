"""Read who must do a task: the bodies that its words name, and what each has to do in it.

Source: the guide of the annotations (assignees, roles); domain rules: who is advised or
reported to, or whose role is to be raised, is no assignee, since only a subject, the object of an
order, of "chỉ đạo" or of "phối hợp với" is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from loaders.obligations.names import (
    Name,
    Run,
    head_kind,
    read_names,
)
from loaders.obligations.scanning import opening_stop
from loaders.obligations.wordings import load_table
from loaders.records import NormalisedText, Span
from ontology.quick_records import quick

if TYPE_CHECKING:
    import re

CUES = load_table("cues")
MOST_COMMAS = 12  # commas of one clause that are tried for a subject
MONITORS_WITHIN = 30  # characters behind a doer in which watching is its own first task
BEFORE_ORDER = 400  # characters before an order word that tell what it is
JOINING = frozenset({"join", "duty-to-join", "lead-with", "direct"})  # cues of further names
ORDER_ENDS_WITHIN = 120  # characters from an order to the end of the lead-in that it ends
LEAD_WITHIN = 160  # characters behind a subject in which "chủ trì" is its own


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the words of one item say of its doers.

    Args:
        doers: subjects and those to whom an order is given.
        told: those whom a doer directs.
        partners: those to work with.
        leads: True where "chủ trì" is printed for the doer, be it named here or above.
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
    leads: bool = False
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
    for clause in _clauses(text.text, span):
        if CUES.pattern("announces").match(text.text, clause.start, clause.end):
            continue
        _read_clause(text, clause, reading)
    doers = [*reading.doers, *(reading.pending if reading.only_names else ())]
    leads = reading.leads
    if not doers and "own-lead" in reading.cues:
        window = text.text[span.start : span.end]
        leads = CUES.wording("own-lead").search(window, 0, len(window)) is not None
    return Stated(
        doers=_distinct(doers, ()),
        told=_distinct(reading.told, (*doers, *reading.partners)),
        partners=_distinct(reading.partners, doers),
        leads=leads,
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
    partners = _behind(text, clause, reading.cues)
    if found and any(n.agency.casefold() in reading.known for n in partners):
        reading.partners += found
    else:
        reading.doers += found
        reading.known |= named
        reading.leads = reading.leads or _leads(text.text, clause, found)
    reading.partners += _others(partners, named, reading.known)
    reading.told += _others(_told_names(text, clause, reading), named, reading.known)


def _others(names: list[Name], named: set[str], known: set[str]) -> list[Name]:
    """Return the names that are neither those of the clause nor doers named before it."""
    keys = ((name, name.agency.casefold()) for name in names)
    return [name for name, key in keys if key not in named and key not in known]


def _clauses(words: str, span: Span) -> list[Span]:
    """Return the clauses of an item: stretches between full stops and semicolons."""
    cuts = [
        m.end()
        for m in CUES.pattern("clause-break").finditer(words, span.start, span.end)
        if not _in_brackets(words, span.start, m.start())
    ]
    starts, ends = [span.start, *cuts], [*cuts, span.end]
    return [Span(start=s, end=e) for s, e in zip(starts, ends, strict=True) if e > s]


def _in_brackets(words: str, start: int, position: int) -> bool:
    """Tell whether a position stands between brackets that open behind the start."""
    opened = words.rfind("(", start, position)
    return opened >= 0 and words.find(")", opened, position) < 0


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
    run = read_names(text, start, clause.end)
    if "order" in reading.cues:
        ordered, word = _ordered(text, clause, run)
        if ordered:
            return ordered, word, run
    encouraged = CUES.pattern("encouraging").match(text.text, start, clause.end)
    if encouraged and not reading.doers:
        return read_names(text, encouraged.end(), clause.end).names, encouraged.group().strip(), run
    if CUES.pattern("concerning").match(text.text, clause.start, clause.end):
        late = _late_subject(text, clause.start, clause.end, reading)
        if late:
            return late, "", run
    if run.names and _is_told(text.text, run, clause.end):
        return run.names, "", run
    if run.names and not _is_adverbial(text.text, start, clause.end):
        return (), "", run
    return _late_subject(text, start, clause.end, reading), "", run


def subject_start(words: str, clause: Span) -> int:
    """Return where the subject of a clause may begin, behind connecting words.

    Args:
        words: the document.
        clause: the words of the clause or heading.
    """
    position = clause.start
    while position < clause.end and words[position] in ' \n-+*"':
        position += 1
    opener = CUES.pattern("opener").match(words, position, clause.end)
    return opener.end() if opener else position


def _is_told(words: str, run: Run, end: int) -> bool:
    """Tell whether what stands behind names tells their bearers to do something."""
    if CUES.pattern("as-what").match(words, run.after, end):
        return True
    if not run.stop or run.stop in ".;,)":
        return False
    return CUES.pattern("no-doing").match(run.stop) is None and run.names[0].span.end <= run.after


def _is_adverbial(words: str, position: int, end: int) -> bool:
    """Tell whether a clause begins with a circumstance."""
    return CUES.pattern("adverbial").match(words, position, end) is not None


def _ordered(text: NormalisedText, clause: Span, run: Run) -> tuple[tuple[Name, ...], str]:
    """Return the bodies behind the order words of a clause, and the first of these words.

    An order word counts at the beginning, behind the one who orders, and where no other subject
    stands before it; "theo đề nghị của ..." and "báo cáo, đề nghị ..." are no orders.
    """
    words, first = text.text, ""
    names: list[Name] = []
    for match in CUES.wording("order").finditer(words, clause.start, clause.end):
        if not names and not _is_order(words, clause, run, match):
            continue
        found = read_names(text, match.end(), clause.end)
        as_what = CUES.pattern("as-what").match(words, found.after, clause.end)
        if found.names and (as_what or not CUES.pattern("no-order").match(found.stop)):
            names += found.names
            first = first or match["order"]
    return tuple(names), first


def _is_order(words: str, clause: Span, run: Run, match: re.Match[str]) -> bool:
    """Tell whether an order word orders something in this paper.

    It does at the beginning of a clause, behind the one who orders, and, if it asks, where no
    subject stands before it; "theo đề nghị của ..." and "báo cáo, đề nghị ..." are no orders.
    """
    before = words[max(clause.start, match.start() - BEFORE_ORDER) : match.start()]
    if _ends_lead_in(words, clause, match):
        return True
    if CUES.pattern("order-as-noun").search(before):
        return False
    if run.names:
        handing_out = CUES.pattern("handing-out").match(match["order"])
        return run.after >= match.start() - 1 and not handing_out
    if CUES.pattern("order-place").search(before) or CUES.pattern("orderer").search(before):
        return True
    giving = CUES.pattern("giving").match(match["order"])
    return not giving and not begins_with_doing(words, clause)


def _ends_lead_in(words: str, clause: Span, match: re.Match[str]) -> bool:
    """Tell whether an order goes on with what its giver does and ends a lead-in."""
    if clause.end - match.end() > ORDER_ENDS_WITHIN or not words.startswith(":", clause.end):
        return False
    return words[clause.start : match.start()].endswith("và ")


def begins_with_doer(text: NormalisedText, span: Span) -> bool:
    """Tell whether words begin with a body, or the order to one, that is told to do something.

    Args:
        text: the document.
        span: the words of a paragraph.
    """
    if CUES.pattern("announces").match(text.text, span.start, span.end):
        return False
    start = subject_start(text.text, span)
    ordered = CUES.pattern("order").match(text.text, start, span.end)
    run = read_names(text, ordered.end() if ordered else start, span.end)
    return bool(run.names) and _is_told(text.text, run, span.end)


def begins_with_doing(words: str, span: Span) -> bool:
    """Tell whether words begin with what somebody is to do ("Tăng cường ...", "Rà soát ...").

    Args:
        words: the document.
        span: the words of an item, paragraph or clause.
    """
    stop = opening_stop(words, span.start, span.end)
    return bool(stop) and CUES.pattern("no-doing").match(stop) is None


def _late_subject(
    text: NormalisedText, start: int, end: int, reading: _Reading
) -> tuple[Name, ...]:
    """Return a subject behind a comma: after a circumstance, or before "phải", "cần" and the like.

    Args:
        text: the document.
        start, end: from where the subject was first looked for, to where the clause ends.
        reading: what was read so far; after a doer only a circumstance allows another.
    """
    words = text.text
    adverbial = _is_adverbial(words, start, end)
    unmarked = CUES.pattern("before-subject").search(words, start, end) if adverbial else None
    if unmarked is not None:
        run = _run_at(text, unmarked.end(), end)
        if run is not None and run.names and _is_told(words, run, end):
            return run.names
    if not adverbial and (reading.doers or "modal" not in reading.cues):
        return ()
    clause = Span(start=start, end=end)
    listed = [name.span for name in _behind(text, clause, reading.cues)]
    commas = CUES.pattern("comma").finditer(words, start, end)
    for _, comma in zip(range(MOST_COMMAS), commas, strict=False):
        if any(s.start <= comma.end() + 1 <= s.end + 2 for s in listed):
            continue
        run = _run_at(text, comma.end(), end)
        if run is not None and run.names and _is_told(words, run, clause.end):
            modal = CUES.pattern("modal").match(run.stop)
            bare = words[run.names[0].span.start].islower() and run.names[0].kind == "group"
            several = CUES.pattern("several").match(words, run.names[0].span.start)
            if (modal or adverbial) and (not bare or several):
                return run.names
    return ()


def _run_at(text: NormalisedText, position: int, end: int) -> Run | None:
    """Return the names behind a comma if they begin with the head of a name."""
    words = text.text
    while position < end and words[position] in " \n":
        position += 1
    return read_names(text, position, end) if head_kind(words, position, end) else None


def _behind(text: NormalisedText, clause: Span, cues: frozenset[str]) -> list[Name]:
    """Return the names behind the words "phối hợp với" of a clause."""
    names: list[Name] = []
    for cue in ("join", "duty-to-join", "lead-with"):
        if cue in cues:
            for match in CUES.wording(cue).finditer(text.text, clause.start, clause.end):
                names += read_names(text, match.end(), clause.end).names
    return names


def _told_names(text: NormalisedText, clause: Span, reading: _Reading) -> list[Name]:
    """Return the names behind "chỉ đạo" whose bearers are themselves told to do something."""
    names: list[Name] = []
    if "direct" not in reading.cues:
        return names
    for match in CUES.wording("direct").finditer(text.text, clause.start, clause.end):
        run = read_names(text, match.end(), clause.end)
        closes = bool(reading.doers) and not run.stop and run.after >= clause.end - 1
        if run.names and (closes or _is_told(text.text, run, clause.end)):
            names += run.names
            joins = CUES.pattern("join-word").match(run.stop) is not None
            reading.told_joins = reading.told_joins or joins
            leads = CUES.pattern("lead").match(text.text, run.after, clause.end)
            reading.told_leads = reading.told_leads or leads is not None
    return names


def _leads(words: str, clause: Span, found: tuple[Name, ...]) -> bool:
    """Tell whether "chủ trì" or "đầu mối" is printed behind the doers of a clause."""
    if not found:
        return False
    last = found[-1].span.end
    end = min(clause.end, last + LEAD_WITHIN)
    return CUES.wording("lead").search(words, last, end) is not None


def _monitors(words: str, span: Span, doers: list[Name]) -> bool:
    """Tell whether the doers are first of all to watch how others carry something out."""
    begins = max((name.span.end for name in doers), default=span.start)
    found = CUES.wording("monitor").search(words, begins, span.end)
    return found is not None and found.start() - begins < MONITORS_WITHIN

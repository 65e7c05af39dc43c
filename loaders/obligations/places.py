"""Say of each place in a document what its headings and lead-ins promise: tasks, aims or neither.

Source: the guide of the annotations (items under tasks, solutions and organisation are tasks;
purposes, requirements, scope, results, causes, methods and funding are none).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from loaders.obligations.assignees import Stated, read_stated
from loaders.obligations.doer_headings import heading_names
from loaders.obligations.names import read_names
from loaders.obligations.roles import assign
from loaders.obligations.subjects import begins_with_doing
from loaders.obligations.wordings import load_table
from loaders.records import Assignment, NormalisedText, Role, Section, SectionKind, Span
from ontology.quick_records import quick

CUES = load_table("places")
LISTING = frozenset({SectionKind.ITEM, SectionKind.PARAGRAPH})
OPENINGS = frozenset({SectionKind.PREAMBLE, SectionKind.DECISION_FORMULA})
HEADING_LENGTH = 220  # characters; what is longer is a sentence, and its end is looked at
FIRST_WORDS = 14  # characters in which a heading inside tasks must name another subject
JOIN_TAIL = 40  # characters at the end of a lead-in that tell to work with those below
OPENING_TAIL = 260  # characters at the end of a preamble that say what it opens


class Zone(StrEnum):
    """What stands below a heading or lead-in."""

    TASKS = "tasks"
    AIMS = "aims"
    NAMED = "named"  # a task only where somebody is told to do something
    THINGS = "things"  # what a task is about; a later paragraph may name somebody who does more
    NEUTRAL = "neutral"  # nothing is promised
    BARE = "bare"  # nothing is promised, but the items of the whole paper can only be its tasks
    NEVER = "never"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What a place inherits from the headings and lead-ins above it.

    Args:
        zone: what they promise.
        assignments: the doers they name.
        order: the order word of the nearest lead-in, empty where none orders.
        words: the lead-in that gives doers or order; None where none does.
        is_task: True below an item that is a task itself.
        joins: True where the lead-in ends with "phối hợp": the bodies below are those to work with.
    """

    zone: Zone = Zone.NEUTRAL
    assignments: tuple[Assignment, ...] = ()
    order: str = ""
    words: Span | None = None
    is_task: bool = False
    joins: bool = False

    def continued(self) -> Above:
        """Return what a later paragraph takes: the doers as responsible, without partners."""
        doers = tuple(
            replace(a, role=Role.IMPLEMENTING)
            for a in self.assignments
            if a.role is not Role.COORDINATING
        )
        return replace(self, assignments=doers)


def below(text: NormalisedText, section: Section, above: Above) -> Above:
    """Return what stands below a heading or lead-in.

    Args:
        text: the document.
        section: the heading or lead-in.
        above: what it inherits itself.
    """
    if _asks(text, section):
        return replace(above, zone=Zone.TASKS)
    names = heading_names(text, section.span)
    stated = names or read_stated(text, section.span)
    inside_aims = above.zone is Zone.AIMS and section.kind is not SectionKind.CHAPTER
    orders = section.lead_in and bool(stated.doers)
    if inside_aims and not orders:
        return above
    if section.kind in OPENINGS:
        stated = replace(stated, doers=stated.called) if stated.order else Stated()
    assignments = _kept(assign(stated, above.assignments), stated)
    speaks = bool(stated.doers or stated.partners or stated.order)
    return Above(
        zone=_zone_of_names(above) if names or inside_aims else _zone(text, section, above, stated),
        assignments=assignments,
        order=stated.order or above.order,
        words=section.span if speaks else above.words,
        joins=_joins(text.text, section.span),
    )


def _joins(words: str, span: Span) -> bool:
    """Tell whether a lead-in ends by telling its doers to work with those named below."""
    tail = words[max(span.start, span.end - JOIN_TAIL) : span.end]
    return CUES.pattern("joins").search(tail) is not None


def below_item(section: Section, above: Above, made: tuple[Assignment, ...]) -> Above:
    """Return what stands below an item that is a task itself: its doers hold for what follows.

    Those who work with them in that task do not (annotation guide: what follows takes the item's
    doer, without those who coordinate).

    Args:
        section: the item.
        above: what it inherits itself.
        made: its assignees.
    """
    made = tuple(a for a in made if a.role is not Role.COORDINATING)
    words = section.span if made else above.words
    return replace(above, assignments=_kept(made, None), words=words, is_task=True)


def lists_things(words: str, section: Section, place: Above) -> bool:
    """Tell whether an item orders something and then lists what it is about, not what to do.

    Args:
        words: the document.
        section: an item or paragraph with others below it.
        place: what stands below it.
    """
    if place.zone is not Zone.THINGS or section.kind not in LISTING:
        return False
    own = place.words == section.span and section.kind is SectionKind.ITEM
    return own or begins_with_doing(words, section.span)


def is_about_a_matter(words: str, span: Span) -> bool:
    """Tell whether a sentence only says what the items below it are about.

    Args:
        words: the document.
        span: the words of the sentence.
    """
    return CUES.pattern("about-a-matter").match(words, span.start, span.end) is not None


def behind_tale(words: str, span: Span, order: int) -> Span:
    """Return the words of a task without a tale of how things stand in front of its order.

    Args:
        words: the whole text.
        span: the words of the task.
        order: where the first of those stands to whom the order is given.
    """
    start = max(words.rfind(". ", span.start, order), words.rfind(".\n", span.start, order))
    if start < 0 or CUES.pattern("tale").match(words, span.start, start) is None:
        return span
    return Span(start=start + 2, end=span.end)


def begins_with_rate(words: str, span: Span) -> bool:
    """Tell whether words begin with what is measured: a rate to reach orders nothing else.

    Args:
        words: the document.
        span: the words of an item.
    """
    return CUES.pattern("begins-with-rate").match(words, span.start, span.end) is not None


def _kept(made: tuple[Assignment, ...], stated: Stated | None) -> tuple[Assignment, ...]:
    """Return assignees as they hold below: a lead only where "chủ trì" is printed."""
    if stated is not None and (stated.leads or not stated.doers):
        return made
    return tuple(replace(a, role=Role.IMPLEMENTING) if a.role is Role.LEAD else a for a in made)


def _zone_of_names(above: Above) -> Zone:
    """Return what stands below a heading of names: what these bodies must do."""
    return Zone.NEVER if above.zone is Zone.NEVER else Zone.TASKS


def _asks(text: NormalisedText, section: Section) -> bool:
    """Tell whether a lead-in says that somebody asks or directs, and no more ("UBND yêu cầu:")."""
    run = read_names(text, section.span.start, section.span.end)
    asks = CUES.pattern("asks").fullmatch(text.text, run.after, section.span.end)
    return section.lead_in and bool(run.names) and asks is not None


def _zone(text: NormalisedText, section: Section, above: Above, stated: Stated) -> Zone:
    """Return what a heading or lead-in promises."""
    words, span = text.text, section.span
    tail = words[max(span.start, span.end - 40) : span.end]
    if CUES.pattern("enumerates").search(tail):
        return Zone.THINGS
    ordering = section.kind is SectionKind.PARAGRAPH and bool(stated.order and stated.doers)
    if section.kind in OPENINGS or ordering or span.end - span.start > HEADING_LENGTH:
        return _opened(words, span, above, stated)
    inside = above.zone in {Zone.TASKS, Zone.AIMS} and section.kind is not SectionKind.CHAPTER
    leads_in = section.lead_in and section.kind is SectionKind.PARAGRAPH
    if leads_in and above.zone is Zone.TASKS and CUES.pattern("following").search(tail):
        return Zone.TASKS
    end = min(span.end, span.start + FIRST_WORDS) if inside else span.end
    named = _first_cue(words, Span(start=span.start, end=end), above.zone)
    if named is not None:
        return named
    if section.kind is SectionKind.PARAGRAPH:
        return _opened(words, span, above, stated)
    return above.zone


def _opened(words: str, span: Span, above: Above, stated: Stated) -> Zone:
    """Return what a preamble or sentence opens."""
    tail = max(span.start, span.end - OPENING_TAIL)
    if stated.order and stated.doers:
        return Zone.TASKS
    if CUES.pattern("issues").search(words, tail, span.end):
        return above.zone
    if CUES.pattern("opening").search(words, tail, span.end):
        return Zone.TASKS
    return above.zone


def _first_cue(words: str, span: Span, zone_above: Zone) -> Zone | None:
    """Return the zone that the first telling word of a heading names.

    The requirements of a plan are none of its tasks; those of a directive are its orders.
    """
    found = []
    required = zone_above if zone_above is Zone.TASKS else Zone.NEVER
    for key, zone in (
        ("tasks", Zone.TASKS),
        ("aims", Zone.AIMS),
        ("never", Zone.NEVER),
        ("requirements", required),
        ("named-only", Zone.NAMED),
    ):
        match = CUES.pattern(key).search(words, span.start, span.end)
        if match:
            found.append((match.start(), -match.end(), zone))
    return min(found)[2] if found else None

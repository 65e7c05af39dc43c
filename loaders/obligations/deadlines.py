"""Read when a task is due: days, months, quarters, years, rhythms, events.

Source: Decree 30/2020/NĐ-CP, annex I (how dates are printed); Decree 09/2019/NĐ-CP, article 12
(rhythms of reports); RFC 5545, section 3.3.10 (recurrence rules); Civil Code 91/2015/QH13,
articles 145 to 148 (a date "before" which a thing is due is itself too late).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from loaders.obligations.moments import (
    counted_from,
    day_before,
    first_day,
    interval_start,
    read_moment,
)
from loaders.obligations.recurrences import count_of, rule_of
from loaders.obligations.wordings import Wording, load_table
from loaders.records import Deadline, NormalisedText, PartialDate, Span
from ontology.quick_records import quick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

RHYTHMS = load_table("rhythms")
TABLE = load_table("deadlines")
COLUMNS = load_table("columns")
WORDS = load_table("calendar")
RHYTHM = frozenset({"recurrence", "following"})
ONE_MORE = "one-more-month"  # it counts behind another month only
PERIODS = frozenset({"month", "quarter", "half", "year"})
MONTHLY = "FREQ=MONTHLY"
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"
LONG_RHYTHMS = frozenset({"FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6"})
FIGURES = re.compile(r"\d(?<![\d/.-].)[\d/.-]*(?![^\W\d_a-z])")
BEFORE_FIGURE = 56  # characters of a phrase before its figure
BEHIND_FIGURE = 130  # characters behind it
FOLLOWS_WITHIN = 3  # characters between a rhythm and the next one of the same phrase
DATED_WITHIN = 3  # characters between a rhythm and the day that belongs to it
JOINED_WITHIN = 9  # characters between two rhythms or two days of one phrase
MEETING_WITHIN = 31  # days between a meeting and the notice of its conclusions
HALVES = 2  # days of one phrase that a half-yearly rhythm may have
RANGE_WITHIN = 24  # characters between the two ends of a range of times


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One phrase that the table read: its span, entry and groups."""

    start: int
    end: int
    rule: str
    means: str
    groups: dict[str, str]


def find_deadlines(
    text: NormalisedText, span: Span, issued: PartialDate | None
) -> tuple[Deadline, ...]:
    """Return the deadlines in a stretch of text, in order.

    Args:
        text: the document.
        span: where to look.
        issued: the date of the document; gives the year to phrases without one, and phrases that
            lie before it are no deadlines but the past.
    """
    found = _read(text, span, _phrases(_candidates(text.text, span)), issued)
    return tuple(
        deadline
        for deadline in found
        if not (_is_past(deadline, issued) or _is_withheld(text.text, span, deadline))
    )


def _is_withheld(words: str, span: Span, deadline: Deadline) -> bool:
    """Tell whether nothing is due by a day because its clause says what not to do before it."""
    if not WORDS.pattern("exclusive").match(deadline.printed):
        return False
    first = max(span.start, deadline.span.start - BEHIND_FIGURE)
    return WORDS.pattern("withheld").search(words[first : deadline.span.start]) is not None


def find_times(
    text: NormalisedText, span: Span, issued: PartialDate | None
) -> tuple[Deadline, ...]:
    """Return the deadlines of words that are there to tell a time: a column or an attribute.

    A date, month, quarter or year counts there without "before", "in" or "by", and so does one
    of the year before the document, which goes on with work that has begun.

    Args:
        text: the document.
        span: where to look.
        issued: the date of the document.
    """
    window = text.text[span.start : span.end]
    found = [
        _found(match, wording.id, wording.means)
        for wording in COLUMNS.wordings
        for match in wording.pattern.finditer(window)
    ]
    found += _candidates(text.text, span)
    found.sort(key=lambda phrase: phrase.start)
    times: list[Deadline] = []
    for time in _read(text, span, _phrases(found), issued):
        first = times.pop() if times and _is_range(text, times[-1].span, time.span) else None
        begins = first_day(first.iso) if first and first.iso else None
        times.append(replace(time, start=begins) if begins else time)
    return tuple(time for time in times if not _is_long_past(time, issued))


def _is_long_past(deadline: Deadline, issued: PartialDate | None) -> bool:
    """Tell whether a time ended before the year that went before the document."""
    if issued is None or deadline.due is None:
        return False
    return int(deadline.due[:4]) < issued.year - 1


def _is_range(text: NormalisedText, first: Span, second: Span) -> bool:
    """Tell whether a time is only where a range of times begins: it is due at its end."""
    between = text.text[first.end : second.start]
    return len(between) < RANGE_WITHIN and bool(WORDS.pattern("range").fullmatch(between))


def _read(
    text: NormalisedText, span: Span, phrases: Iterable[Found], issued: PartialDate | None
) -> tuple[Deadline, ...]:
    """Return the deadlines of phrases; a long rhythm takes the day that stands behind it."""
    deadlines: list[Deadline] = []
    for phrase in _dated(_without_repeated(list(phrases))):
        deadlines += _readings(text, span.start, phrase, issued)
    return tuple(deadlines)


def _without_repeated(phrases: list[Found]) -> list[Found]:
    """Return phrases without a bare rhythm of months or quarters whose day the next one names."""
    kept = []
    for place, phrase in enumerate(phrases):
        following = phrases[place + 1] if place + 1 < len(phrases) else None
        rhythm = rule_of(phrase.groups) if phrase.means in RHYTHM else ""
        if rhythm == QUARTERLY and following and "end" in following.groups:
            continue
        if rhythm == MONTHLY and following and _names_its_day(following):
            continue
        kept.append(phrase)
    return kept


def _names_its_day(phrase: Found) -> bool:
    """Tell whether a phrase names the day of every month."""
    return phrase.means in RHYTHM and rule_of(phrase.groups).startswith(f"{MONTHLY};BYMONTHDAY")


def _dated(phrases: list[Found]) -> Iterator[Found]:
    """Give phrases, the days without a year joined to the rhythms before them.

    "Định kỳ 6 tháng, năm (trước ngày 15/6 và trước ngày 15/12)" is due on two days of each year;
    a yearly rhythm takes the day that follows it in its sentence.
    """
    place = 0
    while place < len(phrases):
        rhythms = _stretch(phrases, place, _is_long_rhythm)
        behind = place + len(rhythms)
        days = _days_behind(phrases, behind) if rhythms else []
        if days:
            yield from _joined(rhythms, days)
        else:
            yield from rhythms or phrases[place : place + 1]
        place = behind + len(days) + (not rhythms)


def _days_behind(phrases: list[Found], place: int) -> list[Found]:
    """Return the days that belong to the rhythm before a place."""
    if place == len(phrases) or not _is_day(phrases[place]):
        return []
    rhythm = phrases[place - 1]
    near = phrases[place].start - rhythm.end <= DATED_WITHIN
    days = _stretch(phrases, place, _is_day)
    of_halves = len(days) == HALVES and rule_of(rhythm.groups) != "FREQ=YEARLY"
    return days if near or of_halves or rule_of(rhythm.groups) == "FREQ=YEARLY" else []


def _stretch(phrases: list[Found], start: int, wanted: Callable[[Found], bool]) -> list[Found]:
    """Return the phrases from a place on that are wanted and stand directly behind each other."""
    found: list[Found] = []
    for phrase in phrases[start:]:
        near = not found or phrase.start - found[-1].end <= JOINED_WITHIN
        if not near or not wanted(phrase):
            break
        found.append(phrase)
    return found


def _joined(rhythms: list[Found], days: list[Found]) -> Iterator[Found]:
    """Give a phrase for each day; those of the first begin with their rhythm."""
    start = rhythms[0].start
    for day in days:
        groups = {key: value for key, value in day.groups.items() if key in {"day", "month"}}
        yield replace(day, start=start, means="recurrence", groups=groups)
        start = day.end + 1


def _is_long_rhythm(phrase: Found) -> bool:
    """Tell whether a phrase is a rhythm of half years or years that names no day."""
    return (
        phrase.means in RHYTHM and "more" not in phrase.groups and "month" not in phrase.groups
    ) and rule_of(phrase.groups) in LONG_RHYTHMS


def _is_day(phrase: Found) -> bool:
    """Tell whether a phrase is a day without a year."""
    return phrase.means == "date" and "year" not in phrase.groups


def _phrases(candidates: list[Found]) -> Iterable[Found]:
    """Yield phrases, leftmost first, none inside another; their order decides at one place."""
    taken = rhythm = 0
    last = ""
    for match in candidates:
        if match.start < taken:
            continue
        if match.means == ONE_MORE and (last != "month" or match.start - taken > JOINED_WITHIN):
            continue
        if match.means == "following" and not 0 <= match.start - rhythm <= FOLLOWS_WITHIN:
            continue
        if match.means in RHYTHM:
            rhythm = match.end
        elif _is_day(match) and match.start - rhythm <= FOLLOWS_WITHIN:
            rhythm = match.end + 1  # the day in brackets behind a rhythm
        last = "month" if match.means == ONE_MORE else match.means
        taken = match.end
        yield replace(match, means=last)


def _candidates(words: str, span: Span) -> list[Found]:
    """Return what each entry reads, by position and then by the order of the tables."""
    window = words[span.start : span.end]
    matches = [(w, m) for w in _rhythms(words, span) for m in w.finditer(window, 0, len(window))]
    stretches = _figures(window)
    wordings = _may_tell(words, span) if stretches else []
    for start, end in stretches:
        matches += [(w, m) for w in wordings for m in w.finditer(window, start, end)]
    found = [_found(match, wording.id, wording.means) for wording, match in matches]
    return sorted(found, key=lambda phrase: phrase.start)


def _may_tell(words: str, span: Span) -> list[Wording]:
    """Return the entries of times that may read in a stretch of words, in their order."""
    standing = {wording.id for wording in TABLE.standing(words, span.start, span.end)}
    return [w for w in TABLE.wordings if w.id in standing or not w.triggers]


def _rhythms(words: str, span: Span) -> list[Wording]:
    """Return the entries of rhythms and events that may read; one that follows needs another."""
    standing = RHYTHMS.standing(words, span.start, span.end)
    if any(wording.means == "recurrence" for wording in standing):
        return standing
    return [wording for wording in standing if wording.means != "following"]


def _figures(window: str) -> list[tuple[int, int]]:
    """Return the stretches around figures before which a word of time stands, joined."""
    near = WORDS.pattern("near")
    stretches: list[tuple[int, int]] = []
    for figure in FIGURES.finditer(window):
        begin = max(0, figure.start() - BEFORE_FIGURE)
        bracketed = window[figure.start() - 1 : figure.start()] == "("
        if not bracketed and not near.search(window, begin, figure.start()):
            continue
        end = min(len(window), figure.end() + BEHIND_FIGURE)
        if stretches and stretches[-1][1] >= begin:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((begin, end))
    return stretches


def _found(match: re.Match[str], rule: str, means: str) -> Found:
    """Return a match as a phrase; blanks at its ends are not part of it."""
    inner = "phrase" if "phrase" in match.re.groupindex else 0
    printed = match.group(inner)
    start = match.start(inner) + len(printed) - len(printed.lstrip(" \n,"))
    end = match.end(inner) - (len(printed) - len(printed.rstrip(" \n,;:.(")))
    groups = {k: v for k, v in match.groupdict().items() if v is not None}
    return Found(start=start, end=end, rule=rule, means=means, groups=groups)


def _readings(
    text: NormalisedText, offset: int, phrase: Found, issued: PartialDate | None
) -> list[Deadline]:
    """Return the one or two deadlines of a phrase."""
    span = Span(start=offset + phrase.start, end=offset + phrase.end)
    printed = text.words(span)
    if phrase.means in RHYTHM:
        return _recurrences(phrase, printed, span)
    if phrase.means == "relative":
        counted = {key: count_of(value) for key, value in phrase.groups.items()}
        due = counted_from(printed, counted, issued)
        return [Deadline(printed=printed, span=span, due=due)]
    iso, due = read_moment(phrase.means, phrase.groups, issued)
    if iso is None:
        return []
    before = WORDS.pattern("exclusive").match(printed) is not None
    if before and phrase.means in PERIODS:
        return [Deadline(printed=printed, span=span, iso=iso, due=day_before(iso))]
    start = interval_start(phrase.groups, due)
    return [
        Deadline(printed=printed, span=span, iso=iso, due=due, start=start, inclusive=not before)
    ]


def _recurrences(phrase: Found, printed: str, span: Span) -> list[Deadline]:
    """Return the rule of a rhythm; a phrase with two days a year gives two."""
    groups = phrase.groups
    if "more" not in groups:
        rule = rule_of(groups)
        closed = ")" if printed.count("(") > printed.count(")") else ""
        stated = "BY" in rule
        return [
            Deadline(printed=printed + closed, span=span, recurrence=rule, anchor_stated=stated)
        ]
    cut = printed.rfind(groups["more"])
    first, second = printed[:cut].rsplit(None, 1)[0].strip(), printed[cut:]
    middle = span.end - len(second)
    day, month = re.findall(r"\d+", groups["more"])
    return [
        Deadline(
            printed=first,
            span=Span(start=span.start, end=span.start + len(first)),
            recurrence=rule_of(groups),
            anchor_stated=True,
            inclusive=False,
        ),
        Deadline(
            printed=second,
            span=Span(start=middle, end=span.end),
            recurrence=rule_of({"day": day, "month": month}),
            anchor_stated=True,
            inclusive=False,
        ),
    ]


def _is_past(deadline: Deadline, issued: PartialDate | None) -> bool:
    """Tell whether a period ended before the document was issued: then it tells of the past."""
    if issued is None or deadline.due is None:
        return False
    printed = deadline.due[: len(issued.iso())]
    return printed < issued.iso() and not _was_set(deadline, issued)


def _was_set(deadline: Deadline, issued: PartialDate) -> bool:
    """Tell whether a day "before" which a thing was due passed shortly before the paper was issued.

    Notices of conclusions are issued days after the meeting that sets the time.
    """
    full = deadline.iso == deadline.due and issued.day is not None
    if not full or not WORDS.pattern("exclusive").match(deadline.printed):
        return False
    due, day = date.fromisoformat(deadline.due or ""), date.fromisoformat(issued.iso())
    return (day - due).days <= MEETING_WITHIN

"""Read when a task is due: days, months, quarters, years, rhythms, events.

Source: Decree 30/2020/NĐ-CP, annex I (how dates are printed); Decree 09/2019/NĐ-CP, article 12
(rhythms of reports); RFC 5545, section 3.3.10 (recurrence rules); Civil Code 91/2015/QH13,
articles 145 to 148 (a date "before" which a thing is due is itself too late).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.obligations.wordings import Wording, load_table
from loaders.records import Deadline, NormalisedText, PartialDate, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RHYTHMS = load_table("rhythms")
TABLE = load_table("deadlines")
COLUMNS = load_table("columns")
WORDS = load_table("calendar")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
MONTHS_OF_QUARTER_ENDS = "3,6,9,12"
MONTHS_OF_A_YEAR = 12
FIGURES = re.compile(r"(?<![\d/.-])\d[\d/.-]*(?![^\W\d_a-z])")
BEFORE_FIGURE = 56  # characters of a phrase before its figure
BEHIND_FIGURE = 130  # characters behind it
FOLLOWS_WITHIN = 2  # characters between a rhythm and the next one of the same phrase


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
    return _read(text, span, _phrases(_candidates(text.text, span)), issued)


def find_times(
    text: NormalisedText, span: Span, issued: PartialDate | None
) -> tuple[Deadline, ...]:
    """Return the deadlines of words that are there to tell a time: a column or an attribute.

    A date, month, quarter or year counts there without "before", "in" or "by".

    Args:
        text: the document.
        span: where to look.
        issued: the date of the document.
    """
    window = text.text[span.start : span.end]
    found = _candidates(text.text, span)
    for wording in COLUMNS.wordings:
        found += (
            _found(match, wording.id, wording.means) for match in wording.pattern.finditer(window)
        )
    found.sort(key=lambda phrase: phrase.start)
    return _read(text, span, _phrases(found), issued)


def _read(
    text: NormalisedText, span: Span, phrases: Iterable[Found], issued: PartialDate | None
) -> tuple[Deadline, ...]:
    """Return the deadlines of phrases; "every year" takes the day that stands behind it."""
    found = list(phrases)
    dated = next((f for f in found if f.means == "date" and not f.groups.get("year")), None)
    deadlines: list[Deadline] = []
    for phrase in found:
        deadlines += _readings(text, span.start, phrase, issued)
    if dated is not None and any(d.recurrence == "FREQ=YEARLY" for d in deadlines):
        return _day_of_the_year(deadlines, dated, span.start)
    return tuple(d for d in deadlines if not _is_past(d, issued))


def _phrases(candidates: list[Found]) -> Iterable[Found]:
    """Yield phrases, leftmost first, none inside another; their order decides at one place."""
    taken = 0
    last: Found | None = None
    for match in candidates:
        if match.start < taken:
            continue
        if match.means == "following" and not _follows(last, match):
            continue
        taken, last = match.end, match
        yield match


def _follows(last: Found | None, match: Found) -> bool:
    """Tell whether a bare period goes on with the rhythm just before it."""
    return (
        last is not None
        and last.means in {"recurrence", "following"}
        and match.start - last.end <= FOLLOWS_WITHIN
    )


def _candidates(words: str, span: Span) -> list[Found]:
    """Return what each entry reads, by position and then by the order of the tables."""
    window = words[span.start : span.end]
    matches = [(w, m) for w in _rhythms(words, span) for m in w.finditer(window, 0, len(window))]
    for start, end in _figures(window):
        matches += [(w, m) for w in TABLE.wordings for m in w.finditer(window, start, end)]
    found = [_found(match, wording.id, wording.means) for wording, match in matches]
    return sorted(found, key=lambda phrase: phrase.start)


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
    printed = match.group()
    start = match.start() + len(printed) - len(printed.lstrip(" \n,"))
    end = match.end() - (len(printed) - len(printed.rstrip(" \n,;:.(")))
    groups = {k: v for k, v in match.groupdict().items() if v is not None}
    return Found(start=start, end=end, rule=rule, means=means, groups=groups)


def _readings(
    text: NormalisedText, offset: int, phrase: Found, issued: PartialDate | None
) -> list[Deadline]:
    """Return the one or two deadlines of a phrase."""
    span = Span(start=offset + phrase.start, end=offset + phrase.end)
    printed = text.words(span)
    if phrase.means in {"recurrence", "following"}:
        return _recurrences(phrase, printed, span)
    if phrase.means == "relative":
        return [Deadline(printed=printed, span=span)]
    iso, due = MAKERS[phrase.means](phrase.groups, issued)
    if iso is None:
        return []
    inclusive = not WORDS.pattern("exclusive").match(printed)
    return [Deadline(printed=printed, span=span, iso=iso, due=due, inclusive=inclusive)]


def _year(groups: dict[str, str], issued: PartialDate | None) -> int | None:
    """Return the printed year, else the year of the document."""
    if "year" in groups:
        return int(groups["year"])
    return issued.year if issued else None


def _last_day(year: int, month: int) -> str:
    """Return the last day of a month as ISO date."""
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _date(groups: dict[str, str], issued: PartialDate | None) -> tuple[str | None, str | None]:
    """Return a day; without a year it is the next such day from the date of the document."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    month, day = int(groups["month"]), int(groups["day"])
    passed = issued is not None and (issued.month or 0, issued.day or 0) > (month, day)
    if "year" not in groups and passed:
        year += 1
    if day > calendar.monthrange(year, month)[1]:
        return None, None
    iso = f"{year:04d}-{month:02d}-{day:02d}"
    return iso, iso


def _month(groups: dict[str, str], issued: PartialDate | None) -> tuple[str | None, str | None]:
    """Return a month, due on its last day."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    month = int(groups["month"])
    return f"{year:04d}-{month:02d}", _last_day(year, month)


def _quarter(groups: dict[str, str], issued: PartialDate | None) -> tuple[str | None, str | None]:
    """Return a quarter, due on its last day."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    quarter = ROMAN.get(groups["quarter"]) or int(groups["quarter"])
    return f"{year:04d}-Q{quarter}", _last_day(year, 3 * quarter)


def _half(groups: dict[str, str], issued: PartialDate | None) -> tuple[str | None, str | None]:
    """Return the last month of a half year."""
    year = _year(groups, issued)
    if year is None:
        return None, None
    month = 6 if WORDS.pattern("first-half").fullmatch(groups["half"]) else MONTHS_OF_A_YEAR
    return f"{year:04d}-{month:02d}", _last_day(year, month)


def _whole_year(groups: dict[str, str], _: PartialDate | None) -> tuple[str | None, str | None]:
    """Return a year, due on its last day."""
    return groups["year"], f"{groups['year']}-12-31"


def _any_date(groups: dict[str, str], issued: PartialDate | None) -> tuple[str | None, str | None]:
    """Return a date that stands alone, as exactly as it is printed."""
    return _date(groups, issued) if "year" in groups else (None, None)


MAKERS: dict[str, Callable[[dict[str, str], PartialDate | None], tuple[str | None, str | None]]] = {
    "date": _date,
    "attribute": _any_date,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "year": _whole_year,
}


def _recurrences(phrase: Found, printed: str, span: Span) -> list[Deadline]:
    """Return the rule of a rhythm; a phrase with two days a year gives two."""
    groups = phrase.groups
    if "more" not in groups:
        rule = _rule(groups)
        stated = "BY" in rule
        return [Deadline(printed=printed, span=span, recurrence=rule, anchor_stated=stated)]
    cut = printed.rfind(groups["more"])
    first, second = printed[:cut].rsplit(None, 1)[0].strip(), printed[cut:]
    middle = span.end - len(second)
    day, month = re.findall(r"\d+", groups["more"])
    return [
        Deadline(
            printed=first,
            span=Span(start=span.start, end=span.start + len(first)),
            recurrence=_rule(groups),
            anchor_stated=True,
            inclusive=False,
        ),
        Deadline(
            printed=second,
            span=Span(start=middle, end=span.end),
            recurrence=_rule({"day": day, "month": month}),
            anchor_stated=True,
            inclusive=False,
        ),
    ]


def _rule(groups: dict[str, str]) -> str:
    """Return the recurrence rule that the groups of a phrase say (RFC 5545, 3.3.10)."""
    if "month" in groups:
        days = f";BYMONTHDAY={int(groups['day'])}" if "day" in groups else ""
        return f"FREQ=YEARLY;BYMONTH={int(groups['month'])}{days}"
    if "weekday" in groups:
        return f"FREQ=WEEKLY;BYDAY={_weekday(groups['weekday'])}"
    if "day" in groups and "end" in groups:
        day = int(groups["day"])
        return f"FREQ=YEARLY;BYMONTH={MONTHS_OF_QUARTER_ENDS};BYMONTHDAY={day}"
    if "day" in groups:
        return f"FREQ=MONTHLY;BYMONTHDAY={int(groups['day'])}"
    return _frequency(groups["every"], groups.get("count", ""))


def _frequency(every: str, count: str) -> str:
    """Return the rule of "every N periods"; a quarter is three months."""
    frequency, months = WORDS.pattern("period").sub(_period, every).split()
    number = int(_count(count) or 1) * int(months)
    return f"FREQ={frequency}" + (f";INTERVAL={number}" if number > 1 else "")


def _period(match: re.Match[str]) -> str:
    """Return frequency and factor of a period word, by the name of its group."""
    name = match.lastgroup or ""
    return {
        "day": "DAILY 1",
        "week": "WEEKLY 1",
        "month": "MONTHLY 1",
        "quarter": "MONTHLY 3",
        "year": "YEARLY 1",
    }[name]


def _count(printed: str) -> str:
    """Return a small count in figures."""
    spelled = WORDS.pattern("number").fullmatch(printed)
    if spelled:
        return (spelled.lastgroup or "n1")[1:]
    return printed


def _weekday(printed: str) -> str:
    """Return the RFC 5545 code of "thứ Hai" to "thứ Bảy", spelled or in figures."""
    if printed.isdigit():
        return DAYS[int(printed) - 1]
    spelled = WORDS.pattern("weekday").fullmatch(printed.lower())
    return DAYS[int((spelled.lastgroup or "d2")[1:]) - 1] if spelled else "MO"


def _day_of_the_year(deadlines: list[Deadline], dated: Found, offset: int) -> tuple[Deadline, ...]:
    """Join "every year" and the day without a year that stands behind it, if they do."""
    rule = _rule(dated.groups)
    joined: list[Deadline] = []
    for first, second in pairwise([*deadlines, None]):
        if first is not None and first.span.start == offset + dated.start:
            continue
        near = second is not None and second.span.start == offset + dated.start
        if near and first is not None and first.recurrence == "FREQ=YEARLY" and second is not None:
            span = Span(start=first.span.start, end=second.span.end)
            joined.append(
                Deadline(
                    printed=f"{first.printed} ({second.printed})",
                    span=span,
                    recurrence=rule,
                    anchor_stated=True,
                    inclusive=False,
                )
            )
        elif first is not None:
            joined.append(first)
    return tuple(joined)


def _is_past(deadline: Deadline, issued: PartialDate | None) -> bool:
    """Tell whether a period ended before the document was issued: then it tells of the past."""
    if issued is None or deadline.due is None:
        return False
    printed = deadline.due[: len(issued.iso())]
    return printed < issued.iso()

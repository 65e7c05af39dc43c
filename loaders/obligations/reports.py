"""Read the reports that a task asks for: to whom, and through whom.

Source: the guide of the annotations: in "gửi X để tổng hợp, báo cáo Z" the recipient is X, in
"báo cáo Z (qua X)" it is Z and X is the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.obligations.names import Name, Run, head_kind, read_names
from loaders.obligations.wordings import load_table
from loaders.records import NormalisedText, Report, Span

if TYPE_CHECKING:
    import re

TABLE = load_table("reports")
FAR = 220  # characters between the word for reporting and the recipient
CLOSE = 60  # characters between it and "cho" with the recipient
NEAR = 4  # characters between a recipient and its bracket


def find_reports(text: NormalisedText, span: Span) -> tuple[Report, ...]:
    """Return the reports that the words of a task ask for, in order.

    Args:
        text: the document.
        span: the words of the task.
    """
    words, taken = text.text, span.start
    reports: list[Report] = []
    for match in _cues(words, span):
        if match.start() < taken or _is_purpose(words, span.start, match.start()):
            continue
        found = _recipients(text, span, match)
        if found is None:
            continue
        run, ends = found
        report = _report(text, match, run, ends)
        handed_on = TABLE.pattern("handed-on").match(run.stop) or report.via
        taken = ends if handed_on else run.after
        if not _is_told(report, reports):
            reports.append(report)
    return tuple(reports)


def _is_told(report: Report, reports: list[Report]) -> bool:
    """Tell whether an earlier report of the same task goes to the same bodies."""
    seen = {body.casefold() for earlier in reports for body in earlier.reports_to}
    return all(body.casefold() in seen for body in report.reports_to)


def _cues(words: str, span: Span) -> list[re.Match[str]]:
    """Return the words for reporting and sending, in order."""
    found = [
        match
        for key in ("report", "send")
        for match in TABLE.wording(key).finditer(words, span.start, span.end)
    ]
    return sorted(found, key=lambda match: match.start())


def _is_purpose(words: str, start: int, position: int) -> bool:
    """Tell whether a word says what the recipient of a report does with it."""
    return TABLE.pattern("purpose").search(words[max(start, position - 60) : position]) is not None


def _recipients(text: NormalisedText, span: Span, match: re.Match[str]) -> tuple[Run, int] | None:
    """Return the names behind a word for reporting and where its clause ends."""
    words = text.text
    ends = _clause_end(words, match.end(), span.end)
    begins = _clause_start(words, span.start, match.start())
    sends = match.re is TABLE.pattern("send")
    run = _names_at(text, match.end(), ends) or _names_behind(text, match.end(), ends)
    if run is None or (sends and not _sends_report(words, begins, match, run)):
        return None
    if TABLE.pattern("for-decision").search(match.group()) and _is_decided(run):
        return None
    return run, ends


def _clause_end(words: str, position: int, end: int) -> int:
    """Return where the clause around a position ends."""
    found = TABLE.pattern("clause-break").search(words, position, end)
    return found.start() if found else end


def _clause_start(words: str, start: int, position: int) -> int:
    """Return where the clause around a position begins."""
    return max(start, words.rfind(";", start, position) + 1, words.rfind(". ", start, position) + 1)


def _names_at(text: NormalisedText, position: int, end: int) -> Run | None:
    """Return the names that begin at a position."""
    words = text.text
    while position < end and words[position] in " \n,:":
        position += 1
    if head_kind(words, position, end) is None:
        return None
    run = read_names(text, position, end)
    return run if run.names else None


def _names_behind(text: NormalisedText, position: int, end: int) -> Run | None:
    """Return the names behind "về", "gửi", "cho" and the like in the rest of a clause."""
    found = [
        match
        for key, far in (("to", FAR), ("for", CLOSE))
        for match in TABLE.pattern(key).finditer(text.text, position, min(end, position + far))
    ]
    for match in sorted(found, key=lambda one: one.start()):
        if _is_purpose(text.text, position, match.start()):
            return None
        run = _names_at(text, match.end(), end)
        if run is not None:
            return run
    return None


def _is_decided(run: Run) -> bool:
    """Tell whether the words behind names say that their bearers decide on a paper."""
    return TABLE.pattern("decision").match(run.stop) is not None


def _sends_report(words: str, begins: int, match: re.Match[str], run: Run) -> bool:
    """Tell whether what is sent or submitted is a report, not a paper to be decided."""
    before = words[begins : run.names[0].span.start]
    if TABLE.pattern("submit").match(match.group()):
        return not _is_decided(run) and bool(TABLE.pattern("submitted-report").search(before))
    handed_on = TABLE.pattern("handed-on").match(run.stop) or TABLE.pattern(
        "handed-on-later"
    ).match(words, run.after)
    return not _is_decided(run) and (
        bool(handed_on) or TABLE.pattern("sent-thing").search(before) is not None
    )


def _report(text: NormalisedText, match: re.Match[str], run: Run, ends: int) -> Report:
    """Return a report to the names of a run; a bracket behind them belongs to the last."""
    via = TABLE.wording("via").search(text.text, run.end, min(ends, run.end + FAR))
    way = _names_at(text, via.end(), ends) if via else None
    names = [name.agency for name in run.names]
    last = run.names[-1]
    if via is None or via.start() > last.span.end + NEAR:
        names[-1] = _with_bracket(text, last, ends)
    span = Span(start=match.start(), end=max(run.end, match.end()))
    return Report(
        span=span,
        reports_to=tuple(names),
        via=way.names[0].agency if way is not None else None,
    )


def _with_bracket(text: NormalisedText, name: Name, ends: int) -> str:
    """Return a name with the name in brackets that stands directly behind it."""
    words = text.text
    opened = words.find("(", name.span.end, name.span.end + NEAR)
    closed = words.find(")", opened, ends) if opened >= 0 else -1
    if closed < 0 or head_kind(words, opened + 1, closed) is None:
        return name.agency
    return text.words(Span(start=name.span.start, end=closed + 1))

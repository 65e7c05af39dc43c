"""Say why an item or paragraph is a task, or that it is none.

Source: the guide of the annotations ("Tasks"): what orders is a task; description of the past
and of results, causes, permissions, remarks and the closing formula are none.
"""

from __future__ import annotations

from loaders.obligations.assignees import CUES as ORDERS
from loaders.obligations.assignees import Stated
from loaders.obligations.papers import Paper, deadlines_in, targets_in
from loaders.obligations.places import CUES, Above, Zone
from loaders.obligations.reports import TABLE as REPORTS
from loaders.obligations.reports import find_reports
from loaders.obligations.subjects import begins_with_doer, begins_with_doing
from loaders.records import Section, SectionKind, Span

TAIL = 160  # characters at the end of a paragraph in which it closes the paper
LAST_PARAGRAPHS = 2  # paragraphs at the end of the body that may close the paper
SHORTEST_TASK = 12  # characters
MONTH_PRINTED = 7  # characters of a date that names at least its month
DUTY_WITHIN = 120  # characters behind a doer in which the word of duty stands


def may_oblige(words: str, span: Span, zone: Zone) -> bool:
    """Tell whether a section may be a task: outside tasks and aims it needs a word that orders.

    Args:
        words: the document.
        span: the words of the section.
        zone: what the headings above it promise.
    """
    if zone in {Zone.TASKS, Zone.AIMS, Zone.NAMED, Zone.THINGS, Zone.BARE}:
        return True
    if ORDERS.wording("order").search(words, span.start, span.end):
        return True
    telling = (CUES.wording("duty"), CUES.wording("by-when"), REPORTS.wording("report"))
    return zone is Zone.NEUTRAL and any(
        wording.may_stand(words, span.start, span.end) for wording in telling
    )


def read_reason(paper: Paper, section: Section, above: Above, stated: Stated) -> str:
    """Return the reason why a section is a task; empty where it is none.

    Args:
        paper: the document.
        section: the item or paragraph.
        above: what it inherits from headings and lead-ins.
        stated: the bodies that it names itself.
    """
    words, span = paper.text.text, section.span
    if span.end - span.start < SHORTEST_TASK or _is_remark(words, section):
        return ""
    ordered = bool(stated.order and stated.doers)
    if not (stated.leads and stated.partners) and is_closing(paper, section):
        return ""
    if ordered:
        return "order"
    if _is_permission(words, stated, span) or _tells_up_to_a_day(paper, span):
        return ""
    if CUES.pattern("telling").match(words, span.start, span.end):
        return _rule_of_telling(words, section, above, stated)
    return _zone_rule(paper, section, above, stated)


def _tells_up_to_a_day(paper: Paper, span: Span) -> bool:
    """Tell whether words begin with the day up to which they tell, which was past when issued."""
    found = CUES.pattern("as-of").match(paper.text.text, span.start, span.end)
    if found is None or paper.issued is None:
        return False
    day = f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}"
    return day[: len(paper.issued.iso())] <= paper.issued.iso()


def _is_permission(words: str, stated: Stated, span: Span) -> bool:
    """Tell whether the doers are only allowed to do something."""
    if CUES.pattern("allowed").match(words, span.start, span.end):
        return True
    return bool(stated.doers) and bool(
        CUES.pattern("permission").match(words, stated.doers[-1].span.end, span.end)
    )


def _rule_of_telling(words: str, section: Section, above: Above, stated: Stated) -> str:
    """Return why words that begin as a tale are a task: an item of tasks, or a duty in them."""
    span, doers = section.span, stated.doers
    if above.zone is Zone.TASKS and section.kind is SectionKind.ITEM:
        return "" if CUES.pattern("past").search(words, span.start, span.end) else "tasks"
    direct = doers and CUES.pattern("direct-duty").match(words, doers[-1].span.end, span.end)
    return "duty" if direct and above.zone is not Zone.NEVER else ""


def _zone_rule(paper: Paper, section: Section, above: Above, stated: Stated) -> str:
    """Return why a section without an order word is a task in its zone."""
    words, named = paper.text.text, bool(stated.doers)
    in_item = section.kind is SectionKind.ITEM or _is_continued(paper, section, above)
    if above.zone in {Zone.TASKS, Zone.BARE}:
        bare = above.zone is Zone.BARE
        tells = named or begins_with_doing(words, section.span) or _asks_results(words, section)
        return "tasks" if (in_item and tells if bare else in_item or tells) else ""
    if above.zone is Zone.AIMS:
        figured = any(target.value is not None for target in targets_in(paper, section.span))
        return "aims" if figured or _is_due(paper, section.span) else ""
    if above.zone is Zone.NEVER or not named:
        return "duty" if _asks_report(paper, section, above) else ""
    if above.zone is Zone.THINGS:
        return "named" if section.kind is SectionKind.PARAGRAPH else ""
    dated = above.zone is Zone.NAMED and bool(deadlines_in(paper, section.span))
    if dated or (above.zone is Zone.NAMED and section.kind is SectionKind.ITEM):
        return "named"
    bound = _is_dated(paper, section) or _has_duty(words, stated, section.span)
    return "duty" if bound or _is_answer(paper, section) else ""


def _is_answer(paper: Paper, section: Section) -> bool:
    """Tell whether a paragraph begins with its doer right behind "có ý kiến như sau:"."""
    if section.index == 0 or section.kind is not SectionKind.PARAGRAPH:
        return False
    before = paper.sections[section.index - 1].span
    tail = paper.text.text[max(before.start, before.end - TAIL) : before.end]
    said = CUES.pattern("says-as-follows").search(tail)
    return said is not None and begins_with_doer(paper.text, section.span)


def _asks_results(words: str, section: Section) -> bool:
    """Tell whether a paragraph asks for a report on results, though it names nobody."""
    span = section.span
    return CUES.pattern("results-due").match(words, span.start, span.end) is not None


def _asks_report(paper: Paper, section: Section, above: Above) -> bool:
    """Tell whether a paragraph where nothing is promised asks for a report to somebody."""
    asks = above.zone is Zone.NEUTRAL and _asks_results(paper.text.text, section)
    return asks and bool(find_reports(paper.text, section.span))


def _is_dated(paper: Paper, section: Section) -> bool:
    """Tell whether an article, or a paragraph that begins with its doer, says by when it is due.

    In a paper that orders and has no headings, a paragraph may say whom its doer reports to.
    """
    words, span = paper.text, section.span
    begins = section.kind is SectionKind.PARAGRAPH and begins_with_doer(words, span)
    if not begins and section.kind is not SectionKind.ARTICLE:
        return False
    past = begins and CUES.pattern("past").search(words.text, span.start, span.end)
    reports = begins and paper.bare and find_reports(words, span)
    return not past and bool(reports or deadlines_in(paper, span))


def _is_due(paper: Paper, span: Span) -> bool:
    """Tell whether an aim says what is to be done by a day or in a month."""
    if not begins_with_doing(paper.text.text, span):
        return False
    return any(d.iso and len(d.iso) >= MONTH_PRINTED for d in deadlines_in(paper, span))


def _is_continued(paper: Paper, section: Section, above: Above) -> bool:
    """Tell whether a paragraph goes on with an item that is a task, or stands below its doers."""
    if section.parent is None:
        return False
    holder = paper.sections[section.parent]
    return holder.kind is SectionKind.ITEM and (above.is_task or above.words == holder.span)


def _has_duty(words: str, stated: Stated, span: Span) -> bool:
    """Tell whether a doer stands before "phải", "cần", "có trách nhiệm" or "chủ trì"."""
    if not stated.doers:
        return False
    first = stated.doers[0].span.end
    return CUES.pattern("duty").search(words, first, min(span.end, first + DUTY_WITHIN)) is not None


def _is_remark(words: str, section: Section) -> bool:
    """Tell whether a section is a remark or a clause on force."""
    span = section.span
    if section.label.startswith("["):  # a footnote
        return True
    if CUES.pattern("remark").match(words, span.start, span.end):
        return True
    if CUES.pattern("about-itself").match(words, span.start, span.end):
        return True
    return (
        CUES.wording("repeals").search(words, span.start, min(span.end, span.start + 160))
        is not None
    )


def is_closing(paper: Paper, section: Section) -> bool:
    """Tell whether a paragraph only closes the paper: it asks for no report and no date.

    Args:
        paper: the document.
        section: the paragraph.
    """
    early = section.index <= paper.last - LAST_PARAGRAPHS
    if section.kind is SectionKind.ITEM or (early and section.kind is not SectionKind.ARTICLE):
        return False
    words, span = paper.text.text, section.span
    closes = (
        CUES.pattern("closing-start").match(words, span.start, span.end)
        or CUES.pattern("closing").search(words, max(span.start, span.end - TAIL), span.end)
        or CUES.pattern("carry-out").search(words, max(span.start, span.end - TAIL), span.end)
    )
    return bool(closes) and not (find_reports(paper.text, span) or deadlines_in(paper, span))

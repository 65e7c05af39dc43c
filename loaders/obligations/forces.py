"""Say how strongly a task is ordered.

Source: ontology of the project (mandatory, directed, requested, encouraged, prohibited); domain,
section 6: "yêu cầu", "giao", "chỉ đạo" order, "đề nghị" asks, "phấn đấu" and broad tasks direct.
"""

from __future__ import annotations

from loaders.obligations.assignees import CUES
from loaders.records import Force, Span


def force_of(words: str, span: Span, own_order: str, order_above: str, *, aims: bool) -> Force:
    """Return how strongly a task is ordered.

    Args:
        words: the document.
        span: the words of the task.
        own_order: the order word in the task itself, empty where none stands.
        order_above: the order word of its lead-in.
        aims: True for an aim that states a figure.
    """
    if CUES.pattern("prohibit").match(words, span.start, span.end):
        return Force.PROHIBITED
    if CUES.pattern("encourage").match(words, span.start, span.end):
        return Force.ENCOURAGED
    for order in filter(None, (own_order, order_above)):
        return Force.REQUESTED if CUES.pattern("request").match(order) else Force.MANDATORY
    if aims or CUES.pattern("broad").match(words, span.start, span.end):
        return Force.DIRECTED
    return Force.MANDATORY

"""Read whom the order words of a clause call ("yêu cầu", "giao", "đề nghị").

Source: domain rules (order, request); "theo đề nghị của ..." and "báo cáo, đề nghị ..." are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.obligations.descriptions import described
from loaders.obligations.names import Name, Run, read_names
from loaders.obligations.subjects import begins_with_doing
from loaders.obligations.wordings import load_table

if TYPE_CHECKING:
    import re

    from loaders.records import NormalisedText, Span

CUES = load_table("cues")
GIVERS = ({"body"}, {"post"})  # kinds of those who give orders
BEFORE_ORDER = 400  # characters before an order word that tell what it is
ORDER_ENDS_WITHIN = 120  # characters from an order to the end of the lead-in that it ends


def called(text: NormalisedText, clause: Span, run: Run) -> tuple[tuple[Name, ...], str]:
    """Return the bodies behind the order words of a clause, and the first of these words.

    An order word counts at the beginning, behind the one who orders, and where no other subject
    stands before it; "theo đề nghị của ..." and "báo cáo, đề nghị ..." are no orders.

    Args:
        text: the document.
        clause: the words of the clause.
        run: the names it begins with.
    """
    words, first = text.text, ""
    names: list[Name] = []
    for match in CUES.wording("order").finditer(words, clause.start, clause.end):
        if not names and not _is_order(text, clause, run, match):
            continue
        found = described(text, read_names(text, match.end(), clause.end), clause.end)
        as_what = CUES.pattern("as-what").match(words, found.after, clause.end)
        if found.names and (as_what or not CUES.pattern("no-order").match(found.stop)):
            names += found.names
            first = first or match["order"]
    return tuple(names), first


def _is_order(text: NormalisedText, clause: Span, run: Run, match: re.Match[str]) -> bool:
    """Tell whether an order word orders something in this paper.

    It does at the beginning of a clause, behind the one who orders, and, if it asks, where no
    subject stands before it; "theo đề nghị của ..." and "báo cáo, đề nghị ..." are no orders.
    """
    words = text.text
    before = words[max(clause.start, match.start() - BEFORE_ORDER) : match.start()]
    if _ends_lead_in(words, clause, match):
        return True
    if CUES.pattern("order-as-noun").search(before):
        return False
    giving = CUES.pattern("giving").match(match["order"])
    if run.names:
        handing_out = CUES.pattern("handing-out").match(match["order"])
        sends = CUES.pattern("sends-paper").match(words, run.after, clause.end)
        asks = sends and not giving and CUES.pattern("order-place").search(before)
        return bool(asks) or (_is_next(words, run, match) and not handing_out)
    if CUES.pattern("order-place").search(before) or _is_given(text, clause, match):
        return True
    return not giving and not begins_with_doing(words, clause)


def _is_next(words: str, run: Run, match: re.Match[str]) -> bool:
    """Tell whether an order word stands behind names, or only "đồng thời" and the like between."""
    between = words[run.after : match.start()]
    return len(between) <= 1 or CUES.pattern("ordering-besides").match(between) is not None


def _is_given(text: NormalisedText, clause: Span, match: re.Match[str]) -> bool:
    """Tell whether the body or post behind the last comma of a clause gives the order."""
    start = max(clause.start, match.start() - BEFORE_ORDER)
    comma = text.text.rfind(", ", start, match.start())
    if comma < 0:
        return False
    giver = read_names(text, comma + 1, match.start())
    kinds = {name.kind for name in giver.names}
    return kinds in GIVERS and giver.after >= match.start() - 1


def _ends_lead_in(words: str, clause: Span, match: re.Match[str]) -> bool:
    """Tell whether an order goes on with what its giver does and ends a lead-in."""
    if clause.end - match.end() > ORDER_ENDS_WITHIN or not words.startswith(":", clause.end):
        return False
    return words[clause.start : match.start()].endswith("và ")

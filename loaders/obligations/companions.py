"""Read whom the doers of a clause work with, and whom they direct.

Source: the guide of the annotations ("A phối hợp với B": B coordinates; "A chỉ đạo B" and what B is
to do: both do it).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.obligations.names import Name, read_listed, read_names
from loaders.obligations.subjects import is_told
from loaders.obligations.wordings import load_table
from ontology.quick_records import quick

if TYPE_CHECKING:
    from loaders.records import NormalisedText, Span

CUES = load_table("cues")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Directed:
    """Those whom the doers of a clause direct.

    Args:
        names: in order.
        joins: True where one of them is told to work with a partner.
        leads: True where "chủ trì" is printed for one of them.
    """

    names: tuple[Name, ...] = ()
    joins: bool = False
    leads: bool = False


def partners_in(text: NormalisedText, clause: Span, cues: frozenset[str]) -> list[Name]:
    """Return the names behind the words "phối hợp với" of a clause.

    Args:
        text: the document.
        clause: the words of the clause.
        cues: the cues that stand in the item at all.
    """
    names: list[Name] = []
    for cue in ("join", "duty-to-join", "lead-with"):
        if cue in cues:
            for match in CUES.wording(cue).finditer(text.text, clause.start, clause.end):
                names += read_listed(text, match.end(), clause.end).names
    return [*names, *_joined_by(text, clause, cues)]


def _joined_by(text: NormalisedText, clause: Span, cues: frozenset[str]) -> tuple[Name, ...]:
    """Return those who work with the lead before them ("A chủ trì, B và C phối hợp")."""
    if "joined-by" not in cues:
        return ()
    for match in CUES.wording("joined-by").finditer(text.text, clause.start, clause.end):
        run = read_names(text, match.end(), clause.end)
        if run.names and CUES.pattern("join-word").match(text.text, run.after, clause.end):
            return run.names
    return ()


def directed_in(
    text: NormalisedText, clause: Span, cues: frozenset[str], *, has_doers: bool
) -> Directed:
    """Return those behind "chỉ đạo" who are themselves told to do something.

    Args:
        text: the document.
        clause: the words of the clause.
        cues: the cues that stand in the item at all.
        has_doers: True where doers were named; a name that ends the clause is directed then.
    """
    names: list[Name] = []
    joins = leads = False
    if "direct" not in cues:
        return Directed()
    for match in CUES.wording("direct").finditer(text.text, clause.start, clause.end):
        run = read_listed(text, match.end(), clause.end)
        closes = has_doers and not run.stop and run.after >= clause.end - 1
        if run.names and (closes or is_told(text.text, run, clause.end)):
            names += run.names
            joins = joins or CUES.pattern("join-word").match(run.stop) is not None
            led = CUES.pattern("lead").match(text.text, run.after, clause.end)
            leads = leads or led is not None
    return Directed(names=tuple(names), joins=joins, leads=leads)

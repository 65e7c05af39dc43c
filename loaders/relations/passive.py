"""What papers do to each other: "X bị bãi bỏ bởi Y", "X kèm theo Y", "Y đã thay thế X".

Source: Law 64/2025/QH15, on amending papers and ending their force; usage.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from loaders.records import Relation, Span
from loaders.relations.triggers import actives, any_passive, passives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.records import Citation
    from loaders.relations.clauses import Scope
    from loaders.relations.triggers import Passive

_AMENDING = re.compile(r"s\u1eeda\s")
_YEAR = re.compile(r"/((?:19|20)[0-9]{2})/")


def acted(scope: Scope, citation: Citation, others: Mapping[int, Relation]) -> Relation | None:
    """Return the relation of a mention that acted on one before it; None where it did not.

    Args:
        scope: the text with its mentions.
        citation: the mention.
        others: what mentions before it did to others, by the mention that did.
    """
    beside = scope.beside(citation)
    relation = others.get(beside) if beside is not None else None
    if relation is not None and _acts_too(scope, citation, relation):
        return _acting(citation, relation.target, relation.kind, relation.cue, relation.rule)
    for place, start in scope.before(citation):
        if not any_passive().match(scope.lower, start, citation.span.start):
            continue
        for passive in passives():
            match = passive.pattern.match(scope.lower, start, citation.span.start)
            if match and _suits(scope, passive, place):
                target = place if passive.annex_only else scope.same_type(place, citation)
                if not passive.annex_only and not _may_change(citation, scope.citations[target]):
                    continue
                cue = Span(start=match.start(), end=match.end())
                return _acting(citation, target, passive.kind, cue, passive.id)
    return _far(scope, citation)


def suffered(scope: Scope, citation: Citation) -> Relation | None:
    """Return what a paper named before a mention did to it; None where it did nothing.

    Args:
        scope: the text with its mentions.
        citation: the mention, or one that begins an item of a list under such words.
    """
    for place, start in scope.before(citation):
        if scope.citations[place].within == citation.within:
            for active in actives():
                match = active.pattern.fullmatch(scope.lower, start, citation.span.start)
                if match:
                    return _undergone(citation, place, active.kind, match, active.id)
    return _listed(scope, citation) if scope.begins_item(citation) else None


def end_of_changes(scope: Scope, citation: Citation) -> int:
    """Return where the words start after a row of mentions and the papers that changed them.

    Args:
        scope: the text with its mentions.
        citation: the mention that begins the row.
    """
    end = scope.row_end(citation)
    for other in scope.citations[citation.index + 1 :]:
        if other.span.start >= end and other.within == citation.within:
            changed = any_passive().fullmatch(scope.lower, end, other.span.start)
            return scope.row_end(other) if changed else end
    return end


def _listed(scope: Scope, citation: Citation) -> Relation | None:
    """Return what the paper did that the lead-in of a list names, to one of its items."""
    lead = scope.lead_in(scope.clause_start(citation))
    if lead is None:
        return None
    place = bisect_left(scope.citations, lead[0], key=lambda c: c.span.start)
    if place >= citation.index or scope.citations[place].span.end > lead[1]:
        return None
    for active in actives():
        match = active.pattern.search(scope.lower, scope.ends[place], lead[1])
        if match:
            return _undergone(citation, place, active.kind, match, active.id)
    return None


def _undergone(
    citation: Citation, source: int, kind: str, match: re.Match[str], rule: str
) -> Relation:
    """Return what a mention suffered from another."""
    cue = Span(start=match.start(), end=match.end())
    return Relation(
        source=source, target=citation.index, kind=kind, cue=cue, rule=rule, confidence=0.85
    )


def _far(scope: Scope, citation: Citation) -> Relation | None:
    """Return the relation of a mention that acted on one further before it in the sentence."""
    found = scope.far_before(citation)
    if found is None or citation.within is not None:
        return None
    place, low = found
    for passive in passives():
        match = passive.far and passive.far.search(scope.lower, low, citation.span.start)
        if match and scope.citations[place].number != citation.number:
            cue = Span(start=match.start(), end=match.end())
            target = scope.same_type(place, citation)
            return _acting(citation, target, passive.kind, cue, passive.id)
    return None


def _may_change(citation: Citation, other: Citation) -> bool:
    """Tell whether a paper may have changed another: not itself, nor a younger one."""
    years = (_year(citation), _year(other))
    younger = None not in years and (years[0] or 0) < (years[1] or 0)
    itself = citation.number is not None and citation.number == other.number
    return not younger and not itself


def _year(citation: Citation) -> int | None:
    """Return the year of a mention's date, or of its number; None where neither tells."""
    if citation.issued_on is not None:
        return citation.issued_on.year
    year = _YEAR.search(citation.number or "")
    return int(year[1]) if year else None


def _acts_too(scope: Scope, citation: Citation, relation: Relation) -> bool:
    """Tell whether a mention in a row with one that acted on a paper acted on it as well."""
    gap = scope.lower[scope.ends[citation.index - 1] : citation.span.start]
    another = relation.kind == "promulgates" or (bool(citation.clause) and ";" in gap)
    another = another or (")" in gap and _in_bracket(scope, relation))
    another = another or _is_law_apart(citation, scope.citations[citation.index - 1])
    return scope.citations[relation.target].number != citation.number and not another


def _is_law_apart(citation: Citation, other: Citation) -> bool:
    """Tell whether a law has a name where the one before it, which amends, has a number alone."""
    return _is_named(citation) and not _is_named(other)


def _is_named(citation: Citation) -> bool:
    """Tell whether a name of its own, not that of what it amends, stands in a mention."""
    name = citation.title_span
    inside = name is not None and name.end <= citation.span.end
    return inside and not _AMENDING.match((citation.title or "").lower())


def _in_bracket(scope: Scope, relation: Relation) -> bool:
    """Tell whether the words stand in a bracket by which a mention acted on another."""
    cue = relation.cue
    return cue is not None and "(" in scope.lower[cue.start : cue.end]


def _suits(scope: Scope, passive: Passive, place: int) -> bool:
    """Tell whether a passive wording may be said of a mention: an annex has no number."""
    return not passive.annex_only or scope.citations[place].number is None


def _acting(citation: Citation, target: int, kind: str, cue: Span | None, rule: str) -> Relation:
    """Return a relation whose source is a mention."""
    return Relation(
        source=citation.index, target=target, kind=kind, cue=cue, rule=rule, confidence=0.9
    )

"""Step 6: tell how the document, or a cited one, relates to each cited one.

Each mention has at most one relation from the document; one that lies in the subject of another
has its relation from that one. Precedence: the row it stands in, the words right before it in its
clause, the lead-in of its list, the words after it, the weakest kind.

Source: the relations of the vocabulary and their cues; Decree 30/2020/NĐ-CP for basis lines.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.records import Relation, Span
from loaders.relations.clauses import Scope, read_scope
from loaders.relations.coordination import governing, is_whole, last_within
from loaders.relations.passive import acted, end_of_changes, suffered
from loaders.relations.possible import CHANGES, ISSUING, holds, reaches, type_of
from loaders.relations.triggers import (
    Cue,
    find_cues,
    following,
    is_policy,
    types,
    wording,
)

if TYPE_CHECKING:
    from loaders.records import Citation, Metadata, NormalisedText, Section

RULED = "as-ruled"
"""Id of the trigger that points to a rule."""
BODY = "body-name"
"""Id of the trigger that names a body after a paper."""
ISSUES = ("promulgates", "approves")
"""Kinds that put another paper into being."""
VERDICTS = ("reviews", "cites")
"""Kinds of what is done with the carrying out of a paper: it is reviewed, or looked into."""
CONSOLIDATED = "VBHN"
"""Code of the type whose first mentions are the papers it merges."""


def classify(
    text: NormalisedText,
    sections: tuple[Section, ...],
    metadata: Metadata,
    citations: tuple[Citation, ...],
) -> tuple[Relation, ...]:
    """Return the relations of a text, in the order of their targets.

    Args:
        text: the normalised text.
        sections: its sections; words in tables and annexes change no other paper.
        metadata: the document's type decides what its first mentions are.
        citations: as `citations.find` gives them.
    """
    scope = read_scope(text, citations, sections)
    own: dict[int, Relation] = {}
    others: dict[int, Relation] = {}
    for citation in citations:
        passive = acted(scope, citation, others)
        if passive is not None:
            others[citation.index] = passive
            if not _merges(scope, metadata, citation):
                continue
        own[citation.index] = _relation(scope, metadata, citation, own, others)
    _repeat_issued(citations, own)
    return tuple(
        sorted([*own.values(), *others.values()], key=lambda r: (r.target, r.source or -1))
    )


def _repeat_issued(citations: tuple[Citation, ...], own: dict[int, Relation]) -> None:
    """Let a document not carry out what it puts into being itself: it only names that again."""
    nameless = [p for p, r in own.items() if r.source is None and not citations[p].number]
    named = {p: (citations[p].document_type, (citations[p].title or "").lower()) for p in nameless}
    issued = {named[p] for p in nameless if own[p].kind in ISSUES}
    for place in nameless:
        if named[place] in issued and own[place].kind == "implements":
            own[place] = replace(own[place], kind="cites")


def _relation(
    scope: Scope,
    metadata: Metadata,
    citation: Citation,
    own: dict[int, Relation],
    others: dict[int, Relation],
) -> Relation:
    """Return the one relation of a mention, from the document or from the outer mention."""
    if citation.within is not None:
        return _nested(scope, citation, own)
    if _merges(scope, metadata, citation):
        return _made(citation, None, "consolidates", None, "consolidated-text", 0.9)
    item = suffered(scope, citation) or _item(scope, metadata, citation, own)
    if item is not None:
        return item
    beside = scope.beside(citation)
    if beside is not None and beside in others:
        beside = others[beside].target
    if beside is not None and beside in own and not _is_apart(scope, citation, own[beside]):
        return _as(citation, own[beside])
    return _alone(scope, metadata, citation, own)


def _is_apart(scope: Scope, citation: Citation, beside: Relation) -> bool:
    """Tell whether a semicolon parts a mention from the name of a body that names a paper."""
    gap = scope.lower[scope.ends[citation.index - 1] : citation.span.start]
    return beside.rule == BODY and ";" in gap


def _item(
    scope: Scope, metadata: Metadata, citation: Citation, own: dict[int, Relation]
) -> Relation | None:
    """Return the relation of a mention that begins an item: what leads in its list tells it."""
    if not scope.begins_item(citation) or scope.basis_head(citation) is not None:
        return None
    if type_of(metadata) == CONSOLIDATED:
        return None
    if scope.is_basis_item(citation):
        return _made(citation, None, "basedOn", None, "basis-heading", 0.85)
    cue = _leading(scope, citation, scope.clause_start(citation))
    if cue is not None:
        return _by_cue(scope, metadata, citation, cue)
    place = scope.item_before(citation)
    return _as(citation, own[place]) if place in own else None


def _alone(
    scope: Scope, metadata: Metadata, citation: Citation, own: dict[int, Relation]
) -> Relation:
    """Return the relation that the words around a mention tell: its basis line, its clause."""
    quoting = scope.quoting(citation) if type_of(metadata) == CONSOLIDATED else None
    head = scope.basis_head(citation)
    if head is not None:
        return _made(citation, quoting, head[0], head[1], "basis-line", 0.95)
    start = scope.clause_start(citation)
    cue = _last(find_cues(scope.lower, start, citation.span.start))
    if cue is None and scope.is_empty(start, citation.span.start):
        cue = _leading(scope, citation, start)
    elif cue is None and wording("ruled_item").fullmatch(scope.lower, start, citation.span.start):
        cue = _changing_above(scope, start)
    if quoting is not None:
        return _quoted(citation, quoting, cue)
    carried = _carried(scope, metadata, citation, own, cue)
    return carried or _by_cue(scope, metadata, citation, cue)


def _carried(
    scope: Scope, metadata: Metadata, citation: Citation, own: dict[int, Relation], cue: Cue | None
) -> Relation | None:
    """Return the relation of a mention that a verb before its semicolon governs."""
    start = scope.clause_start(citation)
    if cue is not None and not is_whole(scope, start):
        return None
    stretch = governing(scope, start)
    if stretch is None:
        return None
    place = last_within(scope, *stretch)
    verb = _last(find_cues(scope.lower, *stretch)) if place is None else None
    first = _by_cue(scope, metadata, citation, verb) if verb else own.get(place or 0)
    if (
        first is None
        or first.rule == BODY
        or first.cue is None
        or (cue is not None and first.kind not in VERDICTS)
    ):
        return None
    return _as(citation, first)


def _as(citation: Citation, first: Relation) -> Relation:
    """Return the relation of a mention that shares the words which govern another."""
    return _made(citation, first.source, first.kind, first.cue, first.rule, first.confidence)


def _leading(scope: Scope, citation: Citation, start: int) -> Cue | None:
    """Return the cue that leads in a list: in a note's anchor, before its colon, in its heading."""
    lead = scope.note_anchor(citation) or scope.lead_in(start)
    cue = _last(find_cues(scope.lower, *lead)) if lead else None
    heading = scope.heading(start) if cue is None else None
    above = _last(find_cues(scope.lower, *heading)) if heading else None
    if above and above.trigger.kind in CHANGES:
        return above
    idle = cue is None or cue.trigger.kind not in CHANGES
    return None if idle and scope.is_placed(citation) else cue


def _changing_above(scope: Scope, start: int) -> Cue | None:
    """Return the cue above an item that names a rule of a paper, where it changes what is named."""
    for stretch in (scope.lead_in(start), scope.heading(start)):
        cue = _last(find_cues(scope.lower, *stretch)) if stretch else None
        if cue is not None:
            return cue if cue.trigger.kind in CHANGES else None
    return None


def _quoted(citation: Citation, quoting: int, cue: Cue | None) -> Relation:
    """Return the relation between a paper whose words are quoted and one that they name."""
    if cue is None:
        return _made(citation, quoting, "cites", None, "in-quotation", 0.7)
    return _made(citation, quoting, _kind(citation, cue), _span(cue), cue.trigger.id, 0.8)


def _last(cues: tuple[Cue, ...]) -> Cue | None:
    """Return the cue nearest to the mention."""
    return cues[-1] if cues else None


def _by_cue(scope: Scope, metadata: Metadata, citation: Citation, cue: Cue | None) -> Relation:
    """Return the relation that a cue tells; without one, what the words after the mention tell."""
    idle = cue is not None and not holds(scope, metadata, citation, cue)
    if cue is None or idle or cue.trigger.kind == "cites":
        told = _following(scope, metadata, citation, cue)
        if told is not None:
            return told
    if cue is not None and idle:
        return _made(citation, None, "cites", _span(cue), cue.trigger.id, 0.7)
    guiding = _guides(scope, metadata, citation, cue)
    if cue is None:
        kind = "guides" if guiding and citation.in_title else "cites"
        return _made(citation, None, kind, None, "no-cue", 0.7)
    opening = _opens(scope, metadata, citation, cue)
    kind = cue.trigger.in_title if opening else _kind(citation, cue)
    if guiding and cue.trigger.detailing != cue.trigger.kind:
        kind = cue.trigger.detailing
    if kind in ISSUES and citation.in_title and not scope.is_issued(cue.end, citation):
        kind = "cites"
    if kind == "implements" and citation.in_title and type_of(metadata) in types("detailing"):
        kind = "guides"
    return _made(citation, None, kind, _span(cue), cue.trigger.id, 0.85)


def _following(
    scope: Scope, metadata: Metadata, citation: Citation, cue: Cue | None
) -> Relation | None:
    """Return the relation that the words after a mention, or after its row, tell."""
    kind = type_of(metadata)
    if scope.is_aside(citation) or not reaches(metadata, citation):
        return None
    if kind and kind not in types("deciding"):
        return None
    after = scope.text_after(citation) if cue is not None else end_of_changes(scope, citation)
    for identifier, kind, pattern in following():
        match = pattern.match(scope.lower, after)
        if match:
            span = Span(start=match.start(), end=match.end())
            return _made(citation, None, kind, span, identifier, 0.85)
    return None


def _guides(scope: Scope, metadata: Metadata, citation: Citation, cue: Cue | None) -> bool:
    """Tell whether a document guides what it carries out: by its type, or as it announces."""
    kind = type_of(metadata)
    if kind in types("detailing"):
        return True
    if cue is not None and wording("issuing").search(
        scope.lower, max(0, cue.start - ISSUING), cue.start
    ):
        return True
    return (
        kind in types("ruling")
        and wording("announcing").match(scope.lower, scope.text_after(citation)) is not None
    )


def _opens(scope: Scope, metadata: Metadata, citation: Citation, cue: Cue) -> bool:
    """Tell whether a cue opens an article that puts a paper without a number into being."""
    if cue.trigger.in_title not in ISSUES or citation.number or citation.document_type is None:
        return False
    start, end = scope.clause_start(citation), citation.span.start
    before = scope.lower[max(0, cue.start - ISSUING) : cue.start]
    opens = scope.is_empty(start, cue.start) or wording("issuing").search(before) is not None
    return opens and scope.is_empty(cue.end, end) and type_of(metadata) in types("deciding")


def _kind(citation: Citation, cue: Cue) -> str:
    """Return the kind that a cue tells of a mention: by place, and by policy or rule."""
    if citation.in_title:
        return cue.trigger.in_title
    if is_policy(citation.document_type, citation.number):
        return cue.trigger.policy
    return cue.trigger.kind


def _nested(scope: Scope, citation: Citation, own: dict[int, Relation]) -> Relation:
    """Return the relation between an outer mention and one that lies in its subject."""
    outer = citation.within
    beside = scope.beside(citation)
    if beside is not None and beside in own and own[beside].source == outer:
        first = own[beside]
        return _made(citation, outer, first.kind, first.cue, first.rule, first.confidence)
    start = scope.inside(citation)
    cues = find_cues(scope.lower, start, citation.span.start)
    cue = _last(cues)
    if cue is not None and cue.trigger.id == RULED:
        cue = _last(tuple(c for c in cues if c.trigger.kind in CHANGES)) or cue
    if cue is None:
        return _uncued(scope, citation, start)
    around = find_cues(scope.lower, scope.citations[outer or 0].span.start, citation.span.start)
    if around and around[-1].trigger.id == BODY:
        return _made(citation, outer, "cites", _span(around[-1]), BODY, 0.7)
    kind = cue.trigger.nested
    if kind in ISSUES and not scope.is_issued(cue.end, citation):
        return _made(citation, outer, "cites", _span(cue), cue.trigger.id, 0.7)
    if not _can(scope.citations[outer or 0].document_type, kind):
        return _made(citation, outer, "cites", _span(cue), cue.trigger.id, 0.7)
    if kind == "implements" and scope.citations[outer or 0].document_type in types("detailing"):
        kind = "guides"
    return _made(citation, outer, kind, _span(cue), cue.trigger.id, 0.85)


def _uncued(scope: Scope, citation: Citation, start: int) -> Relation:
    """Return the relation of a mention in a subject that no cue leads to: it may be an annex."""
    issued = wording("issued_with").search(scope.lower, start, citation.span.start)
    if issued and citation.number is None:
        return _made(citation, citation.within, "promulgates", None, "issued-with", 0.8)
    return _made(citation, citation.within, "cites", None, "in-subject", 0.7)


def _can(document_type: str | None, kind: str) -> bool:
    """Tell whether a paper of a type may do to another what its subject says."""
    if kind in CHANGES:
        return document_type in types("deciding")
    return kind not in ISSUES or document_type not in types("proposing")


def _merges(scope: Scope, metadata: Metadata, citation: Citation) -> bool:
    """Tell whether a mention is one of the papers that a consolidated text merges."""
    return (
        type_of(metadata) == CONSOLIDATED and citation.within is None and scope.is_opening(citation)
    )


def _span(cue: Cue) -> Span:
    """Return where a cue stands."""
    return Span(start=cue.start, end=cue.end)


def _made(
    citation: Citation,
    source: int | None,
    kind: str,
    cue: Span | None,
    rule: str,
    confidence: float,
) -> Relation:
    """Return a relation to a mention."""
    return Relation(
        source=source,
        target=citation.index,
        kind=kind,
        cue=cue,
        rule=rule,
        confidence=round(confidence * min(1.0, citation.confidence + 0.1), 3),
    )

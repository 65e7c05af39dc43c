"""Whether what a cue says of a paper can be so: who may change it, whether it is to be carried out.

Source: Law 64/2025/QH15, Article 8: a paper is changed by the body that issued it; GUIDE: checking,
asking and telling are no orders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.relations.triggers import is_of_assembly, is_ruling, types, wording

if TYPE_CHECKING:
    from loaders.records import Citation, Metadata
    from loaders.relations.clauses import Scope
    from loaders.relations.triggers import Cue

ISSUING = 240
"""How many characters before a cue the words may stand by which a paper tells what it details."""
CHANGES = ("amends", "supplements", "replaces", "repeals", "suspends")
"""Kinds that say what happens to a rule that another cue points to."""


def type_of(metadata: Metadata) -> str:
    """Return the code of the document's own type; empty where it is not known."""
    return metadata.document_type.value if metadata.document_type else ""


def number_of(metadata: Metadata) -> str:
    """Return the document's own number; empty where it is not known."""
    return metadata.number.value if metadata.number else ""


def holds(scope: Scope, metadata: Metadata, citation: Citation, cue: Cue) -> bool:
    """Tell whether what a cue says can be so: who may change a paper, what can be an annex.

    Args:
        scope: the text with its mentions.
        metadata: of the document that says so.
        citation: the paper of which it is said.
        cue: the words that say it.
    """
    if cue.trigger.kind == "promulgates":
        return citation.number is None
    if cue.trigger.kind == "guides":
        before = scope.lower[max(0, cue.start - ISSUING) : cue.start]
        return citation.in_title or wording("issuing").search(before) is not None
    if cue.trigger.kind == "implements":
        return _is_ordered(scope, citation, cue)
    if cue.trigger.policy == "implements" and cue.trigger.kind == "cites":
        return not _describes(scope, metadata, citation, cue)
    if cue.trigger.kind not in CHANGES:
        return True
    in_body = not scope.is_aside(citation)
    return in_body and reaches(metadata, citation) and _changes(scope, metadata, cue)


def _is_ordered(scope: Scope, citation: Citation, cue: Cue) -> bool:
    """Tell whether a paper is to be carried out: no clause between, neither asked nor told."""
    start = max(cue.end, scope.clause_start(citation))
    if wording("severed").search(scope.lower, start, citation.span.start):
        return False
    if wording("carrying").search(scope.lower, max(0, cue.start - 40), cue.start):
        return wording("told").match(scope.lower, scope.text_after(citation)) is None
    return wording("asked").match(scope.lower, citation.span.end) is None


def _describes(scope: Scope, metadata: Metadata, citation: Citation, cue: Cue) -> bool:
    """Tell whether the words before a cue describe or rule: they order nothing."""
    if scope.is_aside(citation) or scope.is_note(citation):
        return True
    if is_ruling(type_of(metadata), number_of(metadata)):
        return True
    return wording("past").search(scope.lower, scope.clause_start(citation), cue.start) is not None


def reaches(metadata: Metadata, citation: Citation) -> bool:
    """Tell whether a document may change a paper: only the Assembly changes its own.

    Args:
        metadata: of the document.
        citation: the paper.

    Source: Law 64/2025/QH15, Article 8: a paper is changed by the body that issued it.
    """
    if not is_of_assembly(citation.document_type, citation.number):
        return True
    return is_of_assembly(type_of(metadata) or "L", number_of(metadata))


def _changes(scope: Scope, metadata: Metadata, cue: Cue) -> bool:
    """Tell whether a document of this type changes others, or says so of itself."""
    kind = type_of(metadata)
    if not kind or kind in types("deciding"):
        return True
    return wording("itself").search(scope.lower, max(0, cue.start - 200), cue.start) is not None

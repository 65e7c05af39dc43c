"""A curator's decision: kept in the graph of reviews, and applied to its document at once."""

from __future__ import annotations

import os
import time
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from luocdo.loading.decisions import document_path
from ontology.errors import LuocdoError
from ontology.namespaces import fixed_graph_iri
from queries.store.reviews import StoredDecision

if TYPE_CHECKING:
    from luocdo.pipeline import Pipeline
    from queries.terms import Term


class DecisionError(LuocdoError):
    """A decision that cannot be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a curator asks for.

    Args:
        node: IRI of what is decided on.
        verdict: "accept", "reject" or "correct".
        reviewer: name of the account.
        reason: why; needed unless the verdict is "accept".
        quote: the words that the curator saw.
        term: IRI of the property to correct.
        value, old: what it is to say, and what it said.
    """

    node: str
    verdict: str
    reviewer: str
    reason: str = ""
    quote: str = ""
    term: str = ""
    value: Term | None = None
    old: Term | None = None


def decide(pipeline: Pipeline, wish: Wish) -> StoredDecision:
    """Keep a decision, make its document's graph again, and show both to readers.

    Raises:
        DecisionError: a reason or a value is missing, or the document is not stored.
    """
    _check(pipeline, wish)
    base = pipeline.settings.base_iri
    decision = StoredDecision(
        iri=f"{base}id/review/{_uuid7()}",
        node=wish.node,
        verdict=wish.verdict,
        term=wish.term,
        value=wish.value,
        old=wish.old,
        quote=wish.quote,
        reason=wish.reason.strip(),
        reviewer=f"{base}id/reviewer/{wish.reviewer}",
        at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
    )
    decision = replace(decision, revises=_revised(pipeline, decision))
    pipeline.keep_decision(str(fixed_graph_iri(base, "review")), decision.n_triples())
    pipeline.make_again(document_path(wish.node, base))
    pipeline.publish(frozenset())
    return decision


def _check(pipeline: Pipeline, wish: Wish) -> None:
    if wish.verdict not in {"accept", "reject", "correct"}:
        raise DecisionError("bad-verdict", f"{wish.verdict!r} is no verdict.", "Choose one.")
    if wish.verdict != "accept" and not wish.reason.strip():
        raise DecisionError("reason-missing", "A reason is missing.", "Say why.")
    if wish.verdict == "correct" and not (wish.term and wish.value):
        raise DecisionError("value-missing", "The new value is missing.", "Give it.")
    base = pipeline.settings.base_iri
    path = document_path(wish.node, base) if wish.node.startswith(base) else ""
    if not path or not pipeline.writer.holds_document(path):
        raise DecisionError(
            "node-unknown", f"{wish.node} is no part of a stored document.", "Load it first."
        )


def _revised(pipeline: Pipeline, decision: StoredDecision) -> str:
    """Return the standing decision on the same node and property, if any."""
    same = [
        earlier.iri
        for earlier in pipeline.writer.decisions()
        if (earlier.node, earlier.term) == (decision.node, decision.term)
    ]
    return same[-1] if same else ""


def _uuid7() -> uuid.UUID:
    """Return an identifier that sorts by time (RFC 9562, section 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    bits = milliseconds << 80 | int.from_bytes(os.urandom(10))
    bits = bits & ~(0xF << 76) | 0x7 << 76
    return uuid.UUID(int=bits & ~(0x3 << 62) | 0x2 << 62)

"""Decisions of reviewers as they are stored: append-only, the last on a node and property wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from queries.terms import iri, literal, sparql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.store.reader import Asker
    from queries.terms import Term

RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LDO: Final = "https://w3id.org/luocdo/ns#"
PROV: Final = "http://www.w3.org/ns/prov#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_DECISIONS: Final = f"""
PREFIX ldo: <{LDO}>
PREFIX prov: <{PROV}>
SELECT ?decision ?node ?verdict ?property ?value ?old ?quote ?reason ?reviewer ?at ?revised WHERE {{
  ?decision a ldo:ReviewDecision ; ldo:onNode ?node ; ldo:verdict ?verdict .
  OPTIONAL {{ ?decision ldo:onProperty ?property }}
  OPTIONAL {{ ?decision ldo:newValue ?value }}
  OPTIONAL {{ ?decision ldo:oldValue ?old }}
  OPTIONAL {{ ?decision ldo:seenQuote ?quote }}
  OPTIONAL {{ ?decision ldo:reason ?reason }}
  OPTIONAL {{ ?decision prov:wasAttributedTo ?reviewer }}
  OPTIONAL {{ ?decision prov:generatedAtTime ?at }}
  OPTIONAL {{ ?decision prov:wasRevisionOf ?revised }}
}} ORDER BY ?at ?decision
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDecision:
    """One decision; empty strings and None where nothing is said.

    Args:
        iri: of the decision.
        node: IRI of what was decided on.
        verdict: local name ("accept", "reject", "correct").
        term: IRI of the property that is corrected.
        value, old: what it is to say, and what it said.
        quote: the words that the reviewer saw.
        reason: why.
        reviewer: IRI of the account.
        at: when, as xsd:dateTime in UTC.
        revises: IRI of the earlier decision that this one replaces.
    """

    iri: str
    node: str
    verdict: str
    at: str
    term: str = ""
    value: Term | None = None
    old: Term | None = None
    quote: str = ""
    reason: str = ""
    reviewer: str = ""
    revises: str = ""

    def n_triples(self) -> bytes:
        """Return the decision as N-Triples."""
        lines = (f"<{self.iri}> <{term}> {sparql(said)} .\n" for term, said in self._said() if said)
        return "".join(lines).encode()

    def _said(self) -> Iterator[tuple[str, Term | None]]:
        """Give properties with their values, None where nothing is to be said."""
        yield RDF_TYPE, iri(f"{LDO}ReviewDecision")
        yield f"{LDO}onNode", iri(self.node)
        yield f"{LDO}verdict", iri(f"{LDO}{self.verdict}")
        yield f"{LDO}onProperty", iri(self.term) if self.term else None
        yield f"{LDO}newValue", self.value
        yield f"{LDO}oldValue", self.old
        yield f"{LDO}seenQuote", literal(self.quote) if self.quote else None
        yield f"{LDO}reason", literal(self.reason) if self.reason else None
        yield f"{PROV}wasAttributedTo", iri(self.reviewer) if self.reviewer else None
        yield f"{PROV}generatedAtTime", literal(self.at, datatype=f"{XSD}dateTime")
        yield f"{PROV}wasRevisionOf", iri(self.revises) if self.revises else None


def all_decisions(asker: Asker) -> tuple[StoredDecision, ...]:
    """Return every decision, the oldest first."""
    found: dict[str, StoredDecision] = {}
    for row in asker.select(_DECISIONS).rows:
        name, node, verdict, term, value, old, quote, reason, reviewer, at, revised = row
        found[_words(name)] = StoredDecision(
            iri=_words(name),
            node=_words(node),
            verdict=_words(verdict).rpartition("#")[2],
            term=_words(term),
            value=value,
            old=old,
            quote=_words(quote),
            reason=_words(reason),
            reviewer=_words(reviewer),
            at=_words(at),
            revises=_words(revised),
        )
    return tuple(found.values())


def standing_decisions(asker: Asker) -> tuple[StoredDecision, ...]:
    """Return the decisions that no later one revises, the oldest first."""
    decisions = all_decisions(asker)
    revised = {decision.revises for decision in decisions}
    return tuple(decision for decision in decisions if decision.iri not in revised)


def _words(term: Term | None) -> str:
    return "" if term is None else term.value

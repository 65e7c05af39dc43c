"""Questions that the side index answers: no store holds what they ask for, or joins it slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from queries.lineage_answers import lineage_down, lineage_up
from queries.reuse import shared_passages
from queries.terms import XSD, Rows, iri, literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from queries.index.reader import SideIndex, Value
    from queries.terms import Term

    Given = Mapping[str, Term | None]

_CHANGES: Final = """
SELECT at, document, change, relation, added, removed FROM changes WHERE at >= ?
ORDER BY at DESC, document, change, relation, added, removed
"""
_VOCABULARY: Final = "https://w3id.org/luocdo/ns#"
_SAME_TEXT: Final = (
    *("documentA", "documentALabel", "documentB", "documentBLabel", "length", "share"),
    *("quoteA", "quoteB", "obligationA", "obligationB"),
)
_CHANGED: Final = ("at", "document", "documentLabel", "change", "relation", "added", "removed")


def answer(question: str, index: SideIndex, given: Given) -> Rows:
    """Return the rows of a question that the side index answers.

    Args:
        question: its id.
        index: side index of a generation.
        given: terms by name of parameter; None where one narrows nothing.
    """
    return _ANSWERS[question](index, given)


def is_answered(question: str) -> bool:
    """Tell whether the side index answers a question of this id."""
    return question in _ANSWERS


def _same_text(index: SideIndex, given: Given) -> Rows:
    document, least = given["doc"], given["min"]
    found = shared_passages(
        index, document.value if document else "", int(least.value) if least else 0
    )
    labels = index.labels(iri for each in found for iri in (each.document_a, each.document_b))
    rows = (
        (
            iri(each.document_a),
            _words(labels.get(each.document_a)),
            iri(each.document_b),
            _words(labels.get(each.document_b)),
            _number(each.length),
            _number(each.similarity),
            _words(each.quote_a),
            _words(each.quote_b),
            iri(each.obligation_a),
            iri(each.obligation_b),
        )
        for each in found
    )
    return Rows(columns=_SAME_TEXT, rows=tuple(rows))


def _changes(index: SideIndex, given: Given) -> Rows:
    since = given["since"]
    found = index.rows(_CHANGES, (since.value if since else "",))
    labels = index.labels(str(row[1]) for row in found)
    return Rows(columns=_CHANGED, rows=tuple(_change(row, labels) for row in found))


def _change(row: tuple[Value, ...], labels: Mapping[str, str]) -> tuple[Term | None, ...]:
    at, document, change, relation, added, removed = row
    return (
        literal(str(at), datatype=f"{XSD}dateTime"),
        iri(str(document)),
        _words(labels.get(str(document))),
        literal(str(change)),
        iri(_VOCABULARY + str(relation)) if relation else None,
        *_iris((added, removed)),
    )


def _iris(values: Iterable[Value]) -> tuple[Term | None, ...]:
    return tuple(iri(str(value)) if value else None for value in values)


def _words(value: str | None) -> Term | None:
    return literal(value) if value else None


def _number(value: int) -> Term:
    return literal(str(value), datatype=f"{XSD}integer")


_ANSWERS: Final[Mapping[str, Callable[[SideIndex, Given], Rows]]] = {
    "same-text": _same_text,
    "changes-since": _changes,
    "lineage-down": lineage_down,
    "lineage-up": lineage_up,
}

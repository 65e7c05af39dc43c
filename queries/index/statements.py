"""What else one graph says that questions ask for: a row a statement, and where several stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from queries.index.nodes import LDO, ORG, RDF_TYPE, SKOS, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.index.nodes import Nodes, Row

_LABEL: Final = f"{SKOS}prefLabel"
_KEPT: Final = {
    f"{LDO}succeededBy": "succeededBy",
    f"{LDO}member": "member",
    f"{LDO}onNode": "onNode",
    f"{ORG}postIn": "postIn",
}
_OURS: Final = (
    *("date", "place", "presence", "annexOf", "validFrom", "validUntil", "rank"),
    *("statedIn", "citedWork", "status", "form", "printed", "evidence"),
    *("assignee", "role", "dueDate", "dueInclusive", "recurrence", "anchorStated", "via"),
)
_EVIDENCE: Final = f"{LDO}evidence"
_STATED: Final = f"{LDO}statedIn"
_ONE: Final = {LDO + name: name for name in _OURS}


def statement_rows(nodes: Nodes) -> Iterator[Row]:
    """Give subject, name of the property and object.

    Labels are those in Vietnamese; "class" gives the classes of ours of a document.
    """
    for subject, about in nodes.described():
        classes = {local_name(value) for value, _ in about.get(RDF_TYPE, ())}
        if "Document" in classes:
            yield from ((subject, "class", name) for name in classes if "/" not in name)
        for value, language in about.get(_LABEL, ()):
            if language == "vi":
                yield subject, "label", value
        for predicate in about.keys() & _KEPT.keys():
            for value, _ in about[predicate]:
                yield subject, _KEPT[predicate], value


def plural_rows(nodes: Nodes) -> Iterator[Row]:
    """Give the properties of which a node has several values where tables keep one, with the node.

    Several pieces of evidence count where the words of one are shown, which no document's are.
    """
    for subject, about in nodes.described():
        for predicate, values in about.items():
            is_told = predicate != _EVIDENCE or _STATED in about
            if len(values) > 1 and predicate in _ONE and is_told:
                yield _ONE[predicate], subject

"""Which cited document a task carries out: the one that is cited inside its words.

Source: contract of the graph, section 3 (`fulfils`). The citation stands in the task, or in the
lead-in that gives the task its force, and says that its document is carried out or carried on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from rdflib import RDF

from ontology.namespaces import LDO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from loaders.graph.evidence import Triple
    from loaders.graph.statements import Statements

_SPAN: Final = re.compile(r"/(?:ev|cit)/(?P<start>[0-9]+)-(?P<end>[0-9]+)(?:/[0-9]+)?$")
_CARRIED_OUT: Final = frozenset({LDO.implements, LDO.continues})
_WITHIN_TASK: Final = "/report/"

Cited = tuple[int, int, "Node"]


def fulfilment_triples(graph: Statements) -> Iterator[Triple]:
    """Give for each task the documents that it carries out.

    A duty to report that is a part of a task adds nothing to what the task says.

    Args:
        graph: the statements of one document, its citations decided.
    """
    cited = sorted(_carried_out(graph), key=lambda found: found[:2])
    starts = [start for start, _, _ in cited]
    for task in graph.subjects(RDF.type, LDO.Obligation):
        if _WITHIN_TASK in str(task):
            continue
        for start, end in _spans(graph, task):
            for place in range(bisect_left(starts, start), bisect_left(starts, end)):
                if cited[place][1] <= end:
                    yield task, LDO.fulfils, cited[place][2]


def _carried_out(graph: Statements) -> Iterator[Cited]:
    """Give where the document itself carries out another, and which."""
    for node, work in graph.subject_objects(LDO.citedWork):
        own = graph.value(node, LDO.statedIn)
        found = _SPAN.search(str(node))
        if found is None or work == own or graph.value(node, LDO.citingWork) != own:
            continue
        if graph.value(node, LDO.relationType) in _CARRIED_OUT:
            yield int(found["start"]), int(found["end"]), work


def _spans(graph: Statements, task: Node) -> Iterator[tuple[int, int]]:
    """Give where the words of a task and of its lead-in stand."""
    for name in (LDO.evidence, LDO.leadIn):
        for evidence in graph.objects(task, name):
            found = _SPAN.search(str(evidence))
            if found is not None:
                yield int(found["start"]), int(found["end"])

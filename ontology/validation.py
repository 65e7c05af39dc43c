"""Completeness of the graph: SHACL over one graph, or the same rules as queries over a store.

`validate` is the reference: it runs pySHACL. pySHACL is loaded when it is first called, since
most commands never validate and its import costs as much as all others together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from rdflib import Graph, URIRef
from rdflib.plugins.sparql import prepareQuery

from ontology.namespaces import LDO, OA, RDF, SH, document_of
from ontology.shape_rules import Rule, Severity, read_rules, rules, shapes_graph

if TYPE_CHECKING:
    from rdflib.plugins.sparql.sparql import Query
    from rdflib.query import Result
    from rdflib.term import Node

Row = tuple[str | None, str | None, str | None]
Ask = Callable[[str], Iterable[Row]]
"""A query (SELECT ?this ?path ?value) and its rows, IRIs and literals as plain strings."""

_ORDER: Final[dict[Severity, int]] = {"violation": 0, "warning": 1, "info": 2}
_QUOTE_CODE: Final = "E2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault or remark.

    Args:
        focus: IRI of the node at fault.
        path: IRI of the property at fault.
        code: code of the completeness rule, as `D2`.
        severity: violation, warning or info.
        message_vi: what is missing or wrong, in Vietnamese.
        message_en: the same in English.
        value: the value at fault, or an empty string where something is missing.
        document: IRI of the document that the node belongs to; empty for bodies and places.
    """

    focus: str
    path: str
    code: str
    severity: Severity
    message_vi: str
    message_en: str
    value: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """What a check found.

    Args:
        conforms: whether no finding is a violation; warnings and infos do not stop a load.
        findings: the findings, violations first.
    """

    conforms: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What an evidence node claims of its text.

    Args:
        evidence: IRI of the evidence.
        start: first character, counted from 0.
        end: character after the last.
        exact: the quoted words.
    """

    evidence: str
    start: int
    end: int
    exact: str


class _PreparedGraph(Graph):
    """A graph that translates each query text once.

    pySHACL asks the same text for every node; four fifths of its time would go into parsing
    it. A prepared query may be run again and again with other bindings.
    """

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """Run a query, prepared if it comes as text; the other arguments are rdflib's own."""
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **kwargs)


@lru_cache(maxsize=256)
def _prepared(text: str) -> Query:
    """Return the translated query of a text."""
    return prepareQuery(text)


def report_of(findings: Iterable[Finding]) -> ValidationReport:
    """Return a report of findings, each once, violations first, in a stable order."""
    ordered = sorted(
        set(findings),
        key=lambda each: (_ORDER[each.severity], each.code, each.focus, each.path, each.value),
    )
    return ValidationReport(
        conforms=not any(each.severity == "violation" for each in ordered),
        findings=tuple(ordered),
    )


def validate(data: Graph, shapes: Graph | None = None) -> ValidationReport:
    """Check a graph by SHACL with pySHACL.

    Args:
        data: a document's effective graph with what it points to (registry, agencies, types),
            or a merge of many; a plain rdflib graph in memory. It is not changed.
        shapes: other shapes than those of `shapes/`; each must have code, severity, messages.

    Raises:
        ShapeError: a shape is not complete.

    Source: contract of the graph, section 7; SHACL (W3C 2017).
    """
    import pyshacl  # noqa: PLC0415 - heavy; see the head of this module

    known = rules() if shapes is None else read_rules(shapes)
    view = _PreparedGraph(store=data.store, identifier=data.identifier)
    results = pyshacl.validate(view, shacl_graph=shapes or shapes_graph())[1]
    by_shape = {rule.shape: rule for rule in known}
    return report_of(
        _from_result(results, result, by_shape)
        for result in results.subjects(RDF.type, SH.ValidationResult)
    )


def _from_result(results: Graph, result: Node, by_shape: Mapping[str, Rule]) -> Finding:
    """Return one SHACL result as a finding."""
    focus, path, value, shape = (
        _text(results.value(result, name))
        for name in (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape)
    )
    return _finding(by_shape[shape], focus, path, value)


def _text(node: Node | None) -> str:
    """Return a node as text, an absent one as the empty string."""
    return "" if node is None else str(node)


def _finding(rule: Rule, focus: str, path: str, value: str) -> Finding:
    """Return what a rule says of a node.

    A constraint without a value of its own reports its focus node as the value (SHACL, 6.3.1).
    """
    return Finding(
        focus=focus,
        path=path,
        code=rule.code,
        severity=rule.severity,
        message_vi=rule.message_vi,
        message_en=rule.message_en,
        value="" if value == focus else value,
        document=document_of(focus),
    )


def pointed_at(data: Graph) -> frozenset[str]:
    """Return the IRIs that a graph points at and does not describe.

    What a document's graph needs beside it to be checked is what other graphs say of these
    (bodies, places, cited documents), not those graphs whole.
    """
    described = set(data.subjects())
    return frozenset(
        str(each) for each in set(data.objects()) - described if isinstance(each, URIRef)
    )


def validate_by_query(ask: Ask, among: Iterable[Rule] | None = None) -> ValidationReport:
    """Check a whole store, each rule as one query: the same findings as `validate`, far faster.

    Args:
        ask: runs a SELECT and gives its rows as (this, path, value).
        among: the rules to check; all where None.
    """
    return report_of(
        _finding(rule, this or "", path or "", value or "")
        for rule in (rules() if among is None else among)
        for query in rule.queries
        for this, path, value in ask(query)
    )


def quotes_of(data: Graph) -> tuple[Quote, ...]:
    """Return what the evidence nodes of a graph claim, in the order of their places."""
    found = (_quote(data, evidence) for evidence in data.subjects(RDF.type, LDO.Evidence))
    return tuple(sorted((each for each in found if each), key=lambda each: (each.start, each.end)))


def _quote(data: Graph, evidence: Node) -> Quote | None:
    """Return the claim of one evidence node, or None where a selector is missing."""
    said: dict[Node, Node] = {}
    for selector in data.objects(evidence, OA.hasSelector):
        said.update(data.predicate_objects(selector))
    if not {OA.start, OA.end, OA.exact} <= said.keys():
        return None
    return Quote(
        evidence=str(evidence),
        start=int(str(said[OA.start])),
        end=int(str(said[OA.end])),
        exact=str(said[OA.exact]),
    )


def quote_findings(text: str, quotes: Iterable[Quote]) -> tuple[Finding, ...]:
    """Return a finding for each quote that does not stand in the text where it says.

    Args:
        text: the source text as read, whose code points the offsets count.
        quotes: claims of the evidence nodes of that text, as of `quotes_of`.

    Source: contract of the graph, section 7, rule E2: 0 <= start < end <= length, and
    text[start:end] is the quote.
    """
    rule = next(rule for rule in rules() if rule.code == _QUOTE_CODE)
    return tuple(
        _finding(rule, each.evidence, str(OA.hasSelector), each.exact)
        for each in quotes
        if not 0 <= each.start < each.end <= len(text) or text[each.start : each.end] != each.exact
    )

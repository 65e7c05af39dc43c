"""The completeness rules as data: read from `shapes/`, and each as one SELECT over a store.

A shape is standard SHACL, so that any validator may run it. The same shape is also one query
that finds all its faults at once, which is two orders faster than one query for each node.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

from rdflib import Graph
from rdflib.collection import Collection
from rdflib.term import Literal as RdfLiteral
from rdflib.term import Node

from ontology.errors import ShapeError
from ontology.namespaces import DCTERMS, RDF, RDFS, SH

if TYPE_CHECKING:
    from collections.abc import Iterator

Severity = Literal["violation", "warning", "info"]

_SEVERITIES: Final[dict[Node, Severity]] = {
    SH.Violation: "violation",
    SH.Warning: "warning",
    SH.Info: "info",
}

_CORE: Final[dict[Node, str]] = {
    SH.minCount: "FILTER NOT EXISTS {{ ?this {path} ?any }}",
    SH.maxCount: "?this {path} ?one , ?other . FILTER(!sameTerm(?one, ?other))",
    SH["in"]: "?this {path} ?value . FILTER(?value NOT IN ({limit}))",
    SH.minInclusive: "?this {path} ?value . FILTER(!COALESCE(?value >= {limit}, false))",
    SH.maxInclusive: "?this {path} ?value . FILTER(!COALESCE(?value <= {limit}, false))",
    SH.pattern: "?this {path} ?value . FILTER(!REGEX(STR(?value), {limit}))",
}
"""The constraints of SHACL core that shapes here may use, as the pattern of their faults."""

_ABOUT: Final = frozenset(
    {RDF.type, SH.path, SH.severity, SH.message, SH.targetClass, SH.targetSubjectsOf, SH.sparql}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One shape.

    Args:
        shape: IRI of the shape.
        code: code of the completeness rule, as `D2`; several shapes may share one.
        severity: violation, warning or info.
        message_vi: what a reader is told, in Vietnamese.
        message_en: the same in English.
        advice_vi, advice_en: why it matters and what to do; empty where the shape does not say.
        queries: SELECT ?this ?path ?value, one for each constraint; each row is a fault.
    """

    shape: str
    code: str
    severity: Severity
    message_vi: str
    message_en: str
    queries: tuple[str, ...]
    advice_vi: str = ""
    advice_en: str = ""


@cache
def shapes_graph() -> Graph:
    """Return all shapes as one graph, read once; it is shared and for reading only.

    Queries are put on one line: pySHACL searches them again for each node, with patterns whose
    cost grows with the number of lines. They must therefore hold no comments.
    """
    graph = Graph()
    for file in sorted(files("ontology").joinpath("shapes").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".ttl"):
            graph.parse(data=file.read_text("utf-8"), format="turtle")
    for constraint, select in list(graph.subject_objects(SH.select)):
        graph.set((constraint, SH.select, RdfLiteral(" ".join(str(select).split()))))
    return graph


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of `shapes/`, in the order of code and shape."""
    return read_rules(shapes_graph())


@cache
def rules_version() -> str:
    """Return what names the present state of the rules: findings of another state are stale."""
    said = "\n".join("\n".join((r.shape, r.severity, r.message_vi, *r.queries)) for r in rules())
    return sha256(said.encode()).hexdigest()[:16]


def read_rules(graph: Graph) -> tuple[Rule, ...]:
    """Return the rules that a graph of shapes holds.

    Raises:
        ShapeError: a shape lacks code, severity or a message, or uses a constraint that cannot
            be turned into a query.
    """
    kinds = (SH.NodeShape, SH.PropertyShape)
    shapes = {shape for kind in kinds for shape in graph.subjects(RDF.type, kind)}
    found = [_rule(graph, shape) for shape in shapes]
    return tuple(sorted(found, key=lambda rule: (_place(rule.code), rule.shape)))


def _place(code: str) -> tuple[str, int, str]:
    """Return where a code stands: by its letter, then by its number."""
    return code[:1], len(code), code


def _rule(graph: Graph, shape: Node) -> Rule:
    """Return one shape as a rule."""
    severity = _SEVERITIES.get(graph.value(shape, SH.severity) or SH.Violation)
    code = graph.value(shape, DCTERMS.identifier)
    if severity is None or code is None:
        raise ShapeError("shape-incomplete", f"{shape} lacks its code or a known severity.")
    return Rule(
        shape=str(shape),
        code=str(code),
        severity=severity,
        message_vi=_message(graph, shape, "vi"),
        message_en=_message(graph, shape, "en"),
        queries=(*_core_queries(graph, shape), *_sparql_queries(graph, shape)),
        advice_vi=_said(graph, shape, RDFS.comment, "vi"),
        advice_en=_said(graph, shape, RDFS.comment, "en"),
    )


def _message(graph: Graph, shape: Node, language: str) -> str:
    """Return the message of a shape in one language."""
    message = _said(graph, shape, SH.message, language)
    if message:
        return message
    raise ShapeError(
        "shape-without-message",
        f"{shape} has no message in «{language}».",
        "Write sh:message in vi and en.",
    )


def _said(graph: Graph, shape: Node, name: Node, language: str) -> str:
    """Return the words of a property in one language, or an empty string."""
    for words in graph.objects(shape, name):
        if isinstance(words, RdfLiteral) and words.language == language:
            return str(words)
    return ""


def _prefixes(graph: Graph) -> str:
    """Return the declared prefixes as the head of a query."""
    declared = sorted(
        (str(graph.value(each, SH.prefix)), str(graph.value(each, SH.namespace)))
        for each in graph.objects(None, SH.declare)
    )
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in declared)


def _sparql_queries(graph: Graph, shape: Node) -> Iterator[str]:
    """Yield the queries of a shape's sh:sparql constraints; they name their own targets."""
    for constraint in graph.objects(shape, SH.sparql):
        yield _prefixes(graph) + str(graph.value(constraint, SH.select))


def _targets(graph: Graph, shape: Node) -> Iterator[str]:
    """Yield the pattern of each target of a shape; an instance of a sub-class is one of its class.

    Source: SHACL (W3C 2017), section 2.1.3.2.
    """
    for kind in graph.objects(shape, SH.targetClass):
        below = f"?kind {RDFS.subClassOf.n3()}+ {kind.n3()} . ?this a ?kind ."
        yield f"{{ ?this a {kind.n3()} . }} UNION {{ {below} }}"
    for predicate in graph.objects(shape, SH.targetSubjectsOf):
        yield f"?this {predicate.n3()} ?target ."


def _limit(graph: Graph, value: Node) -> str:
    """Return the parameter of a constraint as it stands in a query."""
    if (value, RDF.first, None) in graph:
        return ", ".join(member.n3() for member in Collection(graph, value))
    return value.n3()


def _core_queries(graph: Graph, shape: Node) -> Iterator[str]:
    """Yield a query for each constraint of SHACL core and each target."""
    path = graph.value(shape, SH.path)
    for predicate, value in sorted(graph.predicate_objects(shape)):
        if not str(predicate).startswith(str(SH)) or predicate in _ABOUT:
            continue
        if path is None or predicate not in _CORE or not _is_supported(predicate, value):
            raise ShapeError(
                "shape-unsupported",
                f"{shape} uses {predicate} {value}, which has no query.",
                "Use minCount 1, maxCount 1, in, minInclusive, maxInclusive, pattern or sh:sparql.",
            )
        fault = _CORE[predicate].format(path=path.n3(), limit=_limit(graph, value))
        for target in _targets(graph, shape):
            yield (
                "SELECT DISTINCT ?this ?path ?value WHERE { "
                f"{target} {fault} BIND({path.n3()} AS ?path) }}"
            )


def _is_supported(predicate: Node, value: Node) -> bool:
    """Tell whether the parameter of a constraint is one that the query stands for."""
    return predicate not in (SH.minCount, SH.maxCount) or str(value) == "1"

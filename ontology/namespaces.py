"""Names of the graph: vocabularies, and the only functions that join a path to the base.

`LDO` is closed: a name that `luocdo.ttl` does not declare raises `AttributeError`, so a
misspelt term stops at the line that wrote it. The foreign vocabularies list what luocdo uses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from rdflib import Graph, URIRef
from rdflib.namespace import (
    DCTERMS,
    FOAF,
    ODRL2,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SH,
    SKOS,
    TIME,
    XSD,
)

from ontology.errors import IdentifierError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "CITO",
    "DCTERMS",
    "DEFAULT_BASE",
    "ELI",
    "FOAF",
    "JOLUX",
    "LDO",
    "OA",
    "ODRL2",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SH",
    "SKOS",
    "TIME",
    "XSD",
    "Vocabulary",
    "bind_prefixes",
    "document_of",
    "fixed_graph_iri",
    "graph_iri",
    "iri",
    "path_of",
]

DEFAULT_BASE: Final = "https://w3id.org/luocdo/"

DocumentGraphKind = Literal["raw", "doc", "findings"]
FixedGraphName = Literal[
    "review", "registry", "agencies", "places", "terms", "ontology", "runs", "findings"
]


class Vocabulary:
    """A closed set of names in one namespace: `LDO.term`, `LDO["term"]`, `"term" in LDO`.

    rdflib's own closed namespaces are strings whose methods hide terms of the same name (`term`,
    `title`), which is why this class has no public method.

    Args:
        namespace: the IRI that stands before each name.
        blocks: names, separated by white space.
    """

    __slots__ = ("_namespace", "_terms")

    def __init__(self, namespace: str, *blocks: str) -> None:
        self._namespace = namespace
        self._terms = {name: URIRef(namespace + name) for name in " ".join(blocks).split()}

    def __getattr__(self, name: str) -> URIRef:
        """Return the term of that name, or raise AttributeError."""
        try:
            return self._terms[name]
        except KeyError:
            raise AttributeError(f"{self._namespace} has no term {name!r}") from None

    def __getitem__(self, name: str) -> URIRef:
        """Return the term of that name, or raise KeyError."""
        return self._terms[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether a name (or the IRI of a term) belongs to the vocabulary."""
        return name in self._terms or name in self._terms.values()

    def __iter__(self) -> Iterator[URIRef]:
        """Go through the terms in the order of their declaration."""
        return iter(self._terms.values())

    def __len__(self) -> int:
        """Return the number of terms."""
        return len(self._terms)

    def __str__(self) -> str:
        """Return the IRI of the namespace."""
        return self._namespace


LDO: Final = Vocabulary(
    "https://w3id.org/luocdo/ns#",
    # Documents and their parts
    """
    Document Constitution Law Code Ordinance Decree Resolution Decision Directive Conclusion
    Provision Rules Charter Circular JointCircular Guideline Programme Plan Scheme Strategy
    CircularLetter Announcement OfficialDispatch Telegram Report Submission UnknownType
    Annex Clause SourceText Evidence
    """,
    # Statements of a text
    "Citation Obligation ReportingDuty Assignment Target Deadline",
    # Bodies, places, terms of office
    """
    Agency IssuingBody AgencyGroup AgencyRole Post Place TermOfOffice PartyTerm
    Reorganisation
    """,
    # Provenance
    "ExtractionActivity ReviewDecision",
    # Classes of the closed lists of values
    """
    ForceStatus TermBasis Presence CitationStatus CitationForm ResolutionMethod RepairKind
    Basis Force AssigneeBasis Comparison Direction Verdict
    """,
    # Properties of documents and clauses
    """
    alias printedNumber number symbol date printedDate effectiveFrom effectiveUntil
    forceStatus issuingBody decidedBy signatory addressee recipient place term termBasis
    presence annexOf clausePath takenFromMetadata
    """,
    # Properties of citations
    """
    statedIn statedInClause citingWork citedWork candidates work score relationType
    relationCue withinCitation status form method confidence resolutionConfidence
    relationConfidence printed repaired repairKind citedNumber citedSymbol citedDate
    citedTerm citedIssuer citedType citedTitle basis evidence leadIn
    """,
    # Properties of obligations
    """
    summary force assignment assignee role assigneeBasis deadline dueText startDate dueDate
    dueInclusive reportsTo via recurrence anchorStated target measure measureKey comparison value
    unit direction baseline narrowerTarget fulfils
    """,
    # Properties of bodies, places and terms
    "rank ofPlace groupKind member open validFrom validUntil succeededBy eventDate byDocument",
    # Properties of provenance and review
    """
    sha256 softwareVersion tablesVersion onNode verdict onProperty newValue oldValue reason
    seenQuote
    """,
    # Relations between documents (contract of the graph, 4)
    """
    mentions cites basedOn implements continues reviews guides amends supplements repeals
    replaces suspends corrects promulgates approves consolidates
    """,
    # Values
    """
    inForce partlyInForce notInForce suspended unknown printedTerm dated assumed fullText
    metadataOnly citedOnly resolved notInRegistry ambiguous unresolved full short named
    listed anaphoric byNumber byTerm byDate byTitle byAntecedent byAlias byReviewer
    ocrSymbol letterForDigit spacing dash diacritics text metadata reviewer mandatory
    directed requested encouraged prohibited lead coordinating implementing monitoring
    stated inherited implicit ge gt le lt eq increase decrease reach accept reject correct
    merge add
    """,
    # Annotations that tell what is also written (read by `materialise.py`)
    "writtenAs otherwiseWrittenAs",
)
"""The terms of luocdo, in the order of `luocdo.ttl` (contract of the graph, 2 to 4)."""

ELI: Final = Vocabulary(
    "http://data.europa.eu/eli/ontology#",
    """
    AdministrativeArea LegalResource LegalResourceSubdivision Work WorkSubdivision amends
    applies based_on changes cites consolidates corrects date_document
    date_no_longer_in_force ensures_implementation_of first_date_entry_in_force has_annex
    in_force is_annex_of is_part_of number refers_to related_to relevant_for repeals
    """,
)
"""European Legislation Identifier, version 1.5: the terms that luocdo writes or aligns to."""

CITO: Final = Vocabulary(
    "http://purl.org/spar/cito/",
    """
    Citation citesAsAuthority corrects extends hasCitationCharacterization hasCitedEntity
    hasCitingEntity reviews
    """,
)
"""Citation Typing Ontology: citations as things, and the kinds that come close to ours."""

JOLUX: Final = Vocabulary(
    "http://data.legilux.public.lu/resource/ontology/jolux#",
    "Citation",
)
"""The ontology of Luxembourg's legal gazette, whose citations join subdivisions."""

OA: Final = Vocabulary(
    "http://www.w3.org/ns/oa#",
    """
    FragmentSelector SpecificResource TextPositionSelector TextQuoteSelector end exact hasSelector
    hasSource prefix start suffix
    """,
)
"""Web Annotation: a span of a text, by position and by quotation."""

PREFIXES: Final[dict[str, str]] = {
    "ldo": str(LDO),
    "eli": str(ELI),
    "cito": str(CITO),
    "jolux": str(JOLUX),
    "oa": str(OA),
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sh": "http://www.w3.org/ns/shacl#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_IN_DOCUMENT: Final = re.compile(
    r"(.+?/id/vn/(?!(?:agency|group|post|place|term|event|alias)/).+?)"
    r"(?:/(?:cit|obl|ev|text)/.*|/run)?$"
)
_FORBIDDEN: Final = frozenset(' <>"{}|\\^`\t\r\n')


def _joined(base_iri: str, path: str) -> URIRef:
    """Return base and path as one IRI, or refuse a path that cannot stand in one."""
    if not path or path.startswith("/") or not _FORBIDDEN.isdisjoint(path):
        raise IdentifierError(
            "bad-path",
            f"The path {path!r} cannot be joined to {base_iri}.",
            "Write it without a leading slash, spaces or angle brackets, as id/vn/ct/ttg/2019/12.",
        )
    return URIRef(f"{base_iri.rstrip('/')}/{path}")


def iri(base_iri: str, path: str) -> URIRef:
    """Return the IRI of a thing of the data.

    Args:
        base_iri: the setting of that name, as `DEFAULT_BASE`; its final slash may be missing.
        path: what follows the base, from `id/` on, as `id/vn/ct/ttg/2019/12`.

    Raises:
        IdentifierError: the path is empty, begins with a slash or holds a forbidden character.

    Source: contract of the graph, sections 1 and 5.

    >>> str(iri(DEFAULT_BASE, "id/vn/ct/ttg/2019/12"))
    'https://w3id.org/luocdo/id/vn/ct/ttg/2019/12'
    """
    return _joined(base_iri, path)


def path_of(base_iri: str, node: str) -> str:
    """Return the path of a thing below the base: the inverse of `iri`.

    Raises:
        IdentifierError: the IRI does not stand under this base.

    >>> path_of(DEFAULT_BASE, "https://w3id.org/luocdo/id/vn/ct/ttg/2019/12")
    'id/vn/ct/ttg/2019/12'
    """
    base = f"{base_iri.rstrip('/')}/"
    if not node.startswith(base):
        raise IdentifierError("foreign-iri", f"{node} does not stand under {base}.")
    return node.removeprefix(base)


def document_of(node: str) -> str:
    """Return the IRI of the document that a node stands in, or an empty string for none.

    Args:
        node: a document, or a citation, obligation, evidence, source text or run of one;
            bodies, posts, places, terms and events belong to no document.

    Source: contract of the graph, section 5.

    >>> document_of("https://w3id.org/luocdo/id/vn/ct/ttg/2019/12/cit/5-20/2")
    'https://w3id.org/luocdo/id/vn/ct/ttg/2019/12'
    """
    match = _IN_DOCUMENT.match(node)
    return match[1] if match else ""


def graph_iri(base_iri: str, kind: DocumentGraphKind, path: str) -> URIRef:
    """Return the name of a document's graph.

    Args:
        base_iri: the setting of that name.
        kind: `raw` as extracted, `doc` as effective, `findings` of its last check.
        path: the document's path, with or without its leading `id/`.

    >>> str(graph_iri(DEFAULT_BASE, "raw", "id/vn/ct/ttg/2019/12"))
    'https://w3id.org/luocdo/graph/raw/vn/ct/ttg/2019/12'
    """
    return _joined(base_iri, f"graph/{kind}/{path.removeprefix('id/')}")


def fixed_graph_iri(base_iri: str, name: FixedGraphName) -> URIRef:
    """Return the name of one of the graphs that belong to no single document.

    >>> str(fixed_graph_iri(DEFAULT_BASE, "agencies"))
    'https://w3id.org/luocdo/graph/agencies'
    """
    return _joined(base_iri, f"graph/{name}")


def bind_prefixes(graph: Graph) -> Graph:
    """Give a graph the prefixes of the contract and return it, for readable Turtle."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph

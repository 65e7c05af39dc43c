"""Writes the graph of an invented document, every span computed from its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from rdflib import RDF, XSD, Graph, Literal, URIRef

from ontology.namespaces import DCTERMS, DEFAULT_BASE, LDO, OA, iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Writes the graph of one document.

    Args:
        path: what follows `id/`.
        text: its words.
    """

    path: str
    text: str
    graph: Graph = field(default_factory=Graph)

    @property
    def node(self) -> URIRef:
        """The document."""
        return of(self.path)

    def say(self, subject: URIRef, **statements: object) -> None:
        """Add statements with terms of luocdo, or of Dublin Core for the title."""
        for name, value in statements.items():
            term = DCTERMS.title if name == "title" else LDO[name]
            for each in value if isinstance(value, tuple) else (value,):
                self.graph.add((subject, term, as_node(each)))

    def span(self, words: str, after: int = 0) -> tuple[int, int]:
        """Return where words stand."""
        start = self.text.index(words, after)
        return start, start + len(words)

    def evidence(self, subject: URIRef, words: str, tail: str = "") -> None:
        """Give a node its words; a tail names the property of a statement on the document."""
        start, end = self.span(words)
        node = URIRef(f"{self.node}/ev/{start}-{end}" + (f"/{tail}" if tail else ""))
        place, quote = URIRef(f"{node}#position"), URIRef(f"{node}#quote")
        self.graph.add((subject, LDO.evidence, node))
        self.graph.add((node, RDF.type, LDO.Evidence))
        if tail:
            term = DCTERMS.title if tail == "title" else LDO[tail]
            self.graph.add((node, LDO.onProperty, term))
        for selector in (place, quote):
            self.graph.add((node, OA.hasSelector, selector))
        self.graph.add((place, RDF.type, OA.TextPositionSelector))
        self.graph.add((place, OA.start, Literal(start)))
        self.graph.add((place, OA.end, Literal(end)))
        self.graph.add((quote, RDF.type, OA.TextQuoteSelector))
        self.graph.add((quote, OA.exact, Literal(self.text[start:end])))
        self.graph.add((quote, OA.prefix, Literal(self.text[max(0, start - 32) : start])))
        self.graph.add((quote, OA.suffix, Literal(self.text[end : end + 32])))

    def head(self, kind: str, number: str, **statements: object) -> None:
        """Say what the document is."""
        for term in (LDO[kind], LDO.Document):
            self.graph.add((self.node, RDF.type, term))
        text = URIRef(f"{self.node}/text/{digest(self.text)[:12]}")
        self.graph.add((text, RDF.type, LDO.SourceText))
        self.graph.add((text, DCTERMS.isFormatOf, self.node))
        self.graph.add((text, LDO.sha256, Literal(digest(self.text))))
        bare, _, symbol = number.partition("/")
        self.say(
            self.node,
            presence=LDO.fullText,
            forceStatus=LDO.unknown,
            printedNumber=number,
            number=bare.lstrip("0"),
            symbol=symbol,
            **statements,
        )

    def cite(self, words: str, relation: str, status: str, **statements: object) -> URIRef:
        """Add a citation and return its node."""
        start, end = self.span(words)
        node = URIRef(f"{self.node}/cit/{start}-{end}")
        self.graph.add((node, RDF.type, LDO.Citation))
        said: dict[str, object] = {
            "printed": words,
            "statedIn": self.node,
            "citingWork": self.node,
            "relationType": LDO[relation],
            "status": LDO[status],
            "form": LDO.full,
            "basis": LDO.text,
            "confidence": 0.97,
            **statements,
        }
        self.say(node, **said)
        self.evidence(node, words)
        citing, cited = said["citingWork"], statements.get("citedWork")
        if cited:
            self.graph.add((as_node(citing), LDO[relation], as_node(cited)))
            self.graph.add((as_node(citing), LDO.cites, as_node(cited)))
            self.graph.add((self.node, LDO.mentions, as_node(cited)))
        return node

    def oblige(self, words: str, summary: str, **statements: object) -> URIRef:
        """Add an obligation and return its node."""
        start, end = self.span(words)
        node = URIRef(f"{self.node}/obl/{start}-{end}")
        self.graph.add((node, RDF.type, LDO.Obligation))
        self.say(node, summary=Literal(summary, lang="vi"), statedIn=self.node, **statements)
        self.say(node, force=LDO.mandatory, basis=LDO.text, confidence=0.9)
        self.evidence(node, words)
        return node

    def assign(self, node: URIRef, number: int, words: str, role: str, body: str | None) -> None:
        """Give an obligation an assignee; without a body only its printed name is known."""
        part = URIRef(f"{node}/asg/{number}")
        self.graph.add((node, LDO.assignment, part))
        self.graph.add((part, RDF.type, LDO.Assignment))
        self.say(part, printed=words, role=LDO[role], assigneeBasis=LDO.stated, confidence=0.9)
        if body:
            self.say(part, assignee=of(body))
        self.evidence(part, words)


def of(path: str) -> URIRef:
    """Return the IRI of a path."""
    return iri(DEFAULT_BASE, f"id/{path}")


def as_node(value: object) -> URIRef | Literal:
    """Return a value as a node."""
    if isinstance(value, (URIRef, Literal)):
        return value
    if isinstance(value, float):
        return Literal(f"{value}", datatype=XSD.decimal)
    return Literal(value)


def digest(text: str) -> str:
    """Return the digest that names a text."""
    return sha256(text.encode()).hexdigest()


def day(text: str) -> Literal:
    """Return a date."""
    return Literal(text, datatype=XSD.date)

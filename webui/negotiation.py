"""Which form of an answer a client wants: `format=`, then `Accept`.

Source: RFC 9110, section 12 (quality values, wildcards, q=0); SPARQL 1.1 Protocol, 2.1.6.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flask import make_response

from webui.problems import Problem

if TYPE_CHECKING:
    from flask import Request, Response

HTML: Final = "text/html"
TURTLE: Final = "text/turtle"
N_TRIPLES: Final = "application/n-triples"
RDF_XML: Final = "application/rdf+xml"
JSON_LD: Final = "application/ld+json"
RESULTS_JSON: Final = "application/sparql-results+json"
RESULTS_XML: Final = "application/sparql-results+xml"
CSV: Final = "text/csv"
TSV: Final = "text/tab-separated-values"
SPREADSHEET: Final = "text/csv; header=present"

GRAPH_TYPES: Final = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)
RESULTS_TYPES: Final = (RESULTS_JSON, RESULTS_XML, CSV, TSV)
BOOLEAN_TYPES: Final = (RESULTS_JSON, RESULTS_XML)

EXTENSIONS: Final = {
    "ttl": TURTLE,
    "nt": N_TRIPLES,
    "rdf": RDF_XML,
    "jsonld": JSON_LD,
    "json": JSON_LD,
}
"""Endings of the addresses of data, with their media types."""

_FORMAT_PARAMETERS: Final = ("format", "output", "results")
_SHORT_NAMES: Final = {
    "html": (HTML,),
    "json": (RESULTS_JSON, JSON_LD),
    "xml": (RESULTS_XML, RDF_XML),
    "csv": (CSV,),
    "tsv": (TSV,),
    "spreadsheet": (SPREADSHEET,),
    "turtle": (TURTLE,),
    "ttl": (TURTLE,),
    "n3": (TURTLE,),
    "nt": (N_TRIPLES,),
    "ntriples": (N_TRIPLES,),
    "n-triples": (N_TRIPLES,),
    "rdf": (RDF_XML,),
    "rdf+xml": (RDF_XML,),
    "rdfxml": (RDF_XML,),
    "json-ld": (JSON_LD,),
    "jsonld": (JSON_LD,),
    "text/html": (HTML,),
    "application/json": (RESULTS_JSON, JSON_LD),
    "application/xml": (RESULTS_XML, RDF_XML),
    "text/xml": (RESULTS_XML, RDF_XML),
    "text/n3": (TURTLE,),
    "text/plain": (N_TRIPLES,),
    **{name: (name,) for name in (*GRAPH_TYPES, *RESULTS_TYPES)},
}
_ALIASES: Final = {
    RESULTS_JSON: ("application/json", "application/problem+json"),
    JSON_LD: ("application/json", "application/problem+json"),
    RESULTS_XML: ("application/xml", "text/xml"),
    RDF_XML: ("application/xml", "text/xml"),
    TURTLE: ("text/n3", "application/x-turtle"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The form a client asks for.

    Args:
        named: media types that `format=` stands for; empty where it is not given.
        accept: the `Accept` header, as (media range, quality from 0 to 1); empty where absent.
    """

    named: tuple[str, ...]
    accept: tuple[tuple[str, float], ...]

    def choose(self, offered: tuple[str, ...]) -> str:
        """Return the best of the media types offered, in the order of the server's preference.

        Raises:
            Problem: 406, naming what is offered.
        """
        for media_type in self.named:
            if media_type in offered or (media_type == SPREADSHEET and CSV in offered):
                return media_type
        if not self.accept:
            return offered[0]
        best = max(offered, key=lambda kind: (self.quality(kind), -self._place(kind)))
        if self.quality(best) <= 0:
            raise Problem(406, "not-acceptable", allowed=", ".join(offered))
        return best

    def _place(self, media_type: str) -> int:
        """Return where the header names a media type; of equals the first named is meant."""
        names = [name for name, _ in self.accept]
        return names.index(media_type) if media_type in names else len(names)

    def best(self, offered: tuple[str, ...]) -> str | None:
        """Return the best of the media types offered, None where none of them is wanted."""
        try:
            return self.choose(offered)
        except Problem:
            return None

    def prefers(self, these: tuple[str, ...], those: tuple[str, ...]) -> bool:
        """Tell whether one of these media types is named where none of those is."""
        names = {name for name, quality in self.accept if quality > 0} | set(self.named)
        return bool(names & set(these)) and not names & set(those)

    def quality(self, media_type: str) -> float:
        """Return how much a media type is wanted, 0 to 1."""
        own = _quality(media_type, self.accept)
        named = any(name == media_type for name, _ in self.accept)
        others = () if named else _ALIASES.get(media_type, ())
        return max((own, *(_exact_quality(name, self.accept) for name in others)))

    @property
    def wants_page(self) -> bool:
        """Tell whether a person is asking: HTML is named or wanted above all data."""
        if self.named:
            return HTML in self.named
        if not self.accept:
            return False
        data = (*RESULTS_TYPES, *GRAPH_TYPES, "application/json", "application/problem+json")
        html = _exact_quality(HTML, self.accept)
        return html > 0 and html >= max(_exact_quality(name, self.accept) for name in data)


def _exact_quality(media_type: str, accept: tuple[tuple[str, float], ...]) -> float:
    return max((q for name, q in accept if name == media_type), default=0.0)


def _quality(media_type: str, accept: tuple[tuple[str, float], ...]) -> float:
    """Return the quality of the most specific range that holds a media type."""
    kind = media_type.split("/", maxsplit=1)[0]
    for pattern in (media_type, f"{kind}/*", "*/*"):
        found = [q for name, q in accept if name == pattern]
        if found:
            return max(found)
    return 0.0


def read_accept(header: str) -> tuple[tuple[str, float], ...]:
    """Return the ranges of an `Accept` header; what is malformed is passed over.

    >>> read_accept("text/html, application/json;q=0.5, nonsense")
    (('text/html', 1.0), ('application/json', 0.5))
    """
    ranges = []
    for part in header.split(","):
        name, _, rest = part.partition(";")
        name = name.strip().lower()
        if name.count("/") == 1:
            ranges.append((name, _q(rest)))
    return tuple(ranges)


def _q(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name.strip().lower() == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 0.0
    return 1.0


def read_wish(request: Request) -> Wish:
    """Return what a request asks for.

    Raises:
        Problem: 400 where `format=` names nothing that we know.
    """
    accept = read_accept(request.headers.get("Accept", ""))
    for parameter in _FORMAT_PARAMETERS:
        value = request.values.get(parameter, "").strip().lower().replace(" ", "+")
        if value:
            if value not in _SHORT_NAMES:
                allowed = ", ".join(sorted(n for n in _SHORT_NAMES if "/" not in n))
                raise Problem(400, "unknown-format", value=value, allowed=allowed)
            return Wish(named=_SHORT_NAMES[value], accept=accept)
    return Wish(named=(), accept=accept)


def content_type(media_type: str) -> str:
    """Return the value of `Content-Type`: text formats say their character set."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def negotiated(body: bytes, media_type: str) -> Response:
    """Return an answer in the form that was chosen, and say that it was chosen."""
    response = make_response(body)
    response.headers["Content-Type"] = content_type(media_type)
    response.vary.add("Accept")
    return response


def data_extension(name: str) -> str:
    """Return the ending of data addresses for a media type or an ending; empty for neither."""
    if name in EXTENSIONS:
        return name
    return next((ending for ending, kind in EXTENSIONS.items() if kind == name), "")

"""How people call things: documents by type and number, bodies and places by their name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webui.facts.asking import ask
from webui.labels import local_name, term_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from webui.facts.asking import Row
    from webui.ports import Reader

_NOT_A_TYPE: Final = frozenset({"Document", "Annex", "Work", "LegalResource"})
_PRESENCES: Final = ("fullText", "metadataOnly", "citedOnly")
_MARK: Final = 6  # letters of the digest of a document that nothing names
_PATHS: Final = {"agency": "agency", "group": "group", "post": "post", "place": "place"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """How a thing is called.

    Args:
        iri: the thing.
        kind: "document", "agency", "group", "post", "place" or "other".
        labels: name by language; for a document its printed number under "".
        title: subject of a document; empty where unknown.
        type: local name of the class of a document ("Directive"), else empty.
        date: date of a document.
        presence: "fullText", "metadataOnly", "citedOnly"; empty for what is no document.
        rank: 1 centre to 6 commune; None where unknown.
        issuer: IRI of the issuing body of a document, else empty.
    """

    iri: str
    kind: str
    labels: Mapping[str, str]
    title: str = ""
    type: str = ""
    date: date | None = None
    presence: str = ""
    rank: int | None = None
    issuer: str = ""

    def say(self, language: str) -> str:
        """Return the name in a language: "Chỉ thị 09/CT-UBND", "Công an tỉnh Sông Mây"."""
        if self.kind != "document":
            return self.labels.get(language) or self.labels.get("vi") or self.labels[""]
        printed = self.labels[""]
        if self.labels.get("words") or not (self.type or printed.startswith("[")):
            return printed
        kind = term_label(self.type or "Document", language)
        return f"{kind[:1].upper()}{kind[1:]} {printed}".strip()


Names = dict[str, Name]
"""Names by IRI."""


def read_names(reader: Reader, iris: Iterable[str]) -> Names:
    """Return the names of things; what the store does not name gets one from its IRI."""
    wanted = sorted(set(iris))
    if not wanted:
        return {}
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in ask(reader, "names", node=wanted):
        rows[row.text("node")].append(row)
    nameless = [node for node in wanted if _is_nameless(node, rows[node])]
    words = _names_in_citations(reader, nameless)
    return {node: _name(node, rows[node], words.get(node, "")) for node in wanted}


def _is_nameless(node: str, rows: list[Row]) -> bool:
    """Tell whether nothing but citations can name a document."""
    return _kind(node) == "document" and not any(
        r.maybe("printed") or r.maybe("title") for r in rows
    )


def _names_in_citations(reader: Reader, nodes: list[str]) -> Mapping[str, str]:
    if not nodes:
        return {}
    found = ask(reader, "names_in_citations", node=nodes)
    return {row.text("node"): " ".join(row.text("printed").split()) for row in found}


def _kind(node: str) -> str:
    """Return the kind of a thing by the shape of its IRI (contract of the graph, section 5)."""
    _, _, path = node.partition("/id/vn/")
    if not path:
        return "other"
    return _PATHS.get(
        path.split("/")[0], "other" if path.startswith(("term/", "event/")) else "document"
    )


def _name(node: str, rows: list[Row], words: str) -> Name:
    kind = _kind(node)
    labels = {r.language("label"): r.text("label") for r in rows if r.maybe("label")}
    if kind == "document":
        labels = _document_labels(node, rows, words)
    labels.setdefault("", node.partition("/id/vn/")[2].partition("/")[2] or node)
    types = sorted({r.local("kind") for r in rows if r.maybe("kind")} - _NOT_A_TYPE)
    present = {r.local("presence") for r in rows if r.maybe("presence")}
    return Name(
        iri=node,
        kind=kind,
        labels=labels,
        title=_first(rows, "title"),
        type=next((t for t in types if t != "UnknownType"), ""),
        date=next((r.date("date") for r in rows if r.maybe("date")), None),
        presence=next((p for p in _PRESENCES if p in present), ""),
        rank=next((r.whole("rank") for r in rows if r.maybe("rank")), None),
        issuer=_first(rows, "issuer"),
    )


def _document_labels(node: str, rows: list[Row], words: str) -> dict[str, str]:
    """Return the printed number; else number and symbol; else the words of a citation."""
    printed = _first(rows, "printed")
    if printed:
        return {"": printed}
    if words:
        return {"": words, "words": words}
    title = _first(rows, "title")
    if title:
        return {"": title, "words": title}
    number, symbol = _first(rows, "number"), _first(rows, "symbol")
    if number:
        return {"": f"{number}/{symbol}" if symbol else number}
    return {"": _mark(node)}


def _mark(node: str) -> str:
    """Return how a document without number, title and citation is told from others."""
    name = local_name(node)
    return f"[{name[:_MARK]}]" if "/doc/" in node else name


def _first(rows: list[Row], column: str) -> str:
    return min((r.text(column) for r in rows if r.maybe(column)), default="")

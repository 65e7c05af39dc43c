"""How people call things: documents by type and number, bodies and places by their name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from webui.facts.asking import ask
from webui.labels import local_name, term_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from queries.index.reader import DocumentRow, SideIndex
    from webui.facts.asking import Row
    from webui.ports import Reader

_NOT_A_TYPE: Final = frozenset({"Document", "Annex", "Work", "LegalResource", "UnknownType"})
_PRESENCES: Final = ("fullText", "metadataOnly", "citedOnly")
_MANY: Final = 400
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
    """Return the names of things; what the store does not name gets one from its IRI.

    Documents are read from the side index, as a drawing names a thousand of them.
    """
    wanted = sorted(set(iris))
    if not wanted:
        return {}
    documents = _known_documents(reader.index(), wanted)
    rows: dict[str, list[Row]] = defaultdict(list)
    others = [node for node in wanted if node not in documents]
    for row in ask(reader, "names", node=others) if others else ():
        rows[row.text("node")].append(row)
    nameless = [node for node in wanted if _is_nameless(node, documents.get(node), rows[node])]
    words = _names_in_citations(reader.index(), nameless)
    return {
        node: _of_document(documents[node], words.get(node, ""))
        if node in documents
        else _name(node, rows[node], words.get(node, ""))
        for node in wanted
    }


def _known_documents(index: SideIndex, nodes: Iterable[str]) -> dict[str, DocumentRow]:
    """Return the rows of documents; a clause is none."""
    found = index.documents(node for node in nodes if _kind(node) == "document")
    return {iri: row for iri, row in found.items() if row.type != "Clause"}


def _is_nameless(node: str, document: DocumentRow | None, rows: list[Row]) -> bool:
    """Tell whether nothing but citations can name a document."""
    if document is not None:
        return not (document.printed_number or document.title)
    return _kind(node) == "document" and not any(
        r.maybe("printed") or r.maybe("title") for r in rows
    )


def _names_in_citations(index: SideIndex, nodes: list[str]) -> Mapping[str, str]:
    """Return the words by which texts call documents."""
    found: dict[str, str] = {}
    for start in range(0, len(nodes), _MANY):
        some = nodes[start : start + _MANY]
        marks = ", ".join("?" * len(some))
        rows = index.rows(
            f"SELECT cited, MAX(printed) FROM citations WHERE cited IN ({marks})"  # noqa: S608 - marks only
            " AND printed IS NOT NULL GROUP BY cited",
            some,
        )
        found.update((str(cited), " ".join(str(printed).split())) for cited, printed in rows)
    return found


def _of_document(row: DocumentRow, words: str) -> Name:
    """Return the name of a document that the side index knows."""
    said = (row.printed_number, row.title, row.number, row.symbol)
    return Name(
        iri=row.iri,
        kind="document",
        labels=_document_labels(row.iri, _Parts(*(part or "" for part in said)), words),
        title=row.title or "",
        type="" if row.type in _NOT_A_TYPE else row.type or "",
        date=_day(row.date),
        presence=row.presence if row.presence in _PRESENCES else "",
        issuer=row.issuer or "",
    )


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


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
        parts = (_first(rows, column) for column in ("printed", "title", "number", "symbol"))
        labels = _document_labels(node, _Parts(*parts), words)
    labels.setdefault("", node.partition("/id/vn/")[2].partition("/")[2] or node)
    types = sorted({r.local("kind") for r in rows if r.maybe("kind")} - _NOT_A_TYPE)
    present = {r.local("presence") for r in rows if r.maybe("presence")}
    return Name(
        iri=node,
        kind=kind,
        labels=labels,
        title=_first(rows, "title"),
        type=next(iter(types), ""),
        date=next((r.date("date") for r in rows if r.maybe("date")), None),
        presence=next((p for p in _PRESENCES if p in present), ""),
        rank=next((r.whole("rank") for r in rows if r.maybe("rank")), None),
        issuer=_first(rows, "issuer"),
    )


class _Parts(NamedTuple):
    """What a document says of itself; empty where it says nothing."""

    printed: str
    title: str
    number: str
    symbol: str


def _document_labels(node: str, said: _Parts, words: str) -> dict[str, str]:
    """Return the printed number; else the words of a citation; else title, number or a mark."""
    if said.printed:
        return {"": said.printed}
    if words or said.title:
        called = words or said.title
        return {"": called, "words": called}
    if said.number:
        return {"": f"{said.number}/{said.symbol}" if said.symbol else said.number}
    return {"": _mark(node)}


def _mark(node: str) -> str:
    """Return how a document without number, title and citation is told from others."""
    name = local_name(node)
    return f"[{name[:_MARK]}]" if "/doc/" in node else name


def _first(rows: list[Row], column: str) -> str:
    return min((r.text(column) for r in rows if r.maybe(column)), default="")

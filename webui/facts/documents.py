"""A document as its page shows it: what is said of it, each statement with its words, its text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webui.facts.asking import ask, read_nodes
from webui.facts.evidence import read_evidence
from webui.labels import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from webui.facts.evidence import Words
    from webui.ports import Reader

SHOWN: Final = (
    "printedNumber", "alias", "issuingBody", "decidedBy", "place", "date", "printedDate",
    "signatory", "term", "annexOf", "effectiveFrom", "effectiveUntil", "forceStatus", "presence",
    "addressee", "recipient",
)  # fmt: skip
"""Properties of a document in the order in which its page shows them."""

_PRESENCES: Final = ("fullText", "metadataOnly", "citedOnly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a document says of itself under one property.

    Args:
        property: local name ("issuingBody").
        values: IRIs or words.
        evidence: the words behind it; empty where it comes from elsewhere.
    """

    property: str
    values: tuple[str, ...]
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFact:
    """A document.

    Args:
        iri: the document.
        classes: IRIs of its classes.
        title: its subject, empty where unknown; `title_words` where that stands.
        statements: what is known, in the order of the page.
        presence: "fullText", "metadataOnly" or "citedOnly".
        text: the text as read, None where the collection does not hold it.
    """

    iri: str
    classes: frozenset[str]
    title: str
    title_words: tuple[Words, ...]
    statements: tuple[Statement, ...]
    presence: str
    text: str | None


def read_document(reader: Reader, document: str) -> DocumentFact | None:
    """Return a document, None where the store does not know it as one."""
    values: dict[str, list[str]] = defaultdict(list)
    for row in ask(reader, "statements", document=[document]):
        values[row.local("property")].append(row.text("value"))
    presences = {local_name(value) for value in values["presence"]}
    presence = next((p for p in _PRESENCES if p in presences), "")
    classes = frozenset(values["type"])
    if not presence and not any(local_name(c) == "Document" for c in classes):
        return None
    evidence = _evidence(reader, document) if presence == "fullText" else {}
    values["presence"] = [presence]
    return DocumentFact(
        iri=document,
        classes=classes,
        title=min(values["title"], default=""),
        title_words=evidence.get("title", ()),
        statements=_statements(values, evidence),
        presence=presence,
        text=read_text(reader, document),
    )


def _statements(
    values: Mapping[str, list[str]], evidence: Mapping[str, tuple[Words, ...]]
) -> tuple[Statement, ...]:
    """Return the statements to show; the printed date only where no date could be made of it."""
    left_out = {"printedDate"} if values.get("date") else set()
    return tuple(
        Statement(
            property=name,
            values=tuple(sorted(set(values[name]))),
            evidence=evidence.get("date" if name == "printedDate" else name, ()),
        )
        for name in SHOWN
        if values.get(name) and name not in left_out
    )


def _evidence(reader: Reader, document: str) -> Mapping[str, tuple[Words, ...]]:
    """Return the words behind each statement, by the local name of its property."""
    node = read_nodes(reader, [document]).get(document)
    if node is None:
        return {}
    about = read_nodes(reader, node.all("evidence"))
    evidence = read_evidence(reader, [node])
    found: dict[str, list[Words]] = defaultdict(list)
    for iri, words in evidence.items():
        if iri in about:
            found[about[iri].local("onProperty")].append(words)
    return {
        name: tuple(sorted(words, key=lambda w: (w.start, w.end))) for name, words in found.items()
    }


def read_text(reader: Reader, document: str) -> str | None:
    """Return the text of a document; the first that is kept where it was read from several."""
    texts = (reader.text(digest) for digest in text_digests(reader, document))
    return next((text for text in texts if text is not None), None)


def text_digests(reader: Reader, document: str) -> tuple[str, ...]:
    """Return the digests of the texts that a document was read from."""
    return tuple(row.text("digest") for row in ask(reader, "texts", document=[document]))

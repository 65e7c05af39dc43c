"""Collections of any size in the terms of the graph: a hundred statements a document, a few hubs.

The documents are invented and the same at each run. A fifth of all citations goes to a few hubs,
the others to earlier documents, so that lineages are about as deep as the logarithm of the size.
"""

from __future__ import annotations

import json
import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ontology.namespaces import DEFAULT_BASE, ELI, LDO, OA, PREFIXES
from queries.store.writer import DocumentGraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

HUBS: Final = 5
_HUB_SHARE: Final = 0.2
_CITATIONS: Final = 3
_FIRST_DAY: Final = date(2015, 1, 5)
_DAYS: Final = 3600
_XSD: Final = PREFIXES["xsd"]
_TYPE: Final = f"{PREFIXES['rdf']}type"


@cache
def wordings() -> dict[str, list[str]]:
    """Return the invented words that documents and texts are made of (`words.toml`)."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticDocument:
    """A document as lines of N-Triples.

    Args:
        path: its path below the base.
        direct: what extraction says of it.
        derived: what follows from that.
    """

    path: str
    direct: tuple[str, ...]
    derived: tuple[str, ...]

    def graphs(self) -> DocumentGraphs:
        """Return it as the writer takes it."""
        rest = self.path.removeprefix("id/")
        return DocumentGraphs(
            document_path=self.path,
            raw_iri=f"{DEFAULT_BASE}graph/raw/{rest}",
            raw=_text(self.direct),
            effective_iri=f"{DEFAULT_BASE}graph/doc/{rest}",
            effective=_text(self.direct + self.derived),
        )


def document_path(place: int) -> str:
    """Return the path of a document of the collection, counted from 0; hubs come first."""
    if place < HUBS:
        return f"id/vn/kl/tw/k13/{900 + place}"
    return f"id/vn/ct/ubnd-lam-thanh/{2015 + place % 10}/{place}"


def documents(size: int, shift: int = 0) -> Iterator[SyntheticDocument]:
    """Give the documents of a collection.

    Args:
        size: number of documents.
        shift: code points by which all words of a text have moved, as in another edition.
    """
    for place in range(size):
        yield document(place, shift)


def document(place: int, shift: int = 0) -> SyntheticDocument:
    """Return one document; `place` and `shift` as of `documents`."""
    chance = random.Random(place)
    made = _Lines(path=document_path(place))
    made.describe(place, chance, shift)
    targets = _targets(place, chance)
    for number, target in enumerate(targets):
        made.cite(target, 100 + shift + 90 * number, is_first=number == 0)
    made.oblige(600 + shift)
    return SyntheticDocument(
        path=made.path, direct=tuple(made.direct), derived=tuple(dict.fromkeys(made.derived))
    )


def _targets(place: int, chance: random.Random) -> tuple[str, ...]:
    """Return the documents that one cites: its basis first, then hubs and others before it."""
    found = [place // 3] if place >= HUBS else []
    while len(found) < min(_CITATIONS, place):
        is_hub = chance.random() < _HUB_SHARE
        other = chance.randrange(min(HUBS, place)) if is_hub else chance.randrange(place)
        if other not in found:
            found.append(other)
    return tuple(document_path(other) for other in found)


class _Lines:
    """Collects the statements of one document.

    Args:
        path: path of the document.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.node = f"{DEFAULT_BASE}{path}"
        self.text = f"{self.node}/text/aa00bb11cc22"
        self.direct: list[str] = []
        self.derived: list[str] = []

    def describe(self, place: int, chance: random.Random, shift: int) -> None:
        """Add number, date, title, issuer and text."""
        day = _FIRST_DAY + timedelta(days=place * 7919 % _DAYS)
        subjects = wordings()["subjects"]
        subject = f"{chance.choice(subjects)} {chance.choice(subjects)} {place % 97}"
        number, symbol = self.path.rpartition("/")[2], "CT-UBND"
        self._say(self.node, _TYPE, str(LDO.Directive))
        for name, words in (
            (LDO.printedNumber, f"{number}/{symbol}"),
            (LDO.number, number),
            (LDO.symbol, symbol),
        ):
            self._write(self.node, str(name), _quoted(words))
        self._write(self.node, str(LDO.date), f'"{day.isoformat()}"^^<{_XSD}date>')
        self._write(self.node, f"{PREFIXES['dcterms']}title", f"{_quoted(subject)}@vi")
        self._say(self.node, str(LDO.issuingBody), f"{DEFAULT_BASE}id/vn/agency/ubnd-lam-thanh")
        self._say(self.node, str(LDO.place), f"{DEFAULT_BASE}id/vn/place/lam-thanh")
        self._say(self.node, str(LDO.presence), str(LDO.fullText))
        self._say(self.node, str(LDO.forceStatus), str(LDO.unknown))
        self._say(self.text, _TYPE, str(LDO.SourceText))
        self._say(self.text, f"{PREFIXES['dcterms']}isFormatOf", self.node)
        self._write(self.text, str(LDO.sha256), _quoted(f"{place:032x}{shift:032x}"))
        for kind in (LDO.Document, ELI.LegalResource, ELI.Work):
            self._follow(self.node, _TYPE, str(kind))

    def cite(self, target: str, start: int, *, is_first: bool) -> None:
        """Add a citation of a document; the first one is the basis that is carried out."""
        node, cited = f"{self.node}/cit/{start}-{start + 20}", f"{DEFAULT_BASE}{target}"
        relation = LDO.implements if is_first else LDO.cites
        self._say(node, _TYPE, str(LDO.Citation))
        self._write(node, str(LDO.printed), _quoted(target.rpartition("/")[2]))
        for name, value in (
            (LDO.form, LDO.full),
            (LDO.statedIn, self.node),
            (LDO.citingWork, self.node),
            (LDO.citedWork, cited),
            (LDO.relationType, relation),
            (LDO.status, LDO.resolved),
            (LDO.method, LDO.byNumber),
            (LDO.basis, LDO.text),
        ):
            self._say(node, str(name), str(value))
        self._write(node, str(LDO.confidence), f'"0.97"^^<{_XSD}decimal>')
        self._evidence(node, start, start + 20)
        for name in (relation, LDO.cites, LDO.mentions, ELI.cites):
            self._follow(self.node, str(name), cited)
        if is_first:
            self._follow(self.node, str(ELI.applies), cited)

    def oblige(self, start: int) -> None:
        """Add an obligation."""
        node = f"{self.node}/obl/{start}-{start + 60}"
        self._say(node, _TYPE, str(LDO.Obligation))
        subject = wordings()["subjects"][start % 7]
        self._write(node, str(LDO.summary), f"{_quoted(subject)}@vi")
        self._say(node, str(LDO.force), str(LDO.mandatory))
        self._say(node, str(LDO.statedIn), self.node)
        self._say(node, str(LDO.basis), str(LDO.text))
        self._write(node, str(LDO.confidence), f'"0.90"^^<{_XSD}decimal>')

    def _evidence(self, node: str, start: int, end: int) -> None:
        evidence = f"{self.node}/ev/{start}-{end}"
        position, quote = f"{evidence}#position", f"{evidence}#quote"
        self._say(node, str(LDO.evidence), evidence)
        self._say(evidence, _TYPE, str(LDO.Evidence))
        self._say(evidence, str(OA.hasSource), self.text)
        self._say(evidence, str(OA.hasSelector), position)
        self._say(evidence, str(OA.hasSelector), quote)
        self._say(position, _TYPE, str(OA.TextPositionSelector))
        self._write(position, str(OA.start), f'"{start}"^^<{_XSD}integer>')
        self._write(position, str(OA.end), f'"{end}"^^<{_XSD}integer>')
        self._say(quote, _TYPE, str(OA.TextQuoteSelector))
        for name in (OA.exact, OA.prefix, OA.suffix):
            self._write(quote, str(name), _quoted(f"{start} {end} {str(name)[-6:]}"))

    def _say(self, subject: str, predicate: str, target: str) -> None:
        self._write(subject, predicate, f"<{target}>")

    def _write(self, subject: str, predicate: str, target: str) -> None:
        self.direct.append(_line(subject, predicate, target))

    def _follow(self, subject: str, predicate: str, target: str) -> None:
        self.derived.append(_line(subject, predicate, f"<{target}>"))


def _line(subject: str, predicate: str, target: str) -> str:
    return f"<{subject}> <{predicate}> {target} ."


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _text(lines: tuple[str, ...]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()

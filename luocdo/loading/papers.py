"""What is known of a file once it is read, light enough to be kept for a whole collection."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from loaders.records import Status
from ontology.namespaces import iri
from queries.store.writer import NumberedDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.records import ExtractedDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaper:
    """One file that was read; its raw graph and its text lie beside the store.

    Args:
        file_sha256: digest of the bytes, which names the raw graph until it is stored.
        text_sha256: digest of the words.
        path: the document that the file holds.
        statuses: number of citations by status as the registers alone resolve them.
        obligations: number of obligations.
        printed_number: number of the document; empty where it has none.
        issued_on: its date; None where it is not printed whole.
        title: its subject; empty where it has none.
    """

    file_sha256: str
    text_sha256: str
    path: str
    statuses: tuple[tuple[str, int], ...]
    obligations: int
    printed_number: str
    issued_on: dt.date | None
    title: str

    def citations(self) -> Counter[Status]:
        """Return the number of citations by status."""
        return Counter({Status(status): count for status, count in self.statuses})

    def written(self) -> str:
        """Return the paper as one line of JSON."""
        return json.dumps(asdict(self), default=str, ensure_ascii=False)


def paper_from(line: str) -> ReadPaper:
    """Return the paper that a line of JSON holds."""
    fields = json.loads(line)
    day = fields["issued_on"]
    fields["issued_on"] = dt.date.fromisoformat(day) if day else None
    fields["statuses"] = tuple((status, count) for status, count in fields["statuses"])
    return ReadPaper(**fields)


def paper_of(document: ExtractedDocument, file_sha256: str, text_sha256: str) -> ReadPaper:
    """Return what is kept of a document that was read."""
    said = document.metadata
    counted = Counter(resolution.status.value for resolution in document.resolutions)
    return ReadPaper(
        file_sha256=file_sha256,
        text_sha256=text_sha256,
        path=document.path,
        statuses=tuple(sorted(counted.items())),
        obligations=len(document.obligations),
        printed_number=said.number.value if said.number else "",
        issued_on=said.issued_on.value.whole() if said.issued_on else None,
        title=said.title.value if said.title else "",
    )


def left_paper(path: str, known: NumberedDocument) -> ReadPaper:
    """Return a document that is stored and not published, as far as citations need it."""
    return ReadPaper(
        file_sha256="",
        text_sha256="",
        path=path,
        statuses=(),
        obligations=0,
        printed_number=known.printed_number,
        issued_on=known.date,
        title=known.title,
    )


class ArrivingPapers:
    """The documents that one load brings, as the citations of its other documents see them.

    Args:
        papers: each document once.
        base: setting `base_iri`.
    """

    def __init__(self, papers: Iterable[ReadPaper], base: str) -> None:
        self.paths: set[str] = set()
        self._numbered: dict[str, list[NumberedDocument]] = {}
        for paper in papers:
            self.paths.add(paper.path)
            if paper.printed_number:
                number = running_number(paper.printed_number)
                self._numbered.setdefault(number, []).append(_numbered(paper, base))

    def numbered(self, number: str) -> tuple[NumberedDocument, ...]:
        """Return the documents of a running number without leading zeros."""
        return tuple(self._numbered.get(number, ()))


def _numbered(paper: ReadPaper, base: str) -> NumberedDocument:
    return NumberedDocument(
        iri=str(iri(base, paper.path)),
        printed_number=paper.printed_number,
        date=paper.issued_on,
        title=paper.title,
    )


def running_number(printed: str) -> str:
    """Return the running number of a print, without leading zeros."""
    head = printed.replace("-", "/").partition("/")[0]
    return head.strip().lstrip("0") or head


def numbers_that_mean(prints: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers by which open citations may mean documents of some printed numbers."""
    numbers: set[str] = set()
    for printed in prints:
        bare = running_number(printed)
        numbers |= {printed, bare, bare.zfill(2), printed.lstrip("0")}
    return tuple(sorted(numbers))

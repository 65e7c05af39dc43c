"""Short hard texts with what they cite: number, type, date and term of each mention."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.gold import read_text
from bench.synthetic import wordings
from loaders.records import CitationForm
from loaders.resolution.series import roman

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaders.records import Citation
    from ontology.registry import Registry

_HEADING: Final = "header"
"""Kind of the probes that are the heading of a paper."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention:
    """What a probe compares of a mention; empty where it has none.

    Args:
        number: the complete repaired number, or the bare one of a short form.
        type: code of the type.
        date: the whole day, ISO 8601; a year alone is none.
        term: code of the Party's term ("k13").
    """

    number: str
    type: str
    date: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A text with the mentions it is known to hold."""

    text: str
    kind: str
    stated: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was read of a probe."""

    probe: Probe
    read: tuple[Mention, ...]

    @property
    def missed(self) -> tuple[Mention, ...]:
        """Return the mentions that were not read as stated."""
        return tuple((Counter(self.probe.stated) - Counter(self.read)).elements())

    @property
    def extra(self) -> tuple[Mention, ...]:
        """Return the mentions that were read and are not stated so."""
        return tuple((Counter(self.read) - Counter(self.probe.stated)).elements())

    @property
    def is_as_stated(self) -> bool:
        """Tell whether all was read as stated, and nothing else."""
        return not self.missed and not self.extra


def read_probes(path: Path) -> tuple[Probe, ...]:
    r"""Return the probes of a table: text, mentions as JSON, kind, separated by tabs.

    Args:
        path: the table, whose first line names the columns; "\n" in a text is a line break.
    """
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[1:] if line]
    return tuple(
        Probe(
            text=text.replace("\\n", "\n"),
            kind=kind,
            stated=tuple(_stated(entry) for entry in json.loads(mentions)),
        )
        for text, mentions, kind, *_ in rows
    )


def _stated(entry: dict[str, str | None]) -> Mention:
    """Return a mention as a table states it; what it leaves out, there is none of."""
    number = unicodedata.normalize("NFC", entry.get("number") or "")
    return Mention(
        number=number,
        type=unicodedata.normalize("NFC", entry.get("type") or ""),
        date=entry.get("date") or "",
        term=entry.get("term") or "",
    )


def results(probes: Iterable[Probe], registry: Registry) -> tuple[Result, ...]:
    """Return what is read of each probe.

    Args:
        probes: the texts.
        registry: the registers.
    """
    return tuple(Result(probe=probe, read=_read(probe, registry)) for probe in probes)


def _read(probe: Probe, registry: Registry) -> tuple[Mention, ...]:
    """Return what is read of a text in the body of a paper; a heading is one by itself."""
    before, after = ("", "") if probe.kind == _HEADING else wordings()["frame"]
    document = read_text("probe.txt", f"{before}{probe.text}{after}".encode(), registry)
    bare = {mention.number for mention in probe.stated if mention.number.isdecimal()}
    return tuple(
        _mention(citation, bare)
        for citation in document.citations
        if citation.form is not CitationForm.ANAPHORIC
    )


def _mention(citation: Citation, bare: set[str]) -> Mention:
    """Return a citation as a mention; its short number counts where the probe states one."""
    short = citation.short_number or ""
    date = citation.issued_on
    term = roman(citation.term or "")
    return Mention(
        number=citation.number or (short if short in bare else ""),
        type=citation.document_type or "",
        date=date.iso() if date and date.day else "",
        term=f"k{term}" if term else "",
    )

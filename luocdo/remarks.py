"""What is said of the words of a draft, and the draft while it is looked through."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from loaders.grammar.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.records import ExtractedDocument, Span
    from luocdo.known_papers import KnownPapers
    from ontology.registry import Registry
    from ontology.shape_rules import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to look at.

    Args:
        code: what it is; the translations have its sentence under `draft.<code>`.
        severity: warning for what is probably wrong, info for what could not be verified or is
            merely not stated.
        words: the words of the draft, on one line.
        line: number of the line that they begin on, from 1.
        start, end: where they stand, in code points.
        value: what the sentence names beside the words: another date, the successor, a title.
    """

    code: str
    severity: Severity
    words: str
    line: int
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft while it is looked through.

    Args:
        document: the draft as it was read.
        papers: what is known of other documents.
        today: taken for the day of the draft where it does not print a whole date.
    """

    document: ExtractedDocument
    papers: KnownPapers
    today: date

    @property
    def registry(self) -> Registry:
        """Return the registers that the draft was read with."""
        return self.papers.registry

    @property
    def text(self) -> str:
        """Return the words of the draft."""
        return self.document.source.text

    @property
    def day(self) -> date:
        """Return the day of the draft, or today where it is not printed in full."""
        printed = self.document.metadata.issued_on
        if printed is None or printed.value.day is None:
            return self.today
        return date.fromisoformat(printed.value.iso())

    def remark(self, code: str, severity: Severity, span: Span, value: str = "") -> Remark:
        """Return a remark on the words of a span."""
        return Remark(
            code=code,
            severity=severity,
            words=" ".join(self.text[span.start : span.end].split()),
            line=bisect_right(_breaks(self.text), span.start - 1) + 1,
            start=span.start,
            end=span.end,
            value=value,
        )


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of `drafts.toml` by id."""
    entries = table("luocdo", "drafts.toml")["pattern"]
    return {entry["id"]: re.compile(entry["reads"]) for entry in entries}


@cache
def ordering_types() -> frozenset[str]:
    """Return the codes of the types of documents that give orders, from `drafts.toml`."""
    return frozenset(table("luocdo", "drafts.toml")["orders"]["types"])


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=1)
def _breaks(text: str) -> list[int]:
    return [place for place, sign in enumerate(text) if sign == "\n"]

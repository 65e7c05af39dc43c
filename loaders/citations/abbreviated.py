"""Make mentions of laws that are named by an abbreviation alone: "điểm a khoản 1 Điều 51 BLHS".

Source: the short names in the register of documents; no type word stands by them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaders.citations.draft import Draft
from loaders.citations.wordings import phrases
from loaders.grammar.clauses import read_clauses
from loaders.grammar.tables import table
from loaders.records import CitationForm, PartialDate, Span

if TYPE_CHECKING:
    from loaders.citations.context import Context
    from ontology.registry import KnownDocument, Registry

_CAPITALS = re.compile(r"[^\W\d_]{4,10}")
_NAMES: dict[str, re.Pattern[str] | None] = {}


def read_abbreviated(context: Context) -> list[Draft]:
    """Return the mentions that registered abbreviations of laws make, in the order of the text.

    Args:
        context: the text and the registers.
    """
    pattern = _pattern(context.registry)
    found = [] if pattern is None else list(pattern.finditer(context.text))
    return [mention for match in found for mention in _mentions(context, match)]


def _mentions(context: Context, match: re.Match[str]) -> list[Draft]:
    """Return the mention of an abbreviation; none where the register names no law by it."""
    law = next(iter(_laws(context.registry, match.group())), None)
    kind = context.registry.document_type(law.type_code) if law else None
    if law is None or kind is None:
        return []
    clauses = read_clauses(context.text, match.start())
    year = _law_year().match(context.text, match.end())
    end = year.end() + 4 if year else match.end()
    issued_on = PartialDate(year=int(context.text[end - 4 : end])) if year else None
    return [
        Draft(
            span=Span(start=clauses.start if clauses else match.start(), end=end),
            form=CitationForm.NAMED,
            type_name=kind.name_vi,
            document_type=kind.code,
            issued_on=issued_on,
            title=law.title.removeprefix(kind.name_vi).strip(),
            clause=context.words_of(clauses) if clauses else "",
            rule="law-abbreviated",
            confidence=0.85,
        )
    ]


def _laws(registry: Registry, name: str) -> list[KnownDocument]:
    """Return the laws that the register calls so."""
    called = registry.documents_called(name)
    return [document for document in called if document.type_code in phrases("law-types")]


def _pattern(registry: Registry) -> re.Pattern[str] | None:
    """Return what finds the abbreviations of the register; None where it has none."""
    if registry.sha256 not in _NAMES:
        aliases = sorted({row.alias for row in registry.document_aliases})
        short = [a for a in aliases if _CAPITALS.fullmatch(a) and a.isupper()]
        names = [a for a in short if _laws(registry, a)]
        whole = (rf"{name}(?<![\w/.-]{name})" for name in names)  # `re` looks for letters fastest
        form = rf"(?:{'|'.join(whole)})(?![\w/-])"
        _NAMES[registry.sha256] = re.compile(form) if names else None
    return _NAMES[registry.sha256]


@cache
def _law_year() -> re.Pattern[str]:
    """Return what leads from a law to its year."""
    return re.compile(table("loaders.citations", "patterns.toml")["part"]["law_year"])

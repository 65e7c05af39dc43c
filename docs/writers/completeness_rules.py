"""docs/completeness-rules.md: every shape with its message, reason and remedy."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rdflib import RDFS, URIRef

from ontology.shape_rules import rules, shapes_graph
from writers.markdown import page, table, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ontology.shape_rules import Rule


def write() -> str:
    """Return the page."""
    by_code: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        by_code[rule.code].append(rule)
    return page(
        "completeness_rules",
        _contents(by_code),
        *(_section(code, found) for code, found in by_code.items()),
    )


def _contents(codes: Iterable[str]) -> str:
    """Return the codes by what they are about; the first letter of a code tells it."""
    said = texts("completeness_rules")
    by_subject: dict[str, list[str]] = {letter: [] for letter in said["subjects"]}
    for code in codes:
        by_subject[code[0]].append(f"[{code}](#{code.lower()})")
    rows = ((said["subjects"][letter], ", ".join(found)) for letter, found in by_subject.items())
    return table(said["contents"], rows)


def _section(code: str, found: list[Rule]) -> str:
    """Return what is said of one code; its shapes share reason and severity or each say theirs."""
    rows = dict.fromkeys((r.severity, r.message_vi, r.message_en) for r in found)
    lines = [f"## {code}", table(texts("completeness_rules")["header"], rows)]
    lines += dict.fromkeys(_reason(rule) for rule in found)
    return "\n\n".join(line for line in lines if line)


def _reason(rule: Rule) -> str:
    """Return why a rule is there and what to do, in both languages."""
    comments = {
        str(getattr(words, "language", "")): str(words)
        for words in shapes_graph().objects(URIRef(rule.shape), RDFS.comment)
    }
    return "\n\n".join(comments[language] for language in ("vi", "en") if language in comments)

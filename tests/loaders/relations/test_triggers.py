"""The table of triggers."""

from __future__ import annotations

import pytest

from loaders.grammar.tables import table
from loaders.relations.triggers import (
    find_cues,
    head_kinds,
    is_of_assembly,
    issuing,
    policies,
    triggers,
)
from ontology.registry import load_registry

KINDS = {
    "implements",
    "continues",
    "reviews",
    "basedOn",
    "guides",
    "amends",
    "supplements",
    "repeals",
    "replaces",
    "suspends",
    "corrects",
    "promulgates",
    "approves",
    "consolidates",
    "cites",
}
DATA = table("loaders.relations", "triggers.toml")


def test_kinds_are_those_of_the_vocabulary() -> None:
    """Every kind that a table gives is a relation of the vocabulary."""
    given = {t for r in triggers().values() for t in (r.kind, r.in_title, r.nested, r.policy)}
    given |= {entry["kind"] for entry in (*DATA["passive"], *DATA["after"])}
    assert given | set(head_kinds().values()) <= KINDS | {""}


def test_entries_are_told_apart() -> None:
    """No two triggers bear one name, and each says what it means and whence."""
    entries = [*DATA["trigger"], *DATA["head"], *DATA["passive"], *DATA["after"]]
    names = [entry["id"] for entry in entries]
    assert len(names) == len(set(names))
    assert all(entry["means"] and entry["source"] for entry in entries)


def test_types_are_those_of_the_register() -> None:
    """Policies, deciding and guiding types are codes of the register."""
    registry = load_registry()
    codes = policies() | set(DATA["deciding"]["types"]) | set(DATA["detailing"]["types"])
    assert [code for code in codes if registry.document_type(code) is None] == []


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("tổ chức thực hiện nghiêm ", "carrying-out"),
        ("đôn đốc việc thực hiện ", "monitoring"),
        ("thực hiện theo quy định tại ", "as-ruled"),
        ("vườn thực vật ", None),
    ],
)
def test_the_nearest_cue_comes_last(words: str, last: str | None) -> None:
    """Cues are found in order, the longer one before the shorter it holds."""
    cues = find_cues(words, 0, len(words))
    assert (cues[-1].trigger.id if cues else None) == last


def test_papers_of_the_assembly_are_told() -> None:
    """By their type or by the symbol of the Assembly in their number."""
    assert is_of_assembly("L", None)
    assert is_of_assembly("NQ", "94/2025/QH15")
    assert is_of_assembly("NQ", "1202/NQ-UBTVQH15")
    assert not is_of_assembly("NQ", "35/NQ-CP")


def test_who_issues_a_paper_of_detail() -> None:
    """A paper details what it says itself; a duty to issue one of another body does not."""
    assert issuing().search("nghị định này ")
    assert issuing().search("chính phủ ban hành nghị định ")
    assert not issuing().search("ban hành nghị định của chính phủ ")

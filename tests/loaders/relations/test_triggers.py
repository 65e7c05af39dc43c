"""The table of triggers."""

from __future__ import annotations

import pytest

from loaders.grammar.tables import table
from loaders.relations.triggers import (
    find_cues,
    head_kinds,
    is_of_assembly,
    is_policy,
    is_ruling,
    triggers,
    types,
    wording,
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
    given |= {entry["kind"] for entry in (*DATA["passive"], *DATA["active"], *DATA["after"])}
    assert given | set(head_kinds().values()) <= KINDS | {""}


def test_entries_are_told_apart() -> None:
    """No two triggers bear one name, and each says what it means and whence."""
    entries = [*DATA["trigger"], *DATA["head"], *DATA["passive"], *DATA["active"], *DATA["after"]]
    names = [entry["id"] for entry in entries]
    assert len(names) == len(set(names))
    assert all(entry["means"] and entry["source"] for entry in entries)


def test_types_are_those_of_the_register() -> None:
    """Policies, deciding and guiding types are codes of the register."""
    registry = load_registry()
    codes = {code for part in DATA["types"] for code in types(part)}
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
    assert wording("issuing").search("nghị định này ")
    assert wording("issuing").search("chính phủ ban hành nghị định ")
    assert not wording("issuing").search("ban hành nghị định của chính phủ ")


def test_a_policy_is_told_from_a_rule() -> None:
    """A directive is a policy; a resolution whose number shows a rule of law is none."""
    assert is_policy("CT", "5/CT-UBND")
    assert is_policy("NQ", "35/NQ-HĐND")
    assert not is_policy("NQ", "35/2024/NQ-HĐND")
    assert not is_policy("TT", "12/2020/TT-BTC")


def test_what_rules_is_told_by_type_or_number() -> None:
    """A circular rules; a decision does where the year stands in its number."""
    assert is_ruling("TT", "")
    assert is_ruling("QĐ", "41/2018/QĐ-UBND")
    assert not is_ruling("QĐ", "41/QĐ-UBND")
    assert not is_ruling("", "")


def test_words_of_the_past_and_of_an_announcement() -> None:
    """Whole words tell the past; an announcement ends in a colon."""
    assert wording("past").search("sở đã làm xong")
    assert not wording("past").search("sở đãi ngộ")
    assert wording("announcing").match(" về thư viện như sau:")
    assert not wording("announcing").match(". việc này như sau:")


def test_another_clause_severs_a_verb() -> None:
    """A condition between a verb and a paper begins another clause."""
    assert wording("severed").search("việc sắp xếp, nếu phát sinh chức danh chưa có trong ")
    assert not wording("severed").search("nghiêm túc các ")

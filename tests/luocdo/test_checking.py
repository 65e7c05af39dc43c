"""Both ways to check find the same, and a check of one document speaks of it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo import checking
from luocdo.checking import Checker
from ontology.namespaces import DEFAULT_BASE
from ontology.validation import report_of
from queries.store.texts import TextFolder

if TYPE_CHECKING:
    import pytest

    from ontology.validation import ValidationReport

PATH = "id/vn/ct/ubnd-song-may/2023/9"


def test_documents_are_those_with_text(checker: Checker) -> None:
    """Registers, decisions and the vocabulary are no documents."""
    documents = checker.documents()
    assert len(documents) == 17
    assert PATH in documents


def test_one_document_is_checked_alone(checked: ValidationReport) -> None:
    """Each finding is about it; warnings do not break conformance."""
    assert {finding.document for finding in checked.findings} == {DEFAULT_BASE + PATH}
    assert checked.conforms == (not any(f.severity == "violation" for f in checked.findings))


def test_both_ways_to_check_find_the_same(
    checker: Checker, checked: ValidationReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySHACL on one document, one query a rule on the whole store."""
    monkeypatch.setattr(checking, "LARGEST_FOR_PYSHACL", 0)
    whole = [f for f in checker.check(()).findings if f.document == DEFAULT_BASE + PATH]
    assert sorted({(f.code, f.focus, f.path) for f in whole}) == sorted(
        {(f.code, f.focus, f.path) for f in checked.findings}
    )


def test_the_examples_break_no_rule(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every quote stands in its text, no edge lacks its words: no violation in the examples."""
    monkeypatch.setattr(checking, "LARGEST_FOR_PYSHACL", 0)
    findings = checker.check(()).findings
    assert [f for f in findings if f.severity == "violation"] == []
    assert {"D2", "D3"} <= {finding.code for finding in findings}


def test_a_quote_that_the_text_does_not_hold_is_found(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule E2 compares with the text as it was read."""

    class Altered(TextFolder):
        def text(self, digest: str) -> str | None:
            words = super().text(digest)
            return words and words.replace("Sở", "Xở")

    monkeypatch.setattr(checking, "validate", lambda _: report_of([]))
    altered = Checker(
        reader=checker.reader, texts=Altered(root=checker.texts.root), base=DEFAULT_BASE
    )
    assert "E2" in {finding.code for finding in altered.check((PATH,)).findings}

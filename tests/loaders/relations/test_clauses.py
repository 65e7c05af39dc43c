"""Rows, clauses and lead-ins."""

from __future__ import annotations

from loaders.citations import find
from loaders.normalisation.normaliser import normalise
from loaders.records import Metadata
from loaders.relations.clauses import Scope, read_scope
from ontology.registry import load_registry


def scope_of(text: str) -> Scope:
    """Return the scope of a text."""
    normalised = normalise(text)
    return read_scope(normalised, find(normalised, (), Metadata(), load_registry()))


def test_a_row_is_told_from_a_new_clause() -> None:
    """Commas, "and" and markers keep a row together; other words end it."""
    scope = scope_of("Thực hiện Chỉ thị số 1-CT/TW, Chỉ thị số 2-CT/TW; theo đó Chỉ thị số 3-CT/TW")
    assert [scope.beside(c) for c in scope.citations] == [None, 0, None]


def test_a_clause_starts_after_a_stop() -> None:
    """The words of the sentence before do not govern a mention."""
    text = "Bãi bỏ thủ tục. Thực hiện Chỉ thị số 1-CT/TW"
    scope = scope_of(text)
    start = scope.clause_start(scope.citations[0])
    assert text[start:].strip().startswith("Thực hiện")


def test_a_lead_in_ends_in_its_colon() -> None:
    """The clause before the colon is the lead-in of a list."""
    text = "Mở đầu. Thực hiện các văn bản sau:\n- Chỉ thị số 1-CT/TW"
    scope = scope_of(text)
    start = scope.clause_start(scope.citations[0])
    lead = scope.lead_in(start)
    assert lead is not None
    assert text[slice(*lead)].strip() == "Thực hiện các văn bản sau"
    assert scope.is_empty(start, scope.citations[0].span.start)


def test_a_basis_line_is_known_by_its_first_words() -> None:
    """The first words give the kind; a full stop ends the line."""
    scope = scope_of("Căn cứ Luật Thư viện;\nXét Tờ trình số 5/TTr-SNV.\nĐọc Chỉ thị số 1-CT/TW.")
    kinds = [scope.basis_head(c) for c in scope.citations]
    assert [kind[0] if kind else None for kind in kinds] == ["basedOn", "cites", None]


def test_the_opening_ends_at_the_first_basis_line() -> None:
    """Mentions before the first basis line stand in the opening."""
    scope = scope_of("Chỉ thị số 1-CT/TW\nCăn cứ Luật Thư viện;")
    assert [scope.is_opening(c) for c in scope.citations] == [True, False]

"""Rows, clauses and lead-ins."""

from __future__ import annotations

from loaders.citations import find
from loaders.normalisation.normaliser import normalise
from loaders.records import Metadata, Section, SectionKind, Span
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


def test_the_item_before_begins_with_a_marker() -> None:
    """Items of one list follow each other; a mention in the middle of a sentence begins none."""
    scope = scope_of(
        "\n1. Chỉ thị số 1-CT/TW về sách, cùng Kế hoạch số 9/KH-UBND.\n2. Chỉ thị số 2-CT/TW."
    )
    first, middle, last = scope.citations
    assert scope.begins_item(first)
    assert not scope.begins_item(middle)
    assert scope.item_before(last) == 0


def test_a_heading_ends_in_a_blank_line() -> None:
    """The words of an article's heading are found before its list."""
    text = "Mở đầu.\n\nĐiều 4. Bãi bỏ văn bản\n\n1. Chỉ thị số 1-CT/TW"
    scope = scope_of(text)
    heading = scope.heading(scope.citations[0].span.start)
    assert heading is not None
    assert text[slice(*heading)] == "Bãi bỏ văn bản"


def test_a_note_is_led_back_to_its_anchor() -> None:
    """Without an anchor, or with a paragraph between, a note has no clause elsewhere."""
    scope = scope_of("Thực hiện chỉ đạo[1].\n[1] Chỉ thị số 1-CT/TW\n\nvà Chỉ thị số 2-CT/TW")
    first, second = scope.citations
    anchor = scope.note_anchor(first)
    assert anchor is not None
    assert scope.lower[slice(*anchor)] == "thực hiện chỉ đạo"
    assert scope.note_anchor(second) is None
    assert [scope.is_note(c) for c in scope.citations] == [True, False]


def test_a_quotation_ends_at_its_sign() -> None:
    """A mention in a quotation belongs to the paper quoted, the next line does not."""
    scope = scope_of(
        'Chỉ thị số 1-CT/TW ghi như sau: "Theo Chỉ thị số 2-CT/TW."\nChỉ thị số 3-CT/TW'
    )
    assert [scope.quoting(c) for c in scope.citations] == [None, 0, None]


def test_print_marks_are_blank() -> None:
    """Words of noise cannot lead in a list."""
    text = "Thực hiện\nCÔNG BÁO: 12\nChỉ thị số 1-CT/TW"
    normalised = normalise(text)
    start = text.index("CÔNG")
    noise = Section(index=0, kind=SectionKind.NOISE, span=Span(start=start, end=start + 12))
    scope = read_scope(normalised, find(normalised, (), Metadata(), load_registry()), (noise,))
    assert "công báo" not in scope.lower
    assert len(scope.lower) == len(text)


def test_damaged_words_are_read() -> None:
    """A word that scanning damaged leads as the word that it stands for."""
    scope = scope_of("SỬA ĐỎI, BỎ SUNG Chỉ thị số 1-CT/TW")
    assert scope.lower.startswith("sửa đổi, bổ sung ")


def test_a_field_does_not_end_a_row() -> None:
    """Words for the field of a paper stand between it and the next one; an order ends the row."""
    scope = scope_of("Theo Chỉ thị số 1-CT/TW về lĩnh vực y tế và Chỉ thị số 2-CT/TW")
    assert scope.beside(scope.citations[1]) == 0
    scope = scope_of("Theo Chỉ thị số 1-CT/TW; trong lĩnh vực y tế thực hiện Chỉ thị số 2-CT/TW")
    assert scope.beside(scope.citations[1]) is None

"""What stands before the first item."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.records import SectionKind
from loaders.segments import segment


def kinds(text: str) -> list[tuple[str, str]]:
    """Return kind and first letters of the sections of a text."""
    normalised = normalise(text)
    return [(one.kind.value, normalised.words(one.span)[:10]) for one in segment(normalised)]


BODY = "\n\nĐiều 1. Thành lập Tổ công tác."


def test_basis_proposer_and_formula() -> None:
    """Basis lines end in a semicolon, or stand before another or the formula."""
    text = (
        "Căn cứ Luật Thanh niên năm 2020;\n\nXét đề nghị của Bí thư Đoàn trường,\n\n"
        "QUYẾT NGHỊ:" + BODY
    )
    assert [kind for kind, _ in kinds(text)] == [
        "legal_basis",
        "legal_basis",
        "decision_formula",
        "article",
    ]


def test_an_order_that_names_who_decides_is_a_formula() -> None:
    """A short line that ends in "yêu cầu:" is a formula; a long paragraph is preamble."""
    short = "Chủ tịch Ủy ban nhân dân huyện yêu cầu:\n\n1. Các xã trực lũ."
    assert kinds(short)[0][0] == "decision_formula"
    long = "Trước tình hình mưa lũ kéo dài, " * 5 + "huyện yêu cầu:\n\n1. Các xã trực lũ."
    assert kinds(long)[0][0] == "preamble"


def test_a_paragraph_that_argues_from_a_paper_is_no_basis() -> None:
    """Words that end in a colon open the body."""
    text = "Căn cứ Kế hoạch số 5/KH-SYT, Sở đề nghị các đơn vị:\n\n1. Rà soát."
    assert kinds(text)[0][0] == "preamble"


def test_dashed_basis_of_party_papers() -> None:
    """The Party prints its basis behind dashes."""
    text = "- Căn cứ Điều lệ Đảng;\n\n- Căn cứ Quy chế làm việc;\n\nTỈNH ỦY QUYẾT ĐỊNH\n" + BODY
    assert [kind for kind, _ in kinds(text)][:2] == ["legal_basis", "legal_basis"]


def test_without_items_there_is_no_preamble() -> None:
    """A short letter is all paragraphs."""
    text = "Sở đã nhận được văn bản.\n\nĐề nghị huyện gửi hồ sơ trước ngày 5/6."
    assert {kind for kind, _ in kinds(text)} == {SectionKind.PARAGRAPH.value}

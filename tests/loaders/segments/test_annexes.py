"""Annexes and attachments."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.records import Section, SectionKind
from loaders.segments import segment

PAPER = "Điều 1. Ban hành kèm theo Quyết định này Quy chế.\n\nCHỦ TỊCH\n\nTrần Văn Suối\n\n"


def sections(text: str) -> list[tuple[str, Section]]:
    """Return words and section of a text."""
    normalised = normalise(text)
    return [(normalised.words(one.span), one) for one in segment(normalised)]


def test_annex_with_title_and_tie() -> None:
    """One section holds title and tie; its content is numbered anew below it."""
    text = (
        PAPER + "PHỤ LỤC II\nDANH MỤC NHIỆM VỤ\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\n"
        "I. NHÓM MỘT\n\n1. Khảo sát bến đò."
    )
    found = sections(text)
    annex = next(one for _, one in found if one.kind is SectionKind.ANNEX)
    assert (annex.marker, annex.label, annex.clause_path) == ("PHỤ LỤC II", "PL II", "phu-luc/2")
    words, item = found[-1]
    assert words == "Khảo sát bến đò"
    assert (item.label, item.clause_path) == ("PL II.I.1", "phu-luc/2/muc/1/1")


def test_attached_regulation_without_the_word_annex() -> None:
    """What follows the signature under a type line, or is tied in brackets, is an annex."""
    text = PAPER + "QUY CHẾ\nQUẢN LÝ CHỢ\n(Ban hành kèm theo Quyết định số 5)\n\nĐiều 1. Phạm vi"
    found = sections(text)
    assert [one.label for _, one in found if one.kind is SectionKind.ANNEX] == ["PL"]
    assert found[-1][1].label == "PL.Điều 1"
    assert found[-1][1].clause_path == "phu-luc/1/dieu/1"


def test_annex_under_issuer_and_motto() -> None:
    """Issuer and motto printed again above an attachment are heading."""
    text = (
        PAPER + "ỦY BAN NHÂN DÂN TỈNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nKẾ HOẠCH\nTrồng rừng\n"
        "(Kèm theo Quyết định số 5)\n\n1. Trồng."
    )
    kinds = [one.kind for _, one in sections(text)]
    assert kinds[-5:] == [SectionKind.HEADING] * 3 + [SectionKind.ANNEX, SectionKind.ITEM]


def test_words_about_an_annex_open_none() -> None:
    """A line of prose that begins with the word is no head."""
    text = "1. Các xã lập danh sách theo mẫu tại\nPhụ lục I ban hành kèm theo Thông tư này."
    assert [one.kind for _, one in sections(text)] == [SectionKind.ITEM]

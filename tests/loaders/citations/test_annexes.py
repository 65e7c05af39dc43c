"""What decisions promulgate."""

from __future__ import annotations

from collections.abc import Callable

from loaders.records import Citation

Finder = Callable[[str], tuple[Citation, ...]]
NAME = "Quy chế quản lý thư viện xã"


def test_a_name_is_found_again(found: Finder) -> None:
    """An annex named once with its decision is a mention wherever its name stands."""
    text = (
        f"Căn cứ Quyết định số 8/QĐ-UBND ngày 5/3/2020 của UBND tỉnh ban hành {NAME};\n"
        f"Các xã thực hiện {NAME} từ tháng 5."
    )
    assert [c.printed for c in found(text)].count(NAME) == 2


def test_the_annex_lies_in_the_subject_of_its_decision(found: Finder) -> None:
    """The decision's subject names the annex, and the annex may name other papers."""
    decision, annex, inner = found(
        "Quyết định số 8/QĐ-UBND ngày 5/3/2020 của UBND tỉnh phê duyệt Kế hoạch thực hiện "
        "Nghị quyết số 57-NQ/TW của Bộ Chính trị;"
    )
    assert (decision.within, annex.within, inner.within) == (None, 0, 1)


def test_a_type_word_may_be_short(found: Finder) -> None:
    """A type word of four syllables may be one of two and a name."""
    annex, _ = found("Quy chế phối hợp ban hành kèm theo Quyết định số 18/QĐ-UBND")
    assert (annex.document_type, annex.title) == ("QC", "phối hợp")


def test_a_type_word_alone_is_no_annex(found: Finder) -> None:
    """Joined to another word it bears no name."""
    (citation,) = found("một số điều của Quy định và Phụ lục kèm theo Nghị quyết số 5/NQ-HĐND")
    assert citation.number == "5/NQ-HĐND"


def test_the_subject_of_a_decision_is_no_annex(found: Finder) -> None:
    """The name of an annex right after a number is the subject of that decision."""
    citations = found(
        "Sửa đổi Quy định về quản lý thư viện xã ban hành kèm theo Quyết định số 5/QĐ-UBND.\n\n"
        "Quyết định số 5/QĐ-UBND Quy định về quản lý thư viện xã"
    )
    assert [c.number for c in citations] == [None, "5/QĐ-UBND", "5/QĐ-UBND"]


def test_an_annex_does_not_cite_itself(found: Finder) -> None:
    """Below its own heading, the name of an annex is no mention; above it, it is."""
    name = "Quy chế quản lý thư viện xã của tỉnh"
    act = f"Điều 1. Ban hành kèm theo Quyết định này {name}.\nĐiều 2. Các sở thi hành {name}.\n"
    annex = f"\nQUY CHẾ\nQuản lý thư viện xã của tỉnh\n\nĐiều 1. Cán bộ theo {name}.\n"
    assert [c.printed for c in found(act + annex)] == [name, name]
    assert [c.printed for c in found(act + annex.replace("QUY CHẾ", "Mẫu"))] == [name, name, name]


def test_a_rule_or_an_office_on_its_own_line_ends_a_name(found: Finder) -> None:
    """What begins the next part of a paper is not in the name above it."""
    name = "Quy định về mượn sách ở thư viện xã"
    act = f"Quyết định số 88/QĐ-UBND của UBND xã ban hành {name}\n"
    for line in ("---------\nCăn cứ biên bản", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"):
        assert found(act + line)[-1].printed == name


def test_a_bracket_inside_a_name_is_part_of_it(found: Finder) -> None:
    """An abbreviation in brackets ends no name; what follows the name with a comma does."""
    name = "Kế hoạch phát triển thư viện xã (TVX) giai đoạn 2026 - 2030"
    text = f"QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt {name}, kèm theo Quyết định này.\n"
    assert [c.printed for c in found(text)] == [name]


def test_only_the_first_article_of_a_decision_approves_by_its_heading(found: Finder) -> None:
    """The article of a regulation on how plans are approved names none."""
    text = "Điều 1. Phê duyệt Kế hoạch phát triển thư viện xã\nThủ trưởng phê duyệt kế hoạch."
    assert found(text) == ()
    assert len(found(f"QUYẾT NGHỊ:\n{text}")) == 1


def test_rules_of_several_bodies_are_named_whole(found: Finder) -> None:
    """Working rules in the deciding article bear the names of all bodies in their name."""
    name = "Quy chế làm việc của UBND tỉnh, tổ thư viện và người đọc"
    (rules,) = found(f"Điều 1. Ban hành kèm theo Quyết định này {name}.")
    assert rules.printed == name


def test_no_name_runs_from_a_heading_into_a_paragraph(found: Finder) -> None:
    """A heading in capitals is no annex of a decision that a later paragraph names."""
    text = "QUY ĐỊNH CÁCH GIỮ SÁCH TRONG THƯ VIỆN\n\nChế độ giữ sách ban hành theo "
    assert [c.number for c in found(f"{text}Quyết định số 8/QĐ-UBND.")] == ["8/QĐ-UBND"]


def test_bodies_that_work_together_stand_in_the_name_of_their_rules(found: Finder) -> None:
    """A comma before a body ends no name of rules on how bodies work together."""
    name = "Quy chế phối hợp giữa Sở Nội vụ với các sở, Ủy ban nhân dân xã trong việc giữ sách"
    (rules,) = found(f"Điều 1. Ban hành kèm theo Quyết định này {name}.")
    assert rules.printed == name


def test_a_name_is_repeated_without_its_period(found: Finder) -> None:
    """In other letters too, begun with a capital; as a draft's name it is none."""
    text = (
        "Quyết định số 8/QĐ-TTg phê duyệt Đề án Giữ sách cổ ở các vùng cao giai đoạn 2017 - 2025;\n"
        "- Thực hiện Đề án giữ sách cổ ở các vùng cao đúng hạn; xem đề án giữ sách cổ ở các vùng cao;"
    )
    assert [c.printed for c in found(text)][2:] == ["Đề án giữ sách cổ ở các vùng cao"]

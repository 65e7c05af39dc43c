"""The end of a paper."""

from __future__ import annotations

from loaders.normalisation.normaliser import normalise
from loaders.records import SectionKind
from loaders.segments import segment


def parts(text: str, kind: SectionKind) -> list[str]:
    """Return the words of the sections of a kind."""
    normalised = normalise(text)
    return [normalised.words(one.span) for one in segment(normalised) if one.kind is kind]


BODY = "1. Các xã trực ban.\n\n2. Các phòng báo cáo hằng ngày.\n\n"


def test_list_and_signature() -> None:
    """The opening words, each entry and each line of the signature are sections."""
    text = (
        BODY + "Nơi nhận:\n- Như trên;\n- Các đoàn thể của\nhuyện;\n- Lưu: VT.\n\n"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Văn Suối"
    )
    assert parts(text, SectionKind.DISTRIBUTION_LIST) == [
        "Nơi nhận",
        "Như trên",
        "Các đoàn thể của huyện",
        "Lưu: VT",
    ]
    assert parts(text, SectionKind.SIGNATURE) == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Suối"]


def test_words_wrapped_in_a_signature_are_joined() -> None:
    """The last word of the body that signs may stand on a line of its own."""
    text = BODY + "TM. ỦY BAN NHÂN\nDÂN\nCHỦ TỊCH\nLê\nThị Đồi"
    assert parts(text, SectionKind.SIGNATURE) == [
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lê Thị Đồi",
    ]


def test_both_columns_in_one_table() -> None:
    """The left cells are the list, the right ones the signature."""
    text = (
        BODY + "|Nơi nhận:          |GIÁM ĐỐC     |\n|- Bộ Y tế;         |             |\n"
        "|- Lưu: VT.         |Phạm Thị Bến |\n"
    )
    assert parts(text, SectionKind.DISTRIBUTION_LIST) == ["Nơi nhận", "Bộ Y tế", "Lưu: VT"]
    assert parts(text, SectionKind.SIGNATURE) == ["GIÁM ĐỐC", "Phạm Thị Bến"]


def test_post_beside_an_entry_on_a_scanned_line() -> None:
    """Capitals at the end of an entry's line are the signer's post."""
    text = BODY + "Nơi nhận: TRƯỞNG BAN CHỈ ĐẠO\n- Thường trực huyện, PHÓ BÍ THƯ HUYỆN ỦY\n"
    assert parts(text, SectionKind.DISTRIBUTION_LIST) == ["Nơi nhận", "Thường trực huyện"]
    assert parts(text, SectionKind.SIGNATURE) == ["TRƯỞNG BAN CHỈ ĐẠO", "PHÓ BÍ THƯ HUYỆN ỦY"]


def test_several_signers() -> None:
    """A joint paper has a post and a name for each signer."""
    text = (
        BODY + "KT. BỘ TRƯỞNG\n\nTHỨ TRƯỞNG\n\n(Đã ký)\n\nThượng tướng Ngô Văn Rừng\n\n"
        "CHỦ TỊCH\n\n(Đã ký)\n\nHồ Thị Biển"
    )
    assert parts(text, SectionKind.SIGNATURE) == [
        "KT. BỘ TRƯỞNG",
        "THỨ TRƯỞNG",
        "(Đã ký)",
        "Thượng tướng Ngô Văn Rừng",
        "CHỦ TỊCH",
        "(Đã ký)",
        "Hồ Thị Biển",
    ]


def test_the_issuer_above_the_basis_is_no_signature() -> None:
    """A head of office in capitals before "Căn cứ" issues the paper."""
    text = "Về việc này.\n\nBỘ TRƯỞNG BỘ Y TẾ\n\nCăn cứ Luật Dược;\n\nĐiều 1. Bãi bỏ Thông tư."
    assert parts(text, SectionKind.SIGNATURE) == []

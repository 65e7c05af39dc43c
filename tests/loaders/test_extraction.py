"""One file from bytes to record: what is read quotes the text it came from."""

from __future__ import annotations

import sys
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import DocumentError, SecretDocument
from loaders.extraction import extract, refuse_secret
from loaders.readers import Limits
from loaders.records import ExtractedDocument, SourceFile, Status
from ontology.registry import load_registry

if TYPE_CHECKING:
    from types import FrameType

LETTER = """ỦY BAN NHÂN DÂN
TỈNH TIỀN GIANG
Số: 21/CT-UBND
Tiền Giang, ngày 04 tháng 5 năm 2023

CHỈ THỊ
Về việc tăng cường phòng ngừa tai nạn đuối nước

Thực hiện Chỉ thị số 12/CT-TTg ngày 25/4/2019 của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân
tỉnh yêu cầu:

1. Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra bể bơi, hoàn thành trước ngày 30/6/2023.

2. Ủy ban nhân dân các huyện báo cáo kết quả về Ủy ban nhân dân tỉnh hằng quý.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Trần Văn Minh
"""


def file_of(text: str | bytes, name: str = "mẫu.txt") -> SourceFile:
    """Return a text as a file."""
    content = text if isinstance(text, bytes) else text.encode()
    return SourceFile(
        name=name,
        media_type="text/plain",
        content=content,
        sha256=sha256(content).hexdigest(),
    )


def read(text: str | bytes) -> ExtractedDocument:
    """Return what is read of a text."""
    return extract(file_of(text), load_registry(), Limits())


def test_a_directive_is_read_whole() -> None:
    """Number, issuer, date, citation, tasks and their doers, and the address of it all."""
    found = read(LETTER)
    assert found.path == "id/vn/ct/ubnd-tien-giang/2023/21"
    assert found.metadata.signer is not None
    assert found.metadata.signer.value == "Trần Văn Minh"
    assert [c.number for c in found.citations] == ["12/CT-TTg"]
    assert found.resolutions[0].target == "id/vn/ct/ttg/2019/12"
    assert [r.kind for r in found.relations] == ["implements"]
    assert len(found.obligations) == 2
    assert [a.agency for a in found.obligations[0].assignments] == ["Sở Y tế", "Công an tỉnh"]
    assert found.obligations[0].deadlines[0].due == "2023-06-30"


def test_the_same_bytes_give_the_same_record() -> None:
    """Nothing depends on the clock, on chance or on what was read before."""
    assert read(LETTER) == read(LETTER)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_span_quotes_the_text(form: str) -> None:
    """`text[start:end]` is what was printed, for composed and decomposed texts alike."""
    text = unicodedata.normalize(form, LETTER)
    found = read(text)
    assert found.source.text == text
    assert found.citations
    for citation in found.citations:
        printed = unicodedata.normalize("NFC", text[citation.span.start : citation.span.end])
        assert " ".join(printed.split()) == " ".join(citation.printed.split())
    for duty in found.obligations:
        assert text[duty.span.start : duty.span.end] == duty.printed


def test_decomposed_texts_say_the_same() -> None:
    """NFD changes spans and print, not what is read."""
    composed, decomposed = (read(unicodedata.normalize(f, LETTER)) for f in ("NFC", "NFD"))
    assert composed.path == decomposed.path
    assert [c.number for c in composed.citations] == [c.number for c in decomposed.citations]
    assert len(composed.obligations) == len(decomposed.obligations)


def test_resolutions_stand_beside_their_citations() -> None:
    """One resolution a citation, in their order; a target iff it is certain."""
    found = read(LETTER + "\nTheo Nghị quyết số 12 và Luật Cư trú số 68/2020/QH14.")
    assert [r.citation for r in found.resolutions] == [c.index for c in found.citations]
    for resolution in found.resolutions:
        certain = resolution.status in {Status.RESOLVED, Status.NOT_IN_REGISTRY}
        assert (resolution.target is not None) == certain


def test_a_stamp_of_secrecy_is_refused() -> None:
    """The roof refuses what the heading stamps; the words in a sentence are no stamp."""
    stamped = read(LETTER.replace("CHỈ THỊ\n", "MẬT\n\nCHỈ THỊ\n", 1))
    with pytest.raises(SecretDocument):
        refuse_secret(stamped.metadata, stamped.name)
    plain = read(LETTER.replace("kiểm tra bể bơi", "bảo vệ bí mật nhà nước"))
    refuse_secret(plain.metadata, plain.name)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Whatever comes, the answer is a record or a sentence."""
    try:
        found = read(content)
    except DocumentError as fault:
        assert fault.detail  # noqa: PT017 - either outcome is right, and each is checked
    else:
        assert found.path.startswith("id/vn/")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*LETTER.split("\n"), "1.", "- ", "số 5", "Điều 3."]), max_size=30))
def test_shuffled_lines_never_break_the_reader(lines: list[str]) -> None:
    """Parts of papers in any order give spans inside the text."""
    text = "\n".join(lines) + "\nhết"
    found = read(text)
    for duty in found.obligations:
        assert text[duty.span.start : duty.span.end] == duty.printed


def calls_to_read(text: str) -> int:
    """Return how many functions are called to read a text."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return made


HEAD = LETTER[: LETTER.index("Thực hiện")]


@pytest.mark.parametrize(
    "piece",
    [
        "PHỤ LỤC\n(Kèm theo Quyết định số 21/QĐ-UBND)\n",
        "kênh\tmương\tđê\n",
        "Giao Sở Y tế kiểm tra; ",
        "- Giao Sở Y tế kiểm tra bể bơi;\n",
        "Nghị định số 15/2020/NĐ-CP bị bãi bỏ bởi Nghị định số 16/2021/NĐ-CP; ",
        "1. Sở Y tế:\na) Các trạm:\n",
        "| xây bể bơi | Sở Y tế | tháng 6 năm 2024 |\n",
        "[1] Nghị định số 15/2020/NĐ-CP\n",
        "\n",
        "(",
    ],
)
def test_work_grows_as_the_text_grows(piece: str) -> None:
    """Four times the text takes about four times the calls, whatever repeats in it."""
    read(HEAD + piece * 10)
    short, long = (calls_to_read(HEAD + piece * times) for times in (150, 600))
    assert long < 5 * short


def test_a_text_of_blank_lines_is_read() -> None:
    """No expression looks at a run of blank lines again from each of them."""
    assert not read(LETTER + "\n" * 100_000).remarks

"""Entries of a site's lists are read as citations of what they name."""

from __future__ import annotations

from loaders.listing import read_listed
from loaders.records import Metadata, Status
from loaders.source_text import PageRelation
from ontology.registry import load_registry


def entry(words: str, kind: str = "replaces") -> PageRelation:
    """Return an entry of a list of this document's own relations."""
    return PageRelation(kind=kind, towards=False, label="Văn bản bị thay thế", words=words)


def test_an_entry_names_the_document_it_begins_with() -> None:
    """What its title names is not listed; an entry that stands twice counts once."""
    words = "Thông tư số 24/2025/TT-BGDĐT sửa đổi Thông tư số 15/2020/TT-BGDĐT"
    found = read_listed((entry(words), entry(words)), Metadata(), load_registry())
    assert [listed.citation.number for listed in found] == ["24/2025/TT-BGDĐT"]
    assert found[0].entry.words == words
    assert found[0].resolution.status in {Status.RESOLVED, Status.NOT_IN_REGISTRY}


def test_what_names_no_document_is_left() -> None:
    """Dates and notices of a list are no entries."""
    notices = (entry("Ban hành: 12/03/2024"), entry("Xem thêm các văn bản"))
    assert read_listed(notices, Metadata(), load_registry()) == ()


def test_the_year_after_a_number_counts() -> None:
    """Numbers that restart each year are known with it only."""
    words = "Chỉ thị 12/CT-TTg năm 2019 về phòng cháy do Thủ tướng Chính phủ ban hành"
    (found,) = read_listed((entry(words),), Metadata(), load_registry())
    assert found.resolution.target == "id/vn/ct/ttg/2019/12"

"""Find documents by number in any spelling and by words without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.errors import BadParameter
from queries.search import (
    Filters,
    documents_numbered,
    find_documents,
    find_names,
    resolve_document,
    resolve_name,
)

if TYPE_CHECKING:
    from queries.index.reader import SideIndex
    from queries.store.folder_reader import FolderReader

BASE = "https://w3id.org/luocdo/"


@pytest.fixture
def index(reader: FolderReader) -> SideIndex:
    """The side index of the province."""
    return reader.index()


@pytest.mark.parametrize(
    "words", ["909-KL/TW", "909 kl/tw", "Kết luận số 0909 - KL / TW", "909-kl-tw", "909"]
)
def test_a_number_is_found_in_any_spelling(words: str, index: SideIndex) -> None:
    """Case, marks, blanks, dashes and leading zeros do not count."""
    (found,) = documents_numbered(index, words)
    assert found.path == "id/vn/kl/tw/k13/909"


def test_the_symbol_keeps_numbers_apart(index: SideIndex) -> None:
    """Two resolutions have number 12, and no directive has."""
    assert len(documents_numbered(index, "12-NQ/TU")) == 2
    assert documents_numbered(index, "12-CT/TU") == ()
    assert [d.path for d in documents_numbered(index, "12-NQ/TU năm 2021")] == [
        "id/vn/nq/tu-lam-thanh/nk2020/12"
    ]
    assert documents_numbered(index, "no number") == ()


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("bến đò", "id/vn/ct/ubnd-lam-thanh/2024/7"),
        ("ben do", "id/vn/ct/ubnd-lam-thanh/2024/7"),
        ("AN TOAN SONG", "id/vn/ct/tu-lam-thanh/nk2020/15"),
        ("trien khai chi thi", "id/vn/kh/so-noi-vu-lam-thanh/2024/31"),
    ],
)
def test_titles_are_found_without_marks(words: str, path: str, index: SideIndex) -> None:
    """The letter đ is folded like the others."""
    page = find_documents(index, words, Filters())
    assert page.documents[0].path == path


def test_the_best_come_first(index: SideIndex) -> None:
    """Those with their text, then short titles, then new ones; pages go on where one ended."""
    found = find_documents(index, "lam thanh", Filters(), size=50)
    everything = find_documents(index, "ve", Filters(), size=50)
    assert found.total == len(found.documents)
    assert everything.total == len(everything.documents) > 2
    for page in (found, everything):
        held = [d.presence == "fullText" for d in page.documents]
        assert held == sorted(held, reverse=True)
    pages = [find_documents(index, "ve", Filters(), number=n, size=2).documents for n in (1, 2)]
    assert [d for page in pages for d in page] == list(everything.documents[:4])
    narrowed = find_documents(index, "ve", Filters(presence="fullText"), size=50)
    assert narrowed.total == len(narrowed.documents)
    assert list(narrowed.documents) == list(everything.documents[: narrowed.total])


def test_a_number_comes_before_words(index: SideIndex) -> None:
    """The document of that number is first, those that name it in their title follow."""
    page = find_documents(index, "07/CT-UBND", Filters())
    assert [d.path for d in page.documents] == [
        "id/vn/ct/ubnd-lam-thanh/2024/7",
        "id/vn/kh/so-noi-vu-lam-thanh/2024/31",
    ]
    assert page.total == 2


def test_filters_and_pages(index: SideIndex) -> None:
    """Without words all documents come, newest with text first; pages do not overlap."""
    everything = find_documents(index, "", Filters(), size=100)
    assert everything.total == len(everything.documents) == 9
    assert everything.documents[0].path == "id/vn/kh/so-noi-vu-lam-thanh/2024/31"
    pages = [find_documents(index, "", Filters(), number=n, size=4).documents for n in (1, 2, 3)]
    assert [d for page in pages for d in page] == list(everything.documents)
    directives = find_documents(index, "", Filters(type="Directive", since="2024-01-01"))
    assert {d.printed_number for d in directives.documents} == {"07/CT-UBND", "15-CT/TU"}
    assert find_documents(index, "07/CT-UBND", Filters(type="Plan")).total == 1


def test_signs_of_the_query_language_do_no_harm(index: SideIndex) -> None:
    """Quotes, stars and operators are words like others."""
    for words in ('"', "a* OR b", "NEAR(", "') --", "-", "☃"):
        assert find_documents(index, words, Filters()).total >= 0


def test_a_document_is_meant_by_path_number_or_name(index: SideIndex) -> None:
    """Each leads to its IRI; what means nothing or several things is refused."""
    directive = f"{BASE}id/vn/ct/tu-lam-thanh/nk2020/15"
    for words in (directive, "id/vn/ct/tu-lam-thanh/nk2020/15", "15-CT/TU", "chi thi song nuoc"):
        assert resolve_document(index, words) == directive
    with pytest.raises(BadParameter) as caught:
        resolve_document(index, "12-NQ/TU", name="which")
    assert caught.value.name == "which"
    assert len(caught.value.candidates) == 2
    with pytest.raises(BadParameter):
        resolve_document(index, "id/vn/ct/nowhere/1")


def test_bodies_are_found_by_name(index: SideIndex) -> None:
    """Exact names first; other names count; a code of the register is enough."""
    found = find_names(index, "cong an tinh", "agency")
    assert [row.iri for row in found] == [f"{BASE}id/vn/agency/cat-lam-thanh"]
    ubnd = f"{BASE}id/vn/agency/ubnd-lam-thanh"
    for words in ("UBND tỉnh Lam Thành", "ubnd-lam-thanh", "id/vn/agency/ubnd-lam-thanh", ubnd):
        assert resolve_name(index, words, "agency", name="agency") == ubnd
    with pytest.raises(BadParameter):
        resolve_name(index, "tỉnh Lam Thành", "agency", name="agency")


def test_labels_and_counts(index: SideIndex) -> None:
    """The index knows labels of documents and bodies, and the figures of the generation."""
    labels = index.labels([f"{BASE}id/vn/agency/bbt", f"{BASE}id/vn/kl/tw/k13/909", "x:y"])
    assert set(labels.values()) == {
        "Ban Bí thư",
        "909-KL/TW: Về tiếp tục bảo đảm an toàn đường thủy",
    }
    counts = index.counts()
    assert (counts["documents"], counts["fullText"], counts["ambiguous"]) == (9, 3, 1)

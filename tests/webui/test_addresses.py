"""Identifiers and pages lead to each other."""

from __future__ import annotations

import pytest

from webui.addresses import Addresses, anchor_of, document_of, page_of

BASE = "https://w3id.org/luocdo/"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("vn/ct/ttg/2019/12", "/doc/vn/ct/ttg/2019/12"),
        ("doc/0123456789abcdef", "/doc/doc/0123456789abcdef"),
        ("vn/qd/ttg/2022/6/annex", "/doc/vn/qd/ttg/2022/6/annex"),
        ("vn/ct/ttg/2019/12/cit/3-9", "/doc/vn/ct/ttg/2019/12#cit-3-9"),
        ("vn/ct/ttg/2019/12/cit/3-9/2", "/doc/vn/ct/ttg/2019/12#cit-3-9-2"),
        ("vn/ct/ttg/2019/12/obl/3-9/due/1", "/doc/vn/ct/ttg/2019/12#obl-3-9"),
        ("vn/ct/ttg/2019/12/obl/3-9/2/asg/1", "/doc/vn/ct/ttg/2019/12#obl-3-9-2"),
        ("vn/ct/ttg/2019/12/ev/3-9", "/doc/vn/ct/ttg/2019/12#w-3-9"),
        ("vn/ct/ttg/2019/12/ev/3-9/date", "/doc/vn/ct/ttg/2019/12#w-3-9"),
        ("vn/ct/ttg/2019/12/ev/3-9#quote", "/doc/vn/ct/ttg/2019/12#w-3-9"),
        ("vn/ct/ttg/2019/12/text/0123456789ab", "/doc/vn/ct/ttg/2019/12#text"),
        ("vn/ct/ttg/2019/12/run", "/doc/vn/ct/ttg/2019/12#text"),
        ("vn/ct/ttg/2019/12/dieu/3/khoan/2", "/thing/vn/ct/ttg/2019/12/dieu/3/khoan/2"),
        ("vn/agency/cat-song-may", "/body/agency/cat-song-may"),
        ("vn/post/ct-ubnd-song-may", "/body/post/ct-ubnd-song-may"),
        ("vn/group/song-may/so-nganh", "/body/group/song-may/so-nganh"),
        ("vn/place/song-may", "/thing/vn/place/song-may"),
        ("vn/term/dang/k13", "/thing/vn/term/dang/k13"),
    ],
)
def test_every_shape_of_identifier_has_a_page(path: str, page: str) -> None:
    """Each shape of the contract leads to the page that shows it."""
    assert page_of(path) == page


def test_foreign_identifiers_have_no_page() -> None:
    """Only what stands under the base is ours."""
    assert Addresses(base_iri=BASE).page("http://example.org/id/vn/x") is None


def test_addresses_stand_under_the_root_of_the_site() -> None:
    """Behind a prefix all addresses begin with it, and odd letters are escaped."""
    there = Addresses(base_iri=BASE, root="/luocdo")
    assert there.page(f"{BASE}id/vn/ct/ttg/2019/12") == "/luocdo/doc/vn/ct/ttg/2019/12"
    assert there.data(f'{BASE}id/vn/"x', "ttl") == "/luocdo/data/vn/%22x.ttl"
    assert there.lineage(f"{BASE}id/vn/x") == "/luocdo/lineage/vn/x"


def test_what_is_inside_a_document_knows_it() -> None:
    """Parts of a document lead back to it; the document is its own."""
    assert document_of("vn/ct/ttg/2019/12/muc/2/4") == "vn/ct/ttg/2019/12"
    assert document_of("vn/ct/ttg/2019/12") == "vn/ct/ttg/2019/12"
    assert anchor_of("vn/ct/ttg/2019/12") == "top"

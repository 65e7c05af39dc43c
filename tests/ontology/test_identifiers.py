"""Paths follow the table of templates, and lead back to their numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import identifiers
from ontology.errors import IdentifierError
from ontology.identifiers import document_path, number_of_path, parse_number, parse_path
from ontology.registry import Agency, DocumentType, load_registry


def kind(code: str) -> DocumentType:
    """Return a document type of the register."""
    found = load_registry().document_type(code)
    assert found is not None
    return found


def body(code: str) -> Agency:
    """Return a body of the register."""
    found = load_registry().agency(code)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("number", "code", "series", "year", "term", "path"),
    [
        ("48-CT/TW", "CT", "tw", None, "k10", "ct/tw/k10/48"),
        ("01-NQ/ĐH", "NQ", "dhd-tw", None, "dh13", "nq/dhd-tw/dh13/1"),
        ("36-HD/VPTW", "HD", "vptw", None, "k12", "hd/vptw/k12/36"),
        ("37-QĐ/TW", "QyĐ", "tw", None, "k13", "qd/tw/k13/37"),
        ("08-QĐi/TW", "QyĐ", "tw", None, "k12", "qdi/tw/k12/8"),
        ("14-NQ/TU", "NQ", "tu-tien-giang", None, "nk2020", "nq/tu-tien-giang/nk2020/14"),
        ("100/2015/QH13", "BL", "", None, "", "qh13/2015/100"),
        ("100/2015/QH13", "NQ", "", None, "", "nq/qh13/2015/100"),
        ("1202/NQ-UBTVQH15", "NQ", "", 2024, "", "nq/ubtvqh15/k15/1202"),
        ("34/2007/PL-UBTVQH11", "PL", "", None, "", "pl/ubtvqh11/2007/34"),
        ("03/2019/NĐ-CP", "NĐ", "cp", None, "", "nd/cp/2019/3"),
        ("12/CT-TTg", "CT", "ttg", 2019, "", "ct/ttg/2019/12"),
        ("18/2016/QĐ-UBND", "QĐ", "ubnd-ha-giang", None, "", "qd/ubnd-ha-giang/2016-qp/18"),
        ("18/QĐ-UBND", "QĐ", "ubnd-ha-giang", 2016, "", "qd/ubnd-ha-giang/2016/18"),
        ("512/UBND-NC", "CV", "ubnd-tien-giang", 2023, "", "cv/ubnd-tien-giang/2023/512"),
        ("01/2015/TTLT-BCA-BQP", "TTLT", "", None, "", "ttlt/bca-bqp/2015/1"),
        ("30c/NQ-CP", "NQ", "cp", 2011, "", "nq/cp/2011/30c"),
        ("10-CTr/TU", "CTHĐ", "tu-hue", None, "nk2020", "ctr/tu-hue/nk2020/10"),
        ("03-TT/TU", "TTRI", "tu-hue", None, "nk2020", "thong-tri/tu-hue/nk2020/3"),
    ],
)
def test_templates(
    number: str, code: str, series: str, year: int | None, term: str, path: str
) -> None:
    """Each row of the table of templates gives its path."""
    made = document_path(
        parse_number(number, document_type=kind(code)),
        kind(code),
        series=series,
        year=year,
        term=term,
    )
    assert made == f"id/vn/{path}"
    assert parse_path(made).document == made


@given(
    running=st.integers(1, 9999),
    year=st.integers(1976, 2099),
    code=st.sampled_from(["CT", "KH", "BC", "TB", "TTr"]),
    series=st.sampled_from(["ubnd-tien-giang", "ubnd-dong-thap-2025", "ttg", "bca", "cat-hue"]),
)
def test_number_path_number(running: int, year: int, code: str, series: str) -> None:
    """Number -> path -> number is the same number."""
    symbol = identifiers.instance_parts(series)[0].symbol
    number = parse_number(f"{running}/{code}-{symbol}")
    path = document_path(number, kind(code), series=series, year=year)
    assert number_of_path(path).key == number.key


@given(running=st.integers(1, 999), term=st.integers(7, 20), code=st.sampled_from(["CT", "KL"]))
def test_party_number_path_number(running: int, term: int, code: str) -> None:
    """A Party number comes back from its path too."""
    number = parse_number(f"{running:02d}-{code}/TW")
    path = document_path(number, kind(code), series="tw", term=f"k{term}")
    assert number_of_path(path).canonical == number.canonical


def test_every_known_document_has_its_path() -> None:
    """The path of a row of the register is the one its number gives."""
    registry = load_registry()
    for row in registry.documents:
        parts = parse_path(row.path)
        if not row.number or parts.annex:
            continue
        term = parts.scope if parts.scope[0] in "kdn" else ""
        number = parse_number(row.number, document_type=kind(row.type_code))
        year = None if term else int(parts.scope[:4])
        assembly = number.assembly_term is not None and not number.is_joint
        made = document_path(
            number,
            kind(row.type_code),
            series=parts.series,
            year=year,
            term="" if assembly else term,
        )
        assert made == row.path


@pytest.mark.parametrize(
    ("number", "code", "series"),
    [("15/CT-UBND", "CT", "ubnd-hue"), ("15/CT-UBND", "CT", ""), ("7/QH14", "L", "")],
)
def test_an_incomplete_number_has_no_path(number: str, code: str, series: str) -> None:
    """Without body or year nothing is guessed."""
    with pytest.raises(IdentifierError):
        document_path(parse_number(number), kind(code), series=series)


def test_bodies_posts_groups() -> None:
    """The kind of a body decides its path; the Prime Minister numbers documents."""
    path = identifiers.agency_path
    assert path(body("cat"), "tien-giang") == "id/vn/agency/cat-tien-giang"
    assert path(body("ubnd-tinh"), "hue") == "id/vn/agency/ubnd-hue"
    assert path(body("ct-ubnd-tinh"), "hue") == "id/vn/post/ct-ubnd-hue"
    assert path(body("ttg")) == "id/vn/agency/ttg"
    assert path(body("so-ban-nganh-tinh"), "hue") == "id/vn/group/hue/so-ban-nganh"


def test_instances_come_back() -> None:
    """Code and province of an instance are found again, mergers included."""
    for province in load_registry().provinces:
        code = identifiers.instance_code(body("btv-tu"), province.slug)
        assert identifiers.instance_parts(code) == (body("btv-tu"), province)
    with pytest.raises(IdentifierError):
        identifiers.instance_parts("nobody-nowhere")


def test_parts_of_a_document() -> None:
    """Annexes, clauses, spans and texts hang below their document."""
    paper = "id/vn/qd/ttg/2022/6"
    assert identifiers.annex_path(paper) == f"{paper}/annex"
    assert identifiers.annex_path(paper, 2) == f"{paper}/annex/2"
    clause = identifiers.clause_path(paper, "dieu/3/khoan/2/diem/a")
    assert parse_path(clause).clause == "dieu/3/khoan/2/diem/a"
    assert parse_path(f"{paper}/annex/2").annex == "annex/2"
    assert identifiers.span_path(paper, "cit", 4, 9, 2) == f"{paper}/cit/4-9/2"
    assert identifiers.part_path(f"{paper}/obl/4-9", "due", 1) == f"{paper}/obl/4-9/due/1"
    assert identifiers.text_path(paper, "ab" * 32) == f"{paper}/text/abababababab"
    with pytest.raises(IdentifierError):
        identifiers.clause_path(paper, "Điều 3")


def test_other_paths() -> None:
    """Places, terms, events, aliases and papers without a number."""
    assert identifiers.place_path("dong-thap-2025") == "id/vn/place/dong-thap-2025"
    assert identifiers.term_path("tu-hue", "nk2020") == "id/vn/term/tu-hue/nk2020"
    event = identifiers.event_path(date(2025, 7, 1), "dong-thap")
    assert event == "id/vn/event/2025-07-01/dong-thap"
    assert identifiers.alias_path("Nghị quyết 12") == "id/vn/alias/nghi-quyet-12"
    assert identifiers.constitution_path(2013) == "id/vn/hp/2013"
    headless = identifiers.headless_path("Một công văn không số")
    assert parse_path(headless).kind == "doc"
    with pytest.raises(IdentifierError):
        number_of_path(headless)
    with pytest.raises(IdentifierError):
        parse_path("id/vn/agency/bca")


def test_no_two_types_share_a_slug_with_other_symbols() -> None:
    """A slug in a path names one printed symbol."""
    symbols: dict[str, set[str]] = {}
    for row in load_registry().document_types:
        symbols.setdefault(row.slug, set()).add(row.symbol)
    assert {slug: found for slug, found in symbols.items() if len(found) > 1} == {}

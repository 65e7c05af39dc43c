"""A number belongs to the series of one body, in one year or term, or to none that is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from loaders.records import PartialDate
from loaders.resolution.series import Series, roman, series_of, term_scopes
from ontology.document_numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.resolution.agencies import AgencyNames
    from loaders.resolution.standpoint import Standpoint

MAY = PartialDate(year=2024, month=5, day=6)


@pytest.mark.parametrize(
    ("numeral", "value"), [("XIII", 13), ("IX", 9), ("XIV", 14), ("VII", 7), ("", 0), ("XA", 0)]
)
def test_roman(numeral: str, value: int) -> None:
    """Roman numerals of terms; other words give 0."""
    assert roman(numeral) == value


@pytest.mark.parametrize(
    ("number", "issuer", "codes"),
    [
        ("15/CT-UBND", None, ["ubnd-tra-vinh"]),
        ("15/CT-UBND", "UBND tỉnh Bến Tre", ["ubnd-ben-tre"]),
        ("15/CT-UBND", "Chủ tịch UBND tỉnh", ["ubnd-tra-vinh"]),
        ("15/TB-VP", None, ["vp-ubnd-tra-vinh"]),
        ("15/KH-SNV", None, ["so-noi-vu-tra-vinh"]),
        ("15-NQ/TU", "Ban Thường vụ Tỉnh ủy", ["tu-tra-vinh"]),
        ("15-KL/TW", "Ban Bí thư", ["tw"]),
        ("15/2024/TT-BNN&PTNT", None, ["bnnptnt"]),
        ("15/QĐ-LĐTBXH", None, ["bldtbxh"]),
        ("15/2024/QH15", None, [""]),
        ("15/2024/TTLT-BCA-BQP", None, [""]),
        ("15-KH/BTC", None, []),
        ("15/QĐ-UBND", "UBND huyện Cầu Ngang", []),
        ("15/QĐ-UBND", "UBND thành phố Trà Vinh", []),
        ("15/QĐ-ABCXYZ", None, []),
        ("15-TTr/ĐU", None, []),
        ("15/QCPH-UBND-HND", None, []),
    ],
)
def test_series(
    names: AgencyNames,
    stand: Callable[..., Standpoint],
    number: str,
    issuer: str | None,
    codes: list[str],
) -> None:
    """The symbol decides the series, the named author its province and level."""
    where = stand("tra-vinh", "2024-08-09")
    reading = series_of(parse_number(number), issuer, MAY, where, names)
    assert [series.code for series in reading.options] == codes
    assert bool(reading.reason) == (not codes)


def test_no_province_no_series(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """A central paper that names no province leaves a provincial number open."""
    reading = series_of(parse_number("15/CT-UBND"), None, MAY, stand(day="2024-08-09"), names)
    assert reading.reason == "province-missing"


def test_a_districts_paper_does_not_mean_the_province(
    names: AgencyNames, stand: Callable[..., Standpoint]
) -> None:
    """UBND in a district's own paper may be the district."""
    where = stand("tra-vinh", "2024-08-09", "Ủy ban nhân dân huyện Cầu Ngang")
    assert not series_of(parse_number("15/QĐ-UBND"), None, MAY, where, names).options


def test_after_a_merger(names: AgencyNames, stand: Callable[..., Standpoint]) -> None:
    """An older number is of one of the merged provinces; "thành phố" tells the city."""
    number = parse_number("15/QĐ-UBND")
    merged = series_of(number, None, MAY, stand("ca-mau-2025", "2025-09-01"), names)
    assert {s.code for s in merged.options} == {"ubnd-ca-mau", "ubnd-bac-lieu"}
    assert merged.reason == "merged-province"
    city = series_of(
        number, "Ủy ban nhân dân thành phố", MAY, stand("can-tho-2025", "2025-09-01"), names
    )
    assert [s.code for s in city.options] == ["ubnd-can-tho"]


def test_terms(stand: Callable[..., Standpoint]) -> None:
    """The printed term wins; else the day; on a day of change both."""
    where = stand("tra-vinh", "2024-08-09")
    centre = Series(code="tw", party=True)
    province = Series(code="tu-tra-vinh", party=True, body="tu-tra-vinh")
    congress = Series(code="dhd-tw", party=True)
    assert term_scopes(centre, where, date(2024, 1, 1), "XI") == ("k11",)
    assert term_scopes(centre, where, date(2024, 1, 1), None) == ("k13",)
    assert term_scopes(centre, where, date(2026, 1, 23), None) == ("k13", "k14")
    assert term_scopes(centre, where, None, None) == ()
    assert term_scopes(province, where, date(2024, 1, 1), "XI") == ("nk2020",)
    assert term_scopes(congress, where, None, "XIII") == ("dh13",)

"""Step 5 as a whole: every entry of the table proves itself; spans, order and silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.citations import find
from loaders.grammar.tables import table
from loaders.normalisation.normaliser import normalise
from loaders.records import Citation, Metadata, Reading, Section, SectionKind, Span
from ontology.registry import load_registry

Finder = Callable[[str], tuple[Citation, ...]]
DATA = table("loaders.citations", "patterns.toml")
ENTRIES = [*DATA["pattern"], *DATA["named"]]


@pytest.mark.parametrize(
    ("rule", "example"), [(e["id"], x) for e in ENTRIES for x in e["examples"]]
)
def test_each_example_is_read_by_its_own_entry(
    found: Finder, rule: str, example: dict[str, str]
) -> None:
    """An example gives the mention it states, by the entry it stands in."""
    assert example["gives"] in [c.printed for c in found(example["text"]) if c.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text"), [(e["id"], text) for e in ENTRIES for text in e["counter_examples"]]
)
def test_no_counter_example_is_read(found: Finder, rule: str, text: str) -> None:
    """A counter-example is not read by the entry it stands in."""
    assert rule not in [c.rule for c in found(text)]


def test_entries_are_told_apart() -> None:
    """No two entries bear one name, and each says what it means and whose rule it is."""
    names = [entry["id"] for entry in ENTRIES]
    assert len(names) == len(set(names))
    assert all(entry["means"] and entry["source"] for entry in ENTRIES)


@given(
    st.lists(
        st.sampled_from(
            [
                "Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị",
                "Căn cứ Luật Đất đai số 31/2024/QH15",
                "theo Quyết định 217, 218-QĐ/TW",
                " và ",
                "; ",
                "\n\n",
                "Nghị quyết số",
                "12%",
                "Luật",
                "về việc tiếp tục thực hiện",
            ]
        ),
        max_size=8,
    )
)
def test_spans_quote_what_was_printed(parts: list[str]) -> None:
    """Citations stand in order, lie inside the text and point to outer ones before them."""
    text = " ".join(parts)
    citations = find(normalise(text), (), Metadata(), load_registry())
    assert [c.index for c in citations] == list(range(len(citations)))
    assert [c.span.start for c in citations] == sorted(c.span.start for c in citations)
    for citation in citations:
        words = " ".join(text[citation.span.start : citation.span.end].split())
        assert words == citation.printed
        assert citation.within is None or citation.within < citation.index


def test_the_document_itself_is_not_cited() -> None:
    """A mention of the document's own number is no citation."""
    own = Reading(value="15/CT-UBND", printed="15/CT-UBND", span=None, rule="", confidence=1.0)
    text = normalise("Kèm theo Chỉ thị số 15/CT-UBND. Thực hiện Chỉ thị số 16/CT-UBND.")
    citations = find(text, (), Metadata(number=own), load_registry())
    assert [c.number for c in citations] == ["16/CT-UBND"]


def test_a_number_that_lost_its_dash_is_still_its_own() -> None:
    """The annex line repairs what the number line prints without its dash."""
    own = Reading(value="1961/QĐUBND", printed="1961/QĐUBND", span=None, rule="", confidence=1.0)
    text = normalise("(Ban hành kèm theo Quyết định số 1961/QĐUBND của UBND tỉnh Kiên Giang)")
    assert find(text, (), Metadata(number=own), load_registry()) == ()


def test_a_law_does_not_cite_itself_by_name() -> None:
    """The name of an amending law is its own in the words that pass it; what it amends is cited."""
    title = "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THƯ VIỆN"
    own = Reading(value=title, printed=title, span=None, rule="", confidence=1.0)
    text = normalise("Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Thư viện.")
    citations = find(text, (), Metadata(title=own), load_registry())
    assert [(c.title, c.within) for c in citations] == [("Thư viện", None)]


def test_a_plan_may_hold_the_semicolon_of_the_title() -> None:
    """A name goes on over a semicolon where the document's own title has the same words after one."""
    title = "KẾ HOẠCH THI ĐUA; TRỒNG CÂY, PHỦ XANH LÀNG XÃ"
    name = "Kế hoạch phát động thi đua; trồng cây, phủ xanh làng xã"
    order = f"Thực hiện Quyết định số 18/QĐ-TTg ban hành {name}; giao Sở Nội vụ tổng hợp."
    text = normalise(f"{title}\n{order}")
    head = Section(index=0, kind=SectionKind.TITLE, span=Span(start=0, end=len(title)))
    printed = [text.quote(c.span) for c in find(text, (head,), Metadata(), load_registry())]
    assert printed == ["Quyết định số 18/QĐ-TTg", name]


def test_headings_cite_nothing_and_places_are_told() -> None:
    """A heading is silent; a citation knows that it stands in the title or in a basis line."""
    text = normalise("Chỉ thị số 1/CT-UBND\nChỉ thị số 2/CT-UBND\nChỉ thị số 3/CT-UBND")
    kinds = (SectionKind.HEADING, SectionKind.TITLE, SectionKind.LEGAL_BASIS)
    sections = tuple(
        Section(index=i, kind=kind, span=Span(start=21 * i, end=21 * i + 20))
        for i, kind in enumerate(kinds)
    )
    title, basis = find(text, sections, Metadata(), load_registry())
    assert (title.number, title.in_title, title.in_basis) == ("2/CT-UBND", True, False)
    assert (basis.number, basis.in_title, basis.in_basis) == ("3/CT-UBND", False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Tội phạm giảm 13,4%; trực 24/7 theo mô hình 4+1.",
        "Xe biển số 63A-123.45, điện thoại 0273.3871.234.",
        "Áp dụng TCVN 7278:2012 và QCVN 06:2022/BXD.",
        "Ban Chỉ đạo 389 họp nhân dịp 30/4 - 01/5.",
        "Các nghị quyết của Trung ương và pháp luật có liên quan.",
        "Thực hiện Kết luận này.",
    ],
)
def test_what_is_no_citation_is_silent(found: Finder, text: str) -> None:
    """Percentages, plates, standards, bodies, vague words and the document itself are none."""
    assert found(text) == ()

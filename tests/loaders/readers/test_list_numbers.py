"""Numbers that Word only prints are rebuilt."""

from __future__ import annotations

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from loaders.readers.list_numbers import Level, ListNumbers


def test_numbers_count_by_level_and_start_again_below_a_new_item() -> None:
    """1. a) b) 2. a): the deeper level starts again."""
    document = Document()
    levels = {
        ("7", 0): Level(form="decimal", pattern="%1.", start=1),
        ("7", 1): Level(form="lowerLetter", pattern="%2)", start=1),
    }
    numbers = ListNumbers(levels=levels)
    markers = []
    for depth in (0, 1, 1, 0, 1):
        paragraph = document.add_paragraph("việc")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr>'
            )
        )
        markers.append(numbers.marker(paragraph))
    assert markers == ["1. ", "a) ", "b) ", "2. ", "a) "]


def test_styles_of_the_template_give_bullets_and_numbers() -> None:
    """A list made by a style counts too."""
    document = Document()
    numbers = ListNumbers.of(document)
    bullet = document.add_paragraph("một", style="List Bullet")
    first = document.add_paragraph("hai", style="List Number")
    second = document.add_paragraph("ba", style="List Number")
    plain = document.add_paragraph("bốn")
    assert [numbers.marker(p) for p in (bullet, first, second, plain)] == ["- ", "1. ", "2. ", ""]

"""Every relation looks like something, on light pages and on dark ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.namespaces import LDO
from webui.facts.citations import RELATIONS
from webui.relations import relation_styles, style_sheet

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_relation_of_the_contract_is_in_the_table() -> None:
    """What pages may name can be drawn, and nothing else."""
    assert tuple(relation_styles()) == RELATIONS
    assert all(name in LDO for name in relation_styles())


def test_lines_can_be_seen_and_told_apart() -> None:
    """Contrast of 3:1 or more with the paper; no two relations share colour and dashes."""
    for style in relation_styles().values():
        assert contrast(style.light, "#ffffff") >= 3
        assert contrast(style.dark, "#1e2024") >= 3
    looks = [(s.light, s.dashes) for s in relation_styles().values()]
    assert len(set(looks)) == len(looks)


def test_the_style_sheet_holds_all_of_them(client: FlaskClient) -> None:
    """It is made of the table, and served as CSS."""
    answer = client.get("/styles/relations.css")
    assert answer.mimetype == "text/css"
    assert answer.text == style_sheet()
    assert all(f".edge-{name}" in answer.text for name in RELATIONS)

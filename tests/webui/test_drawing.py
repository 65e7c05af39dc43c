"""A drawing that is downloaded asks nobody for anything and runs no words of a document."""

from __future__ import annotations

import re

import pytest

from webui import drawing
from webui.drawing import DrawingFailed, DrawnEdge, DrawnNode, standalone_page, wrapped

HOSTILE = "</script><script>alert(1)</script>"
ASKED = re.compile(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", re.IGNORECASE)


def node(name: str, **other: object) -> DrawnNode:
    """Return a node."""
    values = {
        "id": name,
        "label": name,
        "lines": (name,),
        "title": "",
        "rank": 3,
        "presence": "fullText",
        "x": 0.0,
        "y": 0.0,
        "address": f"/doc/{name}",
        "is_centre": False,
        **other,
    }
    return DrawnNode(**values)  # type: ignore[arg-type]  # gathered from keywords


def edge(source: str, target: str, relation: str = "implements") -> DrawnEdge:
    """Return an edge with hostile words."""
    return DrawnEdge(
        source=source,
        target=target,
        relation=relation,
        label="thực hiện",
        quote=HOSTILE,
        status="resolved",
        address="/doc/a#cit-1-2",
    )


def graph() -> drawing.Drawing:
    """Return a small drawing."""
    nodes = (node("a", is_centre=True), node("b", title=HOSTILE, lines=(HOSTILE,), rank=1, y=-1.0))
    return drawing.Drawing(nodes=nodes, edges=(edge("a", "b"),))


def test_the_download_names_no_other_host() -> None:
    """Nothing in it is fetched: no script, style or picture from an address."""
    page = standalone_page(graph(), "Sơ đồ", "vi")
    assert not ASKED.search(page)
    assert "<link" not in page.split("<style", maxsplit=1)[0]
    assert "new vis.Network" in page


def test_the_download_escapes_everything() -> None:
    """Heading, labels and quotations stay words."""
    page = standalone_page(graph(), HOSTILE, "vi")
    assert HOSTILE not in page
    assert "&lt;/script&gt;" in page


def test_a_changed_pyvis_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """When a tag that asks another host is left, there is an error and no download."""
    monkeypatch.setattr(drawing, "_FOREIGN", re.compile("never there"))
    with pytest.raises(DrawingFailed):
        standalone_page(graph(), "x", "vi")


def test_the_download_tells_what_lines_mean() -> None:
    """Each relation that is drawn stands in a legend above the drawing."""
    page = standalone_page(graph(), "x", "en")
    assert "<ul><li><svg" in page
    assert "implements" in page or "carries out" in page.lower()


def test_a_drawing_knows_how_many_layers_it_has() -> None:
    """The frame of a picture of few layers is low, before any script has run."""
    assert graph().rows == 2
    assert drawing.Drawing(nodes=(), edges=()).rows == 0


def test_labels_are_broken_at_words() -> None:
    """Lines are short, at most three, and cut words say so."""
    assert wrapped("Kế hoạch 212/KH-CAT-PV01") == ("Kế hoạch", "212/KH-CAT-PV01")
    assert len(wrapped("một hai ba bốn năm sáu bảy tám chín mười mười một mười hai")) == 3
    assert wrapped("x" * 90)[0].endswith("…")

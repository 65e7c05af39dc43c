"""Words are where the evidence says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webui.facts import evidence
from webui.facts.asking import read_nodes
from webui.facts.evidence import first_words, read_evidence

if TYPE_CHECKING:
    from types import ModuleType

    import pytest

    from webui.ports import Reader


def test_evidence_quotes_the_text(reader: Reader, sample: ModuleType) -> None:
    """Start, end, quote and what stands round it, for every piece a document names."""
    iri = str(sample.of(sample.DIRECTIVE))
    node = read_nodes(reader, [iri])[iri]
    found = read_evidence(reader, [node])
    assert len(found) == 3
    for words in found.values():
        assert sample.DIRECTIVE_TEXT[words.start : words.end] == words.quote
        assert sample.DIRECTIVE_TEXT[: words.start].endswith(words.before.removeprefix("… "))
        assert sample.DIRECTIVE_TEXT[words.end :].startswith(words.after.removesuffix(" …"))
    first = first_words(node, found)
    assert first is not None
    assert first.start == min(words.start for words in found.values())


def test_what_stands_round_words_begins_and_ends_with_whole_words() -> None:
    """A word that the context cuts through is left out; one that begins the text is not."""
    parts = {"start": "40", "end": "44", "exact": "abcd"}
    cut = {
        "prefix": "nh trừng trị tội phạm, ngăn chặn",
        "suffix": " theo quy định của pháp luật hiệ",
    }
    words = evidence._words({**parts, **cut}, [])
    assert words is not None
    assert words.before == "… trừng trị tội phạm, ngăn chặn"
    assert words.after == " theo quy định của pháp luật …"
    words = evidence._words({**parts, "prefix": "Chỉ thị ", "suffix": "."}, [])
    assert words is not None
    assert (words.before, words.after) == ("Chỉ thị ", ".")


def test_without_evidence_there_are_no_words(reader: Reader, sample: ModuleType) -> None:
    """A node that names none, or that nothing is known of, has none."""
    iri = str(sample.of(sample.CONCLUSION))
    node = read_nodes(reader, [iri])[iri]
    assert read_evidence(reader, [node]) == {}
    assert first_words(node, {}) is None


@dataclass(frozen=True)
class Cell:
    """A row of the query for selectors."""

    name: str
    value: str

    def text(self, name: str) -> str:
        """Return a cell."""
        return self.value if name == "value" else "https://example.org/ev"

    def local(self, _: str) -> str:
        """Return the name of the property."""
        return self.name


def test_words_of_a_scan_know_their_page_and_box(
    reader: Reader, sample: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The media fragments of the evidence give both, one a page; what is no fragment gives none."""
    rows = (
        Cell("start", "3"),
        Cell("end", "9"),
        Cell("value", "page=2&xywh=percent:10.0,20.0,30.0,5.0"),
        Cell("value", "page=1&xywh=percent:1.0,2.0,3.0,4.0"),
        Cell("value", "page=1&xywh=pixel:1,2,3,4"),
    )
    monkeypatch.setattr(evidence, "ask", lambda *_, **__: rows)
    node = read_nodes(reader, [str(sample.of(sample.DIRECTIVE))])[str(sample.of(sample.DIRECTIVE))]
    (words,) = read_evidence(reader, [node]).values()
    assert [(place.page, place.box) for place in words.places] == [
        (1, "xywh=percent:1.0,2.0,3.0,4.0"),
        (2, "xywh=percent:10.0,20.0,30.0,5.0"),
    ]

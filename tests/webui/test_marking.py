"""Marks nest, escape, and lead both ways."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from webui.marking import Mark, marked_text


class Reader(HTMLParser):
    """Reads marked text back: its words, and whether every tag closes in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.ids: list[str] = []
        self.sound = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that opens, and its id."""
        self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        """Note whether a tag closes the one that was opened last."""
        self.sound &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the words, save those of the links to facts."""
        if "a" not in self.open:
            self.words += data


def read(html: str) -> Reader:
    """Return what a browser makes of marked text."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def mark(start: int, end: int, kind: str = "citation", label: str = "1") -> Mark:
    """Return a mark."""
    return Mark(start=start, end=end, kind=kind, fact=f"f-{start}-{end}", label=label)


def test_words_of_the_text_never_become_tags() -> None:
    """A text that looks like HTML is shown, not run, also inside a mark."""
    text = "<script>alert(1)</script> & Chỉ thị"
    html = str(marked_text(text, [mark(0, 10)]))
    assert "<script" not in html
    assert read(html).words == text


def test_a_mark_leads_to_its_fact_and_can_be_led_to() -> None:
    """The words carry an id, and the number beside them links to the fact."""
    html = str(marked_text("theo Kết luận 13", [mark(5, 16)]))
    assert 'id="w-5-16"' in html
    assert 'href="#f-5-16"' in html


def test_crossing_spans_are_closed_and_opened_again() -> None:
    """Two spans that cross keep all words, and each is one fact with one id."""
    reader = read(str(marked_text("abcdefgh", [mark(0, 5), mark(3, 8)])))
    assert reader.sound
    assert reader.words == "abcdefgh"
    assert sorted(reader.ids) == ["w-0-5", "w-3-8"]


def test_a_span_over_several_lines_is_marked_in_each() -> None:
    """A task of two paragraphs is marked in both, with one label."""
    html = str(marked_text("một\nhai", [mark(0, 7, "task")]))
    assert html.count("<p>") == 2
    assert html.count("m-task") == 2
    assert html.count('class="ref') == 1


def test_a_span_that_ends_with_its_line_shows_its_label() -> None:
    """A span that takes the line break along still gets its number."""
    assert 'class="ref' in str(marked_text("một\nhai", [mark(0, 4)]))


def test_spans_outside_the_text_are_passed_over() -> None:
    """A text that has become shorter than its evidence is still shown."""
    assert "w-2-99" not in str(marked_text("ngắn", [mark(2, 99)]))


@given(
    text=st.text(alphabet="ab<&\n ", max_size=30),
    spans=st.lists(st.tuples(st.integers(0, 32), st.integers(0, 32)), max_size=6),
)
def test_any_spans_nest_and_keep_the_words(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever spans come, tags nest and each line of the text can be read in full."""
    reader = read(str(marked_text(text, [mark(a, b) for a, b in spans])))
    assert reader.sound
    assert not reader.open
    lines = [line for line in text.split("\n") if line.strip()]
    assert re.sub("\n+", "", reader.words) == "".join(lines)
    assert len(reader.ids) == len(set(reader.ids))


def test_a_mark_over_the_end_of_a_printed_line_is_one_mark() -> None:
    """Where lines run on as one paragraph, the words that a mark covers stay together."""
    line = "các cơ quan của tỉnh thực hiện Kết luận số 13-KL/TW của Bộ"
    text = "\n".join([line] * 9)
    html = str(marked_text(text, [mark(len(line) - 20, len(line) + 10)]))
    assert html.count('class="m ') == 1
    assert 'class="run-on"' in html

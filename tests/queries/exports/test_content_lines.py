"""Lines of iCalendar files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from queries.exports.content_lines import component, line, text


@given(st.text(max_size=300))
def test_a_folded_line_reads_as_it_was(words: str) -> None:
    """No part is longer than 75 octets or ends inside a character (RFC 5545, 3.1)."""
    written = line("SUMMARY", text(words))
    parts = written.split(b"\r\n")
    assert parts.pop() == b""
    assert all(len(part) <= 75 and part.decode() for part in parts)
    unfolded = written.replace(b"\r\n ", b"").decode().removesuffix("\r\n")
    assert unfolded == f"SUMMARY:{text(words)}"


def test_words_cannot_leave_their_value() -> None:
    """Line ends become marks in words, and are dropped elsewhere."""
    assert text("a\r\nEND:VEVENT; b, c\\\x07") == "a\\nEND:VEVENT\\; b\\, c\\\\"
    assert line("URL", "x\r\nEND:VEVENT") == b"URL:xEND:VEVENT\r\n"


def test_a_component_stands_between_its_ends() -> None:
    """With its lines as they are."""
    assert component("VTODO", [b"UID:1\r\n"]) == b"BEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\n"

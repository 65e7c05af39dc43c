"""Whatever a client calls a file, its name is one short line of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webui.sent_files import shown_name


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("C:\\Users\\lan\\a.docx", "a.docx"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\r\nb.txt", "ab.txt"),
        ("x" * 500 + ".txt", "x" * 116 + ".txt"),
        ("..", ".."),
        ("/", ""),
    ],
)
def test_names_are_fit_to_be_shown(given_name: str, shown: str) -> None:
    """On one line, without marks that turn the direction of writing."""
    assert shown_name(given_name) == shown


@given(st.text())
def test_no_name_holds_a_folder_or_a_sign_that_is_not_seen(name: str) -> None:
    """Of any characters."""
    shown = shown_name(name)
    assert "/" not in shown
    assert "\\" not in shown
    assert shown.isprintable()
    assert len(shown) <= 120

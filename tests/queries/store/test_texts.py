"""Texts are kept by what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries.store.texts import TextFolder

if TYPE_CHECKING:
    from pathlib import Path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(text=st.text())
def test_a_text_comes_back_as_it_went_in(text: str, tmp_path: Path) -> None:
    """Line ends, marks and odd characters survive; keeping twice keeps one file."""
    folder = TextFolder(root=tmp_path)
    digest = folder.keep(text)
    assert folder.keep(text) == digest
    assert folder.text(digest) == text


def test_a_digest_cannot_leave_the_folder(tmp_path: Path) -> None:
    """Only digests are looked up: no path can be asked for."""
    (tmp_path / "secret.txt").write_text("x")
    folder = TextFolder(root=tmp_path)
    assert folder.text("../secret") is None
    assert folder.text("0" * 64) is None

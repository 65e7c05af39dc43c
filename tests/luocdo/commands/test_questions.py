"""The catalogue is listed in the language of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.questions import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.luocdo.conftest import Done


def test_every_question_is_listed_with_its_parameters(luocdo: Callable[..., Done]) -> None:
    """Id, title, then a line a parameter."""
    vi, en = luocdo("questions").out, luocdo("questions", "--lang", "en").out
    for asked in catalogue():
        assert f"{asked.id:<22} {asked.title_vi}" in vi
        assert f"{asked.id:<22} {asked.title_en}" in en
        assert [p.name for p in asked.parameters if f"--{p.name} (" not in vi] == []

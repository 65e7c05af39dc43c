"""The overview names every command in its place, in every language."""

from __future__ import annotations

import pytest

from luocdo.commands import COMMANDS
from luocdo.overview import LANGUAGES, command_lines, known_language, read_overview


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_line(language: str) -> None:
    """The lines stand in the order of the commands, each says something, and none is left over."""
    said = command_lines(language)
    assert tuple(said) == COMMANDS
    assert [name for name, words in said.items() if len(words.split()) < 3] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_stand_below_each_other(language: str) -> None:
    """What is said of each command begins in the same column; the text ends with its line."""
    text = read_overview(language)
    lines = [line for line in text.splitlines() if line.startswith("  ")]
    columns = {
        line.index(words)
        for line, words in zip(lines, command_lines(language).values(), strict=True)
    }
    assert len(columns) == 1
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("language", ["", "fr", "../vi"])
def test_an_unknown_language_is_vietnamese(language: str) -> None:
    """No file of another name is opened."""
    assert known_language(language) == "vi"
    assert read_overview(language) == read_overview("vi") != read_overview("en")

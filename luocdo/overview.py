"""What the program says when it is asked for nothing; it starts with next to no imports.

The overview of a language is a text of its own (`translations/overview.<language>.txt`), as a
table would have to be parsed. The line of a command stands there and nowhere else.
"""

from __future__ import annotations

import os

LANGUAGES = ("vi", "en")
_INDENT = "  "


def known_language(wish: str) -> str:
    """Return the language itself where it is known, else Vietnamese."""
    return wish if wish in LANGUAGES else LANGUAGES[0]


def read_overview(language: str) -> str:
    """Return the overview of all commands; an unknown language gives Vietnamese."""
    name = f"overview.{known_language(language)}.txt"
    path = os.path.join(os.path.dirname(__file__), "translations", name)  # noqa: PTH118, PTH120 - pathlib doubles the time of `--help`
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as above
        return file.read()


def command_lines(language: str) -> dict[str, str]:
    """Return what the overview says of each command, by its name."""
    lines = read_overview(language).splitlines()
    words = (line.strip().partition(" ") for line in lines if line.startswith(_INDENT))
    return {name: said.strip() for name, _, said in words}

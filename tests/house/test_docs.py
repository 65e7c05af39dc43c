"""The docs cannot lag: generated pages are fresh, and everything that can be named is named."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from luocdo.commands import COMMANDS
from luocdo.settings import Settings
from ontology.shape_rules import rules
from queries.questions import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def handwritten(project: Path) -> Iterator[Path]:
    """Give the pages that people write."""
    yield from (project / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))
    yield from sorted((project / "docs").rglob("*.md"))
    yield project / "examples" / "README.md"
    yield project / "ontology" / "registers" / "README.md"


def read(project: Path, name: str) -> str:
    """Return a page of the docs."""
    return (project / "docs" / name).read_text(encoding="utf-8")


def test_generated_pages_are_fresh(writer: Callable[[str], Any], project: Path) -> None:
    """`make docs` would change nothing."""
    pages = writer("generate").PAGES
    stale = [name for name, write in pages.items() if read(project, name) != write()]
    assert stale == [], "run `make docs`"


def test_commands_and_settings_are_told(project: Path) -> None:
    """Each has its paragraph or row."""
    commands, settings = read(project, "commands.md"), read(project, "settings.md")
    assert [name for name in COMMANDS if f"## luocdo {name}\n" not in commands] == []
    assert [s.name for s in fields(Settings) if f"| `{s.name}` |" not in settings] == []


def test_questions_and_rules_are_told(project: Path) -> None:
    """Each question of the catalogue and each code of a shape has its section."""
    questions, shapes = read(project, "questions.md"), read(project, "completeness-rules.md")
    assert [q.id for q in catalogue() if f"## {q.id}\n" not in questions] == []
    assert {rule.code for rule in rules() if f"## {rule.code}\n" not in shapes} == set()


def test_error_codes_are_told(raised: frozenset[tuple[str, str]], project: Path) -> None:
    """Whoever meets a code finds it."""
    page = read(project, "errors.md")
    assert {code for code, _ in raised if f"| `{code}` |" not in page} == set()


def test_links_lead_somewhere(project: Path) -> None:
    """A page that is linked to stands in the repository."""
    broken = [
        f"{page.relative_to(project)}: {link}"
        for page in handwritten(project)
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_commands_in_pages_exist(project: Path) -> None:
    """`luocdo something` in code of a page is a command of the program."""
    known = set(COMMANDS)
    shown = {
        name
        for page in handwritten(project)
        for name in re.findall(
            r"(?:^|`|/)luocdo ([a-z][a-z-]*)", page.read_text("utf-8"), re.MULTILINE
        )
    }
    assert shown - known == set()


def test_targets_of_make_exist(project: Path) -> None:
    """`make something` in code of a page is a target of the Makefile."""
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    shown = {
        name
        for page in handwritten(project)
        for name in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    assert shown
    assert shown - known == set()

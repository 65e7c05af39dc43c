"""A file is one thing, and so is a function."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOMS = ("luocdo", "ontology", "loaders", "queries", "webui")
LONGEST_FILE = 400
LONGEST_BODY = 40


def modules(project: Path) -> Iterator[Path]:
    """Give the modules of all rooms."""
    for room in ROOMS:
        yield from sorted((project / room).rglob("*.py"))


def long_functions(path: Path) -> Iterator[str]:
    """Give the functions of a module whose body, without docstring, is too long."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]  # parsed from a file
            if lines > LONGEST_BODY:
                yield f"{path.name}:{node.name} has {lines} lines"


@pytest.mark.parametrize("room", ROOMS)
def test_no_file_is_too_long(room: str, project: Path) -> None:
    """A file of more than 400 lines is two things."""
    too_long = [
        f"{path.relative_to(project)}: {lines}"
        for path in modules(project)
        if path.relative_to(project).parts[0] == room
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]
    assert too_long == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_function_is_too_long(room: str, project: Path) -> None:
    """A function body of more than 40 lines is two things."""
    paths = [path for path in modules(project) if path.relative_to(project).parts[0] == room]
    assert paths
    assert [fault for path in paths for fault in long_functions(path)] == []

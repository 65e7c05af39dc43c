"""Every error that the rooms raise, read from their source: code, class and place."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

ROOMS = ("ontology", "loaders", "queries", "webui", "luocdo")
ROOT = "LuocdoError"


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedError:
    """A code, the class that carries it, and the module that raises it."""

    code: str
    kind: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorClass:
    """A class of errors.

    Args:
        bases: names of the classes it is made of.
        fixed: the code that all its errors have; empty where each is given one.
        position: which argument is the code.
    """

    bases: tuple[str, ...]
    fixed: str
    position: int


def raised_errors(project: Path) -> tuple[RaisedError, ...]:
    """Return the errors that the source of all rooms raises, by code, class and module."""
    trees = {
        path.relative_to(project).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for room in ROOMS
        for path in sorted((project / room).rglob("*.py"))
    }
    classes = _error_classes(trees.values())
    found = {error for module, tree in trees.items() for error in _raised(module, tree, classes)}
    return tuple(sorted(found, key=lambda error: (error.code, error.kind, error.module)))


def _error_classes(trees: Iterable[ast.Module]) -> dict[str, ErrorClass]:
    """Return the classes below the root of all errors, by name."""
    defined = {
        node.name: node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known: dict[str, ErrorClass] = {}
    added = {ROOT}
    while added:
        for name in added:
            known[name] = _error_class(defined[name], known)
        added = {
            name
            for name, node in defined.items()
            if name not in known and any(base in known for base in _bases(node))
        }
    return known


def _bases(node: ast.ClassDef) -> tuple[str, ...]:
    return tuple(base.id for base in node.bases if isinstance(base, ast.Name))


def _error_class(node: ast.ClassDef, known: Mapping[str, ErrorClass]) -> ErrorClass:
    """Return what a class says of its code, or the class above it."""
    bases = _bases(node)
    above = next((known[base] for base in bases if base in known), None)
    made = next(
        (f for f in node.body if isinstance(f, ast.FunctionDef) and f.name == "__init__"), None
    )
    if made is None and above is not None:
        return ErrorClass(bases=bases, fixed=above.fixed, position=above.position)
    arguments = [a.arg for a in made.args.args[1:]] if made else []
    if "code" in arguments:
        return ErrorClass(bases=bases, fixed="", position=arguments.index("code"))
    return ErrorClass(bases=bases, fixed=_fixed_code(made), position=0)


def _fixed_code(made: ast.FunctionDef | None) -> str:
    """Return the code that a constructor hands to the class above."""
    for call in ast.walk(made) if made else ():
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            first = call.args[0] if call.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                return first.value
    return ""


def _raised(
    module: str, tree: ast.Module, classes: Mapping[str, ErrorClass]
) -> Iterator[RaisedError]:
    """Give the errors that a module makes."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        kind = classes.get(call.func.id)
        for code in _codes(call, kind) if kind else ():
            yield RaisedError(code=code, kind=call.func.id, module=module)


def _codes(call: ast.Call, kind: ErrorClass) -> Iterator[str]:
    """Give the codes that a call may hand over: one, or those of a choice."""
    if kind.fixed:
        yield kind.fixed
    elif len(call.args) > kind.position:
        for node in ast.walk(call.args[kind.position]):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value

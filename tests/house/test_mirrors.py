"""Each module has its test beside it in the mirror of its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ROOMS = ("luocdo", "ontology", "loaders", "queries", "webui")


def mirror(module: Path, project: Path) -> Path:
    """Return where the test of a module stands."""
    inside = module.relative_to(project)
    return project / "tests" / inside.parent / f"test_{inside.name}"


@pytest.mark.parametrize("room", ROOMS)
def test_each_module_has_a_mirror_test(room: str, project: Path) -> None:
    """`loaders/grammar/lists.py` is tested by `tests/loaders/grammar/test_lists.py`.

    Package files that only gather names (at most 40 lines) need none.
    """
    bare = [
        str(module.relative_to(project))
        for module in sorted((project / room).rglob("*.py"))
        if not mirror(module, project).exists()
        and not (
            module.name == "__init__.py"
            and len(module.read_text(encoding="utf-8").splitlines()) <= 40
        )
    ]
    assert bare == []

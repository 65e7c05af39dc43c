"""What the pages for people show is what the program does on the examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from queries.store.folder_reader import FolderReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in a language."""
    return re.findall(rf"```{language}\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def test_the_queries_of_the_page_give_rows(project: Path, store: Path) -> None:
    """Each SELECT of the page for SPARQL users can be pasted and answers."""
    reader = FolderReader(store)
    shown = blocks(project / "docs" / "how-to" / "for-sparql-users.md", "sparql")
    queries = [query for query in shown if "SELECT" in query]
    assert len(queries) == 5
    assert [query for query in queries if not len(reader.select(query))] == []


def test_the_lineage_of_the_readme_is_real(
    luocdo: Callable[..., Done], project: Path, store: Path
) -> None:
    """Its lines are those that the command prints, cut where an ellipsis stands."""
    (shown,) = [block for block in blocks(project / "README.md", "") if "└─" in block]
    printed = luocdo("lineage", "--store", store, "09/CT-UBND").out.splitlines()
    for line in shown.splitlines():
        start = line.partition("…")[0].rstrip()
        assert any(real.startswith(start) for real in printed), line


def test_the_flow_of_the_readme_runs(
    luocdo: Callable[..., Done], project: Path, store: Path
) -> None:
    """Each command that it shows ends well on the examples; `serve` and `load` run elsewhere."""
    text = (project / "README.md").read_text("utf-8")
    shown = re.findall(r"^\.venv/bin/luocdo (\w+) ?(.*)$", text, re.MULTILINE)
    assert [name for name, _ in shown] == [
        "load",
        "explain",
        "lineage",
        "questions",
        "query",
        "check",
        "serve",
    ]
    assert luocdo("explain", project / "examples").code == 0
    assert luocdo("lineage", "--store", store, "12/CT-TTg").code == 0
    question = ("query", "who-must", "--agency", "Công an tỉnh Sông Mây", "--store", store)
    assert luocdo(*question).code == 0


def test_the_table_of_examples_names_each_file(examples: Path) -> None:
    """Seventeen papers, each told."""
    told = (examples / "README.md").read_text("utf-8")
    files = [path.name for path in examples.iterdir() if re.match(r"\d\d-", path.name)]
    assert len(files) == 17
    assert [name for name in files if f"]({name})" not in told] == []

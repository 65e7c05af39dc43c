"""docs/questions.md: the catalogue with parameters, columns and an example of each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.questions import catalogue
from writers.markdown import code, page, table, texts

if TYPE_CHECKING:
    from queries.questions import Question


def write() -> str:
    """Return the page."""
    said, questions = texts("questions"), catalogue()
    overview = table(
        said["header"],
        [(f"[`{q.id}`](#{q.id})", q.title_vi, q.title_en) for q in questions],
    )
    return page("questions", overview, *map(_section, questions))


def _section(asked: Question) -> str:
    """Return what is said of one question."""
    columns = table(
        texts("questions")["columns_header"],
        [(code(c.name), c.kind, c.vi, c.en) for c in asked.columns],
    )
    head = (
        f"## {asked.id}\n\n{asked.title_vi}. / {asked.title_en}.\n\n"
        f"{asked.description_vi} / {asked.description_en}"
    )
    call = " ".join(
        ["luocdo query", asked.id, *(f'--{n} "{v}"' for n, v in asked.example().items())]
    )
    return "\n\n".join([head, *_parameters(asked), columns, f"```\n{call}\n```"])


def _parameters(asked: Question) -> list[str]:
    if not asked.parameters:
        return []
    said = texts("questions")
    rows = [
        (code(p.name), p.type, said["required"] if p.default is None else p.default, p.vi, p.en)
        for p in asked.parameters
    ]
    return [table(said["parameters_header"], rows)]

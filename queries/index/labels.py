"""What things are called, as the answers to questions have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.index.reader import SideIndex

_MANY: Final = 400
_DOCUMENTS: Final = """
SELECT iri, MIN(printed_number), MIN(title) FROM document_facts WHERE iri IN ({marks}) GROUP BY iri
"""
_NAMES: Final = """
SELECT subject, NULL, MIN(value) FROM statements
WHERE property = 'label' AND subject IN ({marks}) GROUP BY subject
"""
_TASKS: Final = """
SELECT iri, NULL, MIN(summary) FROM obligations WHERE iri IN ({marks}) GROUP BY iri
"""


def document_labels(index: SideIndex, documents: Iterable[str]) -> dict[str, str]:
    """Return number and title of documents, or what there is of them, by IRI.

    Args:
        index: side index of a generation.
        documents: IRIs; those without number and title have no label.
    """
    return _labels(index, _DOCUMENTS, documents)


def name_labels(index: SideIndex, things: Iterable[str]) -> dict[str, str]:
    """Return the Vietnamese names of bodies and places by IRI; some have none.

    Args:
        index: side index of a generation.
        things: IRIs.
    """
    return _labels(index, _NAMES, things)


def task_summaries(index: SideIndex, tasks: Iterable[str]) -> dict[str, str]:
    """Return what is to be done in tasks, by IRI; some do not say.

    Args:
        index: side index of a generation.
        tasks: IRIs.
    """
    return _labels(index, _TASKS, tasks)


def _labels(index: SideIndex, sql: str, iris: Iterable[str]) -> dict[str, str]:
    wanted = list(dict.fromkeys(iris))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _MANY):
        some = wanted[start : start + _MANY]
        for iri, number, name in index.rows(sql.format(marks=", ".join("?" * len(some))), some):
            found[str(iri)] = ": ".join(str(words) for words in (number, name) if words)
    return {iri: words for iri, words in found.items() if words}

"""Marks of what was read of a file that waits, as on the page of a stored document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.labels import term_label
from webui.marking import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webui.facts.names import Names
    from webui.language import Language
    from webui.ports import ReadTask, UploadReading


def marks(reading: UploadReading, names: Names, tongue: Language) -> Iterator[Mark]:
    """Give the marks of a text: fields, citations, tasks with their parts.

    Args:
        reading: what was read.
        names: of the documents that citations mean.
        tongue: the visitor's language.
    """
    for field in reading.fields:
        title = tongue.say(f"add.field_{field.kind}")
        fact = f"field-{field.kind}"
        yield Mark(start=field.start, end=field.end, kind="statement", fact=fact, title=title)
    for number, citation in enumerate(reading.citations, 1):
        name = names.get(citation.target)
        target = name.say(tongue.code) if name else term_label(citation.status, tongue.code)
        yield Mark(
            start=citation.start,
            end=citation.end,
            kind="citation",
            fact=f"cit-{number}",
            label=str(number),
            title=f"{term_label(citation.relation, tongue.code)} · {target}",
            style=f"status-{citation.status}",
        )
    for number, task in enumerate(reading.tasks, 1):
        yield from _task(task, number, tongue)


def _task(task: ReadTask, number: int, tongue: Language) -> Iterator[Mark]:
    title = tongue.say("document.task", number=number)
    fact = f"task-{number}"
    yield Mark(
        start=task.start,
        end=task.end,
        kind="task",
        fact=fact,
        label=f"{tongue.say('document.task_letter')}{number}",
        title=title,
        leads=True,
    )
    for part in task.parts:
        said = f"{title}: {tongue.say(f'document.legend_{part.kind}')}"
        yield Mark(start=part.start, end=part.end, kind=part.kind, fact=fact, title=said)

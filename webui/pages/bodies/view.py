"""Who must do what: the list of bodies with tasks, and the tasks of one of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import render_template, request

from ontology.vietnamese_text import fold
from queries.errors import StoreError
from webui.facts.bodies import TaskFilter, group_places, read_body
from webui.facts.names import read_names
from webui.facts.obligations import read_tasks, things_of
from webui.facts.totals import assigned_bodies
from webui.pages.route import Page, Route
from webui.problems import Problem
from webui.site import addresses, current_site, language, side_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webui.facts.names import Name
    from webui.facts.totals import Counted

_PAGE = 100
ROLES = ("lead", "coordinating", "implementing", "monitoring")
"""Roles that a list of tasks can be narrowed to (contract of the graph, section 2)."""


def show_all() -> str:
    """Answer with the bodies that are given tasks."""
    try:
        counted = assigned_bodies(side_index())
    except StoreError:
        counted = ()
    words = fold(request.args.get("name", ""))
    given = {"name": request.args["name"]} if words else {}
    number = max(1, min(request.args.get("page", 1, type=int), 10_000))
    part = slice((number - 1) * _PAGE, number * _PAGE)
    rows = _named(counted, words) if words else _named(counted[part], "")
    shown = rows[part] if words else rows
    reader = current_site().reader
    places = group_places(reader, [name.iri for name, _ in shown if name.kind == "group"])
    return render_template(
        "pages/bodies/template.html",
        rows=shown,
        places=places,
        names=read_names(reader, places.values()),
        any_body=bool(counted),
        total=len(rows) if words else len(counted),
        number=number,
        pages=max(1, -(-(len(rows) if words else len(counted)) // _PAGE)),
        given=given,
    )


def _named(counted: Sequence[Counted], words: str) -> list[tuple[Name, Counted]]:
    """Return bodies with their names, those whose name holds the folded words."""
    names = read_names(current_site().reader, [entry.value for entry in counted])
    rows = ((names[entry.value], entry) for entry in counted)
    return [(name, entry) for name, entry in rows if words in fold(name.say(language().code))]


def show_one(path: str) -> str:
    """Answer with the tasks of a body, those of its predecessors included."""
    reader = current_site().reader
    iri = addresses().iri(f"vn/{path}")
    body = read_body(reader, iri)
    if body is None:
        raise Problem(404, "not-in-collection")
    bodies = frozenset((iri, *body.predecessors))
    chosen = _filter()
    tasks = [task for task in read_tasks(reader, bodies) if chosen.admit(task, bodies)]
    tasks.sort(key=lambda task: (task.due is None, task.due or date.max, task.document))
    place = group_places(reader, (iri,)).get(iri)
    names = read_names(reader, body.things | things_of(tasks) | ({place} if place else set()))
    return render_template(
        "pages/bodies/body.html",
        body=body,
        place=place,
        bodies=bodies,
        name=names[iri],
        names=names,
        tasks=tasks,
        roles=ROLES,
        chosen=chosen,
    )


def _filter() -> TaskFilter:
    """Return what the visitor narrows the list to; what cannot be read narrows nothing."""
    role = request.args.get("role", "")
    return TaskFilter(
        role=role if role in ROLES else "",
        only_due=request.args.get("due") == "with",
        since=_day("from"),
        until=_day("until"),
    )


def _day(parameter: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(parameter, ""))
    except ValueError:
        return None


PAGE = Page(
    routes=(
        Route(rule="/bodies", endpoint="bodies", view=show_all),
        Route(rule="/body/<path:path>", endpoint="body", view=show_one),
    ),
)

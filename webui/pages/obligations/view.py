"""Tasks: a list, a month and the documents that give them, narrowed and to be kept as files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Final

from flask import render_template, request

from queries.bodies import resolve_bodies
from queries.errors import BadParameter, StoreError
from queries.exports.formats import FORMATS
from queries.exports.gathering import records_of
from queries.exports.records import TaskList
from queries.exports.words import load_words
from queries.search import resolve_document
from webui.calendar_month import month_named, month_of
from webui.facts.names import read_names
from webui.facts.obligations import read_duties, things_of
from webui.facts.successors import read_family, read_today
from webui.facts.tasks import DUES, FORCES, KINDS, ROLES, TaskQuery, coming_first, find_tasks
from webui.facts.totals import facets
from webui.pages.route import Page, Route
from webui.site import current_site, language, side_index
from webui.streams import sent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Response

    from queries.exports.records import TaskRecord
    from queries.index.reader import SideIndex
    from webui.facts.tasks import TaskRow

VIEWS: Final = ("list", "calendar", "documents")
_SIZE: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a visitor asked for, and what it was taken to mean.

    Args:
        query: what the list is narrowed to.
        bodies: IRIs of the bodies that are meant: several where a name stands for one of each
            province.
        document: IRI of what is meant, empty for none.
        candidates: IRIs of what words of the visitor may mean, by parameter.
        unknown: words that mean nothing, by parameter.
        family: with the tasks of predecessors and successors.
    """

    query: TaskQuery
    bodies: tuple[str, ...]
    document: str
    candidates: dict[str, tuple[str, ...]]
    unknown: dict[str, str]
    family: bool

    @property
    def body(self) -> str:
        """The only body that is meant, empty where there is none or several."""
        return self.bodies[0] if len(self.bodies) == 1 else ""

    @property
    def is_narrow(self) -> bool:
        """Whether one of the filters that are folded away is set."""
        query = self.query
        chosen = (query.role, query.force, query.due, query.place, query.since, query.until)
        return any(chosen) or not self.family


def show() -> str | Response:
    """Answer with the tasks in the view that was chosen, or as a file."""
    try:
        index = side_index()
    except StoreError:
        return render_template("pages/obligations/empty.html")
    asked = read_asked(index)
    view = request.args.get("view", "")
    view = view if view in VIEWS else "list"
    ending = request.args.get("format", "")
    query = replace(asked.query, by_document=view == "documents" or ending in FORMATS)
    lost = bool(asked.candidates or asked.unknown)
    found = () if lost else find_tasks(index, query)
    if ending in FORMATS:
        return _file(index, asked, found, ending)
    if view == "calendar":
        return _calendar(index, asked, found)
    return _list(index, asked, found, view)


def _file(index: SideIndex, asked: Asked, found: tuple[TaskRow, ...], ending: str) -> Response:
    """Answer with all tasks that were found, by document, as a file of a format."""
    form = FORMATS[ending]
    words = load_words("en" if language().code == "en" else "vi")
    by_document = groupby(found, lambda row: row.document)
    records = records_of(index, ((iri, [row.iri for row in rows]) for iri, rows in by_document))
    response = sent(form.write(_listed(index, asked, records), words), form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="luocdo-tasks.{form.ending}"'
    return response


def _listed(index: SideIndex, asked: Asked, records: Iterable[TaskRecord]) -> TaskList:
    """Return tasks with the name of what was asked for."""
    label = request.args.get("agency", "") or language().say("tasks.title")
    if asked.body:
        label = index.labels(asked.bodies).get(asked.body, label)
    return TaskList(
        agencies=asked.bodies,
        label=label,
        made_at=current_site().reader.generation().published_at,
        tasks=records,
    )


def _list(index: SideIndex, asked: Asked, found: tuple[TaskRow, ...], view: str) -> str:
    number = max(1, min(request.args.get("page", 1, type=int), 10_000))
    now = datetime.now(tz=UTC).date()
    ordered = found if view == "documents" else coming_first(found, now)
    rows = ordered[(number - 1) * _SIZE : number * _SIZE]
    reader = current_site().reader
    tasks = read_duties(reader, [row.iri for row in rows])
    assignees = {part.assignee for task in tasks for part in task.assignments}
    today = read_today(index, assignees, now)
    things = things_of(tasks) | {iri for fact in today.values() for iri in fact.things}
    return render_template(
        f"pages/obligations/{view}.html",
        **_common(index, asked, things),
        view=view,
        tasks=tasks,
        today=today,
        total=len(found),
        number=number,
        pages=max(1, -(-len(found) // _SIZE)),
    )


def _calendar(index: SideIndex, asked: Asked, found: tuple[TaskRow, ...]) -> str:
    now = datetime.now(tz=UTC).date()
    first = month_named(request.args.get("month", "")) or _near(found, now).replace(day=1)
    month = month_of(first, found)
    shown = {task.document for week in month.weeks for day in week for task in day.tasks}
    return render_template(
        "pages/obligations/calendar.html",
        **_common(index, asked, shown),
        view="calendar",
        month=month,
        now=now,
        total=len(found),
        undated=sum(not row.due for row in found),
    )


def _near(found: tuple[TaskRow, ...], now: date) -> date:
    """Return the day whose month is shown first: the next deadline, else the last, else today."""
    dated = sorted(row.due for row in found if row.due)
    coming = [due for due in dated if due >= now.isoformat()]
    try:
        return date.fromisoformat((coming or dated[-1:] or [now.isoformat()])[0][:10])
    except ValueError:
        return now


def _common(index: SideIndex, asked: Asked, things: set[str]) -> dict[str, object]:
    """Return what every view needs."""
    choices = facets(index)
    may_be = {iri for iris in asked.candidates.values() for iri in iris}
    places = {entry.value for entry in choices.places}
    wanted = things | may_be | places | {asked.body, asked.document} - {""}
    return {
        "asked": asked,
        "places": choices.places,
        "names": read_names(current_site().reader, wanted - {""}),
        "given": {name: value for name, value in request.args.items() if value},
        "roles": ROLES,
        "forces": FORCES,
        "dues": DUES,
        "kinds": KINDS,
    }


def read_asked(index: SideIndex) -> Asked:
    """Return what the request asks for; values that cannot be read narrow nothing."""
    candidates: dict[str, tuple[str, ...]] = {}
    unknown: dict[str, str] = {}
    meant = _meant(index, "agency", candidates, unknown)
    document = "".join(_meant(index, "doc", candidates, unknown))
    family = request.args.get("family", "1") != "0"
    bodies = meant
    if family:
        now = datetime.now(tz=UTC).date()
        bodies = tuple(
            dict.fromkeys(other for body in meant for other in read_family(index, body, now))
        )
    query = TaskQuery(
        bodies=bodies,
        role=_one_of("role", ROLES),
        force=_one_of("force", FORCES),
        document=document,
        place=request.args.get("place", ""),
        kind=_one_of("kind", KINDS),
        due=_one_of("due", DUES),
        since=_day("from"),
        until=_day("until"),
        words=request.args.get("q", "")[:200],
    )
    return Asked(
        query=query,
        bodies=meant,
        document=document,
        candidates=candidates,
        unknown=unknown,
        family=family,
    )


def _meant(
    index: SideIndex, name: str, candidates: dict[str, tuple[str, ...]], unknown: dict[str, str]
) -> tuple[str, ...]:
    """Return the IRIs that a parameter names; what may be meant, or is not known, is noted."""
    words = request.args.get(name, "").strip()
    if not words:
        return ()
    base = current_site().base_iri
    asked = f"id/{words}" if words.startswith("vn/") else words
    try:
        if name == "doc":
            return (resolve_document(index, asked, base_iri=base),)
        return resolve_bodies(index, asked, base_iri=base)
    except BadParameter as fault:
        if fault.candidates:
            candidates[name] = fault.candidates[:20]
        else:
            unknown[name] = words
        return ()


def _one_of(name: str, known: tuple[str, ...]) -> str:
    value = request.args.get(name, "")
    return value if value in known else ""


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


PAGE = Page(
    routes=(Route(rule="/obligations", endpoint="obligations", view=show),),
    menu_key="menu.obligations",
)

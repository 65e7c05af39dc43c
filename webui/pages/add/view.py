"""Adding documents: a curator sends files, sees what was read of each, then accepts or discards."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from flask import make_response, redirect, render_template, request, url_for

from webui.curators import check_form, curator, form_token, require_curator
from webui.facts.names import read_names
from webui.limits import Limit
from webui.marking import marked_text
from webui.pages.add.marks import marks
from webui.pages.route import Page, Route
from webui.ports import Upload
from webui.problems import Problem
from webui.sent_files import shown_name
from webui.site import addresses, current_site, language

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from webui.ports import UploadDesk, UploadReading

TRIES: Final = Limit(name="files", most=120, seconds=300)
"""How many forms with files one address may send; a script sends a form a file."""
MOST_FILES: Final = 10
_FORM_BYTES: Final = 20_000


def show() -> Response:
    """Answer with the form and what waits for this curator."""
    return _list("", 200)


def read() -> Response:
    """Read the files that a curator sends, and show what waits.

    Raises:
        Problem: 403 for a visitor, 400 for a form of another site, 413 for too much, 429 for too
            often.
    """
    desk = _desk()
    require_curator()
    request.max_content_length = desk.largest() + _FORM_BYTES
    check_form()
    TRIES.count()
    files = [file for file in request.files.getlist("files") if file.filename]
    if not files:
        return _list("add.nothing", 400)
    if len(files) > MOST_FILES or not desk.has_room(_owner(), len(files)):
        return _list("add.no_room", 409)
    for file in files:
        name = shown_name(file.filename or "") or "?"
        desk.keep(_owner(), Upload(name=name, content=file.read()), language().code)
    return redirect(url_for("add"), 303)


def show_one(token: str) -> Response:
    """Answer with what was read of one file.

    Args:
        token: by which this session names it.
    """
    require_curator()
    return _one(_waiting(token), "", 200)


def accept(token: str) -> Response:
    """Store a file and show its document.

    Args:
        token: by which this session names it.
    """
    require_curator()
    check_form()
    reading = _waiting(token)
    became = _desk().accept(_owner(), token, language().code)
    if not became.document:
        return _one(reading, became.refusal, 409)
    return redirect(addresses().page(became.document) or url_for("add"), 303)


def discard(token: str) -> Response:
    """Forget a file.

    Args:
        token: by which this session names it.
    """
    require_curator()
    check_form()
    _desk().discard(_owner(), token)
    return redirect(url_for("add"), 303)


def _desk() -> UploadDesk:
    """Return who reads and stores.

    Raises:
        Problem: 404 where this site only shows.
    """
    desk = current_site().uploads
    if desk is None or current_site().curation is None:
        raise Problem(404, "not-found")
    return desk


def _owner() -> str:
    """Return a name of this session that tells nothing about its cookie."""
    return hashlib.sha256(f"{curator()} {form_token()}".encode()).hexdigest()


def _waiting(token: str) -> UploadReading:
    """Return what waits under a token.

    Raises:
        Problem: 404 where nothing of this session does.
    """
    reading = _desk().find(_owner(), token)
    if reading is None:
        raise Problem(404, "not-found")
    return reading


def _list(problem: str, status: int) -> Response:
    desk = _desk()
    return _answer(
        render_template(
            "pages/add/list.html",
            waiting=desk.waiting(_owner()) if curator() else (),
            problem=problem,
            token=form_token(),
            most=MOST_FILES,
            megabytes=desk.largest() // 1_000_000,
        ),
        status,
    )


def _one(reading: UploadReading, refusal: str, status: int) -> Response:
    iris = {reading.document, *(c.target for c in reading.citations)} - {""}
    names = read_names(current_site().reader, iris)
    return _answer(
        render_template(
            "pages/add/one.html",
            reading=reading,
            names=names,
            text=marked_text(reading.text, marks(reading, names, language())),
            refusal=refusal,
            token=form_token(),
        ),
        status,
    )


def _answer(page: str, status: int) -> Response:
    response = make_response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response


PAGE = Page(
    routes=(
        Route(rule="/add", endpoint="add", view=show),
        Route(rule="/add/read", endpoint="read_files", view=read, methods=("POST",)),
        Route(rule="/add/<token>", endpoint="added", view=show_one),
        Route(rule="/add/<token>/accept", endpoint="accept_file", view=accept, methods=("POST",)),
        Route(
            rule="/add/<token>/discard", endpoint="discard_file", view=discard, methods=("POST",)
        ),
    )
)

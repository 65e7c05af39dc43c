"""Errors as a page, as plain text or as problem+json: one status table, one set of fields.

Source: RFC 9457 (problem details), RFC 9110 (statuses, Retry-After, Allow).
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import current_app, json, make_response, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.test import create_environ

from ontology.errors import LuocdoError
from queries.errors import QueryError
from webui.language import LANGUAGES, chosen_code, load_language, names_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask, Response

    from webui.language import Language

log = logging.getLogger(__name__)

STATUSES: Final = {
    "query-timeout": 503,
    "query-out-of-memory": 503,
    "no-worker-free": 503,
    "worker-died": 503,
    "store-empty": 503,
    "remote-unreachable": 503,
    "remote-refused": 503,
    "query-failed": 500,
    "unknown-question": 404,
    "format-does-not-fit": 406,
    "format-cannot-hold": 406,
}
"""Status of errors of the queries; any other query that gets no answer is a 400."""

_FRAMEWORK: Final = {
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "body-too-large",
    414: "address-too-long",
    415: "unsupported-media-type",
    431: "headers-too-large",
}
_NUMBERED: Final = re.compile(r"/vn/(?P<type>[a-z]{1,6})/[^/]+/(?:[^/]+/)?(?P<number>\d[\w.]*)$")
_RETRY_SECONDS: Final = 5
_FORMAT_PARAMETERS: Final = ("format", "output", "results")
_JSON: Final = (
    "application/json",
    "application/problem+json",
    "application/ld+json",
    "application/sparql-results+json",
)


class Problem(LuocdoError):
    """An answer that is an error, with its status and its translated sentences.

    Args:
        status: HTTP status, 400 to 599.
        code: key of the sentence in the table `problem` of the translations.
        values: what the sentences name.
    """

    def __init__(self, status: int, code: str, **values: object) -> None:
        super().__init__(code, ", ".join(map(str, values.values())))
        self.status = status
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a client reads about an error, the same fields in every form."""

    status: int
    code: str
    title: str
    detail: str
    hint: str
    line: int | None = None
    column: int | None = None
    retry_after: int | None = None
    allow: str = ""


def answer_problems(app: Flask) -> None:
    """Let an application turn every error into an answer; a traceback goes to the log only."""
    app.register_error_handler(LuocdoError, _answer_ours)
    app.register_error_handler(HTTPException, _answer_framework)
    app.register_error_handler(Exception, _answer_defect)


def _answer_ours(error: LuocdoError) -> Response:
    """Answer with an error that a visitor can act on; any other is a defect of ours."""
    if not (isinstance(error, (Problem, QueryError)) or error.code in STATUSES):
        return _answer_defect(error)
    return answer(partial(report_of, error))


def _answer_framework(error: HTTPException) -> Response:
    if error.code is not None and error.code < HTTPStatus.BAD_REQUEST:
        return make_response(error.get_response())
    status = error.code or 500
    code = _FRAMEWORK.get(
        status, "bad-request" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "internal-error"
    )
    allow = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
    values: dict[str, object] = {"allowed": allow}
    return answer(lambda tongue: _report(tongue, status, code, values, "", allow=allow))


def _answer_defect(error: Exception) -> Response:
    log.error("code=internal-error path=%s", request.path, exc_info=error)
    return answer(lambda tongue: _report(tongue, 500, "internal-error", {}, ""))


def report_of(error: LuocdoError, language: Language) -> Report:
    """Return what to say about one of our errors, in a language."""
    if isinstance(error, Problem):
        return _report(language, error.status, error.code, error.values, error.detail)
    status = STATUSES.get(error.code, 400)
    wait = getattr(error, "retry_after", None)
    wait = wait or (_RETRY_SECONDS if status == HTTPStatus.SERVICE_UNAVAILABLE else None)
    return _report(
        language,
        HTTPStatus.SERVICE_UNAVAILABLE if wait else status,
        error.code,
        {"detail": error.detail, "name": getattr(error, "name", ""), "hint": error.hint},
        error.detail,
        hint=error.hint,
        line=getattr(error, "line", None),
        column=getattr(error, "column", None),
        retry_after=wait,
    )


def _report(  # noqa: PLR0913 - the fields of a report, gathered in one place
    language: Language,
    status: int,
    code: str,
    values: dict[str, object],
    detail: str,
    *,
    hint: str = "",
    line: int | None = None,
    column: int | None = None,
    retry_after: int | None = None,
    allow: str = "",
) -> Report:
    """Return a report with its sentences; a code without one says its own words."""
    key = f"problem.{code}"
    known = language.knows(key)
    return Report(
        status=status,
        code=code,
        title=language.say(key, **values) if known else detail,
        detail=detail,
        hint=language.say(f"{key}-hint", **values) if known else hint,
        line=line,
        column=column,
        retry_after=retry_after,
        allow=allow,
    )


def answer(report_in: Callable[[Language], Report]) -> Response:
    """Return a report in the form that was asked for: page, problem+json or plain text.

    Args:
        report_in: gives the report in a language.
    """
    language = load_language(chosen_code(request))
    report = report_in(language)
    accept = request.accept_mimetypes
    if _asks_json():
        response = make_response(json.dumps(_fields(report), ensure_ascii=False), report.status)
        response.mimetype = "application/problem+json"
    elif accept["text/html"] > 0 and "text/html" in accept.values():
        response = make_response(_page(report, language), report.status)
    else:
        words = [_plain(report, language)]
        if not names_language(request):
            words += [_plain(report_in(other), other) for other in _others(language)]
        response = make_response("\n".join(words), report.status)
        response.mimetype = "text/plain"
    response.vary.update(("Accept", "Accept-Language", "Cookie"))
    if report.retry_after:
        response.headers["Retry-After"] = str(report.retry_after)
    if report.allow:
        response.headers["Allow"] = report.allow
    response.headers["Cache-Control"] = "no-store"
    return response


def _others(language: Language) -> Iterator[Language]:
    return (load_language(code) for code in LANGUAGES if code != language.code)


def _asks_json() -> bool:
    """Tell whether JSON of any kind is named by `format=` or wanted at least as much as HTML."""
    if any("json" in request.args.get(name, "").lower() for name in _FORMAT_PARAMETERS):
        return True
    accept = {name.lower(): quality for name, quality in request.accept_mimetypes}
    wanted = max((accept.get(name, 0) for name in _JSON), default=0)
    return wanted > 0 and wanted >= accept.get("text/html", 0)


def refusal(app: Flask, status: int, accept: str) -> Response:
    """Return the answer to what is no request, in the form of every other error.

    Args:
        app: the site.
        status: HTTP status.
        accept: the `Accept` header, as far as it was read.
    """
    shown = status if status in _FRAMEWORK else HTTPStatus.BAD_REQUEST.value
    environ = create_environ("/", headers={"Accept": accept} if accept.isprintable() else {})
    with app.request_context(environ):
        code = _FRAMEWORK.get(shown, "bad-request")
        response = answer(lambda tongue: _report(tongue, shown, code, {"allowed": ""}, ""))
        return app.process_response(response)


def _fields(report: Report) -> dict[str, str | int]:
    fields: dict[str, str | int | None] = {
        "type": f"urn:luocdo:problem:{report.code}",
        "status": report.status,
        "code": report.code,
        "title": report.title,
        "detail": report.detail or report.title,
        "hint": report.hint,
        "line": report.line,
        "column": report.column,
    }
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def _plain(report: Report, language: Language) -> str:
    place = ""
    if report.line is not None:
        place = language.say("error.line", line=report.line, column=report.column) + "\n"
    is_new = report.detail not in f"{report.title}{report.hint}"
    detail = f"{report.detail}\n" if is_new else ""
    return f"{report.title}\n{place}{detail}{report.hint}\n[{report.code}]\n"


def _wanted(path: str) -> str:
    """Return the number that an address of a document holds, to be searched for: "153/KH"."""
    found = _NUMBERED.search(path)
    return f"{found['number']}/{found['type'].upper()}" if found else ""


def _page(report: Report, language: Language) -> str:
    """Return the error page; where even that fails, its plain words."""
    try:
        wanted = _wanted(request.path) if report.code == "not-in-collection" else ""
        return render_template("layout/error.html", report=report, wanted=wanted)
    except Exception:  # the answer to a defect must not fail itself
        current_app.logger.exception("code=error-page-failed")
        return _plain(report, language)

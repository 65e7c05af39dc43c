"""The catalogued questions: a list, and for each a form, a table and downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

from queries.errors import BadParameter
from queries.questions import ask, catalogue, question
from queries.results import write_rows
from webui.facts.citations import words_of_others
from webui.facts.names import read_names
from webui.facts.tables import column_words, json_pieces, table
from webui.negotiation import CSV, HTML, RESULTS_JSON, content_type, read_wish
from webui.pages.route import Page, Route
from webui.site import current_site, language
from webui.streams import sent

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from queries.questions import Answer, Question

_SHOWN = 100


def show_all() -> str:
    """Answer with the list of questions."""
    return render_template("pages/questions/template.html", questions=catalogue())


def show_one(name: str) -> str | Response:
    """Answer with a question's form, and with its rows where it has been asked."""
    asked = question(name)
    chosen = read_wish(request).choose((HTML, RESULTS_JSON, CSV))
    arguments = {p.name: request.args[p.name] for p in asked.parameters if request.args.get(p.name)}
    if chosen == HTML:
        return _page(asked, arguments)
    answer = _ask(asked, arguments)
    if chosen == CSV:
        response = sent(write_rows(answer.rows.columns, answer.rows.rows, CSV), content_type(CSV))
        response.headers["Content-Disposition"] = f'attachment; filename="{asked.id}.csv"'
    else:
        response = sent(json_pieces(asked.id, arguments, answer.rows), "application/json")
    response.vary.add("Accept")
    return response


def _fault_words(asked: Question, fault: BadParameter, arguments: dict[str, str]) -> str:
    """Return what is wrong with an argument, in the visitor's language."""
    value = arguments.get(fault.name, "")
    kind = next((p.type for p in asked.parameters if p.name == fault.name), "text")
    if not value:
        kind = "missing"
    elif fault.candidates:
        kind = "several"
    return language().say(f"fault.{kind}", name=fault.name, value=value)


def _ask(asked: Question, arguments: dict[str, str]) -> Answer:
    site = current_site()
    return ask(asked.id, arguments, site.questions, base_iri=site.base_iri)


def _page(asked: Question, arguments: dict[str, str]) -> str:
    """Return the page; an argument that means several things gives a choice, not an error."""
    answer, fault = None, None
    if "ask" in request.args or arguments or not asked.parameters:
        try:
            answer = _ask(asked, arguments)
        except BadParameter as error:
            fault = error
    reader = current_site().reader
    rows = table(answer.rows, asked, language().code, _SHOWN) if answer else ()
    wanted = {cell.iri for row in rows for cell in row if cell.iri}
    meant = fault.candidates if fault else ()
    wanted.update(meant)
    return render_template(
        "pages/questions/question.html",
        asked=asked,
        arguments=arguments,
        answer=answer,
        fault=fault,
        fault_words=_fault_words(asked, fault, arguments) if fault else "",
        rows=rows,
        columns=column_words(asked, language().code),
        names=read_names(reader, wanted),
        told=words_of_others(reader.index(), meant),
        limit=_SHOWN,
    )


PAGE = Page(
    routes=(
        Route(rule="/questions", endpoint="questions", view=show_all),
        Route(rule="/questions/<name>", endpoint="question", view=show_one),
    ),
    menu_key="menu.questions",
)

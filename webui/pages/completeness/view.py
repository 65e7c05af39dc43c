"""Gaps: what the last check found, by severity and rule."""

from __future__ import annotations

from flask import render_template, request

from queries.errors import StoreError
from webui.facts.findings import SEVERITIES, by_rule, read_findings
from webui.facts.names import read_names
from webui.pages.route import Page, Route
from webui.site import current_site

_SHOWN = 10
_ALL = 2_000


def show() -> str:
    """Answer with the findings; those of one rule in full where it is named."""
    code = request.args.get("rule", "")
    reader = current_site().reader
    try:
        found = read_findings(reader)
    except StoreError:
        found = ()
    groups = [group for group in by_rule(found) if code in ("", group.code)]
    limit = _ALL if code else _SHOWN
    shown = [finding for group in groups for finding in group.findings[:limit]]
    named = {f.document for f in shown} | {f.focus for f in shown if not f.document}
    return render_template(
        "pages/completeness/template.html",
        groups=groups,
        limit=limit,
        severities=SEVERITIES,
        names=read_names(reader, named - {""}) if shown else {},
        code=code,
    )


PAGE = Page(
    routes=(Route(rule="/completeness", endpoint="completeness", view=show),),
    menu_key="menu.completeness",
)

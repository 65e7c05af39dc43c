"""Help: what the graph says and what it does not say, in the visitor's language."""

from __future__ import annotations

from flask import render_template

from webui.pages.route import Page, Route
from webui.site import language


def show() -> str:
    """Answer with the help page."""
    return render_template(f"pages/help/template.{language().code}.html")


PAGE = Page(routes=(Route(rule="/help", endpoint="help", view=show),), menu_key="menu.help")

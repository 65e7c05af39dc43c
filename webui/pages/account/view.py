"""Sign in with an account of the store, and sign out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import make_response, redirect, render_template, request, url_for

from webui.curators import (
    check_form,
    curation,
    curator,
    form_token,
    sign_in,
    sign_out,
)
from webui.limits import Limit
from webui.pages.route import Page, Route

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

TRIES: Final = Limit(name="passwords", most=10, seconds=300)
"""How often one address may try passwords."""
_LONGEST: Final = 200


def show() -> Response:
    """Answer with the form, or with who is signed in."""
    curation()
    return _page(wrong=False, status=200)


def enter() -> Response:
    """Sign in, and go where the visitor came from.

    Raises:
        Problem: 429 after too many tries; 400 for a form of another site.
    """
    check_form()
    TRIES.count()
    name, password = request.form.get("name", ""), request.form.get("password", "")
    if len(name) + len(password) > _LONGEST or not curation().is_right(name, password):
        return _page(wrong=True, status=403)
    TRIES.take_back()
    sign_in(name)
    return redirect(_own(request.form.get("next", "")), 303)


def leave() -> Response:
    """Sign out."""
    check_form()
    sign_out()
    return redirect(url_for("account"), 303)


def _own(address: str) -> str:
    """Return an address of this site; the list of what to review for any other."""
    own = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if own and address.isprintable() else url_for("review")


def _page(*, wrong: bool, status: int) -> Response:
    response = make_response(
        render_template(
            "pages/account/template.html",
            wrong=wrong,
            curator=curator(),
            token=form_token(),
            next=request.values.get("next", ""),
        ),
        status,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


PAGE = Page(
    routes=(
        Route(rule="/account", endpoint="account", view=show),
        Route(rule="/account/enter", endpoint="enter", view=enter, methods=("POST",)),
        Route(rule="/account/leave", endpoint="leave", view=leave, methods=("POST",)),
    )
)

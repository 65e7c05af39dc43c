"""Who is signed in, and that a form comes from one of our own pages.

A visitor reads only. A curator signs in with an account of the store; the name stands in a signed
cookie (Flask's session). Each form that changes something carries a token of that session, so that
no other site can send it (OWASP Cross-Site Request Forgery Prevention, synchroniser token).
"""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING, Final

from flask import request, session

from webui.problems import Problem
from webui.site import current_site

if TYPE_CHECKING:
    from flask import Flask

    from webui.ports import Curation

NAME: Final = "curator"
TOKEN: Final = "token"  # noqa: S105 - the name of a field
_SECONDS: Final = 12 * 3600


def sign_with(app: Flask, curation: Curation, *, secure: bool) -> None:
    """Let an application keep sessions in signed cookies.

    Args:
        app: the application.
        curation: holds the key.
        secure: True where the site is reached by https alone.
    """
    app.secret_key = curation.secret()
    app.config.update(
        SESSION_COOKIE_NAME="luocdo-session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=secure,
        PERMANENT_SESSION_LIFETIME=_SECONDS,
    )


def curation() -> Curation:
    """Return where decisions are kept.

    Raises:
        Problem: 404 where this site only shows.
    """
    kept = current_site().curation
    if kept is None:
        raise Problem(404, "not-found")
    return kept


def curator() -> str:
    """Return the name of who is signed in; empty for a visitor."""
    if current_site().curation is None:
        return ""
    return str(session.get(NAME, ""))


def sign_in(name: str) -> None:
    """Begin the session of a curator."""
    session.clear()
    session.permanent = True
    session[NAME] = name


def sign_out() -> None:
    """End the session."""
    session.clear()


def form_token() -> str:
    """Return the token that forms of this session carry."""
    if TOKEN not in session:
        session[TOKEN] = secrets.token_urlsafe(24)
    return str(session[TOKEN])


def check_form() -> None:
    """Refuse a form that does not come from a page of this session.

    Raises:
        Problem: 400.
    """
    sent, kept = request.form.get(TOKEN, ""), str(session.get(TOKEN, ""))
    if not kept or not hmac.compare_digest(sent.encode(), kept.encode()):
        raise Problem(400, "stale-form")


def require_curator() -> str:
    """Return the name of who is signed in.

    Raises:
        Problem: 403 for a visitor.
    """
    name = curator()
    if not name:
        raise Problem(403, "sign-in-first")
    return name

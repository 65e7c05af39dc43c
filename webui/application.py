"""Puts the pages together; everything they need is handed in."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from flask import Flask, request, url_for

from queries.errors import StoreError
from webui import assets
from webui.curators import curator, sign_with
from webui.highlighting import lit
from webui.labels import local_name, short_name, term_label
from webui.language import COOKIE, LANGUAGES
from webui.linked import alternates, legislation, link
from webui.pages import MENU, PAGES
from webui.problems import answer_problems
from webui.recurrences import recurrence_words
from webui.security import RequestBounds, protect
from webui.site import EXTENSION, Site, addresses, current_site, language

if TYPE_CHECKING:
    from flask import Response

    from queries.store.reader import Generation
    from webui.facts.names import Name, Names

_YEAR_SECONDS = 31_536_000


def create_app(site: Site, bounds: RequestBounds | None = None) -> Flask:
    """Return the site as a WSGI application.

    Args:
        site: what the pages read from, and what else the roof hands in.
        bounds: what a request may be at most; the defaults where None.
    """
    app = Flask(__name__, template_folder=".", static_folder=None, root_path=assets.ROOT)
    app.extensions[EXTENSION] = site
    if site.curation is not None:
        sign_with(app, site.curation, secure=site.address.startswith("https:"))
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # Flask's provider has it
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        asset=assets.address, page=page_address, other_language_address=other_language_address
    )
    app.jinja_env.filters.update(
        capitalize_first=capitalize_first, as_date=as_date, named=named, lit=lit
    )
    app.context_processor(_words)
    protect(app, bounds or RequestBounds())
    app.after_request(_remember)
    app.after_request(link)
    answer_problems(app)
    for page in PAGES:
        for route in page.routes:
            app.add_url_rule(
                route.rule, route.endpoint, route.view, methods=route.methods, strict_slashes=False
            )
    return app


def _words() -> dict[str, object]:
    """Return what every template may say."""
    tongue = language()
    return {
        "language": tongue,
        "say": tongue.say,
        "label": partial(term_label, language=tongue.code),
        "recurrence": partial(recurrence_words, language=tongue),
        "local": local_name,
        "short": short_name,
        "menu": MENU,
        "generation": published,
        "may_review": current_site().curation is not None,
        "may_check_drafts": current_site().drafts is not None,
        "may_add": current_site().uploads is not None,
        "curator": curator(),
        "addresses": addresses(),
        "alternates": alternates,
        "legislation": legislation,
    }


def capitalize_first(words: str) -> str:
    """Return words with a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def as_date(words: str) -> str:
    """Return an ISO date as the visitor's language writes it; anything else as it is."""
    try:
        return language().date(date.fromisoformat(words))
    except ValueError:
        return words


def named(iri: str, names: Names) -> Name:
    """Return the name of a thing, for `map`."""
    return names[iri]


def published() -> Generation | None:
    """Return the generation that is shown, None where nothing has been published."""
    try:
        return current_site().reader.generation()
    except StoreError:
        return None


def page_address(iri: str) -> str | None:
    """Return the address of the page of a thing, None for what is not ours."""
    return addresses().page(iri)


def other_language_address() -> str:
    """Return the address of this page in the other language."""
    other = next(code for code in LANGUAGES if code != language().code)
    if request.endpoint is None or request.method not in {"GET", "HEAD"}:
        return url_for("home", lang=other)
    values = {**request.args.to_dict(flat=True), **(request.view_args or {}), "lang": other}
    return url_for(request.endpoint, **values)


def _remember(response: Response) -> Response:
    """Keep the language that a visitor has chosen, and tell caches what the answer depends on."""
    wish = request.args.get("lang")
    if wish in LANGUAGES:
        response.set_cookie(COOKIE, wish, max_age=_YEAR_SECONDS, samesite="Lax", httponly=True)
    if response.mimetype == "text/html":
        response.vary.update(("Accept", "Accept-Language", "Cookie"))
    return response

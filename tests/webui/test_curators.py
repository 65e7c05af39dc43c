"""A session knows who is signed in, and its forms carry its own token."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.webui.pages.curating import NAME, Desk
from webui import curators
from webui.problems import Problem
from webui.site import EXTENSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient


@contextmanager
def refused(code: str) -> Iterator[None]:
    """Expect a problem with this code."""
    with pytest.raises(Problem) as caught:
        yield
    assert caught.value.code == code


def test_a_form_carries_the_token_of_its_session(curated: FlaskClient) -> None:
    """Without one, or with another's, it is refused."""
    with curated.application.test_request_context(method="POST", data={"token": "x"}):
        with refused("stale-form"):
            curators.check_form()
        curators.form_token()
        with refused("stale-form"):
            curators.check_form()
        curators.session[curators.TOKEN] = "x"
        assert curators.form_token() == "x"
        curators.check_form()


def test_signing_in_begins_a_new_session(curated: FlaskClient) -> None:
    """A token that was known before is worth nothing afterwards."""
    with curated.application.test_request_context():
        before = curators.form_token()
        with refused("sign-in-first"):
            curators.require_curator()
        curators.sign_in(NAME)
        assert curators.require_curator() == NAME
        assert curators.form_token() != before
        curators.sign_out()
        assert curators.curator() == ""


def test_a_site_that_only_shows_has_nobody_signed_in(curated: FlaskClient, desk: Desk) -> None:
    """Whatever a cookie says."""
    app = curated.application
    with app.test_request_context():
        curators.sign_in(NAME)
        assert curators.curation() is desk
        app.extensions[EXTENSION] = replace(app.extensions[EXTENSION], curation=None)
        assert curators.curator() == ""
        with refused("not-found"):
            curators.curation()

"""Only the right password signs in, few tries are allowed, and only our own pages can send forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.webui.pages.curating import sign_in, token_of
from webui.limits import Limit
from webui.pages.account import view

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.fixture(autouse=True)
def _few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test have few tries."""
    monkeypatch.setattr(view, "TRIES", Limit(name="passwords", most=3, seconds=300))


def test_a_curator_signs_in_and_out(curated: FlaskClient) -> None:
    """The cookie cannot be read by scripts, nor sent by other sites."""
    answer = sign_in(curated)
    assert (answer.status_code, answer.location) == (303, "/review")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    page = curated.get("/account")
    assert "Đang đăng nhập: lan." in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert curated.post("/account/leave", data={"token": token_of(page)}).status_code == 303
    assert "Đang đăng nhập" not in curated.get("/account").text


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"password": "sai"}, 403),
        ({"name": "hoa"}, 403),
        ({"password": "x" * 300}, 403),
        ({"token": "of another page"}, 400),
        ({"token": ""}, 400),
    ],
)
def test_what_does_not_sign_in(curated: FlaskClient, changed: dict[str, str], status: int) -> None:
    """Nobody is signed in then."""
    assert sign_in(curated, **changed).status_code == status
    assert "Đang đăng nhập" not in curated.get("/account").text


def test_too_many_tries_are_refused(curated: FlaskClient) -> None:
    """Also with the right password."""
    for _ in range(3):
        assert sign_in(curated, password="sai").status_code == 403  # noqa: S106 - a wrong one
    assert sign_in(curated).status_code == 429


def test_who_knows_the_password_is_never_locked_out(curated: FlaskClient) -> None:
    """Only wrong ones count, also between right ones."""
    for _ in range(2):
        sign_in(curated, password="sai")  # noqa: S106 - a wrong one
    assert [sign_in(curated).status_code for _ in range(5)] == [303] * 5
    assert sign_in(curated, password="sai").status_code == 403  # noqa: S106 - as above
    assert sign_in(curated).status_code == 429


@pytest.mark.parametrize(
    ("address", "lands"),
    [
        ("/review/one?node=x", "/review/one?node=x"),
        ("https://elsewhere.example/", "/review"),
        ("//elsewhere.example/", "/review"),
        ("/\\elsewhere.example", "/review"),
        ("/a\r\nSet-Cookie: b", "/review"),
    ],
)
def test_after_signing_in_one_stays_on_this_site(
    curated: FlaskClient, address: str, lands: str
) -> None:
    """An address of another site is not followed."""
    assert sign_in(curated, next=address).location == lands


def test_a_site_that_only_shows_has_no_accounts(client: FlaskClient) -> None:
    """Nor a way to try passwords."""
    assert client.get("/account").status_code == 404
    assert client.post("/account/enter", data={}).status_code in {400, 404}
    assert client.get("/review").status_code == 404

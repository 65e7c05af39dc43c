"""A visitor pastes or chooses a draft and sees what to look at; whatever it holds shows as text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from webui.limits import Limit
from webui.pages.draft import view
from webui.pages.draft.view import LARGEST
from webui.ports import DraftReading, DraftRemark

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from tests.webui.pages.curating import Drafts

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test have few tries."""
    monkeypatch.setattr(view, "TRIES", Limit(name="drafts", most=3, seconds=300))


def send(client: FlaskClient, **words: object) -> TestResponse:
    """Send the form."""
    return client.post("/draft/check", data=words, content_type="multipart/form-data")


def test_words_are_looked_through_and_marked(curated: FlaskClient, drafts: Drafts) -> None:
    """A remark leads to its words and the words lead back; scripts stay words."""
    text = f"Căn cứ Luật A {HOSTILE}"
    remark = DraftRemark(
        severity="warning", said=f"sai {HOSTILE}", words=text, line=1, start=7, end=12
    )
    drafts.answer = DraftReading(text=text, remarks=(remark,))
    page = send(curated, words=text)
    assert page.status_code == 200
    assert drafts.seen[0].content == text.encode()
    assert 'href="#w-7-12"' in page.text
    assert 'id="w-7-12"' in page.text
    assert 'href="#remark-1"' in page.text
    assert HOSTILE not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in page.headers


def test_a_file_is_taken_before_words(curated: FlaskClient, drafts: Drafts) -> None:
    """Of its name only the last part is shown."""
    drafts.answer = DraftReading(refusal="../x.txt: hỏng")
    page = send(curated, words="a", file=(io.BytesIO(b"b"), "../../etc/x.txt"))
    assert page.status_code == 422
    assert [(u.name, u.content) for u in drafts.seen] == [("x.txt", b"b")]
    assert "Chưa đọc được dự thảo" in page.text


@pytest.mark.parametrize(
    ("words", "status"),
    [({"words": "  "}, 400), ({}, 400), ({"words": "a" * (LARGEST + 5_000)}, 413)],
)
def test_what_is_not_looked_through(
    curated: FlaskClient, drafts: Drafts, words: dict[str, str], status: int
) -> None:
    """Nothing, and too much."""
    assert send(curated, **words).status_code == status
    assert drafts.seen == []


def test_few_drafts_an_address(curated: FlaskClient) -> None:
    """The rest is sent away for a while."""
    assert [send(curated, words="a").status_code for _ in range(4)] == [200, 200, 200, 429]


def test_the_form_is_led_to_and_says_what_it_promises(curated: FlaskClient) -> None:
    """In both languages."""
    assert 'href="/draft"' in curated.get("/").text
    assert "Dự thảo không được lưu" in curated.get("/draft").text
    assert "The draft is not kept" in curated.get("/draft?lang=en").text


def test_a_site_without_a_desk_has_no_form(client: FlaskClient) -> None:
    """Nor a link to one."""
    assert client.get("/draft").status_code == 404
    assert client.post("/draft/check").status_code == 404
    assert 'href="/draft"' not in client.get("/").text

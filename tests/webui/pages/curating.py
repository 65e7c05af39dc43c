"""A site with a curator, for the tests of the pages on which one decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from webui.ports import DraftReading

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from webui.ports import Judgement, Upload

NAME, PASSWORD = "lan", "mật khẩu đủ dài"


@dataclass
class Desk:
    """Keeps what was decided."""

    decided: list[Judgement] = field(default_factory=list)

    def is_right(self, name: str, password: str) -> bool:
        """Know one curator."""
        return (name, password) == (NAME, PASSWORD)

    def secret(self) -> str:
        """Return a key."""
        return "a key of the tests"

    def decide(self, judgement: Judgement) -> None:
        """Note it."""
        self.decided.append(judgement)


@dataclass
class Drafts:
    """Notes the drafts, and answers the same to each."""

    seen: list[Upload] = field(default_factory=list)
    answer: DraftReading = field(default_factory=DraftReading)

    def check(self, upload: Upload, language: str) -> DraftReading:
        """Note it."""
        del language
        self.seen.append(upload)
        return self.answer


def token_of(page: TestResponse) -> str:
    """Return the token of the form on a page."""
    found = re.search(r'name="token" value="([^"]+)"', page.get_data(as_text=True))
    assert found is not None
    return found[1]


def sign_in(client: FlaskClient, **changed: str) -> TestResponse:
    """Sign in as the curator, or with other words."""
    token = token_of(client.get("/account"))
    words = {"token": token, "name": NAME, "password": PASSWORD, **changed}
    return client.post("/account/enter", data=words)

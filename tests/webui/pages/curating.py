"""A site with a curator, for the tests of the pages on which one decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from webui.ports import Acceptance, DraftReading, UploadReading

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


@dataclass
class Uploads:
    """Keeps what curators send in memory, and answers as told."""

    reading: UploadReading = field(default_factory=lambda: UploadReading(token="", name=""))
    acceptance: Acceptance = field(default_factory=Acceptance)
    kept: dict[str, tuple[str, Upload, UploadReading]] = field(default_factory=dict)
    accepted: list[str] = field(default_factory=list)

    def largest(self) -> int:
        """Return a bound above that of other forms."""
        return 3_000_000

    def has_room(self, owner: str, files: int) -> bool:
        """Have room for four."""
        del owner
        return len(self.kept) + files <= 4

    def keep(self, owner: str, upload: Upload, language: str) -> UploadReading:
        """Keep it under a token that counts."""
        del language
        token = f"{len(self.kept):032x}"
        reading = replace(self.reading, token=token, name=upload.name)
        self.kept[token] = (owner, upload, reading)
        return reading

    def waiting(self, owner: str) -> tuple[UploadReading, ...]:
        """Return what one session has sent."""
        return tuple(reading for mine, _, reading in self.kept.values() if mine == owner)

    def find(self, owner: str, token: str) -> UploadReading | None:
        """Return what a session has under a token."""
        return next((r for r in self.waiting(owner) if r.token == token), None)

    def accept(self, owner: str, token: str, language: str) -> Acceptance:
        """Note it."""
        del owner, language
        self.accepted.append(token)
        return self.acceptance

    def discard(self, owner: str, token: str) -> None:
        """Forget it."""
        if self.find(owner, token):
            del self.kept[token]


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

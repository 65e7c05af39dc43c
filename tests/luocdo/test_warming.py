"""Main pages are looked at before people come, and again when there is new data."""

from __future__ import annotations

from queue import Queue
from typing import TYPE_CHECKING

from flask import request

from luocdo.serve import open_site
from luocdo.settings import Settings
from luocdo.warming import Warmer, warmed

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from flask import Response


def test_main_pages_are_looked_at_and_answer(store: Path) -> None:
    """Those of the menu, those of the document that most others cite, and none of them fails."""
    seen: dict[str, int] = {}
    with open_site(Settings(store=store, query_workers=1), "http://localhost/") as app:

        def note(response: Response) -> Response:
            seen[request.full_path.rstrip("?")] = response.status_code
            return response

        app.after_request(note)
        assert Warmer(app).visit() == len(seen)
    assert {"/", "/search", "/obligations", "/compare", "/completeness"} <= seen.keys()
    assert any(address.startswith("/lineage/vn/") for address in seen)
    assert set(seen.values()) == {200}


def test_new_data_is_looked_at_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once for each state of the data."""
    versions = ["first"]
    visits: Queue[str] = Queue()
    monkeypatch.setattr(Warmer, "_version", lambda _: versions[-1])
    monkeypatch.setattr(Warmer, "visit", lambda _: visits.put(versions[-1]) or 0)
    settings = Settings(store=store, query_workers=1)
    with open_site(settings, "http://localhost/") as app, warmed(app):
        assert visits.get(timeout=60) == "first"
        versions.append("second")
        assert visits.get(timeout=60) == "second"
    assert visits.empty()

"""What one machine writes to a shared store, the others answer from, without its folder."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from luocdo.serve import open_site
from luocdo.settings import Settings
from luocdo.sharing import kept_in_step, shared_store, take_in
from queries.errors import BadParameter, StoreError
from queries.questions import ask, catalogue
from queries.store.folder_reader import FolderReader
from queries.store.folder_writer import FolderWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Server
    from tests.luocdo.conftest import Done

PATH = "id/vn/ct/ubnd-lang-son/2024/7"


def settings_on(server: Server, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return the settings of a machine with a folder of its own, also in the environment."""
    monkeypatch.setenv("LUOCDO_REMOTE_USER", server.user)
    monkeypatch.setenv("LUOCDO_REMOTE_PASSWORD", server.password)
    for name in ("query", "update", "merged"):
        monkeypatch.setenv(f"LUOCDO_REMOTE_{name.upper()}", getattr(server, name))
    return Settings(
        store=folder,
        remote_query=server.query,
        remote_update=server.update,
        remote_merged=server.merged,
        remote_seconds=0.1,
        query_workers=1,
        query_quick_workers=1,
    )


def answers(store: Path) -> dict[str, str]:
    """Return the answers to the questions of the catalogue that need no parameter, or a document."""
    reader, found = FolderReader(store), dict[str, str]()
    for question in catalogue():
        if question.dataset != "public":
            continue
        given = {
            p.name: PATH for p in question.parameters if p.type == "document" and not p.default
        }
        try:
            found[question.id] = str([*ask(question.id, given, reader).rows.records()])
        except BadParameter:
            continue
    return found


def test_two_machines_give_the_same_answers(
    server: Server,
    luocdo: Callable[..., Done],
    directive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rows, pages and endpoint of the second come from the shared store alone."""
    first, second = (settings_on(server, tmp_path / name, monkeypatch) for name in ("one", "two"))
    assert luocdo("load", "--store", first.store, directive).code == 0
    with open_site(second, "http://localhost/") as app:
        client = app.test_client()
        assert client.get(f"/id/{PATH.removeprefix('id/')}").status_code == 303
        assert "/doc/vn/ct/ubnd-lang-son/2024/7" in client.get("/search?q=phong+chay+rung").text
        query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        counted = client.get("/sparql", query_string={"query": query, "format": "csv"}).text
        assert counted == f"n\r\n{len(FolderReader(first.store).merged().splitlines())}\r\n"
        ours, theirs = answers(first.store), answers(second.store)
        assert len(ours) > 15
        assert ours == theirs
        successor = "id/vn/ct/ttg/2019/12"
        done = luocdo("withdraw", "--store", first.store, PATH, "--successor", successor)
        assert done.code == 0, done.err
        for _ in range(300):
            gone = client.get(f"/id/{PATH.removeprefix('id/')}")
            if gone.status_code != 303:
                break
            time.sleep(0.1)
        assert gone.status_code == 301
    assert take_in(second) == 0
    assert FolderReader(second.store).graphs() == FolderReader(first.store).graphs()


def test_without_an_address_there_is_none(tmp_path: Path) -> None:
    """The folder alone is used then."""
    assert shared_store(Settings()) is None
    assert take_in(Settings(store=tmp_path)) == 0
    assert shared_store(Settings(remote_query="http://127.0.0.1:9/query")) is not None


def test_a_store_that_is_away_stops_commands_but_not_the_site(tmp_path: Path) -> None:
    """Commands say so; the site goes on with what it has."""
    away = Settings(store=tmp_path, remote_query="http://127.0.0.1:9/query")
    with pytest.raises(StoreError):
        take_in(away)
    with kept_in_step(away):
        assert not (tmp_path / "current").exists()


def test_what_was_never_shared_stays(
    oxigraph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that says nothing takes nothing away."""
    with FolderWriter(tmp_path / "kho") as writer:
        writer.replace_fixed(
            "https://w3id.org/luocdo/graph/registry", b"<urn:a> <urn:b> <urn:c> .\n"
        )
        writer.publish()
    take_in(settings_on(oxigraph, tmp_path / "kho", monkeypatch))
    assert "https://w3id.org/luocdo/graph/registry" in FolderReader(tmp_path / "kho").graphs()

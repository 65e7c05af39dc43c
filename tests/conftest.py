"""Fixtures that every room's tests may use."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from queries.store.remote import RemotePlace, RemoteStore

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the expected graphs be written anew: `pytest tests/golden --update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the expected graphs anew")


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the folder that holds pyproject.toml."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared real documents, or skip: a fresh clone elsewhere lacks it."""
    folder = PROJECT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the shared documents (../shared) are not beside this checkout")
    return folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A SPARQL server that runs for the tests.

    Args:
        query, update: its two addresses.
        user, password: who may write; empty where everybody may.
        merged: graph that stands for the default graph where it has none.
    """

    query: str
    update: str
    user: str = ""
    password: str = ""
    merged: str = ""


VIRTUOSO = """\
[Database]
DatabaseFile = data.db
ErrorLogFile = data.log
LockFile = data.lck
TransactionFile = data.trx
xa_persistent_file = data.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{inner}
NumberOfBuffers = 4000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = 20000
"""


def free_port() -> int:
    """Return a port that nobody has."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@contextmanager
def running(words: list[str], folder: Path, address: str) -> Iterator[None]:
    """Run a server in a folder until the end of the `with`, from when it answers."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, cwd=folder, stdout=quiet, stderr=quiet) as server:  # noqa: S603 - of the machine
        try:
            for _ in range(600):
                try:
                    urlopen(f"{address}?query=ASK%7B%7D", timeout=20).close()  # noqa: S310 - our own
                    break
                except OSError:
                    assert server.poll() is None, "the server ended"
                    time.sleep(0.1)
            yield
        finally:
            server.kill()


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start the oxigraph server on an empty folder."""
    beside = Path(sys.executable).parent / "oxigraph"
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        pytest.skip("the oxigraph server (pip install oxigraph) is not installed")
    folder, port = tmp_path_factory.mktemp("oxigraph"), free_port()
    words = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    address = f"http://127.0.0.1:{port}"
    with running(words, folder, f"{address}/query"):
        yield Server(query=f"{address}/query", update=f"{address}/update")


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start Virtuoso on an empty folder."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso (apt-get install virtuoso-opensource) is not installed")
    folder, port = tmp_path_factory.mktemp("virtuoso"), free_port()
    settings = VIRTUOSO.format(port=port, inner=free_port())
    (folder / "tests.ini").write_text(settings, encoding="ascii")
    address = f"http://127.0.0.1:{port}"
    words = [program, "+foreground", "+configfile", "tests.ini"]
    with running(words, folder, f"{address}/sparql"):
        yield Server(
            query=f"{address}/sparql",
            update=f"{address}/sparql-auth",
            user="dba",
            password="dba",  # noqa: S106 - what a new one begins with
            merged="https://w3id.org/luocdo/graph/merged",
        )


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Server:
    """Return each of the two servers, without any graph of ours."""
    found: Server = request.getfixturevalue(request.param)
    place = RemotePlace(**asdict(found))
    store = RemoteStore(place)
    for graph in (*store.graphs(), place.notes, place.merged):
        if graph:
            store.update(f"DROP SILENT GRAPH <{graph}>")
    if not place.merged:
        store.update("DROP DEFAULT")
    return found

"""The site as a process of its own on a small collection, and a client that hides nothing."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from types import ModuleType

CODE = "import sys; from luocdo.commands import main; sys.exit(main(sys.argv[1:]))"
SECONDS = 3.0
SETTINGS = {
    "LUOCDO_QUERY_SECONDS": str(SECONDS),
    "LUOCDO_QUERY_QUICK_SECONDS": "0.4",
    "LUOCDO_QUERY_WAIT_SECONDS": "4",
    "LUOCDO_QUERY_MEMORY": "400000000",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the status, the headers by small name, and the body as sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode("utf-8")

    @property
    def json(self) -> dict:  # type: ignore[type-arg]  # whatever the server says
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def type(self) -> str:
        """The media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def vary(self) -> set[str]:
        """What the answer depends on, in small letters."""
        return {name.strip().lower() for name in self.headers.get("vary", "").split(",")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A running site.

    Args:
        address: where it is, with its final slash.
        process: its process id.
        store: folder of its store.
    """

    address: str
    process: int
    store: Path

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        parts = urlsplit(self.address)
        assert parts.hostname
        assert parts.port
        return parts.hostname, parts.port

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 60,
    ) -> Answer:
        """Send one request over a connection of its own."""
        connection = http.client.HTTPConnection(*self.place, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=dict(headers or {}))
            got = connection.getresponse()
            names = {}
            for name, value in got.getheaders():
                key = name.lower()
                names[key] = f"{names[key]}, {value}" if key in names else value
            return Answer(status=got.status, headers=names, body=got.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """Send a GET; names of headers have low lines for hyphens."""
        return self.send("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def ask(self, query: str, accept: str = "", **parameters: str) -> Answer:
        """Send a query by address."""
        words = urlencode({"query": query, **parameters})
        return self.send("GET", f"/sparql?{words}", headers={"Accept": accept} if accept else {})

    def post(self, query: str, accept: str = "") -> Answer:
        """Send a query as a body."""
        headers = {"Content-Type": "application/sparql-query"}
        if accept:
            headers["Accept"] = accept
        return self.send("POST", "/sparql", query.encode(), headers)

    def raw(self, words: bytes, seconds: float = 20) -> bytes:
        """Send bytes as they are, and return all that comes until the end or the time."""
        with socket.create_connection(self.place, timeout=seconds) as connection:
            connection.sendall(words)
            parts = []
            try:
                while part := connection.recv(65536):
                    parts.append(part)
            except TimeoutError:
                pass
            return b"".join(parts)

    def children(self) -> set[int]:
        """Return the process ids of all that the site has started, and theirs."""
        found, rest = set(), [self.process]
        while rest:
            parent = rest.pop()
            for child in _children(parent):
                found.add(child)
                rest.append(child)
        return found


def _children(process: int) -> list[int]:
    try:
        tasks = [task.name for task in Path(f"/proc/{process}/task").iterdir()]
    except OSError:
        return []
    found = []
    for task in tasks:
        try:
            with open(f"/proc/{process}/task/{task}/children") as file:  # noqa: PTH123 - of the kernel
                found += [int(child) for child in file.read().split()]
        except OSError:
            continue
    return found


def _sample(project: Path) -> ModuleType:
    spec = spec_from_file_location("service_sample", project / "tests" / "webui" / "sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def start(store: Path, **settings: str) -> tuple[subprocess.Popen[str], str]:
    """Start the site on a free port and return its process with its address."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LUOCDO_")}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CODE, "serve", "--store", str(store), "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env={**kept, "LUOCDO_LOG": "critical", **settings},
    )
    assert process.stdout is not None
    found = re.search(r"http://[\d.]+:\d+/", process.stdout.readline())
    assert found
    return process, found[0]


def stop(process: subprocess.Popen[str]) -> int:
    """End the site as an administrator does, and return its exit code."""
    process.send_signal(signal.SIGTERM)
    try:
        return process.wait(timeout=30)
    finally:
        process.kill()


@pytest.fixture(scope="session")
def small_store(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small collection."""
    root = tmp_path_factory.mktemp("service")
    _sample(project).write_sample(root)
    return root


@pytest.fixture(scope="session")
def service(small_store: Path) -> Iterator[Service]:
    """Return the site on the small collection."""
    process, address = start(small_store, **SETTINGS)
    yield Service(address=address, process=process.pid, store=small_store)
    assert stop(process) == 0


@pytest.fixture(scope="session")
def patient(small_store: Path) -> Iterator[Service]:
    """Return the site with all the time that ordinary work needs on a busy machine."""
    process, address = start(small_store, **{**SETTINGS, "LUOCDO_QUERY_SECONDS": "120"})
    yield Service(address=address, process=process.pid, store=small_store)
    assert stop(process) == 0


@pytest.fixture(scope="session")
def launch() -> Callable[..., AbstractContextManager[Service]]:
    """Return what starts a site of its own, for the time of a `with`."""

    @contextmanager
    def started(store: Path, **settings: str) -> Iterator[Service]:
        process, address = start(store, **{**SETTINGS, **settings})
        found = urlsplit(address)
        yield Service(address=f"http://{found.netloc}/", process=process.pid, store=store)
        assert stop(process) == 0

    return started

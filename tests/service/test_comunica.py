"""Comunica joins what we hold with what another server holds (serving list, section 10)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest

if TYPE_CHECKING:
    from tests.conftest import Server
    from tests.service.conftest import Service

FETCHED = Path(__file__).parent / "comunica" / "node_modules" / ".bin" / "comunica-sparql"
PRESENCE = "https://w3id.org/luocdo/ns#presence"
FORM = "application/sparql-results+json"


def test_two_endpoints_are_joined(service: Service, oxigraph: Server) -> None:
    """Notes on documents stand elsewhere, and what they speak of here; none of the two sees both."""
    program = str(FETCHED) if FETCHED.exists() else shutil.which("comunica-sparql")
    if program is None or shutil.which("node") is None:
        pytest.skip("Comunica (tests/service/fetch_comunica.sh) is not installed")
    rows = service.ask(f"SELECT ?d ?p {{ ?d <{PRESENCE}> ?p }} ORDER BY ?d LIMIT 3", FORM).json
    held = {row["d"]["value"]: row["p"]["value"] for row in rows["results"]["bindings"]}
    notes = " ".join(f'<{iri}> <urn:x-note> "{iri}" .' for iri in held)
    update = f"INSERT DATA {{ {notes} <urn:nobody> <urn:x-note> 'x' }}".encode()
    headers = {"Content-Type": "application/sparql-update"}
    urlopen(Request(oxigraph.update, update, headers), timeout=30).close()  # noqa: S310 - our own
    query = f"SELECT ?note ?p {{ ?d <urn:x-note> ?note . ?d <{PRESENCE}> ?p }}"
    sources = [f"sparql@{service.address}sparql", f"sparql@{oxigraph.query}"]
    done = subprocess.run(  # noqa: S603 - as a person does
        [program, *sources, "-q", query, "-t", FORM], capture_output=True, check=True, timeout=300
    )
    found = json.loads(done.stdout)["results"]["bindings"]
    assert {row["note"]["value"]: row["p"]["value"] for row in found} == held

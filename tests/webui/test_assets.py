"""Files of pages come from here alone, vis-network out of the installed pyvis."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from webui.assets import EDITOR_FILES, VENDOR_FILES, has_editor, vendor_file

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def test_the_editor_is_served_where_it_was_fetched(client: FlaskClient) -> None:
    """Where it was not, the page of queries has a plain one and asks for no file that is missing."""
    served = {name: client.get(f"/vendor/{name}").status_code for name in EDITOR_FILES}
    assert set(served.values()) == ({200} if has_editor() else {404})
    page = client.get("/sparql", headers={"Accept": "text/html"}).text
    assert all((name in page) == has_editor() for name in EDITOR_FILES)


@pytest.mark.parametrize("name", sorted(set(VENDOR_FILES) - set(EDITOR_FILES)))
def test_vis_network_is_served(client: FlaskClient, name: str) -> None:
    """It is found in pyvis, with its media type, to be kept for long."""
    answer = client.get(f"/vendor/{name}")
    assert answer.status_code == 200
    assert answer.mimetype == VENDOR_FILES[name]
    assert "immutable" in answer.headers["Cache-Control"]
    assert vendor_file(name).is_file()


@pytest.mark.parametrize(
    "address", ["/vendor/../pyvis/network.py", "/vendor/network.py", "/static/nothing.css"]
)
def test_nothing_else_is_served(client: FlaskClient, address: str) -> None:
    """Neither other files of pyvis nor what is not there."""
    assert client.get(address).status_code in {400, 404}


def test_serving_never_imports_pyvis() -> None:
    """The site starts without pyvis, which imports IPython."""
    code = "import sys, webui; print([n for n in ('pyvis', 'IPython') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter
    assert done.stdout.strip() == "[]"

"""Files of pages come from here alone, vis-network out of the installed pyvis."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from webui.assets import VENDOR_FILES, vendor_file

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize("name", sorted(VENDOR_FILES))
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

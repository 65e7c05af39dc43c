"""Files that pages load: our own, and vis-network out of the installed pyvis.

pyvis itself is never imported here: importing it imports IPython.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flask import make_response, send_file, url_for

from webui.problems import Problem

if TYPE_CHECKING:
    from flask import Response

ROOT: Final = str(Path(__file__).parent)
"""The folder of this room: templates and static files stand in it."""

EDITOR_FILES: Final = ("yasgui.min.js", "yasgui.min.css")
"""The query editor that the set-up fetched, where it did."""

VENDOR_FILES: Final = {
    "vis-network.min.js": "text/javascript",
    "vis-network.css": "text/css",
    "yasgui.min.js": "text/javascript",
    "yasgui.min.css": "text/css",
}
"""What is served of pyvis and of the editor, with its media type."""

_EDITOR_FOLDER: Final = Path(ROOT) / "static" / "vendor"

_VIS_FOLDER: Final = "lib/vis-9.1.2"
_YEAR_SECONDS: Final = 31_536_000


@cache
def vendor_file(name: str) -> Path:
    """Return the place of a file of the editor, or of vis-network in the installed pyvis.

    Raises:
        Problem: 404, the file is none of those served, or was not fetched or installed.
    """
    if name in EDITOR_FILES:
        return _editor_file(name)
    spec = find_spec("pyvis")
    if name not in VENDOR_FILES or spec is None or spec.origin is None:
        raise Problem(404, "not-found")
    return Path(spec.origin).parent / _VIS_FOLDER / name


def _editor_file(name: str) -> Path:
    file = _EDITOR_FOLDER / name
    if not file.is_file():
        raise Problem(404, "not-found")
    return file


def has_editor() -> bool:
    """Tell whether the query editor was fetched."""
    return all((_EDITOR_FOLDER / name).is_file() for name in EDITOR_FILES)


@cache
def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]


def address(name: str) -> str:
    """Return the address of a file that pages load; it changes with the file's content."""
    if name in VENDOR_FILES:
        return url_for("vendor", name=name, v=_digest(vendor_file(name)))
    return url_for("own_file", name=name, v=_digest(Path(ROOT) / "static" / name))


def own_file(name: str) -> Response:
    """Answer with a file of `static/`, to be kept for a year: its address names its content."""
    file = Path(ROOT) / "static" / name
    if "/" in name or not file.is_file():
        raise Problem(404, "not-found")
    return _kept(file, None)


def vendor(name: str) -> Response:
    """Answer with a file of vis-network."""
    return _kept(vendor_file(name), VENDOR_FILES[name])


def _kept(file: Path, media_type: str | None) -> Response:
    sent = send_file(file, mimetype=media_type, conditional=True, etag=_digest(file))
    response = make_response(sent)
    response.direct_passthrough = False
    response.headers["Cache-Control"] = f"public, max-age={_YEAR_SECONDS}, immutable"
    return response

"""How relations between documents look, from `relations.toml`: one table for every drawing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from flask import make_response

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flask import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationStyle:
    """Colours on light and dark pages, and the dashes of the line in pixels (none: solid)."""

    id: str
    light: str
    dark: str
    dashes: tuple[int, ...]


@cache
def relation_styles() -> Mapping[str, RelationStyle]:
    """Return the styles by relation, in the order in which pages name relations."""
    text = files("webui").joinpath("relations.toml").read_text(encoding="utf-8")
    return {
        entry["id"]: RelationStyle(
            id=entry["id"],
            light=entry["light"],
            dark=entry["dark"],
            dashes=tuple(entry["dashes"]),
        )
        for entry in tomllib.loads(text)["relation"]
    }


@cache
def style_sheet() -> str:
    """Return the styles as CSS: a variable, a swatch and a line for each relation."""
    styles = relation_styles().values()
    light = "".join(f"--edge-{s.id}:{s.light};" for s in styles)
    dark = "".join(f"--edge-{s.id}:{s.dark};" for s in styles)
    rules = "\n".join(_rules(styles))
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{rules}\n"


def _rules(styles: Iterable[RelationStyle]) -> Iterable[str]:
    for style in styles:
        dashes = " ".join(map(str, style.dashes)) or "none"
        yield f".relation-{style.id}{{--edge:var(--edge-{style.id})}}"
        yield f".edge-{style.id}{{stroke:var(--edge-{style.id});stroke-dasharray:{dashes}}}"
        yield f".tip-{style.id}{{fill:var(--edge-{style.id})}}"


def answer_style_sheet() -> Response:
    """Answer with the styles of the relations."""
    response = make_response(style_sheet())
    response.mimetype = "text/css"
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response

"""docs/settings.md: every setting with its default and unit."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING

from luocdo.messages import load_messages
from luocdo.settings import ENVIRONMENT_PREFIX, Settings
from writers.markdown import code, page, table, texts

if TYPE_CHECKING:
    from collections.abc import Iterator


def write() -> str:
    """Return the page."""
    return page("settings", table(texts("settings")["header"], _rows()))


def _rows() -> Iterator[tuple[str, ...]]:
    home = texts("settings")["home_of_store"]
    vietnamese = load_messages("vi")
    for setting in fields(Settings):
        default = home if setting.default is MISSING else _shown(setting.default)
        variable = code(ENVIRONMENT_PREFIX + setting.name.upper())
        meaning = vietnamese.say(f"setting.{setting.name}")
        yield code(setting.name), variable, default, meaning, setting.metadata["help"]


def _shown(value: object) -> str:
    return "" if value is None else code(str(value).lower() if value is False else str(value))

"""Sentences of the commands in the language of the person who reads them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from luocdo.overview import command_lines, known_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ontology.errors import LuocdoError


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """The table of one language (`translations/<language>.toml`).

    Args:
        sentences: templates of `str.format` by key; what a command does, from the overview, under
            `command.<name>`.
        errors: templates by error code; they may name {name}, {detail} and {hint}.
        means: what rules mean, by step and id ("citation.listed"), where the words of their table
            are not of this language, or no table has them (`translations/rules.toml`).
    """

    sentences: Mapping[str, str]
    errors: Mapping[str, str]
    means: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return the sentence of a key with its values in place."""
        return self.sentences[key].format(**values)

    def explain(self, fault: LuocdoError, name: str = "") -> str:
        """Return one sentence that says what is wrong and what to do.

        Args:
            fault: the error.
            name: the file or thing at fault, for sentences that name it.
        """
        template = self.errors.get(fault.code, "{detail} {hint}")
        return template.format(name=name, detail=fault.detail, hint=fault.hint).strip()


def load_messages(language: str) -> Messages:
    """Read the sentences of a language; an unknown language gives Vietnamese."""
    chosen = known_language(language)
    table = _table(chosen)
    commands = {f"command.{name}": said for name, said in command_lines(chosen).items()}
    return Messages(
        sentences={**table["sentences"], **commands},
        errors=table["errors"],
        means=_table("rules")[chosen],
    )


def _table(name: str) -> dict[str, dict[str, str]]:
    """Return a table of the translations."""
    path = files("luocdo").joinpath("translations", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))

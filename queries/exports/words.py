"""The words of exported tables and calendars, from `words.toml`, in one language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.exports.records import Due, Reporting

Language = Literal["vi", "en"]
_EVERY: Final = "_every"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Headings, names of roles and phrases in one language."""

    columns: Mapping[str, str]
    roles: Mapping[str, str]
    frequencies: Mapping[str, str]
    phrases: Mapping[str, str]

    def role(self, role: str) -> str:
        """Return the name of a role; the role itself where it has none."""
        return self.roles.get(role, role)

    def say(self, phrase: str, **values: str) -> str:
        """Return a phrase with its values."""
        return self.phrases[phrase].format(**values)

    def recipient(self, report: Reporting) -> str:
        """Return to whom a task is reported, and through whom."""
        if not report.via:
            return report.recipient
        return self.say("via", recipient=report.recipient, via=report.via)

    def recurrence(self, due: Due) -> str:
        """Return how often a deadline recurs, in words; nothing where it does not.

        Source: RFC 5545, section 3.3.10.
        """
        parts = dict(part.partition("=")[::2] for part in due.recurrence.split(";"))
        often, interval = parts.get("FREQ", ""), parts.get("INTERVAL", "1")
        several = interval.isdecimal() and int(interval) > 1
        words = self.frequencies.get(often + _EVERY if several else often, "")
        return words.format(interval=interval)


@cache
def load_words(language: Language) -> Words:
    """Return the words of a language."""
    text = files("queries.exports").joinpath("words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    chosen = {
        section: {key: said[language] for key, said in entries.items()}
        for section, entries in table.items()
    }
    return Words(
        columns=chosen["columns"],
        roles=chosen["roles"],
        frequencies=chosen["frequencies"],
        phrases=chosen["phrases"],
    )

"""The languages of the pages: tables of sentences, dates and numbers as each language writes them.

Which one a visitor reads: `?lang=`, else the cookie of an earlier choice, else what the browser
prefers, else Vietnamese.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Request

LANGUAGES: Final = ("vi", "en")
"""Codes of the languages, the default first."""

COOKIE: Final = "lang"
"""Name of the cookie that keeps a choice."""

_THOUSANDS: Final = {"vi": ".", "en": ","}
_DATES: Final = {"vi": "{0.day:02}/{0.month:02}/{0.year}", "en": "{0.day} {0:%B} {0.year}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language with its sentences.

    Args:
        code: "vi" or "en".
        sentences: templates of `str.format` by key, as "document.title".
    """

    code: str
    sentences: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its values in place; an unknown key raises KeyError."""
        return self.sentences[key].format(**values)

    def knows(self, key: str) -> bool:
        """Tell whether the table has a sentence of that key."""
        return key in self.sentences

    def clause(self, path: str) -> str:
        """Return the path of a clause as people write it.

        Args:
            path: as in the graph, "dieu/3/khoan/2/diem/a" or "muc/2/4".

        >>> load_language("en").clause("dieu/3/khoan/2/diem/a")
        'Article 3 clause 2 point a'
        """
        words = ""
        for part in path.split("/"):
            kind = self.sentences.get(f"clause.{part}")
            joint = " " if kind or words.rsplit(" ", 1)[-1].isalpha() else "."
            words += (joint if words else "") + (kind or self._numeral(part))
        return words

    def _numeral(self, part: str) -> str:
        """Return a number of a clause; one that its document gives twice says which it is."""
        numeral, _, count = part.partition("~")
        return self.say("document.clause_repeated", part=numeral, count=count) if count else part

    def date(self, day: object) -> str:
        """Return a date as people write it; what is no date is returned as it is."""
        if isinstance(day, (date, datetime)):
            return _DATES[self.code].format(day)
        return "" if day is None else str(day)

    def decimal(self, value: object) -> str:
        """Return a figure with the decimal sign of the language."""
        text = f"{value:.2f}" if isinstance(value, float) else str(value)
        return text.replace(".", ",") if self.code == "vi" else text

    def number(self, count: float) -> str:
        """Return a whole number with its thousands parted."""
        return f"{count:,}".replace(",", _THOUSANDS[self.code])


@cache
def load_language(code: str) -> Language:
    """Read the table of a language (`translations/<code>.toml`)."""
    text = files("webui").joinpath("translations", f"{code}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return Language(
        code=code,
        sentences={
            f"{name}.{key}": sentence
            for name, table in tables.items()
            for key, sentence in table.items()
        },
    )


def chosen_code(request: Request) -> str:
    """Return the code of the language in which a request is answered."""
    for wish in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return wish
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]


def names_language(request: Request) -> bool:
    """Tell whether a request says in any way which language it wants."""
    wishes = (request.args.get("lang"), request.cookies.get(COOKIE))
    return bool(request.accept_languages) or any(wish in LANGUAGES for wish in wishes)

"""Read a register table: each row becomes a record, a bad row is refused by its place.

A cell that holds several values splits them by a bar. Dates are ISO 8601, of reduced precision
where only a month or a year is known: the first day then stands for a beginning, the last for an
end. A day of issue must be whole.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from ontology.errors import RegisterError
from ontology.registry_rows import (
    Agency,
    AgencyAlias,
    DocumentAlias,
    DocumentType,
    KnownDocument,
    Province,
    ProvinceChange,
    Symbol,
    TermOfOffice,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_HINT: Final = "Correct the row; registers/README.md describes the columns."
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One row of a table while it is read: its words by column, and where it stands."""

    file: str
    row: int
    words: dict[str, str]

    def fail(self, column: str, reason: str) -> RegisterError:
        """Return the error that names file, row and column."""
        place = f"{self.file}, row {self.row}, column {column}"
        return RegisterError(
            "bad-register-row", f"{place}: {reason} ({self.words.get(column)!r}).", _HINT
        )

    def text(self, column: str) -> str:
        """Return the cell, which may be empty."""
        try:
            words = self.words[column]
        except KeyError as error:
            raise self.fail(column, "the column is missing") from error
        if words != words.strip() or not unicodedata.is_normalized("NFC", words):
            raise self.fail(column, "white space at an end, or not NFC")
        return words

    def need(self, column: str) -> str:
        """Return the cell; it must not be empty."""
        words = self.text(column)
        if not words:
            raise self.fail(column, "the cell is empty")
        return words

    def one_of(self, column: str, *values: str) -> str:
        """Return the cell; it must be one of the values."""
        words = self.text(column)
        if words not in values:
            raise self.fail(column, f"not one of {', '.join(values)}")
        return words

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values that a bar splits."""
        return tuple(part for part in self.text(column).split("|") if part)

    def number(self, column: str) -> int:
        """Return a whole number."""
        words = self.need(column)
        if not words.isdecimal():
            raise self.fail(column, "not a whole number")
        return int(words)

    def day(self, column: str, *, last: bool = False) -> date | None:
        """Return a date; a month or year stands for its first day, or its last if `last`."""
        words = self.text(column)
        if not words:
            return None
        found = _PARTIAL.fullmatch(words)
        if not found:
            raise self.fail(column, "not an ISO date")
        try:
            return _whole_day(found, last=last)
        except ValueError as error:
            raise self.fail(column, "no such day") from error

    def whole_day(self, column: str) -> date | None:
        """Return a date whose month and day are given, or None for an empty cell."""
        words = self.text(column)
        try:
            return date.fromisoformat(words) if words else None
        except ValueError as error:
            raise self.fail(column, "not a whole ISO date") from error

    def first_day(self, column: str) -> date:
        """Return a whole date; the cell must not be empty."""
        day = self.whole_day(column)
        if day is None:
            raise self.fail(column, "the cell is empty")
        return day


def _whole_day(found: re.Match[str], *, last: bool) -> date:
    """Return the day that a date of reduced precision begins with, or ends with."""
    year = int(found[1])
    month = int(found[2] or (12 if last else 1))
    return date(year, month, int(found[3] or (monthrange(year, month)[1] if last else 1)))


def read_table(path: Path, make: Callable[[Cells], T]) -> Iterator[T]:
    """Yield a record for each row of a CSV file in UTF-8.

    Args:
        path: the file.
        make: turns one row into a record.

    Raises:
        RegisterError: the file is missing, or a row is bad; the detail names the place.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row, words in enumerate(csv.DictReader(file), start=2):
                cells = {key: value for key, value in words.items() if isinstance(value, str)}
                yield make(Cells(file=path.name, row=row, words=cells))
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError("unreadable-register", f"{path.name}: {error}.", _HINT) from error


def document_type(row: Cells) -> DocumentType:
    """Return the document type of a row of `document_types.csv`."""
    return DocumentType(
        code=row.need("code"),
        symbol=row.text("symbol"),
        slug=row.need("slug"),
        name_vi=row.need("name_vi"),
        name_en=row.need("name_en"),
        system=row.one_of("system", "state", "party", "both"),
        normative=row.one_of("normative", "yes", "no", "depends"),
        rank=row.number("rank"),
        rank_mode=row.one_of("rank_mode", "fixed", "by_issuer"),
        numbering=row.text("numbering"),
        year_in_number=row.one_of("year_in_number", "always", "either", "never", "none"),
        class_name=row.need("class_name"),
        other_symbols=row.many("other_symbols"),
        misprints=row.many("misprints"),
        aliases=row.many("aliases"),
    )


def symbol(row: Cells) -> Symbol:
    """Return the issuer symbol of a row of `symbols.csv`."""
    return Symbol(
        symbol=row.need("symbol"),
        agency_codes=row.many("agency_codes"),
        system=row.need("system"),
        variants=row.many("variants"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to", last=True),
    )


def agency(row: Cells) -> Agency:
    """Return the body of a row of `agencies.csv`."""
    return Agency(
        code=row.need("code"),
        name_vi=row.need("name_vi"),
        name_en=row.need("name_en"),
        kind=row.need("kind"),
        level=row.one_of("level", "national", "province", "district", "commune"),
        rank=row.number("rank"),
        parent=row.text("parent"),
        symbol=row.text("symbol"),
        successor=row.text("successor"),
        ended_by=row.words.get("ended_by", ""),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to", last=True),
    )


def agency_alias(row: Cells) -> AgencyAlias:
    """Return the alias of a row of `agency_aliases.csv`."""
    return AgencyAlias(alias=row.need("alias"), agency_code=row.need("agency_code"))


def province(row: Cells) -> Province:
    """Return the province of a row of `provinces.csv`."""
    return Province(
        slug=row.need("slug"),
        name_vi=row.need("name_vi"),
        name_short=row.need("name_short"),
        kind=row.one_of("kind", "province", "municipality"),
        code=row.text("code"),
        aliases=row.many("aliases"),
        communes_by=row.text("communes_by") if "communes_by" in row.words else "",
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to", last=True),
    )


def province_change(row: Cells) -> ProvinceChange:
    """Return the change of a row of `province_changes.csv`."""
    return ProvinceChange(
        day=row.first_day("date"),
        old=row.need("old"),
        new=row.need("new"),
        kind=row.one_of("kind", "merger", "split", "renaming"),
        by_document=row.text("by_document"),
    )


def known_document(row: Cells) -> KnownDocument:
    """Return the document of a row of `documents.csv`."""
    path = row.need("path")
    if not path.startswith("id/vn/"):
        raise row.fail("path", "a path starts with id/vn/")
    return KnownDocument(
        path=path,
        type_code=row.need("type"),
        number=row.text("number"),
        issuer=row.need("issuer"),
        issued_on=row.whole_day("date"),
        title=row.need("title_vi"),
        status=row.one_of("status", "in-force", "replaced", "ended", "unknown"),
        certainty=row.one_of("certainty", "A", "B", "C"),
        replaced_by=row.text("replaced_by"),
        continues=row.text("continues"),
        implements=row.text("implements"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to", last=True),
    )


def document_alias(row: Cells) -> DocumentAlias:
    """Return the alias of a row of `document_aliases.csv`."""
    return DocumentAlias(alias=row.need("alias"), path=row.need("path"))


def term_of_office(row: Cells) -> TermOfOffice:
    """Return the term of a row of `terms_of_office.csv`."""
    return TermOfOffice(
        body=row.need("body"),
        code=row.need("code"),
        label_vi=row.need("label_vi"),
        label_en=row.need("label_en"),
        number=row.number("number"),
        valid_from=row.first_day("valid_from"),
        valid_to=row.day("valid_to"),
        doubtful_from=row.day("doubtful_from"),
        doubtful_until=row.day("doubtful_until"),
        certainty=row.one_of("certainty", "A", "B", "C"),
    )

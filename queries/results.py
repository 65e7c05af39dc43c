"""Write rows as the standard result formats, row by row; and as plain words for tables.

The writers are our own because a format must never be handed out with a value it cannot hold:
XML has no control characters and would lose a carriage return.

Source: SPARQL 1.1 Query Results JSON Format, XML Format, CSV and TSV Formats; XML 1.0,
production 2; RFC 4180.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from queries.errors import UnsuitableFormat
from queries.store.media import (
    BOOLEAN_TYPES,
    CSV,
    RESULTS_JSON,
    RESULTS_TYPES,
    RESULTS_XML,
    SPREADSHEET,
    TSV,
    checked,
)
from queries.terms import XSD, Rows, Term, sparql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_RESULTS: Final = "http://www.w3.org/2005/sparql-results#"
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NEEDS_QUOTES: Final = re.compile('[",\r\n]')
_XML_HEAD: Final = f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_RESULTS}">'
_CARRIAGE_RETURN: Final = {"\r": "&#13;"}
_CALCULATED: Final = ("=", "+", "-", "@", "\t", "\r")
_BARE: Final = {
    f"{XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{XSD}double": re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+"),
}

Row = tuple[Term | None, ...]


def write_rows(columns: tuple[str, ...], rows: Iterable[Row], media_type: str) -> Iterator[bytes]:
    """Go through the pieces of a SELECT's answer in a results format.

    Args:
        columns: names in their order.
        rows: terms in that order; None where a cell is unbound.
        media_type: one of `RESULTS_TYPES`, or `SPREADSHEET`.

    Raises:
        UnsuitableFormat: the format is another, or cannot hold a value.
    """
    return _WRITERS[checked(media_type, (*RESULTS_TYPES, SPREADSHEET))](columns, rows)


def rows_bytes(rows: Rows, media_type: str) -> bytes:
    """Return rows that are there already in a results format."""
    return b"".join(write_rows(rows.columns, rows.rows, media_type))


def boolean_bytes(answer: bool, media_type: str) -> bytes:  # noqa: FBT001  # the answer to an ASK
    """Return the answer to an ASK; CSV and TSV have no form for it."""
    if checked(media_type, BOOLEAN_TYPES) == RESULTS_JSON:
        return json.dumps({"head": {}, "boolean": answer}).encode()
    words = "true" if answer else "false"
    return f"{_XML_HEAD}<head/><boolean>{words}</boolean></sparql>".encode()


def cell_text(term: Term | None) -> str:
    """Return a term as a person reads it in a table: its value, nothing where unbound."""
    return "" if term is None else term.value


def table(rows: Rows) -> Iterator[tuple[str, ...]]:
    """Go through rows as plain words, for the command line and pages."""
    for row in rows.rows:
        yield tuple(map(cell_text, row))


def _json_term(term: Term) -> str:
    said = {"type": "uri" if term.kind == "iri" else term.kind, "value": term.value}
    if term.language:
        said["xml:lang"] = term.language
    if term.datatype:
        said["datatype"] = term.datatype
    return json.dumps(said, ensure_ascii=False)


def _json(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    head = json.dumps({"vars": list(columns)}, ensure_ascii=False)
    keys = [f"{json.dumps(name, ensure_ascii=False)}:" for name in columns]
    written: dict[Term, str] = {}
    between = ""
    yield f'{{"head":{head},"results":{{"bindings":['.encode()
    for row in rows:
        cells = [
            key + _once(written, term, _json_term)
            for key, term in zip(keys, row, strict=True)
            if term is not None
        ]
        yield f"{between}\n{{{','.join(cells)}}}".encode("utf-8", "surrogatepass")
        between = ","
    yield b"\n]}}\n"


def _once(written: dict[Term, str], term: Term, write: Callable[[Term], str]) -> str:
    """Return a term as written; one that comes again is written once."""
    if term not in written:
        written[term] = write(term)
    return written[term]


def _xml_text(value: str) -> str:
    if _NOT_XML.search(value):
        raise UnsuitableFormat(
            "format-cannot-hold",
            "A value holds a control character that XML cannot.",
            f"Ask for {RESULTS_JSON} or {TSV}.",
        )
    return escape(value, _CARRIAGE_RETURN)


def _xml_term(term: Term) -> str:
    text = _xml_text(term.value)
    if term.kind == "iri":
        return f"<uri>{text}</uri>"
    if term.kind == "bnode":
        return f"<bnode>{text}</bnode>"
    kept = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    kept += f" datatype={quoteattr(term.datatype)}" if term.datatype else ""
    return f"<literal{kept}>{text}</literal>"


def _xml(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    names = [quoteattr(name) for name in columns]
    head = "".join(f"<variable name={name}/>" for name in names)
    written: dict[Term, str] = {}
    yield f"{_XML_HEAD}<head>{head}</head><results>".encode()
    for row in rows:
        cells = [
            f"<binding name={name}>{_once(written, term, _xml_term)}</binding>"
            for name, term in zip(names, row, strict=True)
            if term is not None
        ]
        yield f"\n<result>{''.join(cells)}</result>".encode()
    yield b"\n</results></sparql>\n"


def _csv_term(term: Term) -> str:
    value = f"_:{term.value}" if term.kind == "bnode" else term.value
    if _NEEDS_QUOTES.search(value):
        doubled = value.replace('"', '""')
        return f'"{doubled}"'
    return value


def _csv(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    written: dict[Term, str] = {}
    yield f"{','.join(columns)}\r\n".encode()
    for row in rows:
        cells = ("" if term is None else _once(written, term, _csv_term) for term in row)
        yield f"{','.join(cells)}\r\n".encode()


def _spreadsheet(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    """Go through CSV that a spreadsheet opens as UTF-8 and in which it calculates nothing.

    Source: OWASP, CSV Injection.
    """
    harmless = (tuple(None if term is None else _harmless(term) for term in row) for row in rows)
    yield b"\xef\xbb\xbf"
    yield from _csv(columns, harmless)


def _harmless(term: Term) -> Term:
    is_formula = term.value.startswith(_CALCULATED) and not term.datatype
    return replace(term, value=f"'{term.value}") if is_formula else term


def _tsv_term(term: Term) -> str:
    """Return a term in SPARQL's syntax; numbers bare where that means the same."""
    bare = _BARE.get(term.datatype)
    return term.value if bare and bare.fullmatch(term.value) else sparql(term)


def _tsv(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[bytes]:
    written: dict[Term, str] = {}
    head = "\t".join(f"?{name}" for name in columns)
    yield f"{head}\n".encode()
    for row in rows:
        cells = ("" if term is None else _once(written, term, _tsv_term) for term in row)
        yield ("\t".join(cells) + "\n").encode()


_WRITERS: Final[dict[str, Callable[[tuple[str, ...], Iterable[Row]], Iterator[bytes]]]] = {
    RESULTS_JSON: _json,
    RESULTS_XML: _xml,
    CSV: _csv,
    TSV: _tsv,
    SPREADSHEET: _spreadsheet,
}

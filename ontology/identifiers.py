"""Paths of all things below the base IRI ("id/vn/ct/tw/k10/48"), made and read here alone.

The templates are the table of ontology.md, section 5. A path is lower-case ASCII; its words are
codes and slugs of the registers, never letters that lost their accents.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from ontology.document_numbers import DocumentNumber, parse_number, tidy_number
from ontology.errors import IdentifierError
from ontology.registry import Agency, DocumentType, Province, Registry, load_registry
from ontology.vietnamese_text import slug

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "ROOT",
    "DocumentNumber",
    "DocumentPath",
    "agency_path",
    "alias_path",
    "annex_path",
    "clause_path",
    "constitution_path",
    "document_path",
    "event_path",
    "headless_path",
    "instance_code",
    "instance_parts",
    "is_headless",
    "number_of_path",
    "parse_number",
    "parse_path",
    "part_path",
    "place_path",
    "span_path",
    "term_path",
    "text_path",
    "tidy_number",
    "type_slug",
]

ROOT: Final = "id/vn/"
"""What every path begins with."""

_ASSEMBLY_BODY: Final = "qh"
_RESOLUTION: Final = "NQ"
_NUMBERING_POSTS: Final = frozenset({"ttg", "ctn"})
_ASSEMBLY_SERIES: Final = re.compile(r"(?:ubtv)?qh[0-9]+")
_SAFE: Final = re.compile(r"[a-z0-9]+(?:[-.~][a-z0-9]+)*(?:/[a-z0-9]+(?:[-.~][a-z0-9]+)*)*")
_PARTS: Final = re.compile(
    r"id/vn/(?:"
    r"(?P<hp>hp)/(?P<hp_year>\d{4})"
    r"|doc/(?P<digest>[0-9a-f]{16})"
    r"|(?P<law>qh\d+)/(?P<law_year>\d{4})/(?P<law_number>[0-9.]+[a-z]?)"
    r"|(?P<type>[a-z-]+)/(?P<series>[a-z0-9-]+)"
    r"/(?P<scope>\d{4}(?:-qp)?|k\d+|dh\d+|nk\d{4})/(?P<number>[0-9.]+[a-z]?)"
    r")(?P<annex>/annex(?:/\d+)?)?(?:/(?P<clause>.+))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPath:
    """A document's path in its parts; the empty string for a part that its template lacks.

    Args:
        kind: first part ("ct", "hp", "qh13" of a law, "doc" where there is no number).
        series: the body whose series it is ("ubnd-tien-giang").
        scope: year, year with "-qp", or term.
        number: running number, or the digest of a document without one.
        annex: "annex", "annex/2".
        clause: what follows ("dieu/3/khoan/2").
    """

    kind: str
    series: str
    scope: str
    number: str
    annex: str
    clause: str

    @property
    def document(self) -> str:
        """Return the path of the document itself, without annex and clause."""
        parts = (self.kind, self.series, self.scope, self.number)
        return ROOT + "/".join(part for part in parts if part)


def _path(*parts: str) -> str:
    """Join parts to a path; refuse what is not lower-case ASCII."""
    path = "/".join(part for part in parts if part)
    if not _SAFE.fullmatch(path):
        raise IdentifierError("bad-path", f"{path!r} is not a path.", "Use codes and slugs.")
    return ROOT + path


def _missing(number: DocumentNumber, what: str) -> IdentifierError:
    """Return the error for a number whose series is not known."""
    return IdentifierError(
        "incomplete-number", f"{number.printed}: {what} is not known.", "Name it, or its date."
    )


def type_slug(
    number: DocumentNumber, document_type: DocumentType, registry: Registry | None = None
) -> str:
    """Return the first part of a path: the symbol as printed, else the slug of the type word.

    Args:
        number: its type symbol decides (a quy định that prints QĐ is "qd").
        document_type: what the word says; it also chooses between types of one symbol.
        registry: the registers; None for those of the program.
    """
    if number.type_symbol is None:
        return document_type.slug
    types = (registry or load_registry()).types_printed(number.type_symbol)
    same = [row for row in types if row.code == document_type.code]
    system = [row for row in types if row.system in {number.system, "both"}]
    return (same or system or list(types) or [document_type])[0].slug


def document_path(
    number: DocumentNumber,
    document_type: DocumentType,
    *,
    series: str = "",
    year: int | None = None,
    term: str = "",
    registry: Registry | None = None,
) -> str:
    """Return the path of a document from its number and what is known of its series.

    Args:
        number: the parsed number.
        document_type: the type; resolutions of the National Assembly and laws differ by it alone.
        series: code of the body whose series it is, with the province where provincial
            ("ubnd-tien-giang"); not needed for the Assembly and for joint documents.
        year: year of issue, where the number prints none.
        term: scope of a Party number ("k13", "nk2020", "dh13"); empty for State numbers.
        registry: the registers; None for those of the program.

    Raises:
        IdentifierError: series, year or term is needed and not given.

    Source: ontology.md, section 5.
    """
    kind = type_slug(number, document_type, registry)
    if number.assembly_term is not None and not number.is_joint:
        return _assembly_path(number, document_type, kind, year)
    if number.is_joint:
        series = "-".join(_symbol_slug(symbol) for symbol in number.issuer_symbols)
    if not series:
        raise _missing(number, "the issuing body")
    return _path(kind, series, term or _year_scope(number, document_type, year), number.running)


def _assembly_path(
    number: DocumentNumber, document_type: DocumentType, kind: str, year: int | None
) -> str:
    """Return the path of a law, or of a document of the Assembly or its Standing Committee."""
    body = number.issuer_symbol.lower()
    if document_type.class_name in {"Law", "Code"}:
        if number.year is None:
            raise _missing(number, "the year")
        return _path(body, str(number.year), number.running)
    scope = str(number.year or year or "")
    if number.year is None and document_type.code == _RESOLUTION:
        scope = f"k{number.assembly_term}"
    if not scope:
        raise _missing(number, "the year")
    return _path(kind, body, scope, number.running)


def _year_scope(number: DocumentNumber, document_type: DocumentType, year: int | None) -> str:
    """Return the year, with "-qp" where a normative series runs beside a plain one."""
    if number.year is not None:
        twin = document_type.year_in_number == "either" and not number.is_joint
        return f"{number.year}-qp" if twin else str(number.year)
    if year is None:
        raise _missing(number, "the year")
    return str(year)


def constitution_path(year: int) -> str:
    """Return the path of the Constitution of a year."""
    return _path("hp", str(year))


def headless_path(text: str) -> str:
    """Return the path of a document without number or date.

    Args:
        text: its text as read, before repairs (of a registry row without text: its title).
    """
    normal = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    return _path("doc", sha256(normal).hexdigest()[:16])


def is_headless(path: str) -> bool:
    """Tell whether a path names a document by its text, for want of a number or date."""
    return path.startswith(f"{ROOT}doc/")


def parse_path(path: str) -> DocumentPath:
    """Return the parts of a document's path, or of a part of it.

    Raises:
        IdentifierError: it is no path of a document.
    """
    found = _PARTS.fullmatch(path)
    if not found:
        raise IdentifierError("bad-path", f"{path!r} is not the path of a document.")
    kind = found["hp"] or found["law"] or found["type"] or "doc"
    return DocumentPath(
        kind=kind,
        series=found["series"] or "",
        scope=found["hp_year"] or found["law_year"] or found["scope"] or "",
        number=found["law_number"] or found["number"] or found["digest"] or "",
        annex=(found["annex"] or "").strip("/"),
        clause=found["clause"] or "",
    )


def number_of_path(path: str, registry: Registry | None = None) -> DocumentNumber:
    """Return the number that a path stands for, in canonical form.

    Raises:
        IdentifierError: the path holds no number, or its symbols are not in the registers.
    """
    known = registry or load_registry()
    parts = parse_path(path)
    if parts.kind in {"hp", "doc"}:
        raise IdentifierError("no-number", f"{path} holds no number.")
    if parts.kind.startswith(_ASSEMBLY_BODY) and not parts.series:
        return parse_number(f"{parts.number}/{parts.scope}/{parts.kind.upper()}", known)
    symbol = _type_symbol(parts.kind, known)
    issuer = _issuer_symbol(parts.series, known)
    if symbol is None or (parts.series.startswith("qh") and parts.kind == "nq"):
        return parse_number(_with_year(parts, issuer), known)
    if parts.scope.startswith(("k", "nk", "dh")) and not parts.series.startswith("ubtvqh"):
        return parse_number(f"{parts.number}-{symbol}/{issuer}", known)
    return parse_number(_with_year(parts, f"{symbol}-{issuer}"), known)


def _with_year(parts: DocumentPath, symbol: str) -> str:
    """Return the number with the year where the path says that one is printed."""
    always = parts.kind in {"nd", "tt", "pl", "lenh", "ttlt", "nqlt"}
    printed = always or parts.scope.endswith("-qp") or _assembly_symbol(parts.series) is not None
    year = parts.scope.removesuffix("-qp")
    return (
        f"{parts.number}/{year}/{symbol}"
        if printed and year.isdecimal()
        else (f"{parts.number}/{symbol}")
    )


def _type_symbol(kind: str, known: Registry) -> str | None:
    """Return the symbol that numbers of a kind print; None where they print none."""
    rows = [row for row in known.document_types if row.slug == kind]
    if not rows:
        raise IdentifierError("unknown-type", f"{kind!r} is no slug of a document type.")
    return None if rows[0].code == "CV" else rows[0].symbol or None


@lru_cache(maxsize=2048)
def _symbol_slug(symbol: str) -> str:
    """Return a printed issuer symbol as it stands in the series of a joint document."""
    return slug(symbol).replace("-", "")


def _assembly_symbol(series: str) -> str | None:
    """Return "QH14" or "UBTVQH15" for the series of the Assembly and its Standing Committee."""
    return series.upper() if _ASSEMBLY_SERIES.fullmatch(series) else None


def _issuer_symbol(series: str, known: Registry) -> str:
    """Return the symbol that numbers of a series print."""
    assembly = _assembly_symbol(series)
    if assembly:
        return assembly
    symbols = {_symbol_slug(row.symbol): row.symbol for row in known.symbols}
    joint = [symbols.get(part) or _assembly_symbol(part) for part in series.split("-")]
    if len(joint) > 1 and all(joint):
        return "-".join(symbol for symbol in joint if symbol)
    body, _ = instance_parts(series, known)
    if not body.symbol:
        raise IdentifierError("no-symbol", f"{series!r} prints no known symbol.")
    return body.symbol


def instance_code(body: Agency, province: str) -> str:
    """Return the code of a provincial body of one province ("ubnd-tien-giang").

    Args:
        body: a row of the register.
        province: slug of the province; ignored for national bodies.
    """
    if body.level == "national":
        return body.code
    return f"{body.code.removesuffix('-tinh')}-{province}"


def instance_parts(code: str, registry: Registry | None = None) -> tuple[Agency, Province | None]:
    """Return the body and the province of an instance code; no province for national bodies.

    Raises:
        IdentifierError: neither the code nor a part of it is in the register.
    """
    known = registry or load_registry()
    body = known.agency(code)
    if body is not None:
        return body, None
    for cut in (index for index, sign in enumerate(code) if sign == "-"):
        province = known.province(code[cut + 1 :])
        generic = known.agency(code[:cut]) or known.agency(code[:cut] + "-tinh")
        if province is not None and generic is not None:
            return generic, province
    raise IdentifierError("unknown-agency", f"{code!r} is no code of a body.", "Add a row.")


def agency_path(body: Agency, province: str = "") -> str:
    """Return the path of a body, a post or a group of addressees.

    Args:
        body: a row of the register; its kind decides. The Prime Minister and the State President
            number documents and are therefore bodies here.
        province: slug of the province; empty for national bodies.
    """
    if body.kind == "group":
        return _path("group", province or "vn", body.code.removesuffix("-tinh"))
    code = instance_code(body, province) if province else body.code
    post = body.kind == "person-role" and body.code not in _NUMBERING_POSTS
    return _path("post" if post else "agency", code)


def place_path(province: str) -> str:
    """Return the path of a province ("place/dong-thap-2025")."""
    return _path("place", province)


def term_path(body: str, code: str) -> str:
    """Return the path of a term of office ("term/dang/k13", "term/tu-tien-giang/nk2020")."""
    return _path("term", body, code)


def event_path(day: date, place: str) -> str:
    """Return the path of a reorganisation ("event/2025-07-01/dong-thap")."""
    return _path("event", day.isoformat(), place)


def alias_path(words: str) -> str:
    """Return the path of a short form ("alias/nghi-quyet-12")."""
    return _path("alias", slug(words))


def annex_path(document: str, number: int = 1) -> str:
    """Return the path of an annex of a document, counted from 1."""
    return f"{document}/annex" if number == 1 else f"{document}/annex/{number}"


def clause_path(document: str, clause: str) -> str:
    """Return the path of a clause ("…/dieu/3/khoan/2/diem/a") of a document."""
    if not _SAFE.fullmatch(clause):
        raise IdentifierError("bad-path", f"{clause!r} is not the path of a clause.")
    return f"{document}/{clause}"


def span_path(document: str, kind: str, start: int, end: int, number: int = 1) -> str:
    """Return the path of what stands on a span of a document's text.

    Args:
        document: path of the document.
        kind: "cit", "obl" or "ev".
        start, end: code points of the text as read, half-open.
        number: from 1; the second and later ones on one span show it.
    """
    path = f"{document}/{kind}/{start}-{end}"
    return path if number == 1 else f"{path}/{number}"


def part_path(owner: str, kind: str, number: int) -> str:
    """Return the path of a part of an obligation: kind "asg", "due" or "target", from 1."""
    return f"{owner}/{kind}/{number}"


def text_path(document: str, text_sha256: str) -> str:
    """Return the path of a source text: the first 12 hex digits of its digest."""
    return f"{document}/text/{text_sha256[:12]}"

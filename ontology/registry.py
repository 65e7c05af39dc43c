"""The registers in memory: every table as frozen records, with the indexes that look-ups need.

registry = load_registry()
registry.types_printed("CT")[0].name_en
registry.provinces_named("Dong Thap", date(2025, 8, 1))[0].slug
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from ontology import registry_tables as tables
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
from ontology.vietnamese_text import fold_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

__all__ = [
    "REGISTERS",
    "Agency",
    "AgencyAlias",
    "DocumentAlias",
    "DocumentType",
    "KnownDocument",
    "Province",
    "ProvinceChange",
    "Registry",
    "Symbol",
    "TermOfOffice",
    "fold_symbol",
    "load_registry",
    "number_key",
]

REGISTERS: Final = Path(__file__).parent / "registers"
"""The folder of the tables that come with the program."""

_SYMBOL_NOISE: Final = {ord(sign): None for sign in " .,&-/\u00a0"}
_NUMBER_SIGNS: Final = {
    0x2D: "/",
    0x00D0: "\u0110",
    **dict.fromkeys((0x20, 0x26, 0x2C, 0xA0), None),
}
T = TypeVar("T")


def fold_symbol(symbol: str) -> str:
    """Return the key of a printed symbol: case, marks of its letters kept apart, signs dropped.

    Args:
        symbol: a type or issuer symbol as printed. The strokes of its letters stay, as two symbols
            may differ in one stroke alone; the eth of scans counts as a stroked D.
    """
    return symbol.translate(_SYMBOL_NOISE).upper().replace("\u00d0", "\u0110")


def number_key(number: str) -> str:
    """Return what two prints of one number have in common.

    Args:
        number: a number with its symbol; leading zeros, case, blanks, the ampersand and the
            difference of dash and slash do not count.
    """
    return number.translate(_NUMBER_SIGNS).lstrip("0").upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All registers; make one with `load_registry`.

    Args:
        document_types, symbols, agencies, agency_aliases, provinces, province_changes, documents,
        document_aliases, terms: the rows of each table in its order.
        sha256: hex digest of all tables, which names the knowledge a run was made with.
    """

    document_types: tuple[DocumentType, ...]
    symbols: tuple[Symbol, ...]
    agencies: tuple[Agency, ...]
    agency_aliases: tuple[AgencyAlias, ...]
    provinces: tuple[Province, ...]
    province_changes: tuple[ProvinceChange, ...]
    documents: tuple[KnownDocument, ...]
    document_aliases: tuple[DocumentAlias, ...]
    terms: tuple[TermOfOffice, ...]
    sha256: str
    _types: Mapping[str, DocumentType]
    _types_by_name: Mapping[str, tuple[DocumentType, ...]]
    _types_by_symbol: Mapping[str, tuple[DocumentType, ...]]
    _symbols: Mapping[str, Symbol]
    _agencies: Mapping[str, Agency]
    _agencies_by_name: Mapping[str, tuple[Agency, ...]]
    _provinces: Mapping[str, Province]
    _provinces_by_name: Mapping[str, tuple[Province, ...]]
    _documents: Mapping[str, KnownDocument]
    _documents_by_number: Mapping[str, tuple[KnownDocument, ...]]
    _documents_by_title: Mapping[str, tuple[KnownDocument, ...]]
    _documents_by_alias: Mapping[str, tuple[KnownDocument, ...]]

    def document_type(self, code: str) -> DocumentType | None:
        """Return the document type of a code ("CT")."""
        return self._types.get(code)

    def types_named(self, words: str) -> tuple[DocumentType, ...]:
        """Return the document types whose type word this is, case and marks aside."""
        return self._types_by_name.get(fold_words(words), ())

    def types_printed(self, symbol: str) -> tuple[DocumentType, ...]:
        """Return the document types whose own symbol this is, misprints last."""
        return self._types_by_symbol.get(fold_symbol(symbol), ())

    def symbol(self, printed: str) -> Symbol | None:
        """Return the issuer symbol that is printed so, or a variant of it is."""
        return self._symbols.get(fold_symbol(printed))

    def agency(self, code: str) -> Agency | None:
        """Return the body of a code of the register ("bca", "ubnd-tinh")."""
        return self._agencies.get(code)

    def agencies_named(self, words: str) -> tuple[Agency, ...]:
        """Return the bodies with this name or alias, case, marks and signs aside."""
        return self._agencies_by_name.get(fold_words(words), ())

    def province(self, slug: str) -> Province | None:
        """Return the province of a slug ("dong-thap-2025")."""
        return self._provinces.get(slug)

    def provinces_named(self, words: str, day: date | None = None) -> tuple[Province, ...]:
        """Return the provinces with this name, with or without its kind, that existed on the day.

        Args:
            words: name or alias.
            day: the day; None for all times.
        """
        found = self._provinces_by_name.get(fold_words(words), ())
        return tuple(province for province in found if province.existed(day))

    def successors(self, slug: str, day: date) -> tuple[str, ...]:
        """Return the slugs that a province went into by the day; itself where it lived on."""
        changes = [c for c in self.province_changes if c.old == slug != c.new and c.day <= day]
        if not changes:
            return (slug,)
        return tuple(dict.fromkeys(new for c in changes for new in self.successors(c.new, day)))

    def document(self, path: str) -> KnownDocument | None:
        """Return the known document of a path."""
        return self._documents.get(path)

    def documents_numbered(self, number_key: str) -> tuple[KnownDocument, ...]:
        """Return the known documents with this number (`DocumentNumber.key`)."""
        return self._documents_by_number.get(number_key, ())

    def documents_titled(self, title: str) -> tuple[KnownDocument, ...]:
        """Return the known documents with exactly this title, case, marks and signs aside."""
        return self._documents_by_title.get(fold_words(title), ())

    def documents_called(self, alias: str) -> tuple[KnownDocument, ...]:
        """Return the known documents that are called so for short."""
        return self._documents_by_alias.get(fold_words(alias), ())

    def terms_on(self, body: str, day: date) -> tuple[TermOfOffice, ...]:
        """Return the terms a paper of the day may belong to; two on days of change.

        Args:
            body: "dang", "qh" or "tu-{province}", which falls back on the generic rows of "tu".
            day: date of the paper.
        """
        rows = [term for term in self.terms if term.body == body and term.covers(day)]
        if not rows and body.startswith("tu-"):
            rows = [term for term in self.terms if term.body == "tu" and term.covers(day)]
        return tuple(rows)


def _index(rows: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    """Return the rows under each of their keys, in order, each row once a key."""
    found: defaultdict[str, dict[int, T]] = defaultdict(dict)
    for row in rows:
        for key in keys(row):
            if key:
                found[key][id(row)] = row
    return {key: tuple(values.values()) for key, values in found.items()}


def _unique(file: str, rows: Iterable[T], key: Callable[[T], str]) -> dict[str, T]:
    """Return the rows under their keys; a repeated key is refused."""
    found: dict[str, T] = {}
    for row in rows:
        if key(row) in found:
            raise RegisterError("repeated-key", f"{file}: {key(row)!r} stands twice.")
        found[key(row)] = row
    return found


def _refer(file: str, column: str, codes: Iterable[str], known: Mapping[str, object]) -> None:
    """Refuse a reference to a row that is not there."""
    for code in codes:
        if code and code not in known:
            raise RegisterError("unknown-reference", f"{file}, column {column}: {code!r}.")


def _symbols_by_print(types: Iterable[DocumentType]) -> dict[str, tuple[DocumentType, ...]]:
    """Return the types under their own symbol, then under misprints of it."""
    rows = list(types)
    own = _index(rows, lambda row: [fold_symbol(row.symbol)])
    damaged = _index(rows, lambda row: [fold_symbol(symbol) for symbol in row.misprints])
    return {key: own.get(key, ()) or damaged[key] for key in own.keys() | damaged.keys()}


def _digest(folders: Iterable[Path]) -> str:
    """Return the digest of all tables of the folders, by name."""
    hashed = sha256()
    for path in (path for folder in folders for path in sorted(folder.glob("*.csv"))):
        hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()


def _symbol_index(symbols: tuple[Symbol, ...]) -> dict[str, Symbol]:
    """Return the symbols under their key; a variant never hides a symbol."""
    own = _unique("symbols.csv", symbols, lambda row: fold_symbol(row.symbol))
    variants = {fold_symbol(v): row for row in symbols for v in row.variants}
    return variants | own


def _check(registry: Registry) -> None:
    """Refuse references that lead nowhere."""
    bodies, places = registry._agencies, registry._provinces  # noqa: SLF001 - same module
    papers, types = registry._documents, registry._types  # noqa: SLF001 - same module
    rows = registry.documents
    for file, column, codes, known in (
        ("agencies.csv", "parent", [row.parent for row in registry.agencies], bodies),
        ("agencies.csv", "successor", [row.successor for row in registry.agencies], bodies),
        ("agencies.csv", "ended_by", [row.ended_by for row in registry.agencies], papers),
        ("agency_aliases.csv", "agency_code", _aliased(registry.agency_aliases), bodies),
        ("symbols.csv", "agency_codes", _meant(registry.symbols), bodies),
        ("province_changes.csv", "old", [row.old for row in registry.province_changes], places),
        ("province_changes.csv", "new", [row.new for row in registry.province_changes], places),
        ("documents.csv", "type", [row.type_code for row in rows], types),
        ("documents.csv", "replaced_by", [row.replaced_by for row in rows], papers),
        ("documents.csv", "implements", [row.implements for row in rows], papers),
        ("documents.csv", "continues", [row.continues for row in rows], papers),
        ("document_aliases.csv", "path", [row.path for row in registry.document_aliases], papers),
    ):
        _refer(file, column, codes, known)


def _aliased(aliases: Iterable[AgencyAlias]) -> list[str]:
    """Return the codes that aliases stand for."""
    return [alias.agency_code for alias in aliases]


def _meant(symbols: Iterable[Symbol]) -> list[str]:
    """Return the codes that symbols stand for."""
    return [code for symbol in symbols for code in symbol.agency_codes]


def _names_by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names of each key."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in pairs:
        names[key].append(name)
    return names


def _type_names(row: DocumentType) -> list[str]:
    """Return the folded words under which a type is found."""
    return [fold_words(name) for name in (row.name_vi, *row.aliases)]


def _province_names(row: Province) -> list[str]:
    """Return the folded words under which a province is found."""
    return [fold_words(name) for name in (row.name_short, row.name_vi, *row.aliases)]


def _rows(folders: Iterable[Path], name: str, row: Callable[[tables.Cells], T]) -> tuple[T, ...]:
    """Return the rows of a table from each folder that has it, in their order."""
    return tuple(
        read
        for folder in folders
        if (folder / name).is_file()
        for read in tables.read_table(folder / name, row)
    )


@cache
def load_registry(extra: Path | None = None, folder: Path = REGISTERS) -> Registry:
    """Return the registers of a folder with rows of one's own added, read once.

    Args:
        extra: a folder with some of the tables, whose rows are added; None for none.
        folder: holds the nine tables; those of the program by default.

    Raises:
        RegisterError: a row cannot be used, a key is repeated or a reference leads nowhere.
    """
    places = (folder, extra) if extra else (folder,)
    types = _rows(places, "document_types.csv", tables.document_type)
    symbols = _rows(places, "symbols.csv", tables.symbol)
    bodies = _rows(places, "agencies.csv", tables.agency)
    aliases = _rows(places, "agency_aliases.csv", tables.agency_alias)
    provinces = _rows(places, "provinces.csv", tables.province)
    changes = _rows(places, "province_changes.csv", tables.province_change)
    papers = _rows(places, "documents.csv", tables.known_document)
    short = _rows(places, "document_aliases.csv", tables.document_alias)
    names = _names_by_key((row.agency_code, fold_words(row.alias)) for row in aliases)
    titles = _names_by_key((row.path, fold_words(row.alias)) for row in short)
    registry = Registry(
        document_types=types,
        symbols=symbols,
        agencies=bodies,
        agency_aliases=aliases,
        provinces=provinces,
        province_changes=changes,
        documents=papers,
        document_aliases=short,
        terms=_rows(places, "terms_of_office.csv", tables.term_of_office),
        sha256=_digest(places),
        _types=_unique("document_types.csv", types, lambda row: row.code),
        _types_by_name=_index(types, _type_names),
        _types_by_symbol=_symbols_by_print(types),
        _symbols=_symbol_index(symbols),
        _agencies=_unique("agencies.csv", bodies, lambda row: row.code),
        _agencies_by_name=_index(bodies, lambda row: [fold_words(row.name_vi), *names[row.code]]),
        _provinces=_unique("provinces.csv", provinces, lambda row: row.slug),
        _provinces_by_name=_index(provinces, _province_names),
        _documents=_unique("documents.csv", papers, lambda row: row.path),
        _documents_by_number=_index(
            papers, lambda row: [number_key(row.number)] if row.number else []
        ),
        _documents_by_title=_index(papers, lambda row: [fold_words(row.title)]),
        _documents_by_alias=_index(papers, lambda row: titles[row.path]),
    )
    _check(registry)
    return registry

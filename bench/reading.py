"""Reading texts: against the least that any program must do with them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from bench.measure import Result, side_by_side
from bench.texts import invented, real
from loaders.extraction import extract
from loaders.graph.building import state
from loaders.graph.statements import n_triples
from loaders.readers import Limits, media_type
from loaders.records import Run, SourceFile
from luocdo.api import NothingStored
from ontology.namespaces import DEFAULT_BASE
from ontology.registry import Registry, load_registry
from ontology.validation import Row, validate_by_query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from loaders.records import ExtractedDocument

_NUMBER: Final = re.compile(r"\d+(?:/\d{4})?(?:/|-)[A-ZĐ][A-ZĐ-]*")
_LIMITS: Final = Limits(file_bytes=50_000_000, characters=3_000_000)
_RUN: Final = Run(version="bench", register_sha256="0" * 64, settings="", started_at="")
_INVENTED: Final = 8
_REAL: Final = 12


@cache
def registers() -> Registry:
    """Return the program's own registers, read once."""
    return load_registry()


def ceiling(content: bytes) -> int:
    """Decode, normalise and look once for numbers: what no reader can do without."""
    text = unicodedata.normalize("NFC", content.decode("utf-8", "replace"))
    return sum(1 for _ in _NUMBER.finditer(text))


def read(content: bytes) -> ExtractedDocument:
    """Extract one text."""
    file = SourceFile(
        name="bench.txt",
        media_type=media_type("bench.txt", content[:4096]),
        content=content,
        sha256=sha256(content).hexdigest(),
    )
    return extract(file, registers(), _LIMITS, _RUN)


def whole(content: bytes) -> int:
    """Read, extract, build and check one text; return the number of findings."""
    said = state(read(content), registers(), NothingStored(), DEFAULT_BASE)
    return len(check(n_triples(said.effective)))


def check(triples: bytes) -> tuple[object, ...]:
    """Check a graph by the rules as queries, in a fresh store in memory."""
    store = ox.Store()
    store.bulk_load(triples, ox.RdfFormat.N_TRIPLES)
    return validate_by_query(asker(store)).findings


def asker(store: ox.Store) -> Callable[[str], Iterator[Row]]:
    """Return what asks a store the queries of the rules."""

    def ask(query: str) -> Iterator[Row]:
        answer = store.query(query)
        if isinstance(answer, ox.QuerySolutions):
            for solution in answer:
                this, path, value = (getattr(node, "value", None) for node in solution)
                yield this, path, value

    return ask


def _each(step: Callable[[bytes], object], contents: Iterable[bytes]) -> Callable[[], None]:
    def go() -> None:
        for content in contents:
            step(content)

    return go


def results() -> list[Result]:
    """Return all lines about reading, for invented and for real texts."""
    lines = _of("invented", invented(_INVENTED))
    found = real(_REAL)
    return lines + (_of("real", found) if found else [])


def _of(kind: str, contents: tuple[bytes, ...]) -> list[Result]:
    composed = tuple(_normalised("NFC", content) for content in contents)
    decomposed = tuple(_normalised("NFD", content) for content in contents)
    size = sum(map(len, composed)) / 1e6
    least = _each(ceiling, composed)
    extraction = side_by_side(_each(read, composed), least)
    end_to_end = side_by_side(_each(whole, composed), least)
    forms = side_by_side(_each(read, decomposed), _each(read, composed))
    return [
        Result(
            what=f"end to end, {kind} texts: share of the ceiling's rate",
            value=1 / end_to_end.ratio,
            bar=0.05,
            sense=">=",
            note=f"{size / end_to_end.ours:.2f} of {size / end_to_end.raw:.0f} MB/s",
        ),
        Result(
            what=f"extraction, {kind} texts: share of the ceiling's rate",
            value=1 / extraction.ratio,
            bar=0.10,
            sense=">=",
            note=f"{size / extraction.ours:.2f} of {size / extraction.raw:.0f} MB/s",
        ),
        Result(what=f"extraction, {kind} texts, NFD : NFC", value=forms.ratio, bar=2.0),
    ]


def _normalised(form: str, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    return unicodedata.normalize("NFC" if form == "NFC" else "NFD", text).encode()

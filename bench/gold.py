"""What the reader makes of documents whose right reading is known, scored document by document.

The scorer lies beside the documents and is loaded from there, so its rules are kept in one place.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from loaders.errors import DocumentError
from loaders.extraction import extract
from loaders.interchange import as_json
from loaders.readers import Limits, media_type
from loaders.records import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from loaders.records import ExtractedDocument
    from ontology.registry import Registry

LIMITS = Limits(file_bytes=50_000_000, characters=3_000_000)


class Tally(Protocol):
    """What the scorer counts of a measure."""

    hit: int
    gold: int
    pred: int
    missed: Sequence[tuple[str, object]]
    extra: Sequence[tuple[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Counts of a measure in a group of documents.

    Args:
        group: which documents: "seeds", "corpus", "all", or a kind of document.
        measure: what is counted, as the scorer calls it.
        hit: things read as stated.
        gold: things stated.
        predicted: things read.
    """

    group: str
    measure: str
    hit: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float:
        """Share of what was read that is stated; 0 where nothing was read."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of what is stated that was read; 0 where nothing is stated."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1 where nothing is stated and nothing was read."""
        total = self.gold + self.predicted
        return 2 * self.hit / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mistake:
    """Something that was stated and not read ("missed"), or read and not stated ("extra")."""

    measure: str
    document: str
    kind: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The counts and mistakes of one document, in the groups it belongs to."""

    groups: tuple[str, ...]
    figures: tuple[Figure, ...]
    mistakes: tuple[Mistake, ...]


def load_scorer(path: Path) -> Callable[[Path, Path], Mapping[str, Tally]]:
    """Return the scoring function of a script: a folder of gold and a file of readings -> tallies.

    Args:
        path: the script.
    """
    spec = importlib.util.spec_from_file_location("quality_scorer", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # its folder is not ours
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes
    return cast("Callable[[Path, Path], Mapping[str, Tally]]", module.score)


def read_text(name: str, content: bytes, registry: Registry) -> ExtractedDocument:
    """Return what is read of a text.

    Args:
        name: of its file.
        content: its bytes.
        registry: the registers.

    Raises:
        DocumentError: it cannot be read.
    """
    file = SourceFile(
        name=name,
        media_type=media_type(name, content[:4096]),
        content=content,
        sha256=sha256(content).hexdigest(),
    )
    return extract(file, registry, LIMITS)


def scores(shared: Path, registry: Registry) -> Iterator[Score]:
    """Give the score of each document whose right reading is known.

    Args:
        shared: the folder with the documents, their readings and the scorer.
        registry: the registers.
    """
    scorer = load_scorer(shared / "eval" / "score.py")
    for group, gold, texts in (("seeds", "gold", "seeds"), ("corpus", "gold/corpus", "corpus")):
        for path in sorted((shared / gold).glob("*.json")):
            stated = json.loads(path.read_text(encoding="utf-8"))
            text = shared / texts / f"{path.stem}.txt"
            kind = stated["metadata"].get("doc_type") or "-"
            yield _score(scorer, path, _read(text, registry), (group, "all", kind))


def _read(text: Path, registry: Registry) -> str:
    """Return the line of the extract of a text; empty where it cannot be read."""
    try:
        return json.dumps(as_json(read_text(text.name, text.read_bytes(), registry)))
    except DocumentError:
        return ""


def _score(
    scorer: Callable[[Path, Path], Mapping[str, Tally]],
    gold: Path,
    line: str,
    groups: tuple[str, ...],
) -> Score:
    """Return the score of one document, by the scorer over a folder with that one alone."""
    with tempfile.TemporaryDirectory(prefix="luocdo-quality-") as name:
        folder = Path(name)
        (folder / gold.name).write_bytes(gold.read_bytes())
        (folder / "read.jsonl").write_text(line, encoding="utf-8")
        tallies = scorer(folder, folder / "read.jsonl")
    return Score(
        groups=groups,
        figures=tuple(
            Figure(group="", measure=measure, hit=t.hit, gold=t.gold, predicted=t.pred)
            for measure, t in tallies.items()
        ),
        mistakes=tuple(_mistakes(tallies)),
    )


def _mistakes(tallies: Mapping[str, Tally]) -> Iterator[Mistake]:
    for measure, tally in tallies.items():
        for kind, found in (("missed", tally.missed), ("extra", tally.extra)):
            for document, item in found:
                words = " | ".join(map(str, item)) if isinstance(item, tuple) else str(item)
                yield Mistake(measure=measure, document=document, kind=kind, item=words)


def summed(each: Iterable[Score]) -> tuple[Figure, ...]:
    """Return the figures of all groups: counts of their documents added up, measure by measure.

    Args:
        each: scores of documents.
    """
    counts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for score in each:
        for group in score.groups:
            for figure in score.figures:
                sums = counts[group, figure.measure]
                found = (figure.hit, figure.gold, figure.predicted)
                sums[:] = [one + other for one, other in zip(sums, found, strict=True)]
    return tuple(
        Figure(group=group, measure=measure, hit=hit, gold=gold, predicted=predicted)
        for (group, measure), (hit, gold, predicted) in counts.items()
    )

"""`make quality`: how well the reader reads documents and sentences whose right reading is known.

Prints the mistakes, then precision, recall and F1 of every measure - of the first documents, of
the corpus, of each kind of document -, the probes that are not read as stated, and what changed
since the last run. The exit code is 0 whatever the figures are: they are for people to judge.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from bench import gold, history, probes
from ontology.registry import load_registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
KEPT = PROJECT / ".quality.json"
MISSING = "The shared documents (../shared) are not beside this checkout, so nothing was measured."


def main(shared: Path = SHARED, kept: Path = KEPT) -> int:
    """Measure everything and print it.

    Args:
        shared: folder of the documents, their readings, the probes and the scorer.
        kept: file with the figures of the last run.
    """
    if not (shared / "eval" / "score.py").is_file():
        print(MISSING)
        return 0
    registry = load_registry()
    scores = tuple(gold.scores(shared, registry))
    probed = probes.results(probes.read_probes(shared / "design" / "probes.tsv"), registry)
    run = history.Run(
        figures=(*gold.summed(scores), *_probe_figures(probed)),
        mistakes=(*(m for score in scores for m in score.mistakes), *_probe_mistakes(probed)),
    )
    print("\n".join(_report(run, probed, history.last(kept))))
    history.keep(run, kept)
    return 0


def _report(
    run: history.Run, probed: tuple[probes.Result, ...], before: history.Run | None
) -> Iterator[str]:
    """Give the lines of the report, the longest part first."""
    yield from _mistakes([m for m in run.mistakes if m.measure != "probes"])
    yield from _tables([f for f in run.figures if f.measure != "probes"])
    yield from _probes(probed)
    yield from _changes(before, run)


def _mistakes(mistakes: Iterable[gold.Mistake]) -> Iterator[str]:
    """Give the mistakes, measure by measure."""
    for measure, found in groupby(sorted(mistakes), lambda mistake: mistake.measure):
        each = tuple(found)
        yield f"== {measure}: {len(each)} mistakes"
        yield from (_mistake(mistake) for mistake in each)
        yield ""


def _mistake(mistake: gold.Mistake) -> str:
    words = " ".join(mistake.item.split())
    return f"{mistake.kind:<7} [{mistake.document}] {words}"


def _tables(figures: Iterable[gold.Figure]) -> Iterator[str]:
    """Give a table a group: the first documents, the corpus, all, then each kind."""
    order = {"seeds": 0, "corpus": 1, "all": 2}
    known = sorted(figures, key=lambda f: (order.get(f.group, 3), f.group))
    for group, found in groupby(known, lambda figure: figure.group):
        yield f"{'== ' + group:<26} {'P':>6} {'R':>6} {'F1':>6}"
        yield from (_row(figure) for figure in found)
        yield ""


def _row(figure: gold.Figure) -> str:
    counts = f"({figure.hit} of {figure.gold} gold, {figure.predicted} predicted)"
    if not figure.gold and not figure.predicted:
        return f"{figure.measure:<26} {'-':>6} {'-':>6} {'-':>6}   (none)"
    rates = f"{figure.precision:6.3f} {figure.recall:6.3f} {figure.f1:6.3f}"
    return f"{figure.measure:<26} {rates}   {counts}"


def _probe_figures(probed: tuple[probes.Result, ...]) -> Iterator[gold.Figure]:
    """Give how many probes of each kind are read as stated."""
    total = Counter(each.probe.kind for each in probed)
    right = Counter(each.probe.kind for each in probed if each.is_as_stated)
    for kind, count in total.items():
        yield gold.Figure(
            group=f"probes: {kind}", measure="probes", hit=right[kind], gold=count, predicted=count
        )


def _probe_mistakes(probed: tuple[probes.Result, ...]) -> Iterator[gold.Mistake]:
    for each in probed:
        for kind, mentions in (("missed", each.missed), ("extra", each.extra)):
            for mention in mentions:
                yield gold.Mistake(
                    measure="probes", document=each.probe.text, kind=kind, item=_mention(mention)
                )


def _mention(mention: probes.Mention) -> str:
    parts = (mention.type, mention.number or "(no number)", mention.date, mention.term)
    return " ".join(part for part in parts if part)


def _probes(probed: tuple[probes.Result, ...]) -> Iterator[str]:
    """Give the figures of the probes, and what those that are not read as stated give instead."""
    right = sum(each.is_as_stated for each in probed)
    yield f"== probes: {right} of {len(probed)} sentences are read as stated"
    yield ", ".join(f"{f.group[8:]} {f.hit}/{f.gold}" for f in _probe_figures(probed))
    for each in probed:
        if not each.is_as_stated:
            yield f"[{each.probe.kind}] {' '.join(each.probe.text.split())}"
            yield from (f"    missed  {_mention(mention)}" for mention in each.missed)
            yield from (f"    extra   {_mention(mention)}" for mention in each.extra)
    yield ""


def _changes(before: history.Run | None, now: history.Run) -> Iterator[str]:
    """Give what changed since the last run."""
    if before is None:
        yield f"== no earlier run to compare with; the figures are kept in {KEPT.name}"
        return
    changed = history.changes(before, now)
    if not (changed.figures or changed.mended or changed.new):
        yield "== nothing changed since the last run"
        return
    yield f"== since the last run: {len(changed.mended)} mended, {len(changed.new)} new mistakes"
    for old, new in changed.figures:
        what = f"{new.group} {new.measure}" if new.measure != "probes" else new.group
        yield f"{what:<50} {old.f1:.3f} -> {new.f1:.3f} ({new.f1 - old.f1:+.3f})"
    yield from (f"mended  {m.measure}: {_mistake(m)}" for m in changed.mended)
    yield from (f"new     {m.measure}: {_mistake(m)}" for m in changed.new)


if __name__ == "__main__":
    sys.exit(main())

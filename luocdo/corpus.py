"""Many documents: one bad file stops nothing, and the batch ends with an account of it all.

A load has two steps. First every file that has changed is read, in as many processes as allowed,
each into a raw graph that waits on disk; then, when all that arrives is known, every new document
is linked and stored. What breaks off in the middle is taken up again by the next load: read files
are not read again, stored documents not stored again.
"""

from __future__ import annotations

import gc
import os
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from loaders.errors import DocumentError
from loaders.records import Status
from luocdo.loading.executors import executor_for
from luocdo.loading.manifest import Manifest, stamp
from luocdo.loading.papers import left_paper
from luocdo.loading.work import (
    Linking,
    Reading,
    keep_arriving,
    our_defect,
    raw_shelf,
    reader_version,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from luocdo.files import FoundFile
    from luocdo.loading.executors import Executor
    from luocdo.loading.papers import ReadPaper
    from luocdo.loading.raws import RawShelf
    from luocdo.pipeline import Pipeline
    from luocdo.settings import Settings
    from queries.store.writer import DocumentGraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """A file that could not be loaded, and why."""

    name: str
    fault: DocumentError


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFile:
    """A file that was loaded.

    Args:
        name: the file.
        paper: what was read of it.
        changed: False where the store said all this before.
    """

    name: str
    paper: ReadPaper
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedFile:
    """A file that was not loaded, as an earlier one of the batch holds the same document.

    Args:
        name: the file.
        path: the document.
        kept: the file that was loaded.
    """

    name: str
    path: str
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a batch did.

    Args:
        loaded: the files that were loaded, in their order.
        refused: the files that could not be loaded.
        resolved_again: stored documents whose citations the new ones decided.
        repeated: files that hold a document which an earlier file of the batch held.
    """

    loaded: tuple[LoadedFile, ...]
    refused: tuple[RefusedFile, ...]
    repeated: tuple[RepeatedFile, ...]
    resolved_again: int

    def citations(self) -> Counter[Status]:
        """Return the number of citations by status, as the registers alone resolve them."""
        return sum((file.paper.citations() for file in self.loaded), Counter[Status]())

    def obligations(self) -> int:
        """Return the number of obligations."""
        return sum(file.paper.obligations for file in self.loaded)


class Progress(Protocol):
    """Is told how far a load is."""

    def begin(self, step: str, total: int) -> None:
        """Begin a step ("reading", "linking") of so many parts."""

    def advance(self, name: str) -> None:
        """Count one part as done."""


@dataclass(slots=True, kw_only=True)
class Batch:
    """Loads files.

    Args:
        pipeline: keeps documents.
        progress: is told how far the load is.
        cluster: who works, where not this machine.
    """

    pipeline: Pipeline
    progress: Progress
    cluster: Executor | None = None
    _read: dict[FoundFile, ReadPaper] = field(default_factory=dict)
    _kept: dict[ReadPaper, bool] = field(default_factory=dict)
    _refused: list[RefusedFile] = field(default_factory=list)

    def load(self, files: Sequence[FoundFile]) -> LoadReport:
        """Load the files and publish the result.

        Registers and tables, which are read by then, live as long as the program; the collector
        of garbage need not look through them again and again.
        """
        gc.freeze()
        left = set(self.pipeline.writer.unpublished_documents())
        was_empty = self.pipeline.writer.is_empty()
        self._read_files(files)
        loaded, repeated = self._chosen(files, left)
        changed = [file.paper for file in loaded if file.changed]
        arrived = {p.path for p in changed if not self.pipeline.writer.holds_document(p.path)}
        self.pipeline.writer.load(self._linked(changed, left))
        linked = {paper.path for paper in changed}
        resolved_again = 0
        if not was_empty:
            resolved_again = self.pipeline.resolve_again(arrived | left, linked)
        self.pipeline.publish(arrived | left)
        self._shelf().clear()
        return LoadReport(
            loaded=loaded,
            refused=tuple(sorted(self._refused, key=lambda file: file.name)),
            repeated=repeated,
            resolved_again=resolved_again,
        )

    def _read_files(self, files: Sequence[FoundFile]) -> None:
        """Read the files that have changed since they were read last."""
        settings = self._settings()
        made = reader_version(settings, self.pipeline.registry)
        self.progress.begin("reading", len(files))
        with Manifest(settings.store / "manifest.sqlite", made) as manifest:
            jobs = tuple(self._unread(files, manifest))
            stamps = {job: stamp(job) for job in jobs}
            task = Reading(settings=settings, tables=self.pipeline.registry.sha256)
            for job, read in self._executor(len(jobs)).each(task, jobs):
                outcome = our_defect(job.name) if read is None else read
                if isinstance(outcome, DocumentError):
                    self._refused.append(RefusedFile(name=job.name, fault=outcome))
                else:
                    self._read[job] = outcome
                    manifest.keep(job, stamps[job], outcome)
                self.progress.advance(job.name)

    def _unread(self, files: Sequence[FoundFile], manifest: Manifest) -> Iterator[FoundFile]:
        """Give the files to read; what is known of the others is kept."""
        holders: set[str] = set()
        for found in files:
            paper = manifest.known(found)
            if paper is None or not (paper.path in holders or self._is_at_hand(paper)):
                yield found
                continue
            holders.add(paper.path)
            self._read[found] = paper
            self.progress.advance(found.name)

    def _is_at_hand(self, paper: ReadPaper) -> bool:
        """Tell whether a document is stored, or its raw graph waits to be."""
        return self._is_kept(paper) or self._shelf().has(paper.file_sha256)

    def _is_kept(self, paper: ReadPaper) -> bool:
        """Tell whether the store says already what a paper says; it is asked once a paper."""
        if paper not in self._kept:
            self._kept[paper] = self.pipeline.is_kept(paper)
        return self._kept[paper]

    def _chosen(
        self, files: Sequence[FoundFile], left: set[str]
    ) -> tuple[tuple[LoadedFile, ...], tuple[RepeatedFile, ...]]:
        """Return the files to keep, the first of each document, and those that repeat one.

        What a load that broke off had stored is linked again, if it can be: it may have been
        linked to papers that never came.
        """
        holders: dict[str, FoundFile] = {}
        loaded: list[LoadedFile] = []
        repeated: list[RepeatedFile] = []
        for found in files:
            paper = self._read.get(found)
            if paper is None:
                continue
            holder = holders.setdefault(paper.path, found)
            if holder != found:
                first = RepeatedFile(name=found.name, path=paper.path, kept=holder.name)
                repeated.append(first)
                continue
            changed = not self._is_kept(paper)
            again = paper.path in left and self._shelf().has(paper.file_sha256)
            loaded.append(LoadedFile(name=found.name, paper=paper, changed=changed or again))
        return tuple(loaded), tuple(repeated)

    def _linked(self, papers: Sequence[ReadPaper], left: set[str]) -> Iterator[DocumentGraphs]:
        """Link the papers and give their graphs, to be kept."""
        self.progress.begin("linking", len(papers))
        settings = self._settings()
        arriving = settings.store / "loading" / f"arriving-{os.getpid()}-{time.time_ns()}.jsonl"
        keep_arriving(arriving, [*papers, *self._left(left)])
        task = Linking(settings=settings, tables=self.pipeline.registry.sha256, arriving=arriving)
        for paper, graph in self._executor(len(papers)).each(task, papers):
            if graph is None:
                self._refused.append(RefusedFile(name=paper.path, fault=our_defect(paper.path)))
            else:
                yield self.pipeline.graphs(paper, graph)
            self.progress.advance(paper.path)
        arriving.unlink()

    def _left(self, paths: set[str]) -> Iterator[ReadPaper]:
        """Give what an earlier load stored and did not publish, which arrives with this one."""
        for path in sorted(paths):
            for known in self.pipeline.writer.described(path):
                yield left_paper(path, known)

    def _settings(self) -> Settings:
        """Return the settings for processes that stand in other folders."""
        settings = self.pipeline.settings
        registers = settings.registers.absolute() if settings.registers else None
        return replace(settings, store=settings.store.absolute(), registers=registers)

    def _executor(self, jobs: int) -> Executor:
        settings = self.pipeline.settings
        return self.cluster or executor_for(jobs, settings.load_processes, settings.paper_seconds)

    def _shelf(self) -> RawShelf:
        return raw_shelf(self.pipeline.settings, self.pipeline.registry)

"""A store as the roof hands it to the pages, with the texts beside it, all in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.store.embedded import QuadStore
from queries.store.folder_reader import FolderReader
from queries.store.texts import TextFolder
from queries.workers.limits import Limits
from queries.workers.service import QueryService
from queries.workers.worker import Task, reply

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.index.reader import SideIndex
    from queries.store.reader import Generation
    from queries.terms import Rows
    from queries.workers.worker import Reply


class SampleReader:
    """A reader of a folder with the texts beside it, as the roof hands one in.

    Args:
        root: folder of the store.
    """

    def __init__(self, root: Path) -> None:
        self.store = FolderReader(root)
        self.texts = TextFolder(root=root)

    def generation(self) -> Generation:
        """Return the newest generation."""
        return self.store.generation()

    def select(self, query: str) -> Rows:
        """Return the rows of a SELECT."""
        return self.store.select(query)

    def select_work(self, query: str) -> Rows:
        """Return the rows of a SELECT over findings."""
        return self.store.select_work(query)

    def construct(self, query: str, media_type: str) -> bytes:
        """Return triples."""
        return self.store.construct(query, media_type)

    def index(self) -> SideIndex:
        """Return the side index."""
        return self.store.index()

    def graph(self, graph_iri: str, media_type: str) -> bytes:
        """Return a public graph."""
        return self.store.graph(graph_iri, media_type)

    def withdrawn(self, path: str) -> str | None:
        """Return what took the place of a document."""
        return self.store.withdrawn(path)

    def text(self, digest: str) -> str | None:
        """Return a text."""
        return self.texts.text(digest)

    def cut_out(
        self, digest: str, page: int, box: tuple[float, float, float, float]
    ) -> bytes | None:
        """Return the name of a piece of the one page that there is."""
        return f"{digest[:4]} {box}".encode() if page == 1 else None


class SamplePool:
    """A pool of workers that answers in this very process."""

    def ask(self, task: Task, *, client: str = "", gone: Callable[[], bool] = bool) -> Reply:
        """Return the answer to a task."""
        assert not client.startswith("10.")
        assert not gone()
        return reply(QuadStore.read_only(task.folder), task, Limits())


def queries_of(reader: SampleReader) -> QueryService:
    """Return the service for free queries over a reader."""
    return QueryService(reader, SamplePool())  # type: ignore[arg-type]  # it does what a pool does

"""Files that a person names -> what is read of each, for commands that keep nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.errors import DocumentError
from loaders.extraction import extract, refuse_secret
from luocdo.files import find_files, open_file
from luocdo.loading.sources import limits, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from loaders.records import ExtractedDocument
    from luocdo.settings import Settings
    from ontology.registry import Registry


def read_documents(
    named: Iterable[str],
    registry: Registry,
    settings: Settings,
    refuse: Callable[[str, DocumentError], None],
) -> Iterator[ExtractedDocument]:
    """Give what is read of each file, in the order of their names; one bad file stops nothing.

    Args:
        named: paths, folders and globs.
        registry: the registers.
        settings: how much of a file is read, and whether papers stamped secret are.
        refuse: is told name and fault of each file that cannot be read.

    Raises:
        NothingToLoad: a path or pattern that no file answers to.
    """
    for found in find_files(named).files:
        try:
            opened = open_file(found, settings.max_file_bytes)
            document = extract(opened, registry, limits(settings), read=reader(settings))
            if not settings.allow_secret:
                refuse_secret(document.metadata, found.name)
        except DocumentError as fault:
            refuse(found.name, fault)
            continue
        yield document

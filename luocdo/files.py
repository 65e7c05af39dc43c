"""Files, folders and globs that a person names -> the files to read, in a stable order."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.errors import UnreadableDocument
from loaders.readers import media_type
from loaders.records import SourceFile
from luocdo.archives import (
    FoundFile,
    RealPlaces,
    check_bytes,
    documents_in,
    member_bytes,
    printable,
    real_place,
)
from ontology.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "FoundFile",
    "FoundFiles",
    "NothingToLoad",
    "OutputError",
    "find_files",
    "open_file",
]

FIRST_BYTES = 4096
"""How much of a file is looked at to guess its format."""

IGNORED_SUFFIXES = frozenset({".csv", ".json", ".jsonl", ".toml", ".ttl"})
IGNORED_NAMES = frozenset({"readme.md", "license", "license.md"})
"""What stands beside documents in a folder and is none; a file named itself is always read."""


class NothingToLoad(LuocdoError):
    """A path or pattern that no file answers to."""


class OutputError(LuocdoError):
    """A file to write that cannot be opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFiles:
    """The files to read, and the names of those that stand beside documents and are none."""

    files: tuple[FoundFile, ...]
    aside: tuple[str, ...]


def find_files(named: Iterable[str]) -> FoundFiles:
    """Return the files that paths, folders and globs stand for, each once, sorted by name.

    A folder gives its documents, at any depth, and what is no file in it (a pipe, a link that leads
    nowhere or to another folder), so that opening it says why; a file named itself is always read.

    Raises:
        NothingToLoad: a path or pattern that no file answers to.
    """
    found: dict[tuple[Path, str], FoundFile] = {}
    aside: list[str] = []
    places = RealPlaces()
    for word in named:
        itself = Path(word).absolute()
        files = list(_expand(word))
        if not files:
            raise NothingToLoad(
                "nothing-to-load", f"No file answers to {word!r}.", "Check the path or pattern."
            )
        for file in files:
            if _is_document(file, itself):
                for document in documents_in(file):
                    found.setdefault((places.of(file.path), document.member), document)
            else:
                aside.append(file.name)
    files_in_order = tuple(sorted(found.values(), key=lambda file: file.name))
    return FoundFiles(files=files_in_order, aside=tuple(aside))


def _expand(word: str) -> Iterator[FoundFile]:
    path = Path(word).absolute()
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if (file.is_symlink() or not file.is_dir()) and not _is_hidden(file, path):
                name = printable(str(file.relative_to(path)))
                yield FoundFile(path=file, name=name, folder=path)
    elif path.exists():
        yield FoundFile(path=path, name=printable(path.name))
    elif any(sign in word for sign in "*?["):
        for file in sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor)))):
            if file.is_file():
                yield FoundFile(path=file, name=printable(file.name))


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _is_document(file: FoundFile, named: Path) -> bool:
    """Tell whether a file is to be read: one named itself, or no table or page beside documents."""
    aside = file.path.suffix.lower() in IGNORED_SUFFIXES or file.path.name.lower() in IGNORED_NAMES
    return file.path == named or not aside


def open_file(found: FoundFile, max_bytes: int) -> SourceFile:
    """Return the bytes of a file with its media type.

    Args:
        found: the file.
        max_bytes: largest file to read.

    Raises:
        DocumentError: the file is too large, cannot be opened, or lies elsewhere than it seems.
    """
    if not found.path.is_file():  # a pipe or device would be read for ever
        raise UnreadableDocument(
            "file-unreadable", f"{found.name}: no regular file.", "Name a file with a document."
        )
    if found.folder and not real_place(found.path).is_relative_to(real_place(found.folder)):
        raise UnreadableDocument(
            "link-outside",
            f"{found.name} is a link that leads out of the folder.",
            "Name the file itself, or copy it into the folder.",
        )
    try:
        content = _content(found, max_bytes)
    except OSError as fault:
        raise UnreadableDocument(
            "file-unreadable", f"{found.name}: {fault.strerror}.", "Check the file and its rights."
        ) from fault
    return SourceFile(
        name=found.name,
        media_type=media_type(found.name, content[:FIRST_BYTES]),
        content=content,
        sha256=sha256(content).hexdigest(),
    )


def _content(found: FoundFile, max_bytes: int) -> bytes:
    """Return the bytes of a file or of a member of an archive."""
    if found.member:
        return member_bytes(found, max_bytes)
    size = found.path.stat().st_size
    check_bytes(found.name, size, max_bytes)
    return found.path.read_bytes()

"""Archives (.zip) as folders of documents, opened member by member and never unpacked whole."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from loaders.errors import DocumentError, DocumentTooLarge, UnreadableDocument

_ENDING: Final = ".zip"
_MEMBERS_AT_MOST: Final = 100_000
_RATIO: Final = 1_000
"""Bytes that one packed byte gives at most; text packs to a tenth, bombs to less than this."""
_SMALL: Final = 1_000_000
"""Bytes below which no member is suspected: a blank page packs very well."""
_ENCRYPTED: Final = 0x1
_UTF_8: Final = 0x800


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read.

    Args:
        path: where it is.
        name: how messages and records call it: relative to the folder that was named.
        folder: the folder that was named, which links may not lead out of; None for a file.
        member: its name within the archive that `path` is; empty for a file of its own.
    """

    path: Path
    name: str
    folder: Path | None = None
    member: str = ""


def real_place(path: Path) -> Path:
    """Return where a path leads in the end; a link that leads in a circle stays as it is.

    Args:
        path: a file, a link, or nothing.
    """
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # Python up to 3.12 raises the latter on circles of links
        return path


class RealPlaces:
    """Where many files lead in the end; each of their folders is followed once.

    For finding files again, not for guarding them: a folder may change meanwhile.
    """

    def __init__(self) -> None:
        self._folders: dict[Path, Path] = {}

    def of(self, path: Path) -> Path:
        """Return where a path leads in the end.

        Args:
            path: a file, a link, or nothing.
        """
        if path.is_symlink():
            return real_place(path)
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = real_place(folder)
        return self._folders[folder] / path.name


def printable(name: str) -> str:
    r"""Return a name of a file with all that a screen or a database cannot take written out.

    Control characters, letters that turn the order of writing round, and bytes that are no letters
    are possible in names of files.

    Args:
        name: as the system gives it.

    >>> printable("15-ct.txt"), len(printable("\n\x1b\udcff"))
    ('15-ct.txt', 12)
    """
    if name.isprintable():
        return name
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
        for sign in name
    )


def documents_in(found: FoundFile) -> tuple[FoundFile, ...]:
    """Return the files of an archive, or the file itself where it is none.

    An archive that cannot be opened is returned as it is, so that opening it says why.

    Args:
        found: a file whose name tells whether it is an archive.
    """
    if found.path.suffix.lower() != _ENDING or not found.path.is_file():
        return (found,)
    try:
        with zipfile.ZipFile(found.path) as archive:
            members = [m for m in archive.infolist() if _is_document(m)][: _MEMBERS_AT_MOST + 1]
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return (found,)
    if len(members) > _MEMBERS_AT_MOST or not members:
        return (found,)
    return tuple(
        FoundFile(
            path=found.path,
            name=f"{found.name}/{printable(_printed(member))}",
            folder=found.folder,
            member=member.filename,
        )
        for member in members
    )


def _is_document(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member is a file that a person put there."""
    parts = PurePosixPath(member.filename).parts
    return not member.is_dir() and not any(map(_is_aside, parts))


def _is_aside(part: str) -> bool:
    """Tell whether a part of a path belongs to a program and not to a person."""
    return part == "__MACOSX" or (part.startswith(".") and part.strip(".") != "")


def _printed(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; old programs write UTF-8 without saying so."""
    if member.flag_bits & _UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def member_bytes(found: FoundFile, max_bytes: int) -> bytes:
    """Return the bytes of a member of an archive.

    Args:
        found: the member.
        max_bytes: largest file to read.

    Raises:
        UnreadableDocument: the member is protected, packed in an unknown way, or damaged.
        DocumentTooLarge: it unpacks to more than allowed, or beyond all measure.
    """
    try:
        with zipfile.ZipFile(found.path) as archive:
            member = archive.getinfo(found.member)
            _check(found, member, max_bytes)
            with archive.open(member) as content:
                return content.read(member.file_size)
    except DocumentError:
        raise
    except (
        EOFError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        zipfile.BadZipFile,
        zlib.error,
    ) as fault:
        raise UnreadableDocument(
            "damaged-document",
            f"{found.name} cannot be unpacked.",
            "Unpack the archive and hand in its files.",
        ) from fault


def _check(found: FoundFile, member: zipfile.ZipInfo, max_bytes: int) -> None:
    """Refuse a member that is protected or unpacks to too much."""
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableDocument(
            "encrypted-document",
            f"{found.name} is protected by a password.",
            "Unpack the archive and hand in its files.",
        )
    check_bytes(found.name, member.file_size, max_bytes)
    if member.file_size > max(_SMALL, _RATIO * member.compress_size):
        check_bytes(found.name, member.file_size, _SMALL)


def check_bytes(name: str, size: int, max_bytes: int) -> None:
    """Refuse a file that is too large.

    Args:
        name: the file, for the message.
        size: its bytes.
        max_bytes: how many it may have.

    Raises:
        DocumentTooLarge: it has more.
    """
    if size > max_bytes:
        raise DocumentTooLarge(
            "document-too-large",
            f"{name} has {size} bytes; the limit is {max_bytes}.",
            "Raise max_file_bytes, or split the file.",
        )

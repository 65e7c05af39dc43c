"""Plain text: whatever encoding it comes in, exactly as it stands."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from charset_normalizer import from_bytes

from loaders.errors import UnreadableDocument
from loaders.records import Remark, SourceFile, SourceText

if TYPE_CHECKING:
    from loaders.readers.limits import Limits

_MARKED: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES: Final = ["cp1258", "cp1252"]
_SAMPLE: Final = 4096
_CUT_AT_MOST: Final = 3
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROLS_ALLOWED: Final = 0.01


def read_plain_text(file: SourceFile, limits: Limits) -> SourceText:
    """Return a text file as it stands: nothing folded, so spans count the file's own characters.

    Args:
        file: the file.
        limits: not needed beyond what every file is held to.

    Raises:
        UnreadableDocument: the bytes are no text.
    """
    del limits
    text, remarks = decode(file)
    return SourceText(
        source_sha256=file.sha256, text=text, reader="plain_text", remarks=tuple(remarks)
    )


def decode(file: SourceFile) -> tuple[str, list[Remark]]:
    """Return the text of bytes in UTF-8, UTF-16, UTF-32 or, as a guess, an older encoding.

    Args:
        file: the file with its bytes.

    Raises:
        UnreadableDocument: the bytes are no text.
    """
    for mark, encoding in _MARKED:
        if file.content.startswith(mark):
            return _decoded(file, encoding), []
    try:
        text, remarks = file.content.decode("utf-8"), list[Remark]()
    except UnicodeDecodeError as error:
        text, remarks = _without_cut_end(file, error) or _guessed(file)
    if "\x00" in text:
        text = _decoded(file, _unmarked_utf16(file))
    if len(_CONTROL.findall(text)) > _CONTROLS_ALLOWED * len(text):
        raise not_text(file)
    return text, remarks


def _decoded(file: SourceFile, encoding: str) -> str:
    """Return the text in a known encoding, or say that the bytes are no text."""
    try:
        text = file.content.decode(encoding)
    except UnicodeError as error:
        raise not_text(file) from error
    if _CONTROL.search(text):
        raise not_text(file)
    return text


def _unmarked_utf16(file: SourceFile) -> str:
    """Return the byte order of UTF-16 without a mark, by where the zero bytes stand."""
    sample = file.content[:_SAMPLE]
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"


def _without_cut_end(
    file: SourceFile, error: UnicodeDecodeError
) -> tuple[str, list[Remark]] | None:
    """Return UTF-8 whose last character is cut, or None where the damage is elsewhere."""
    if error.reason != "unexpected end of data" or len(file.content) - error.start > _CUT_AT_MOST:
        return None
    cut = Remark(code="cut-at-the-end", detail=file.name)
    return file.content[: error.start].decode("utf-8"), [cut]


def _guessed(file: SourceFile) -> tuple[str, list[Remark]]:
    """Return the text in the likeliest of the older encodings, with a remark that says so."""
    if b"\x00" in file.content:
        return _decoded(file, _unmarked_utf16(file)), []
    guess = from_bytes(file.content, cp_isolation=_CANDIDATES).best()
    if guess is None:
        raise not_text(file)
    return str(guess), [Remark(code="encoding-guessed", detail=guess.encoding)]


def not_text(file: SourceFile) -> UnreadableDocument:
    """Return the error for bytes that are no text in any encoding we know.

    Args:
        file: the file, for its name.
    """
    return UnreadableDocument(
        "not-text",
        f"{file.name} is not text in UTF-8, UTF-16 or a known older encoding.",
        "Save it as UTF-8.",
    )

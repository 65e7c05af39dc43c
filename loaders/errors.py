"""What can be wrong with a document that somebody hands in."""

from __future__ import annotations

from ontology.errors import LuocdoError


class DocumentError(LuocdoError):
    """A document that cannot be loaded; the rest of the batch goes on."""

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str, str]]:
        """Let the error cross whole from the process that reads to the one that tells of it."""
        return type(self), (self.code, self.detail, self.hint)


class UnsupportedFormat(DocumentError):
    """A file of a kind that no reader reads."""


class UnreadableDocument(DocumentError):
    """A file of a known kind whose words cannot be had: empty, cut, encrypted, damaged, no text."""


class DocumentTooLarge(DocumentError):
    """A file over the limit of the settings."""


class SecretDocument(DocumentError):
    """A document stamped MẬT, TỐI MẬT or TUYỆT MẬT, which the settings do not allow."""

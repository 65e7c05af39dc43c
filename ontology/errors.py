"""The root of all errors that luocdo shows to people, and the errors of this room."""

from __future__ import annotations


class LuocdoError(Exception):
    """Something a person can act on: a stable code, what happened, and what to do.

    Args:
        code: kebab-case name for programs and for looking up the translated sentence.
        detail: what happened, with the value or file at fault.
        hint: what to do about it; empty where nothing can be done.
    """

    def __init__(self, code: str, detail: str, hint: str = "") -> None:
        super().__init__(f"{detail} {hint}".strip())
        self.code = code
        self.detail = detail
        self.hint = hint


class RegisterError(LuocdoError):
    """A row of a register that cannot be used; the detail names file, row and column."""


class IdentifierError(LuocdoError):
    """A number or path from which no identifier can be made."""


class ShapeError(LuocdoError):
    """A shapes file that does not parse or a shape without its messages."""

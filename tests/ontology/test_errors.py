"""The root of all errors: a code for programs, words and a remedy for people."""

from __future__ import annotations

import pytest

from ontology.errors import IdentifierError, LuocdoError, RegisterError, ShapeError


def test_error_carries_code_detail_and_hint() -> None:
    """The parts stay apart for programs, and read as one sentence for people."""
    error = LuocdoError("bad-row", "Row 3 has no code.", "Add one.")
    assert (error.code, error.detail, error.hint) == ("bad-row", "Row 3 has no code.", "Add one.")
    assert str(error) == "Row 3 has no code. Add one."
    assert str(LuocdoError("bad-row", "Row 3 has no code.")) == "Row 3 has no code."


@pytest.mark.parametrize("kind", [RegisterError, IdentifierError, ShapeError])
def test_errors_of_this_room_have_one_root(kind: type[LuocdoError]) -> None:
    """One catch-all sees them all."""
    assert issubclass(kind, LuocdoError)

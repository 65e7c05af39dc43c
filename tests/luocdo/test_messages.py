"""Sentences are filled in, errors are explained, and an unknown language is Vietnamese."""

from __future__ import annotations

import pytest

from luocdo.messages import load_messages
from ontology.errors import LuocdoError


def test_values_stand_in_their_places() -> None:
    """The sentence of a key holds the value it was given."""
    assert "«nap»" in load_messages("vi").say("unknown_command", name="nap")


def test_errors_are_explained_with_the_file() -> None:
    """The file stands first, in the language asked for."""
    fault = LuocdoError("empty-document", "a.txt holds no text.", "Check it.")
    assert load_messages("vi").explain(fault, "a.txt").startswith("a.txt: tệp không có chữ")
    assert load_messages("en").explain(fault, "a.txt").startswith("a.txt: holds no text")


def test_a_code_without_a_sentence_says_its_own_words() -> None:
    """A newer room behind an older table is still understood."""
    fault = LuocdoError("never-heard-of", "What {happened}.", "Do this.")
    assert load_messages("vi").explain(fault) == "What {happened}. Do this."


@pytest.mark.parametrize("language", ["", "fr", "../vi"])
def test_an_unknown_language_is_vietnamese(language: str) -> None:
    """No file of another name is opened."""
    assert load_messages(language) == load_messages("vi")

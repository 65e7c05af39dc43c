"""Row numbers of documents rise from the best to the last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from queries.index.ordering import row_number

DAYS = st.dates().map(lambda day: day.isoformat())


def number(*, is_whole: bool = True, words: str = "a b", day: str | None = "2024-05-02") -> int:
    """Return the row number of a document of an invented path."""
    return row_number(is_whole=is_whole, words=words, day=day, path="id/vn/ct/x/2024/7")


def test_text_comes_before_length_and_length_before_age() -> None:
    """Each is only looked at where the one before it does not tell."""
    assert number(words="a b c", day="1999-01-01") < number(is_whole=False, words="a")
    assert number(words="a", day="1999-01-01") < number(words="a b", day="2024-01-01")
    assert number(words="a " * 2000, is_whole=True) < number(is_whole=False)


@given(earlier=DAYS, later=DAYS)
def test_new_ones_come_first(earlier: str, later: str) -> None:
    """Those without a whole date come last."""
    earlier, later = sorted((earlier, later))
    assert number(day=later) <= number(day=earlier) < number(day=None)
    assert number(day="2024") == number(day="") == number(day=None)


@given(path=st.text(), words=st.text(), day=st.none() | DAYS | st.text(), is_whole=st.booleans())
def test_it_fits_a_row_number(path: str, words: str, day: str | None, is_whole: bool) -> None:  # noqa: FBT001 - drawn
    """SQLite numbers rows from 0 to 2^63 - 1, and a few may follow for documents all alike."""
    assert 0 <= row_number(is_whole=is_whole, words=words, day=day, path=path) < 2**63 - 2**20


def test_paths_keep_documents_apart() -> None:
    """A thousand documents of one day with titles of one length have as many numbers."""
    found = {
        row_number(is_whole=True, words="a", day="2024-05-02", path=f"id/vn/ct/x/2024/{place}")
        for place in range(1000)
    }
    assert len(found) == 1000

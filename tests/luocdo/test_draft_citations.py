"""Terms are compared as they are printed; all else is tried on whole drafts in `test_drafting`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.resolution.series import roman as value_of
from luocdo.draft_citations import roman


@given(st.integers(min_value=1, max_value=39))
def test_a_term_is_printed_as_it_is_read(number: int) -> None:
    """The numeral that is shown reads as the number that was meant."""
    assert value_of(roman(number)) == number

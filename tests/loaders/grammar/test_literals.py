"""Literals are found wherever they stand, inside and across each other too."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.literals import Literals

SETS = (("hạn", "thời hạn"), (), ("ạn tr",), ("a",))
LETTERS = st.text(alphabet="thờihạntrướca ", max_size=40)


@given(LETTERS, st.integers(0, 40), st.integers(0, 40))
def test_a_set_stands_where_one_of_its_literals_lies_within_the_stretch(
    text: str, start: int, end: int
) -> None:
    found = Literals(SETS).standing(text).within(start, end)
    assert found == [
        key
        for key, literals in enumerate(SETS)
        if start <= end and any(literal in text[start:end] for literal in literals)
    ]

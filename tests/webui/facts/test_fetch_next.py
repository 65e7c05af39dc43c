"""What to fetch next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webui.facts.fetch_next import read_wanted

if TYPE_CHECKING:
    from types import ModuleType


def test_where_most_chains_break_comes_first(reader: Any, sample: ModuleType) -> None:
    """What lies further up ends more chains; each with a place that cites it."""
    found = {w.document: w for w in read_wanted(reader.index())}
    conclusion, directive = (
        str(sample.of(path)) for path in (sample.CONCLUSION, sample.PARTY_DIRECTIVE)
    )
    assert set(found) == {conclusion, directive}
    assert found[directive].chains == 3  # the conclusion, the directive of the province, its plan
    assert found[conclusion].chains == 2
    assert next(iter(found)) == directive
    assert found[conclusion].quote.startswith("Kết luận số 909-KL/TW")
    assert found[conclusion].told_by == str(sample.of(sample.DIRECTIVE))

"""What to fetch next, with the words that cite it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.luocdo.conftest import Done


def test_documents_come_with_their_quotes(luocdo: Callable[..., Done], store: Path) -> None:
    """The one at which most lineages end comes first."""
    done = luocdo("fetch-next", "--store", store, "--most", "3")
    assert done.out.startswith("1. ")
    assert "«" in done.out
    found = json.loads(luocdo("fetch-next", "--store", store, "--format", "json").out)
    assert len(found) == 20
    chains = [each["chains"] for each in found]
    assert chains == sorted(chains, reverse=True)
    assert found[0]["quotes"]

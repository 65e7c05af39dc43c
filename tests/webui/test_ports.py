"""What the roof hands in does what the pages need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webui.ports import QueryPool, QuestionSource, Reader

if TYPE_CHECKING:
    from types import ModuleType


def test_the_store_and_the_services_fit_the_ports(reader: object, sample: ModuleType) -> None:
    """Each method of each port is there."""
    handed = {Reader: reader, QuestionSource: reader, QueryPool: sample.queries_of(reader)}
    for port, thing in handed.items():
        wanted = [name for name in vars(port) if not name.startswith("_")]
        assert wanted
        assert all(callable(getattr(thing, name, None)) for name in wanted)

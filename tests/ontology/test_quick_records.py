"""A record with the quick constructor is the record that it was without."""

from dataclasses import FrozenInstanceError, dataclass, field, replace
from inspect import signature

import pytest

from ontology.quick_records import quick


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Plain:
    """A record."""

    name: str
    count: int = 3
    parts: list[str] = field(default_factory=list)


@quick
@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Quick:
    """The same record."""

    name: str
    count: int = 3
    parts: list[str] = field(default_factory=list)


def test_fields_and_defaults_are_filled_and_no_list_is_shared() -> None:
    one, other = Quick(name="a"), Quick(name="a", parts=[])
    assert repr(one) == repr(Plain(name="a")).replace("Plain", "Quick")
    assert one == other
    assert one.parts is not other.parts
    assert replace(one, count=4) > one


def test_it_stays_frozen_and_keyword_only() -> None:
    with pytest.raises(FrozenInstanceError):
        Quick(name="a").name = "b"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Quick("a")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Quick(count=1)  # type: ignore[call-arg]


def test_its_parameters_are_named_as_before() -> None:
    assert list(signature(Quick).parameters) == list(signature(Plain).parameters)

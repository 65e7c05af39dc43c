"""What the tests of resolution share: the registers, the resolvers, and short makers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from loaders.records import Citation, CitationForm, Metadata, PartialDate, Reading, Span
from loaders.resolution.agencies import AgencyNames
from loaders.resolution.documents import Documents
from loaders.resolution.paper import OwnPaper
from loaders.resolution.standpoint import Standpoint
from ontology.registry import Registry, load_registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.records import Resolution


@pytest.fixture(scope="session")
def registry() -> Registry:
    """Return the registers of the program."""
    return load_registry()


@pytest.fixture(scope="session")
def names(registry: Registry) -> AgencyNames:
    """Return the resolver of names."""
    return AgencyNames(registry)


@pytest.fixture
def stand(registry: Registry) -> Callable[..., Standpoint]:
    """Return a maker of standpoints: a province's slug and an ISO day, both optional."""

    def make(province: str = "", day: str = "", issuer: str = "") -> Standpoint:
        return Standpoint(
            registry=registry,
            province=registry.province(province),
            day=date.fromisoformat(day) if day else None,
            year=int(day[:4]) if day else None,
            issuer=issuer,
        )

    return make


@pytest.fixture
def cite(registry: Registry) -> Callable[..., Citation]:
    """Return a maker of citations from the parts that a reader finds."""

    def make(  # noqa: PLR0913 - one argument a part of a citation
        word: str,
        number: str | None = None,
        *,
        issuer: str | None = None,
        day: str = "",
        term: str | None = None,
        title: str | None = None,
        short: str | None = None,
        index: int = 0,
        within: int | None = None,
        span: tuple[int, int] = (0, 1),
    ) -> Citation:
        kinds = registry.types_named(word)
        form = CitationForm.NAMED
        if number or short:
            form = CitationForm.FULL if number else CitationForm.SHORT
        return Citation(
            index=index,
            span=Span(start=span[0], end=span[1]),
            printed=" ".join(filter(None, (word, number or short or title))),
            form=form,
            type_name=word,
            document_type=kinds[0].code if kinds else None,
            number=number,
            short_number=short,
            issuer=issuer,
            issued_on=partial(day),
            term=term,
            title=title,
            within=within,
        )

    return make


def partial(day: str) -> PartialDate | None:
    """Return a date as far as the ISO text gives it."""
    parts = [int(part) for part in day.split("-")] if day else []
    return PartialDate(**dict(zip(("year", "month", "day"), parts, strict=False))) if day else None


@pytest.fixture
def said() -> Callable[..., Metadata]:
    """Return a maker of metadata."""

    def reading(value: str) -> Reading[str] | None:
        if not value:
            return None
        return Reading(value=value, printed=value, span=None, rule="test", confidence=1.0)

    def make(
        kind: str, number: str, issuer: str, province: str = "", day: str = "", title: str = ""
    ) -> Metadata:
        written = partial(day)
        return Metadata(
            number=reading(number),
            document_type=reading(kind),
            issuing_body=reading(issuer),
            province=reading(province),
            title=reading(title),
            issued_on=Reading(value=written, printed=day, span=None, rule="test", confidence=1.0)
            if written
            else None,
        )

    return make


@pytest.fixture
def read(
    registry: Registry, names: AgencyNames, stand: Callable[..., Standpoint]
) -> Callable[..., tuple[Resolution, ...]]:
    """Return a function that resolves the mentions of a text, placed by their printed words."""
    documents = Documents(registry, names)

    def resolve(
        text: str,
        *cited: tuple[str, Citation],
        own: OwnPaper = OwnPaper(path="id/vn/qd/ubnd-ben-tre/2024/7", title=""),  # noqa: B008 - frozen
        day: str = "2024-09-10",
    ) -> tuple[Resolution, ...]:
        placed, start = [], 0
        for index, (printed, citation) in enumerate(cited):
            start = text.index(printed, start)
            span = Span(start=start, end=start + len(printed))
            placed.append(replace(citation, index=index, span=span, printed=printed))
            start += 1
        return documents.resolve(placed, text, stand("ben-tre", day), own)

    return resolve

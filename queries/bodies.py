"""Which bodies a person means: one, or the province's own instance of a generic name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology.identifiers import ROOT
from ontology.namespaces import DEFAULT_BASE
from queries.errors import BadParameter
from queries.search import find_names, resolve_name

if TYPE_CHECKING:
    from queries.index.reader import SideIndex

_GENERIC_ENDING: Final = "-tinh"
_PROVINCE: Final = 3
_MOST: Final = 200


def resolve_bodies(
    index: SideIndex, words: str, *, base_iri: str = DEFAULT_BASE, name: str = "agency"
) -> tuple[str, ...]:
    """Return the IRIs of the bodies that words mean.

    Args:
        index: side index of a generation.
        words: an IRI, a path or a name. A name that every province has a body of ("Công an tỉnh")
            means that body in every province of the collection that has one.
        base_iri: the setting of that name.
        name: the parameter, for the error.

    Raises:
        BadParameter: nothing is meant, or several bodies of different kinds.
    """
    body = resolve_name(index, words, "agency", base_iri=base_iri, name=name)
    return instances(index, body, base_iri=base_iri) or (body,)


def instances(index: SideIndex, body: str, *, base_iri: str = DEFAULT_BASE) -> tuple[str, ...]:
    """Return the bodies of the provinces that a generic body stands for; none for others.

    Source: ontology.md, section 5: code of the register and slug of the province.
    """
    start = f"{base_iri.rstrip('/')}/{ROOT}agency/"
    code = body.removeprefix(start).removesuffix(_GENERIC_ENDING)
    if not body.startswith(start):
        return ()
    places = (row for row in index.names_of_kind("place") if row.rank in (None, _PROVINCE))
    wanted = [f"{start}{code}-{row.iri.rpartition('/')[2]}" for row in places]
    known = index.names(wanted)
    return tuple(iri for iri in wanted if iri in known)


def in_place(index: SideIndex, bodies: tuple[str, ...], place: str) -> tuple[str, ...]:
    """Return the bodies of one place.

    Args:
        index: side index of a generation.
        bodies: IRIs.
        place: name of the place, with or without marks; empty for all.

    Raises:
        BadParameter: no body of the place is among them.
    """
    if not place:
        return bodies
    places = {row.iri for row in find_names(index, place, "place", _MOST)}
    kept = tuple(row.iri for row in index.names(bodies).values() if row.place in places)
    if not kept:
        raise BadParameter("place", f"None of these bodies is of {place!r}.", "Search for it.")
    return kept

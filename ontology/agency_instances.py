"""Bodies by their codes: names, rank and parent, of a province's own body too.

Source: Law 72/2025/QH15 and the Party's statutes for who stands below whom, by the registers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ontology.errors import IdentifierError
from ontology.identifiers import instance_code, instance_parts

if TYPE_CHECKING:
    from ontology.registry import Agency, Province, Registry

_PROVINCIAL: Final = "province"
_PARTY_KINDS: Final = frozenset({"party"})
_PARTY_ROOT: Final = "tu"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyInstance:
    """A body with its names; for bodies of a province the province too.

    Args:
        code: code of the instance ("cat-tien-giang") or of a body that there is once ("bca").
        name_vi, name_en: full names.
        kind: as in the register (state, party, office, person-role, group ...).
        rank: 1 centre to 6 commune.
        generic: the row it is an instance of.
        province: whose body it is; None for bodies that there are once.
        parent: code of the body above, as an instance where that is provincial too; or empty.
    """

    code: str
    name_vi: str
    name_en: str
    kind: str
    rank: int
    generic: Agency
    province: Province | None
    parent: str


def agency_instance(registry: Registry, code: str) -> AgencyInstance | None:
    """Return the body of a code, or None where the registers know no such body.

    Args:
        code: of the register, or of an instance.
    """
    try:
        generic, province = instance_parts(code, registry)
    except IdentifierError:
        return None
    if province:
        return _provincial(registry, generic, province)
    return AgencyInstance(
        code=code,
        name_vi=generic.name_vi,
        name_en=generic.name_en,
        kind=generic.kind,
        rank=generic.rank,
        generic=generic,
        province=None,
        parent=generic.parent,
    )


def _provincial(registry: Registry, generic: Agency, province: Province) -> AgencyInstance:
    parent = registry.agency(generic.parent)
    above = generic.parent
    if parent and parent.level == _PROVINCIAL:
        above = instance_code(parent, province.slug)
    return AgencyInstance(
        code=instance_code(generic, province.slug),
        name_vi=_name_with_province(registry, generic, province),
        name_en=f"{generic.name_en}, {province.name_short}",
        kind=generic.kind,
        rank=generic.rank,
        generic=generic,
        province=province,
        parent=above,
    )


def _name_with_province(registry: Registry, generic: Agency, province: Province) -> str:
    """Return the Vietnamese name of an instance.

    The word for the kind of unit at the end of a generic name gives way to the province's full
    name; names of Party bodies end with the province's short name; others get the full name.
    """
    full = _in_sentence(province)
    words, _, last = generic.name_vi.rpartition(" ")
    if last in {
        _in_sentence(each).removesuffix(each.name_short).strip() for each in registry.provinces
    }:
        return f"{words} {full}"
    if generic.kind in _PARTY_KINDS or generic.parent == _PARTY_ROOT:
        return f"{generic.name_vi} {province.name_short}"
    return f"{generic.name_vi} {full}"


def _in_sentence(province: Province) -> str:
    """Return the full name of a province as it stands inside a sentence."""
    return province.name_vi[0].lower() + province.name_vi[1:]

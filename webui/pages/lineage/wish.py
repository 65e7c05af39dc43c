"""What a visitor wants to see of a lineage; the address of the page keeps all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from webui.graphs import RELATIONS, Scope

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from webui.addresses import Addresses

MOST_STEPS: Final = 6
"""Steps of a lineage at most (contract of the graph, section 4)."""

LIMITS: Final = (80, 200, 500, 1000)
"""How many documents are drawn at most, to choose from."""

AXES: Final = ("rank", "time")
_STEPS: Final = 2
_MOST_OPENED: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted.

    Args:
        up, down: steps, 0 to 6.
        limit: documents at most, one of `LIMITS`.
        axis: "rank" or "time".
        relations: those that are followed; empty for all.
        opened: paths of documents whose neighbours are drawn as well, in the order of opening.
    """

    up: int = _STEPS
    down: int = _STEPS
    limit: int = LIMITS[0]
    axis: str = AXES[0]
    relations: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()

    def scope(self, addresses: Addresses) -> Scope:
        """Return how much is drawn."""
        return Scope(
            up=self.up,
            down=self.down,
            limit=self.limit,
            relations=self.relations or RELATIONS,
            expanded=tuple(addresses.iri(path) for path in self.opened),
            by_time=self.axis == "time",
            bundled=True,
        )

    def parameters(self, *, opened: str = "") -> dict[str, Any]:
        """Return the parameters that ask for this again, those at their default left out.

        Args:
            opened: path of one more document to open.
        """
        values: dict[str, Any] = {
            "up": self.up if self.up != _STEPS else None,
            "down": self.down if self.down != _STEPS else None,
            "limit": self.limit if self.limit != LIMITS[0] else None,
            "axis": self.axis if self.axis != AXES[0] else None,
            "rel": list(self.relations) or None,
            "open": [*self.opened, *((opened,) if opened else ())] or None,
        }
        return {name: value for name, value in values.items() if value is not None}


def read_wish(arguments: MultiDict[str, str]) -> Wish:
    """Return what the parameters of a request ask for; what cannot be read is at its default."""
    depth = _number(arguments.get("depth", ""), _STEPS)
    limit = _number(arguments.get("limit", ""), LIMITS[0])
    axis = arguments.get("axis", AXES[0])
    wanted = set(arguments.getlist("rel"))
    return Wish(
        up=_steps(_number(arguments.get("up", ""), depth)),
        down=_steps(_number(arguments.get("down", ""), depth)),
        limit=next((known for known in LIMITS if known >= limit), LIMITS[-1]),
        axis=axis if axis in AXES else AXES[0],
        relations=tuple(name for name in RELATIONS if name in wanted)
        if wanted and not wanted >= set(RELATIONS)
        else (),
        opened=tuple(dict.fromkeys(arguments.getlist("open")))[:_MOST_OPENED],
    )


def _number(words: str, default: int) -> int:
    return int(words) if words.isdecimal() and len(words) < 5 else default  # noqa: PLR2004 - digits


def _steps(number: int) -> int:
    return max(0, min(number, MOST_STEPS))

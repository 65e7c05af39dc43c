"""Texts to read: invented ones of any number, and real ones where they lie beside the project."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

from bench.synthetic import wordings

_TASKS: Final = 24
_REAL: Final = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
_SHORTEST_BYTES: Final = 4_000


def invented(count: int) -> tuple[bytes, ...]:
    """Return directives of an invented content, each with citations, tasks and recipients."""
    return tuple(_text(place).encode() for place in range(count))


def real(count: int) -> tuple[bytes, ...]:
    """Return real texts, spread over the folder; none where there is no such folder."""
    files = sorted(_REAL.glob("*.txt")) if _REAL.is_dir() else []
    long = [file for file in files if file.stat().st_size >= _SHORTEST_BYTES]
    step = max(1, len(long) // count)
    return tuple(file.read_bytes() for file in long[::step][:count])


def _text(place: int) -> str:
    chance = random.Random(place)
    begin, end = wordings()["heading"][0], wordings()["ending"][0]
    tasks = (
        _filled(chance.choice(wordings()["tasks"]), number, chance)
        for number in range(1, _TASKS + 1)
    )
    return "\n".join([_filled(begin, place, chance), *tasks, _filled(end, place, chance)])


def _filled(template: str, number: int, chance: random.Random) -> str:
    year = chance.randint(2015, 2023)
    return template.format(
        n=number,
        number=f"{number + 1:02d}",
        subject=chance.choice(wordings()["subjects"]),
        day=chance.randint(10, 28),
        month=chance.randint(1, 12),
        year=year,
        next=year + 1,
        n1=chance.randint(10, 990),
        n2=chance.randint(10, 990),
        n3=chance.randint(10, 99),
    )

"""Rows know in which time they hold."""

from __future__ import annotations

from datetime import date

from ontology.registry_rows import Province, TermOfOffice


def province(**changes: date | None) -> Province:
    """Return a province of an invented name."""
    times = {"valid_from": None, "valid_to": None, **changes}
    return Province(
        slug="song-may",
        name_vi="Tỉnh Sông Mây",
        name_short="Sông Mây",
        kind="province",
        code="",
        aliases=(),
        valid_from=times["valid_from"],
        valid_to=times["valid_to"],
    )


def test_open_ends_cover_all_days() -> None:
    """A province without dates existed always; an unknown day is no reason against it."""
    assert province().existed(date(1990, 1, 1))
    assert province(valid_to=date(2025, 6, 30)).existed(None)


def test_the_last_day_counts() -> None:
    """`valid_to` is the last day itself."""
    ended = province(valid_to=date(2025, 6, 30))
    assert ended.existed(date(2025, 6, 30))
    assert not ended.existed(date(2025, 7, 1))


def test_doubtful_days_count_to_the_term() -> None:
    """On days of change a paper may belong to the new term."""
    term = TermOfOffice(
        body="dang",
        code="k99",
        label_vi="x",
        label_en="x",
        number=99,
        valid_from=date(2030, 2, 1),
        valid_to=date(2035, 1, 31),
        doubtful_from=date(2030, 1, 20),
        doubtful_until=date(2030, 2, 10),
        certainty="A",
    )
    assert term.covers(date(2030, 1, 20))
    assert not term.covers(date(2030, 1, 19))
    assert not term.covers(date(2035, 2, 1))

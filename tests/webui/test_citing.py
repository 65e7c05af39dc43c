"""References that reference managers read."""

from __future__ import annotations

from datetime import date

from webui.citing import Reference, bibtex, csl, ris

WHOLE = Reference(
    key="vn/ct/ubnd-song-may/2024/7",
    name="Chỉ thị 07/CT-UBND",
    number="07/CT-UBND",
    kind="chỉ thị",
    title="Về {việc} 50% \\ & một_hai\nba",
    authority="Ủy ban nhân dân tỉnh Sông Mây",
    day=date(2024, 3, 5),
    address="https://w3id.org/luocdo/id/vn/ct/ubnd-song-may/2024/7",
)
BARE = Reference(
    key="k", name="Công văn", number="", kind="", title="", authority="", day=None, address="a"
)


def test_csl_holds_what_is_known_and_nothing_else() -> None:
    """Date in parts, title on one line; unknown fields are left out."""
    item = csl(WHOLE)
    assert item["issued"] == {"date-parts": [[2024, 3, 5]]}
    assert item["title"] == "Về {việc} 50% \\ & một_hai ba"
    assert item["type"] == "legislation"
    assert set(csl(BARE)) == {"id", "type", "title", "jurisdiction", "URL", "language"}


def test_bibtex_escapes_what_tex_reads_as_commands() -> None:
    """Braces stay balanced, so that a hostile title cannot end the entry."""
    entry = bibtex(WHOLE)
    assert r"\{việc\} 50\% \textbackslash{} \& một\_hai ba" in entry
    assert entry.startswith("@legislation{vn-ct-ubnd-song-may-2024-7,\n")
    plain = entry.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")


def test_ris_is_one_record_of_whole_lines() -> None:
    """Each line is a tag and words; a line break in a title makes no new tag."""
    lines = ris(WHOLE).split("\r\n")
    assert lines[0] == "TY  - STAT"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(line[2:6] == "  - " for line in lines[:-1])

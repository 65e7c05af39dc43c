"""Read groups that a clause describes ("các đơn vị được giao vốn năm 2025 phải ...").

Source: annotation guide: group names stay as printed, with the words that tell which bodies it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.obligations.wordings import load_table
from loaders.records import Span

if TYPE_CHECKING:
    import re

    from loaders.obligations.names import Name, Run
    from loaders.records import NormalisedText

CUES = load_table("cues")
LONGEST_DESCRIPTION = 320  # characters


def described(text: NormalisedText, run: Run, end: int) -> Run:
    """Return names whose last group takes the clause that describes it, up to what it must do.

    Args:
        text: the document.
        run: the names.
        end: where the clause that holds them ends.
    """
    if not run.names or not _is_several(run.names[-1]):
        return run
    group = run.names[-1]
    clause = _clause("given-clause", text.text, group.span.start, end)
    clause = clause or _clause("telling-clause", text.text, run.after, end)
    key = "does" if clause and clause["does"] else "must"
    if clause is None or clause.start(key) <= run.after:
        return run
    span = Span(start=group.span.start, end=clause.end("group"))
    whole = replace(group, agency=text.words(span), span=span)
    return replace(
        run,
        names=(*run.names[:-1], whole),
        end=span.end,
        stop=clause[key],
        after=clause.start(key),
    )


def _is_several(name: Name) -> bool:
    """Tell whether a name is that of a group, or of the heads of one."""
    return name.kind == "group" or CUES.pattern("several").search(name.agency) is not None


def _clause(key: str, words: str, start: int, end: int) -> re.Match[str] | None:
    """Return the clause that describes a group and begins at a position."""
    return CUES.pattern(key).match(words, start, min(end, start + LONGEST_DESCRIPTION))

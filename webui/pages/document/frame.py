"""What stands on every tab of a document: its name, its status, and the tabs with their counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from webui.facts.names import read_names
from webui.facts.status import read_status

if TYPE_CHECKING:
    from queries.index.reader import SideIndex
    from webui.facts.documents import DocumentFact
    from webui.facts.names import Name, Names
    from webui.facts.status import StatusFact
    from webui.ports import Reader

TABS: Final = ("text", "relations", "obligations", "completeness", "similar", "data")
"""Tabs of a document, each an address of its own; the lineage stands between as its own page."""

_COUNTS: Final = """
SELECT
  (SELECT COUNT(*) FROM obligations WHERE document = :work AND iri NOT LIKE '%/report/%'),
  (SELECT COUNT(DISTINCT target) FROM edges WHERE source = :work AND strength > 0),
  (SELECT COUNT(DISTINCT source) FROM edges WHERE strength > 0 AND target IN (
    SELECT :work UNION SELECT iri FROM documents WHERE part_of = :work AND type = 'Clause'))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The head of a document's page.

    Args:
        document: what is known of it.
        name: how it is called.
        names: names of what the head speaks of.
        status: whether it is in force.
        tasks, cites, cited_by: how many tasks it gives, documents it relates to, and those to it.
        tab: which tab is shown.
    """

    document: DocumentFact
    name: Name
    names: Names
    status: StatusFact
    tasks: int
    cites: int
    cited_by: int
    tab: str

    @property
    def related(self) -> int:
        """Documents on the tab of relations."""
        return self.cites + self.cited_by


def read_frame(reader: Reader, index: SideIndex, document: DocumentFact, tab: str) -> Frame:
    """Return the head of a document's page.

    Args:
        reader: the store.
        index: side index of the same generation.
        document: what is known of the document.
        tab: which tab is shown.
    """
    status = read_status(reader, index, document.iri, datetime.now(tz=UTC).date())
    issuers = {v for s in document.statements if s.property == "issuingBody" for v in s.values}
    names = read_names(reader, {document.iri, *status.things, *issuers})
    ((tasks, cites, cited_by),) = index.rows(_COUNTS, {"work": document.iri})
    return Frame(
        document=document,
        name=names[document.iri],
        names=names,
        status=status,
        tasks=int(tasks or 0),
        cites=int(cites or 0),
        cited_by=int(cited_by or 0),
        tab=tab,
    )


def chosen_tab(wish: str, document: DocumentFact) -> str:
    """Return the tab to show: the one wished for, else the text, else the relations."""
    if wish in TABS and (wish != "text" or document.text):
        return wish
    return "text" if document.text else "relations"

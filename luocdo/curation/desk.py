"""What the site needs to let curators decide: accounts, and the writer while a decision is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from luocdo.curation.accounts import Accounts
from luocdo.curation.reviewing import Wish, decide
from luocdo.opening import open_pipeline
from queries.terms import iri, literal

if TYPE_CHECKING:
    from luocdo.settings import Settings
    from queries.terms import Term
    from webui.ports import Judgement

_DATE: Final = "http://www.w3.org/2001/XMLSchema#date"
_TERMS: Final = frozenset({"citedWork", "relationType", "assignee", "role"})
_DATES: Final = frozenset({"date", "dueDate"})
_LANGUAGES: Final = {"title": "vi"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CurationDesk:
    """The curation of one store.

    Args:
        settings: where the store is.
    """

    settings: Settings

    def is_right(self, name: str, password: str) -> bool:
        """Tell whether a password is the one of an account."""
        return Accounts(folder=self.settings.store).is_right(name, password)

    def secret(self) -> str:
        """Return the key that signs cookies."""
        return Accounts(folder=self.settings.store).secret()

    def decide(self, judgement: Judgement) -> None:
        """Keep a decision and show readers what it changes.

        Raises:
            StoreError: another program writes to the store.
            DecisionError: the decision cannot be kept.
        """
        wish = Wish(
            node=judgement.node,
            verdict=judgement.verdict,
            reviewer=judgement.reviewer,
            reason=judgement.reason,
            quote=judgement.quote,
            term=judgement.term,
            value=_value(judgement.term, judgement.value) if judgement.value else None,
        )
        with open_pipeline(self.settings) as pipeline:
            decide(pipeline, wish)


def _value(term: str, words: str) -> Term:
    """Return a value as a term: an IRI, a date, or words."""
    name = term.rpartition("#")[2].rpartition("/")[2]
    if name in _TERMS:
        return iri(words)
    if name in _DATES:
        return literal(words, datatype=_DATE)
    return literal(words, language=_LANGUAGES.get(name, ""))

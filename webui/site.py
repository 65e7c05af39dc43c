"""What the roof hands to the pages, and how a page reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import current_app, g, request

from ontology.namespaces import DEFAULT_BASE
from webui.addresses import Addresses
from webui.language import Language, chosen_code, load_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from queries.index.reader import SideIndex
    from webui.ports import (
        CompletenessSource,
        Curation,
        DraftDesk,
        QueryPool,
        QuestionSource,
        Reader,
        UploadDesk,
    )

EXTENSION = "luocdo"
"""Name under which an application keeps its site."""

QUERY_SECONDS = "luocdo.query_seconds"
"""Where a page notes in the environment of a request how long its query took."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that the pages read from.

    Args:
        reader: the store's newest generation, with the texts of documents.
        workers: answers free queries in processes of their own.
        questions: the catalogued questions.
        base_iri: setting of that name, with its final slash.
        address: public address of the site with its final slash, for descriptions of the service.
        curation: accounts and decisions of curators; None where the site only shows.
        dump: gives the pieces of the dump of the newest generation; None where there is none.
        completeness: how complete documents are, None where nobody keeps it.
        drafts: looks through drafts, None where nobody does.
        uploads: reads and stores files of curators; None where the site only shows.
    """

    reader: Reader
    workers: QueryPool
    questions: QuestionSource
    base_iri: str = DEFAULT_BASE
    address: str = "http://127.0.0.1:8000/"
    curation: Curation | None = None
    dump: Callable[[], Iterator[bytes]] | None = None
    completeness: CompletenessSource | None = None
    drafts: DraftDesk | None = None
    uploads: UploadDesk | None = None


def current_site() -> Site:
    """Return the site of the application that answers."""
    return cast("Site", current_app.extensions[EXTENSION])


def side_index() -> SideIndex:
    """Return the side index of the newest generation.

    Raises:
        StoreError: nothing has been published.
    """
    return current_site().reader.index()


def addresses() -> Addresses:
    """Return the maker of addresses for the request that is answered."""
    return Addresses(base_iri=current_site().base_iri, root=request.script_root)


def language() -> Language:
    """Return the language of the request that is answered."""
    if "language" not in g:
        g.language = load_language(chosen_code(request))
    return cast("Language", g.language)

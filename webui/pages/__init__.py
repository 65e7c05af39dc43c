"""The pages, in the order of the menu."""

from typing import Final

from webui import assets
from webui.pages.account import view as account
from webui.pages.add import view as add
from webui.pages.api import view as api
from webui.pages.bodies import view as bodies
from webui.pages.compare import view as compare
from webui.pages.completeness import view as completeness
from webui.pages.document import view as document
from webui.pages.draft import view as draft
from webui.pages.help import view as help_page
from webui.pages.home import view as home
from webui.pages.lineage import view as lineage
from webui.pages.obligations import view as obligations
from webui.pages.publishing import view as publishing
from webui.pages.questions import view as questions
from webui.pages.resource import view as resource
from webui.pages.review import view as review
from webui.pages.route import Page, Route
from webui.pages.search import view as search
from webui.pages.sparql import view as sparql
from webui.relations import answer_style_sheet

FILES: Final = Page(
    routes=(
        Route(rule="/static/<name>", endpoint="own_file", view=assets.own_file),
        Route(rule="/styles/relations.css", endpoint="relations", view=answer_style_sheet),
        Route(rule="/vendor/<name>", endpoint="vendor", view=assets.vendor),
    )
)

PAGES: Final = (
    home.PAGE,
    search.PAGE,
    obligations.PAGE,
    compare.PAGE,
    questions.PAGE,
    completeness.PAGE,
    sparql.PAGE,
    help_page.PAGE,
    document.PAGE,
    bodies.PAGE,
    lineage.PAGE,
    resource.PAGE,
    review.PAGE,
    account.PAGE,
    draft.PAGE,
    add.PAGE,
    publishing.PAGE,
    api.PAGE,
    FILES,
)
"""All pages; those with a menu key stand in the menu in this order."""

MENU: Final = tuple(page for page in PAGES if page.menu_key)

"""stub"""

from webui.pages.route import Page, Route


def show(path: str) -> str:
    return "stub"


PAGE = Page(routes=(Route(rule="/lineage/<path:path>", endpoint="lineage", view=show),))

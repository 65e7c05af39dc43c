"""stub"""

from webui.pages.route import Page, Route


def show() -> str:
    return "stub"


PAGE = Page(
    routes=(
        Route(rule="/sparql", endpoint="sparql", view=show),
        Route(rule="/.well-known/void", endpoint="void", view=show),
    ),
    menu_key="menu.sparql",
)

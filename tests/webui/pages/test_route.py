"""A page knows where the menu leads, and which addresses are its own."""

from __future__ import annotations

from webui.pages.route import Page, Route


def test_a_page_is_led_to_by_its_first_route() -> None:
    """The menu links to the first of several addresses."""
    routes = tuple(Route(rule=f"/{n}", endpoint=n, view=str) for n in ("list", "one"))
    page = Page(routes=routes, menu_key="menu.home")
    assert page.endpoint == "list"
    assert page.endpoints == {"list", "one"}

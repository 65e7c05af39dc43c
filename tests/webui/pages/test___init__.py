"""The table of pages is whole: endpoints are unique, menu entries have words."""

from __future__ import annotations

from webui.language import load_language
from webui.pages import MENU, PAGES


def test_endpoints_are_unique() -> None:
    """No two routes share a name."""
    names = [route.endpoint for page in PAGES for route in page.routes]
    assert len(names) == len(set(names))


def test_the_menu_has_words_in_its_order() -> None:
    """Each entry is translated; pages without a key stand in no menu."""
    assert [page.endpoint for page in MENU][:2] == ["home", "search"]
    assert all(load_language("vi").knows(page.menu_key) for page in MENU)

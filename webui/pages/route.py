"""What a page is: its routes, and its place in the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

View: TypeAlias = Callable[..., "str | Response"]
"""Answers a request with the parts of its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An address and who answers there.

    Args:
        rule: address in Flask's notation.
        endpoint: name by which templates link to it.
        view: answers.
        methods: what it takes; HEAD and OPTIONS come with GET.
    """

    rule: str
    endpoint: str
    view: View
    methods: tuple[str, ...] = ("GET",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site.

    Args:
        routes: its addresses, the one that the menu links to first.
        menu_key: sentence of its entry in the menu; empty for a page without one.
    """

    routes: tuple[Route, ...]
    menu_key: str = ""

    @property
    def endpoint(self) -> str:
        """The endpoint that the menu links to."""
        return self.routes[0].endpoint

    @property
    def endpoints(self) -> frozenset[str]:
        """All endpoints, to tell on which page a visitor is."""
        return frozenset(route.endpoint for route in self.routes)

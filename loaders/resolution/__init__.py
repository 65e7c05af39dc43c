"""Step 8: mentions become documents and bodies, with confidence, or candidates."""

from __future__ import annotations

from loaders.resolution.resolving import Resolved, resolve

__all__ = ["Resolved", "resolve"]

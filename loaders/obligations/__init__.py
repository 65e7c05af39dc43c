"""Step 7: who must do what by when, how much of it, and whom to tell."""

from loaders.obligations.duties import find

__all__ = ["find"]
